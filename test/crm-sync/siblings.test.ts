import { carry, siblingsOver, type Channel, type Siblings, type SiblingWord } from '../../crm-sync/siblings';

/** Processes and the one that carries their words, in one. */
function family(size: number, { deaf = [], limitMs = 60_000 }: { deaf?: number[]; limitMs?: number } = {}) {
  const inboxes = new Map<number, (word: unknown) => void>();
  const words: { to: number; word: SiblingWord }[] = [];
  const sendTo = (to: number) => (word: SiblingWord) => {
    words.push({ to, word });
    if (!deaf.includes(to)) inboxes.get(to)?.(structuredClone(word));
  };
  const members = Array.from({ length: size }, (_, id): Siblings => {
    const channel: Channel = {
      send: (word) => {
        const others = new Map([...inboxes.keys()].map((other) => [other, sendTo(other)]));
        carry(structuredClone(word), id, others, sendTo(id));
      },
      onWord: (take) => void inboxes.set(id, take),
    };
    return siblingsOver(channel, limitMs);
  });
  return { members, words };
}

const holding = (member: Siblings, tenant: string, ...held: string[]) =>
  member.answerWith((asked, subjects) =>
    asked === tenant ? subjects.filter((subject) => held.includes(subject)) : [],
  );

it('tells the others, and gives back what any of them holds', async () => {
  const { members } = family(3);
  holding(members[1]!, 't1', 'a', 'b');
  holding(members[2]!, 't1', 'c');
  expect(await members[0]!.tell('t1', ['a', 'c', 'd'])).toEqual(new Set(['a', 'c']));
  expect(await members[1]!.tell('t1', ['a'])).toEqual(new Set());
});

it('keeps tenants apart, and answers to questions under way at once', async () => {
  const { members } = family(2);
  holding(members[1]!, 't1', 'a');
  const answers = await Promise.all([members[0]!.tell('t2', ['a']), members[0]!.tell('t1', ['a'])]);
  expect(answers).toEqual([new Set(), new Set(['a'])]);
});

it.each([
  ['alone', 1, []],
  ['with one that does not answer', 2, [1]],
])('%s, nobody holds anything, and nobody waits for ever', async (_name, size, deaf) => {
  const { members } = family(size, { deaf, limitMs: 20 });
  expect(await members[0]!.tell('t1', ['a'])).toEqual(new Set());
});

it('asks nothing when there is nothing to ask', async () => {
  const { members, words } = family(2);
  expect(await members[0]!.tell('t1', [])).toEqual(new Set());
  expect(words).toEqual([]);
});

it('takes what is no word of siblings for what it is', () => {
  const said: unknown[] = [];
  for (const word of [{ ready: 'http://127.0.0.1:1' }, 'x', null, { ask: 'one' }, { asked: 1, of: 2 }])
    carry(word, 1, new Map([[2, (one) => void said.push(one)]]), (one) => void said.push(one));
  expect(said).toEqual([]);
});

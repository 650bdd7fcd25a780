import {
  beginnerOf,
  carry,
  introduce,
  siblingsOver,
  type Siblings,
  type SiblingWord,
} from '../../crm-sync/siblings';

/** Processes 1 to `size`, and the one that carries their words. */
function family(size: number, limitMs = 60_000) {
  const takes = new Map<number, (word: unknown) => void>();
  const words: { to: number; word: SiblingWord }[] = [];
  const all = new Map<number, (word: SiblingWord) => void>();
  const members = new Map<number, Siblings>();
  const got: { by: number; tenant: string; subjects: readonly string[] }[] = [];
  for (let id = 1; id <= size; id += 1) {
    all.set(id, (word) => {
      words.push({ to: id, word });
      takes.get(id)?.(structuredClone(word));
    });
    const send = (word: SiblingWord): void => carry(structuredClone(word), id, all);
    const member = siblingsOver({ send, onWord: (take) => void takes.set(id, take) }, limitMs);
    member.takeWith(async (tenant, subjects) => void got.push({ by: id, tenant, subjects }));
    members.set(id, member);
  }
  introduce(all);
  return { members, words, all, got, takes };
}

const tenant = 't1';
const three = [1, 2, 3];
const first = beginnerOf(tenant, three)!;
const [second, third] = three.filter((id) => id !== first) as [number, number];

describe('who begins a tenant’s streams', () => {
  it('is the same in whatever order they are known, and another for another tenant', () => {
    expect(beginnerOf(tenant, [3, 1, 2])).toBe(first);
    const many = Array.from({ length: 60 }, (_, n) => beginnerOf(`tenant-${n}`, three));
    for (const id of three) expect(many.filter((one) => one === id).length).toBeGreaterThan(8);
    expect(beginnerOf(tenant, [])).toBeUndefined();
  });

  it('is one of the others once it is gone; the rest keep theirs', () => {
    expect(beginnerOf(tenant, [second, third])).not.toBe(first);
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      const before = beginnerOf(name, three)!;
      if (before !== first) expect(beginnerOf(name, [second, third])).toBe(before);
    }
  });
});

it('hands what others stored to it; its own stays with it', async () => {
  const { members, got, words } = family(3);
  expect(await members.get(second)!.hand(tenant, ['a', 'b'])).toBe(true);
  expect(got).toEqual([{ by: first, tenant, subjects: ['a', 'b'] }]);
  const before = words.length;
  expect(await members.get(first)!.hand(tenant, ['c'])).toBe(false);
  expect(words.length).toBe(before);
});

it('answers questions under way at once each for itself', async () => {
  const { members } = family(3);
  members
    .get(first)!
    .takeWith((_tenant, [one]) => (one === 'bad' ? Promise.reject(new Error()) : Promise.resolve()));
  const asker = members.get(second)!;
  expect(await Promise.all([asker.hand(tenant, ['bad']), asker.hand(tenant, ['good'])])).toEqual([
    false,
    true,
  ]);
});

it.each<[string, (all: ReturnType<typeof family>) => void]>([
  ['is gone and nobody was told', ({ all }) => void all.delete(first)],
  ['does not answer', ({ takes }) => void takes.delete(first)],
])('Given the one that begins %s, then it is not done there, soon enough', async (_name, spoil) => {
  const all = family(3, 20);
  spoil(all);
  expect(await all.members.get(second)!.hand(tenant, ['a'])).toBe(false);
  all.all.delete(first);
  introduce(all.all);
  const next = beginnerOf(tenant, [second, third])!;
  expect(await all.members.get(next === second ? third : second)!.hand(tenant, ['a'])).toBe(true);
  expect(all.got.map(({ by }) => by)).toEqual([next]);
});

it('alone, or not introduced yet, hands nothing over', async () => {
  expect(await family(1).members.get(1)!.hand(tenant, ['a'])).toBe(false);
  const stranger = siblingsOver({ send: () => undefined, onWord: () => undefined });
  expect(await stranger.hand(tenant, ['a'])).toBe(false);
});

it.each([{ ready: 'http://127.0.0.1:1' }, 'x', null, { ask: 'one' }, { you: 1, all: [1, 2] }])(
  'does not carry %j',
  (word) => {
    const { all, words } = family(2);
    const before = words.length;
    carry(word, 1, all);
    expect(words.length).toBe(before);
  },
);

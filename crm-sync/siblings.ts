/** What processes that one command started side by side ask each other; supervise.ts carries the words between them. */
import { z } from 'zod';

/** Who has not answered by then is asked no longer: an answer saves work, nothing depends on it. */
const answerLimitMs = 250;

/** Told to the others. */
export const question = z.object({
  ask: z.int(),
  tenant: z.string(),
  subjects: z.array(z.string()),
});
export type Question = z.infer<typeof question>;

/** What is carried between processes. `from` and `to` name processes; whoever carries it writes them. */
export const siblingWord = z.union([
  question.extend({ from: z.int().optional() }),
  z.object({ answer: z.int(), to: z.int(), subjects: z.array(z.string()) }),
  /** To who asked: so many were asked. */
  z.object({ asked: z.int(), of: z.int() }),
]);
export type SiblingWord = z.infer<typeof siblingWord>;

export interface Siblings {
  /**
   * Tells the other processes that there are new events of these streams.
   * @returns those that another holds: they are sure to be read. Never rejects.
   */
  tell(tenant: string, subjects: readonly string[]): Promise<Set<string>>;
  /** @param held which of these streams this process holds, and will read */
  answerWith(held: (tenant: string, subjects: readonly string[]) => string[]): void;
}

/** What a process of several has of `process`. */
export interface Channel {
  send(word: SiblingWord): void;
  onWord(take: (word: unknown) => void): void;
}

interface Asked {
  found: Set<string>;
  answers: number;
  expected: number | undefined;
  done: () => void;
}

export function siblingsOver(channel: Channel, limitMs = answerLimitMs): Siblings {
  const open = new Map<number, Asked>();
  let last = 0;
  let answer: (tenant: string, subjects: readonly string[]) => string[] = () => [];

  function settle(asked: Asked): void {
    if (asked.expected !== undefined && asked.answers >= asked.expected) asked.done();
  }

  channel.onWord((raw) => {
    const parsed = siblingWord.safeParse(raw);
    if (!parsed.success) return;
    const word = parsed.data;
    if ('ask' in word) {
      if (word.from === undefined) return;
      channel.send({ answer: word.ask, to: word.from, subjects: answer(word.tenant, word.subjects) });
      return;
    }
    const asked = open.get('answer' in word ? word.answer : word.asked);
    if (!asked) return;
    if ('answer' in word) {
      for (const subject of word.subjects) asked.found.add(subject);
      asked.answers += 1;
    } else asked.expected = word.of;
    settle(asked);
  });

  return {
    tell(tenant, subjects) {
      if (subjects.length === 0) return Promise.resolve(new Set());
      const ask = (last += 1);
      return new Promise((resolve) => {
        const found = new Set<string>();
        const done = (): void => {
          clearTimeout(timer);
          open.delete(ask);
          resolve(found);
        };
        const timer = setTimeout(done, limitMs);
        open.set(ask, { found, answers: 0, expected: undefined, done });
        channel.send({ ask, tenant, subjects: [...subjects] });
      });
    },
    answerWith(held) {
      answer = held;
    },
  };
}

/** This process among those that `supervise` started. */
export function siblingsOf(process: NodeJS.Process): Siblings {
  return siblingsOver({
    // a channel that is closed means that the service ends
    send: (word) => void process.send?.(word, undefined, undefined, () => undefined),
    onWord: (take) => void process.on('message', take),
  });
}

/**
 * Carries one word between processes.
 * @param from who said it
 * @param others whom a question goes to
 */
export function carry(
  raw: unknown,
  from: number,
  others: ReadonlyMap<number, (word: SiblingWord) => void>,
  back: (word: SiblingWord) => void,
): void {
  const parsed = siblingWord.safeParse(raw);
  if (!parsed.success) return;
  const word = parsed.data;
  if ('answer' in word) return others.get(word.to)?.(word);
  if (!('ask' in word)) return;
  let of = 0;
  for (const [id, send] of others)
    if (id !== from) {
      send({ ...word, from });
      of += 1;
    }
  back({ asked: word.ask, of });
}

/**
 * Processes that one command started side by side. Those that answer know of each other, and agree without asking which of
 * them begins a tenant's streams; the others hand it what they stored. supervise.ts carries the words between them.
 */
import { createHash } from 'crypto';
import { z } from 'zod';

/** Who has not answered by then may be dead: what was handed over is done here, a second time at worst. */
const answerLimitMs = 1_000;

const ask = z.object({ ask: z.int(), to: z.int(), tenant: z.string(), subjects: z.array(z.string()) });
const answer = z.object({ answer: z.int(), to: z.int(), done: z.boolean() });
/** Carried from process to process; whoever carries a question writes who it is from. */
const carried = z.union([ask, answer]);
const heard = z.union([
  ask.extend({ from: z.int() }),
  answer,
  /** To each when one comes or goes: who it is and who answers. */
  z.object({ you: z.int(), all: z.array(z.int()) }),
]);
export type SiblingWord = z.infer<typeof heard> | z.infer<typeof carried>;

export interface Siblings {
  /**
   * Hands stored events' streams of a tenant to the process that begins them.
   * @returns whether they are marked or held there; false also when that process is this one. Never rejects.
   */
  hand(tenant: string, subjects: readonly string[]): Promise<boolean>;
  /** @param take marks or holds the streams; what it throws is answered as not done */
  takeWith(take: (tenant: string, subjects: readonly string[]) => Promise<void>): void;
}

/** What a process of several has of `process`. */
export interface Channel {
  send(word: SiblingWord): void;
  onWord(take: (word: unknown) => void): void;
}

/** The one that begins a tenant's streams: the same for all that know of the same processes, another for another tenant. */
export function beginnerOf(tenant: string, processes: readonly number[]): number | undefined {
  const rank = (id: number): string => createHash('sha256').update(`${id} ${tenant}`).digest('hex');
  return [...processes].sort((a, b) => (rank(a) < rank(b) ? -1 : 1))[0];
}

export function siblingsOver(channel: Channel, limitMs = answerLimitMs): Siblings {
  const open = new Map<number, (done: boolean) => void>();
  const beginners = new Map<string, number | undefined>();
  let here: { you: number; all: number[] } = { you: 0, all: [] };
  let last = 0;
  let take: (tenant: string, subjects: readonly string[]) => Promise<void> = () =>
    Promise.reject(new Error('takes nothing'));

  channel.onWord((raw) => {
    const parsed = heard.safeParse(raw);
    if (!parsed.success) return;
    const word = parsed.data;
    if ('answer' in word) return open.get(word.answer)?.(word.done);
    if ('you' in word) {
      here = word;
      return beginners.clear();
    }
    const reply = (done: boolean): void => channel.send({ answer: word.ask, to: word.from, done });
    take(word.tenant, word.subjects).then(
      () => reply(true),
      () => reply(false),
    );
  });

  return {
    hand(tenant, subjects) {
      if (!beginners.has(tenant)) beginners.set(tenant, beginnerOf(tenant, here.all));
      const to = beginners.get(tenant);
      if (to === undefined || to === here.you) return Promise.resolve(false);
      const number = (last += 1);
      return new Promise((resolve) => {
        const end = (done: boolean): void => {
          clearTimeout(timer);
          open.delete(number);
          resolve(done);
        };
        const timer = setTimeout(() => end(false), limitMs);
        open.set(number, end);
        channel.send({ ask: number, to, tenant, subjects: [...subjects] });
      });
    },
    takeWith(handler) {
      take = handler;
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

type Send = (word: SiblingWord) => void;

/** Tells each of them who there is. */
export function introduce(all: ReadonlyMap<number, Send>): void {
  for (const [you, send] of all) send({ you, all: [...all.keys()] });
}

/** Carries one word from a process to the one it names. One that is gone has done nothing. */
export function carry(raw: unknown, from: number, all: ReadonlyMap<number, Send>): void {
  const parsed = carried.safeParse(raw);
  if (!parsed.success) return;
  const word = parsed.data;
  const send = all.get(word.to);
  if ('answer' in word) return send?.(word);
  if (send) return send({ ...word, from });
  all.get(from)?.({ answer: word.ask, to: from, done: false });
}

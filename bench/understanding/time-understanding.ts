/** How long understanding a message takes: by its length, and of texts made to be slow. */
import { understand } from '../../src/safety/understand';
import { percentile } from '../figures';
import { hostile, messagesOf } from './messages';

export interface UnderstandingTimes {
  lengths: {
    characters: number;
    n: number;
    p50Ms: number;
    p99Ms: number;
    maxMs: number;
    nsPerCharacter: number;
  }[];
  hostile: { name: string; characters: number; maxMs: number }[];
}

const rounded = (ms: number): number => Math.round(ms * 1000) / 1000;

function timeOf(text: string): number {
  const begun = performance.now();
  understand(text, { language: 'pt-BR' });
  return performance.now() - begun;
}

/**
 * @param messages of 500 characters; a tenth as many of 5,000, a hundredth of 50,000 (of which the first 20,000 characters and the last
 *   2,000 are read)
 */
export function timeUnderstanding(messages: number, seed: number): UnderstandingTimes {
  // the book of phrases is made at the first message, and the engine warms up
  for (const text of messagesOf(500, 300, seed + 1)) timeOf(text);
  const lengths = [500, 5_000, 20_000, 50_000].map((characters) => {
    const n = Math.max(20, Math.round((messages * 500) / characters));
    const times = messagesOf(characters, n, seed).map(timeOf);
    const p50Ms = percentile(times, 0.5);
    return {
      characters,
      n,
      p50Ms: rounded(p50Ms),
      p99Ms: rounded(percentile(times, 0.99)),
      maxMs: rounded(Math.max(...times)),
      nsPerCharacter: Math.round((p50Ms * 1e6) / characters),
    };
  });
  const slowest = Object.entries(hostile).map(([name, text]) => ({
    name,
    characters: text.length,
    maxMs: rounded(Math.max(...[1, 2, 3].map(() => timeOf(text)))),
  }));
  return { lengths, hostile: slowest };
}

export function describeUnderstanding({ lengths, hostile: slow }: UnderstandingTimes): string {
  const rows = lengths.map(
    ({ characters, n, p50Ms, p99Ms, maxMs, nsPerCharacter }) =>
      `${String(characters).padStart(8)} characters (${n}): p50 ${p50Ms} ms, p99 ${p99Ms} ms, max ${maxMs} ms, ${nsPerCharacter} ns a character`,
  );
  const worst = slow.map(
    ({ name, characters, maxMs }) => `${name.padEnd(32)} ${String(characters).padStart(8)}  ${maxMs} ms`,
  );
  return ['understanding a message', ...rows, 'texts made to be slow, the slowest of three', ...worst].join(
    '\n',
  );
}

/** Seeded draws. Each is named rather than taken in turn, so that one decision never shifts another. Pure. */
import { createHash } from 'crypto';

const bits = 48;

/** A number in [0, 1): the first 48 bits of SHA-256 over the seed and the draw's name. */
export function draw(seed: number, ...name: readonly (string | number)[]): number {
  const digest = createHash('sha256')
    .update([seed, ...name].join('/'))
    .digest();
  return digest.readUIntBE(0, bits / 8) / 2 ** bits;
}

/** A whole number in [from, to]. */
export function between(drawn: number, from: number, to: number): number {
  return from + Math.floor(drawn * (to - from + 1));
}

/** One of the choices, each as often as its weight says. @throws RangeError without choices */
export function choose<T extends string>(drawn: number, weights: Readonly<Record<T, number>>): T {
  const choices = Object.entries(weights) as [T, number][];
  let left = drawn * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [choice, weight] of choices) if ((left -= weight) < 0) return choice;
  const last = choices.at(-1);
  if (!last) throw new RangeError('nothing to choose from');
  return last[0];
}

/** Random numbers that a seed repeats. */

/** Uniform in (0, 1): never 0, never 1. */
export type Random = () => number;

/**
 * 32-bit generator "sfc32" (Doty-Humphrey, PractRand), seeded through the finaliser of MurmurHash3.
 * @param stream another one of the same seed: what is drawn from one does not shift the other
 */
export function randomOf(seed: number, stream: number): Random {
  let mixed = (seed ^ Math.imul(stream + 1, 0x9e3779b1)) >>> 0;
  const word = (): number => {
    mixed = (mixed + 0x6d2b79f5) >>> 0;
    let one = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    one = Math.imul(one ^ (one >>> 13), 0xc2b2ae35);
    return (one ^ (one >>> 16)) >>> 0;
  };
  let [a, b, c, count] = [word(), word(), word(), 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let turn = 0; turn < 12; turn += 1) next();
  return () => (next() + 0.5) / 4_294_967_296;
}

export const exponential = (random: Random, mean: number): number => -Math.log(random()) * mean;

/** @param cv standard deviation ÷ mean; 0 = always the mean */
export function logNormal(random: Random, mean: number, cv: number): number {
  const variance = Math.log(1 + cv * cv);
  // Box and Muller (1958)
  const normal = Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  return mean * Math.exp(Math.sqrt(variance) * normal - variance / 2);
}

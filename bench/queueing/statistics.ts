/** Means, percentiles and their intervals. Pure. */

/** A figure and its interval of 95 %, over replications. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/** Student's t for 95 %, two-sided, by degrees of freedom; from 30 on the normal's is near enough. */
const student = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045,
];

export const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);

/** 0 of nothing. */
export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : sum(values) / values.length;

/** Half the width of the interval of a mean of independent values. */
function halfWidth(values: readonly number[]): number {
  if (values.length < 2) return Infinity;
  const middle = mean(values);
  const variance = sum(values.map((one) => (one - middle) ** 2)) / (values.length - 1);
  return (student[values.length - 2] ?? 1.96) * Math.sqrt(variance / values.length);
}

/** @param value what is shown instead of the mean, where it was reckoned over all replications at once */
export function estimateOf(replications: readonly number[], value = mean(replications)): Estimate {
  const half = halfWidth(replications);
  return { value, low: value - half, high: value + half };
}

/** Quotient of two means that were measured in pairs (Cochran, Sampling Techniques, 3rd ed., ch. 6). 0 / 0 is 1. */
export function ratioOf(above: readonly number[], below: readonly number[]): Estimate {
  const middle = mean(below);
  if (middle === 0) {
    const value = mean(above) === 0 ? 1 : Infinity;
    return { value, low: value, high: value };
  }
  const value = mean(above) / middle;
  const half = halfWidth(above.map((one, n) => (one - value * below[n]!) / middle));
  return { value, low: value - half, high: value + half };
}

/** By nearest rank; 0 of nothing. @param sorted ascending */
export const percentileOf = (sorted: ArrayLike<number>, share: number): number =>
  sorted.length === 0 ? 0 : sorted[Math.ceil(share * sorted.length) - 1]!;

/** Jain's index: 1 = all have the same, 1/n = one has everything (Jain, Chiu & Hawe, DEC-TR-301, 1984). */
export function fairness(values: readonly number[]): number {
  const squares = sum(values.map((one) => one * one));
  return squares === 0 ? 1 : sum(values) ** 2 / (values.length * squares);
}

/**
 * Counts in log-spaced buckets: any percentile is found within 1 %, whatever the range, and histograms of several cells
 * add up. Bucket i holds values from `ratio^i` to `ratio^(i+1)`; its middle is off by at most √1.0199 − 1 < 1 %.
 */
import type { Histogram } from '../store/documents';

const logRatio = Math.log(1.0199);
/** Values below 1 (no whole millisecond). */
const zero = 'zero';

function bucketOf(value: number): string {
  return value < 1 ? zero : String(Math.floor(Math.log(value) / logRatio + 1e-9));
}

function middleOf(bucket: string): number {
  return bucket === zero ? 0 : Math.exp((Number(bucket) + 0.5) * logRatio);
}

export function addTo(histogram: Histogram, value: number, times = 1): void {
  const bucket = bucketOf(value);
  histogram[bucket] = (histogram[bucket] ?? 0) + times;
}

export function sumOf(histograms: readonly Histogram[]): Histogram {
  const sum: Histogram = {};
  for (const histogram of histograms)
    for (const [bucket, count] of Object.entries(histogram)) sum[bucket] = (sum[bucket] ?? 0) + count;
  return sum;
}

/** The value at a rank (0 = smallest), within 1 %; undefined when there are not so many. */
function atRank(histogram: Histogram, rank: number): number | undefined {
  let below = 0;
  const sorted = Object.entries(histogram).sort(([a], [b]) => middleOf(a) - middleOf(b));
  for (const [bucket, count] of sorted) {
    below += count;
    if (rank < below) return middleOf(bucket);
  }
  return undefined;
}

function countOf(histogram: Histogram): number {
  return Object.values(histogram).reduce((sum, count) => sum + count, 0);
}

/** @param share 0 to 1, e.g. 0.95; nearest rank */
export function percentile(histogram: Histogram, share: number): number | undefined {
  return atRank(histogram, Math.max(0, Math.ceil(countOf(histogram) * share) - 1));
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function medianOf(histogram: Histogram): number | undefined {
  const count = countOf(histogram);
  const upper = atRank(histogram, Math.floor(count / 2));
  const lower = atRank(histogram, Math.floor((count - 1) / 2));
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}

/** Waiting before the next try: doubles from 1 s to 5 min, with jitter, so that many senders do not come back at once. */
export function backoffMs(failures: number, random: () => number): number {
  const ceiling = Math.min(300_000, 1_000 * 2 ** Math.max(0, failures - 1));
  return Math.round(ceiling / 2 + random() * (ceiling / 2));
}

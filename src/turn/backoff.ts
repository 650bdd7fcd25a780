/**
 * Waiting before the next try, with jitter, so that many senders do not come back at once. Doubles from 1 s to 20 s, so
 * that a restarted CRM is found soon; after a dozen failures in a row it is away for long, and asked every 5 min at most.
 */
export function backoffMs(failures: number, random: () => number): number {
  const ceiling = failures > 12 ? 300_000 : Math.min(20_000, 1_000 * 2 ** Math.max(0, failures - 1));
  return Math.round(ceiling / 2 + random() * (ceiling / 2));
}

/** The patient's day: Brazil's, three hours behind UTC all year (its west is one or two hours behind that). */
const behindUtcMs = 3 * 3_600_000;

/** @param at ISO time; @returns YYYY-MM-DD, or undefined where `at` is none */
export function localDay(at: string): string | undefined {
  const ms = Date.parse(at);
  return Number.isNaN(ms) ? undefined : new Date(ms - behindUtcMs).toISOString().slice(0, 10);
}

/** Percentiles and how they are shown. Pure. */

export interface Figures {
  n: number;
  p50Ms: number;
  p95Ms: number;
  maxMs: number;
}

/** By nearest rank. @param share in (0, 1] @throws RangeError without any values */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError('nothing was measured');
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? NaN;
}

/** Percentiles of durations in milliseconds. @throws RangeError without any */
export function figuresOf(durationsMs: readonly number[]): Figures {
  const at = (share: number): number => rounded(percentile(durationsMs, share));
  return { n: durationsMs.length, p50Ms: at(0.5), p95Ms: at(0.95), maxMs: at(1) };
}

const rounded = (ms: number): number => Math.round(ms * 10) / 10;

/** A Markdown table, aligned for reading in a terminal. */
export function table(rows: readonly (readonly [what: string, figures: Figures])[]): string {
  const cells = [
    ['milliseconds', 'n', 'p50', 'p95', 'max'],
    ...rows.map(([what, { n, p50Ms, p95Ms, maxMs }]) => [
      what,
      String(n),
      ...[p50Ms, p95Ms, maxMs].map((ms) => ms.toFixed(1)),
    ]),
  ];
  const widths = cells[0]!.map((_cell, column) => Math.max(...cells.map((row) => row[column]!.length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => (column ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  return [line(cells[0]!), rule, ...cells.slice(1).map(line)].join('\n');
}

/**
 * A cell: one metric's figures of one hour under fixed values of its few dimensions. Its key reads
 * `metric/2026-05-04T15/value/value…`: the hour (UTC) in which the conversation began, then the metric's dimensions.
 */
import type { CellDocument, Contribution } from '../store/documents';

export const hourMs = 3_600_000;

export type CellFigures = Omit<CellDocument, '_id' | 'version'>;

/** `2026-05-04T15` */
export function hourName(at: Date): string {
  return at.toISOString().slice(0, 13);
}

export function hourStart(name: string): Date {
  return new Date(`${name}:00:00.000Z`);
}

/** Values may be anybody's text: none of them can look like another key. */
export function cellKey(metric: string, hour: string, values: readonly string[]): string {
  return [metric, hour, ...values.map(encodeURIComponent)].join('/');
}

export interface CellName {
  metric: string;
  hour: string;
  values: string[];
}

export function parseCellKey(key: string): CellName {
  const [metric = '', hour = '', ...values] = key.split('/');
  return { metric, hour, values: values.map(decodeURIComponent) };
}

export function contribution(key: string, value?: number): Contribution {
  return value === undefined ? key : `${key}=${value}`;
}

export function parseContribution(text: Contribution): { key: string; value?: number } {
  const at = text.indexOf('=');
  return at < 0 ? { key: text } : { key: text.slice(0, at), value: Number(text.slice(at + 1)) };
}

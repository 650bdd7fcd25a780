/**
 * What the parts of a pack are called, for those who read decisions and rules: texts of the pack under keys made of the
 * part's id. Patients never read them.
 */
import type { Pack } from './pack';

export const packLabel = 'title';
export const rowLabel = (id: string): string => `row.${id}`;
export const outcomeLabel = (id: string): string => `outcome.${id}.title`;
export const derivedLabel = (id: string): string => `derived.${id}`;
export const flagLabel = (id: string): string => `flag.${id}`;

export interface Label {
  key: string;
  /** The row that is called so. */
  row?: string;
}

export function labelsOf(pack: Pack): Label[] {
  return [
    { key: packLabel },
    ...pack.table.map(({ id }) => ({ key: rowLabel(id), row: id })),
    ...pack.outcomes.map(({ id }) => ({ key: outcomeLabel(id) })),
    ...pack.redFlags.map(({ id }) => ({ key: flagLabel(id) })),
    ...Object.keys(pack.derived).map((id) => ({ key: derivedLabel(id) })),
  ];
}

/** Of the keys of a pack built in: is it one that only staff read? */
export function isLabel(key: string): boolean {
  return /^(?:title$|(?:row|flag|derived)\.|outcome\..+\.title$)/.test(key);
}

/** What one version says otherwise than another. Pure. */
import type { PackCase } from '../../settings/pack-cases';
import type { PackTexts } from '../../settings/packs';
import { canonicalJson } from '../../contract/canonical-json';
import type { Pack } from '../../src/triage/pack';
import { runCases, type CaseResult } from './run-cases';

export interface FieldChange {
  field: string;
  before?: unknown;
  after?: unknown;
}
export interface PartChange {
  /** As the pack's own field is called, `texts` for texts. */
  section: string;
  id: string;
  change: 'added' | 'removed' | 'changed' | 'moved';
  /** Of `changed`; of `added` and `removed` all its fields. */
  fields: FieldChange[];
}
export interface CaseChange {
  case: PackCase;
  before: CaseResult;
  after: CaseResult;
}

export interface PackContent {
  pack: Pack;
  texts: PackTexts;
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);

const lists = ['questions', 'redFlags', 'table', 'outcomes', 'plans'] as const;
const records = ['derived', 'computed', 'parameters', 'citations'] as const;
/** The order is the reader's: rules first. `id` and what this service writes itself are no differences. */
const others = [
  'scope',
  'redFlagOutcome',
  'outOfScope',
  'vitalUnknown',
  'use',
  'demonstration',
  'validFrom',
  'title',
  'notice',
  'licence',
  'records',
] as const;

export function packChanges(before: PackContent, after: PackContent): PartChange[] {
  const changes: PartChange[] = [];
  for (const section of lists) {
    const [old, young] = [before.pack[section] ?? [], after.pack[section] ?? []];
    changes.push(...itemChanges(section, byId(old), byId(young)));
    if (section === 'table') changes.push(...moves(old, young));
  }
  for (const section of records)
    changes.push(...itemChanges(section, before.pack[section] ?? {}, after.pack[section] ?? {}));
  for (const field of others) {
    const [old, young] = [before.pack[field], after.pack[field]];
    if (!same(old, young))
      changes.push({
        section: 'pack',
        id: field,
        change: 'changed',
        fields: [{ field, before: old, after: young }],
      });
  }
  for (const [language, texts] of Object.entries(after.texts))
    changes.push(...itemChanges(`texts ${language}`, before.texts[language as keyof PackTexts], texts));
  return changes;
}

/** Any JSON: entries of an object or list by their place. */
export function partChanges(before: unknown, after: unknown): PartChange[] {
  return itemChanges('', entriesOf(before), entriesOf(after));
}

/** Cases of either version that end otherwise: another outcome, or within another time. */
export function caseChanges(before: Pack, after: Pack, cases: readonly PackCase[]): CaseChange[] {
  const [old, young] = [runCases(before, cases), runCases(after, cases)];
  return cases.flatMap((one, at) => {
    const [was, is] = [old[at]!, young[at]!];
    const other = was.outcome !== is.outcome || was.urgencyMinutes !== is.urgencyMinutes;
    return other ? [{ case: one, before: was, after: is }] : [];
  });
}

function byId(items: readonly { id: string }[]): Record<string, unknown> {
  return Object.fromEntries(items.map(({ id, ...rest }) => [id, rest]));
}

function entriesOf(value: unknown): Record<string, unknown> {
  if (!Array.isArray(value)) return (value ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    value.map((item: unknown, at) => {
      const { id, department } = item as { id?: unknown; department?: unknown };
      const name =
        typeof id === 'string' ? id : typeof department === 'string' ? `${at + 1} ${department}` : at + 1;
      return [String(name), item];
    }),
  );
}

function itemChanges(
  section: string,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): PartChange[] {
  const ids = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return ids.flatMap((id): PartChange[] => {
    const [old, young] = [before[id], after[id]];
    if (same(old, young)) return [];
    const change = old === undefined ? 'added' : young === undefined ? 'removed' : 'changed';
    return [{ section, id, change, fields: fieldChanges(section, old, young) }];
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fieldChanges(section: string, old: unknown, young: unknown): FieldChange[] {
  // a named condition is one thing, however it is written
  const whole = section === 'derived' || !isRecord(old ?? young) || (old !== undefined && !isRecord(old));
  if (whole) return [{ field: section === 'derived' ? 'when' : '', before: old, after: young }];
  const [was, is] = [(old ?? {}) as Record<string, unknown>, (young ?? {}) as Record<string, unknown>];
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return fields.flatMap((field) =>
    same(was[field], is[field]) ? [] : [{ field, before: was[field], after: is[field] }],
  );
}

/** Order is meaning: rows that stand before others they stood behind. */
function moves(before: readonly { id: string }[], after: readonly { id: string }[]): PartChange[] {
  const kept = new Set(after.map(({ id }) => id));
  const old = before.filter(({ id }) => kept.has(id)).map(({ id }) => id);
  const known = new Set(old);
  const young = after.filter(({ id }) => known.has(id)).map(({ id }) => id);
  return young.flatMap((id, at) => {
    const behind = new Set(old.slice(old.indexOf(id) + 1));
    const overtaken = young.slice(0, at).some((other) => behind.has(other));
    return overtaken ? [{ section: 'table', id, change: 'moved' as const, fields: [] }] : [];
  });
}

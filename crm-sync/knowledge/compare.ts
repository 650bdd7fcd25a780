/** What one version says otherwise than another, as the page shows it. Pure. */
import { canonicalJson } from '../../contract/canonical-json';
import type { PackCase } from '../../settings/pack-cases';
import type { PackTexts } from '../../settings/packs';
import { diffPacks, type PackDiff, type PartChange as Change } from '../../src/triage/diff';
import type { Pack } from '../../src/triage/pack';

export interface FieldChange {
  field: string;
  before?: unknown;
  after?: unknown;
}
export interface PartChange {
  /** A part of the pack (`row`, `question` …), `text <language>` for texts, empty for other knowledge. */
  section: string;
  id: string;
  change: Change['change'];
  /** Of `changed`; of `added` and `removed` all its fields. */
  fields: FieldChange[];
}

export interface PackContent {
  pack: Pack;
  texts: PackTexts;
}

/** Generated people whom both versions decide on: enough to show a change, few enough for a page. */
const samples = 500;

export function comparePacks(
  before: PackContent,
  after: PackContent,
  cases: { before: readonly PackCase[]; after: readonly PackCase[] },
): { diff: PackDiff; changes: PartChange[] } {
  const sides = [
    { ...before, cases: cases.before },
    { ...after, cases: cases.after },
  ] as const;
  const diff = diffPacks(sides[0], sides[1], { samples });
  const shown = new Map<string, PartChange>();
  for (const change of diff.changes) {
    // what this service writes itself is no difference between versions
    if (change.part === 'pack' && ['version', 'status', 'signatures'].includes(change.field ?? '')) continue;
    // cases have a list of their own
    if (change.part === 'case') continue;
    const section = change.part === 'text' ? `text ${change.field}` : change.part;
    const name = `${section} ${change.id} ${change.change}`;
    const item = shown.get(name) ?? { section, id: change.id, change: change.change, fields: [] };
    item.fields.push(...fieldsOf(change, before.pack, after.pack));
    shown.set(name, item);
  }
  return { diff, changes: [...shown.values()] };
}

/** Any JSON: entries of an object or list by their place. */
export function partChanges(before: unknown, after: unknown): PartChange[] {
  const [old, young] = [entriesOf(before), entriesOf(after)];
  const ids = [...new Set([...Object.keys(young), ...Object.keys(old)])];
  return ids.flatMap((id): PartChange[] => {
    const [was, is] = [old[id], young[id]];
    if (same(was, is)) return [];
    const change = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
    return [{ section: '', id, change, fields: fieldChanges(was, is) }];
  });
}

/** Values as they are in the packs, so that the page can say conditions in the reader's language. */
function fieldsOf(change: Change, before: Pack, after: Pack): FieldChange[] {
  if (change.part === 'text') return [{ field: '', before: change.from, after: change.to }];
  if (change.change === 'moved') return [];
  const [was, is] = [entryOf(before, change), entryOf(after, change)];
  if (change.change !== 'changed') return fieldChanges(was, is);
  const field = change.field ?? '';
  return [{ field, before: was?.[field], after: is?.[field] }];
}

type Entry = Readonly<Record<string, unknown>>;

function entryOf(pack: Pack, { part, id }: Change): Entry | undefined {
  const among = (list: readonly { id: string }[] = []): Entry | undefined => {
    const found = list.find((one) => one.id === id);
    if (!found) return undefined;
    const { id: _id, ...entry } = found;
    return entry;
  };
  const named = (record: Readonly<Record<string, unknown>> = {}): unknown =>
    Object.hasOwn(record, id) ? record[id] : undefined;
  switch (part) {
    case 'row':
      return among(pack.table);
    case 'question':
      return among(pack.questions);
    case 'red-flag':
      return among(pack.redFlags);
    case 'outcome':
      return among(pack.outcomes);
    case 'plan':
      return among(pack.plans);
    case 'derived':
      return named(pack.derived) === undefined ? undefined : { when: named(pack.derived) };
    case 'computed':
      return named(pack.computed) as Entry | undefined;
    case 'parameter':
      return named(pack.parameters) as Entry | undefined;
    case 'citation':
      return named(pack.citations) as Entry | undefined;
    case 'scope':
      return pack.scope;
    case 'pack':
    case 'text':
    case 'case':
      return pack;
  }
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);

const isRecord = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fieldChanges(old: unknown, young: unknown): FieldChange[] {
  if ((old !== undefined && !isRecord(old)) || (young !== undefined && !isRecord(young)))
    return [{ field: '', before: old, after: young }];
  const [was, is] = [old ?? {}, young ?? {}];
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return fields.flatMap((field) =>
    same(was[field], is[field]) ? [] : [{ field, before: was[field], after: is[field] }],
  );
}

function entriesOf(value: unknown): Entry {
  if (!Array.isArray(value)) return (value ?? {}) as Entry;
  return Object.fromEntries(
    value.map((item: unknown, at) => {
      const { id, department } = item as { id?: unknown; department?: unknown };
      const name =
        typeof id === 'string' ? id : typeof department === 'string' ? `${at + 1} ${department}` : at + 1;
      return [String(name), item];
    }),
  );
}

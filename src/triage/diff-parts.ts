/** What changed between two versions of a pack, part by part and in words. Pure. */
import type { PackCase } from '../../settings/pack-cases';
import type { Texts } from './analyse-structure';
import { formulaInWords, inWords } from './in-words';
import type { Condition, Formula, Pack } from './pack';

export type PartKind =
  | 'pack'
  | 'citation'
  | 'scope'
  | 'question'
  | 'derived'
  | 'computed'
  | 'parameter'
  | 'red-flag'
  | 'row'
  | 'outcome'
  | 'plan'
  | 'text'
  | 'case';

export interface PartChange {
  part: PartKind;
  id: string;
  change: 'added' | 'removed' | 'changed' | 'moved';
  /** The field that changed, such as `when` or `urgencyMinutes`; of a text, the language. */
  field?: string;
  /** In words. */
  from?: string;
  to?: string;
}

export interface PackSide {
  pack: Pack;
  texts?: Texts;
  cases?: readonly PackCase[];
}

type Entry = Readonly<Record<string, unknown>>;
type Entries = ReadonlyMap<string, Entry>;

export function changedParts(before: PackSide, after: PackSide): PartChange[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  return [
    ...[...old.keys()].flatMap((part) => changedEntries(part, old.get(part)!, now.get(part)!)),
    ...movedIds(before.pack.table, after.pack.table, 'row'),
    ...movedIds(before.pack.questions, after.pack.questions, 'question'),
    ...changedTexts(before.texts ?? {}, after.texts ?? {}),
  ].sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part));
}

const order: readonly PartKind[] = [
  'pack',
  'scope',
  'row',
  'red-flag',
  'outcome',
  'question',
  'derived',
  'computed',
  'parameter',
  'plan',
  'citation',
  'text',
  'case',
];

function partsOf({ pack, cases = [] }: PackSide): Map<PartKind, Entries> {
  const {
    citations,
    scope,
    questions,
    derived,
    computed = {},
    parameters,
    redFlags,
    table,
    outcomes,
    plans = [],
    ...about
  } = pack;
  const byId = (list: readonly { id: string }[]): Entries =>
    new Map(list.map(({ id, ...entry }) => [id, entry as Entry]));
  const byKey = (record: Readonly<Record<string, unknown>>, field?: string): Entries =>
    new Map(Object.entries(record).map(([id, value]) => [id, field ? { [field]: value } : (value as Entry)]));
  return new Map<PartKind, Entries>([
    ['pack', new Map([[pack.id, about as Entry]])],
    ['scope', new Map([['scope', scope as Entry]])],
    ['row', byId(table)],
    ['red-flag', byId(redFlags)],
    ['outcome', byId(outcomes)],
    ['question', byId(questions)],
    ['derived', byKey(derived, 'when')],
    ['computed', byKey(computed, 'formula')],
    ['parameter', byKey(parameters)],
    ['plan', byId(plans)],
    ['citation', byKey(citations)],
    ['case', byId(cases)],
  ]);
}

function changedEntries(part: PartKind, old: Entries, now: Entries): PartChange[] {
  // a pack that is called otherwise is still one pack
  if (part === 'pack') {
    const [[was, before], [is, after]] = [[...old][0]!, [...now][0]!];
    return changedFields(part, is, { id: was, ...before }, { id: is, ...after });
  }
  const removed = [...old].flatMap(([id, entry]): PartChange[] =>
    now.has(id) ? [] : [{ part, id, change: 'removed', from: entryInWords(entry) }],
  );
  const rest = [...now].flatMap(([id, entry]): PartChange[] => {
    const before = old.get(id);
    if (!before) return [{ part, id, change: 'added', to: entryInWords(entry) }];
    return changedFields(part, id, before, entry);
  });
  return [...removed, ...rest];
}

function changedFields(part: PartKind, id: string, before: Entry, after: Entry): PartChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field): PartChange[] => {
    const [from, to] = [before[field], after[field]];
    if (JSON.stringify(from) === JSON.stringify(to)) return [];
    return [
      { part, id, change: 'changed', field, from: fieldInWords(field, from), to: fieldInWords(field, to) },
    ];
  });
}

function entryInWords(entry: Entry): string {
  return Object.entries(entry)
    .map(([field, value]) => `${field}: ${fieldInWords(field, value)}`)
    .join('; ');
}

function fieldInWords(field: string, value: unknown): string {
  if (value === undefined) return 'none';
  if (field === 'when') return inWords(value as Condition);
  if (field === 'formula' && typeof value === 'object') return formulaInWords(value as Formula);
  if (field === 'source') {
    const { citation, at } = value as { citation: string; at: string };
    return `${citation}, ${at}`;
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Those that stand elsewhere among the ones both have: all but a longest run that kept its order. */
function movedIds(
  old: readonly { id: string }[],
  now: readonly { id: string }[],
  part: PartKind,
): PartChange[] {
  const places = new Map(old.map(({ id }, place) => [id, place]));
  const common = now.flatMap(({ id }, place) => {
    const was = places.get(id);
    return was === undefined ? [] : [{ id, was, place }];
  });
  const best: Array<{ length: number; before: number }> = [];
  common.forEach(({ was }, at) => {
    let found = { length: 1, before: -1 };
    for (let before = 0; before < at; before += 1) {
      const length = best[before]!.length + 1;
      if (common[before]!.was < was && length > found.length) found = { length, before };
    }
    best.push(found);
  });
  const kept = new Set<string>();
  const longest = Math.max(0, ...best.map(({ length }) => length));
  for (let at = best.findIndex(({ length }) => length === longest); at >= 0; at = best[at]!.before)
    kept.add(common[at]!.id);
  return common
    .filter(({ id }) => !kept.has(id))
    .map(({ id, was, place }): PartChange => {
      const above = now[place - 1]?.id;
      const to = `place ${place + 1}, ${above === undefined ? 'first' : `below ${above}`}`;
      return { part, id, change: 'moved', from: `place ${was + 1}`, to };
    });
}

function changedTexts(old: Texts, now: Texts): PartChange[] {
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((language) => {
    const [before, after] = [old[language] ?? {}, now[language] ?? {}];
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((id): PartChange[] => {
      const [from, to] = [before[id], after[id]];
      if (from === to) return [];
      const change = from === undefined ? 'added' : to === undefined ? 'removed' : 'changed';
      const told = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
      return [{ part: 'text', id, change, field: language, ...told }];
    });
  });
}

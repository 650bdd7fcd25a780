/** What can be seen of a pack without searching: signatures, safety nets, citations and texts nobody uses. */
import type { Finding } from './analyse-finding';
import { labelsOf } from './labels';
import { textKeys } from './validate';
import type { Pack } from './pack';

export type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

export function structureFindings(
  pack: Pack,
  texts: Texts | undefined,
  citedByCases: ReadonlySet<string>,
): Finding[] {
  return [
    ...signatureFindings(pack),
    ...safetyNetFindings(pack, texts),
    ...unusedFindings(pack, texts, citedByCases),
  ];
}

const same = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ');

function signatureFindings({ status, signatures }: Pack): Finding[] {
  const names = new Set(signatures.map(({ name }) => same(name)));
  if ((status !== 'signed' && status !== 'active') || names.size >= 2) return [];
  return [
    {
      severity: 'problem',
      code: 'signatures',
      at: 'signatures',
      rows: [],
      message: `is ${status} with the signatures of ${names.size === 0 ? 'nobody' : 'one clinician'}: two are needed`,
    },
  ];
}

/** A safety net is a text of its own: the advice said again is none. */
function safetyNetFindings({ outcomes }: Pack, texts: Texts | undefined): Finding[] {
  return outcomes.flatMap(({ id, advice, safetyNet }, index): Finding[] => {
    const isSame = (byKey: Readonly<Record<string, string>>): boolean =>
      byKey[advice] !== undefined && byKey[advice] === byKey[safetyNet];
    const repeats = advice === safetyNet || Object.values(texts ?? {}).some(isSame);
    if (!repeats) return [];
    const message = `outcome ${id} has no safety net: it only says its advice again`;
    return [
      { severity: 'problem', code: 'no-safety-net', at: `outcomes.${index}.safetyNet`, rows: [], message },
    ];
  });
}

function unusedFindings(pack: Pack, texts: Texts | undefined, citedByCases: ReadonlySet<string>): Finding[] {
  const notes: Finding[] = [];
  const note = (at: string, message: string): unknown =>
    notes.push({ severity: 'note', code: 'unused', at, rows: [], message });
  const cited = new Set<unknown>(citedByCases);
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('citation' in value) cited.add(value.citation);
    Object.values(value).forEach(collect);
  };
  collect(pack);
  for (const id of Object.keys(pack.citations))
    if (!cited.has(id)) note(`citations.${id}`, `no rule and no case cites ${id}`);
  const refs = new Set([...JSON.stringify(pack).matchAll(/"ref":"([^"]+)"/g)].map(([, id]) => id));
  for (const id of Object.keys(pack.derived))
    if (!refs.has(id)) note(`derived.${id}`, `nothing refers to the derived condition ${id}`);
  const decided = new Set([
    ...pack.table.map(({ outcome }) => outcome),
    ...[pack.vitalUnknown, pack.redFlagOutcome, pack.outOfScope].map((part) => part?.outcome),
  ]);
  pack.outcomes.forEach(({ id }, index) => {
    if (!decided.has(id)) note(`outcomes.${index}`, `nothing ends in outcome ${id}`);
  });
  const keys = new Set([...textKeys(pack), ...labelsOf(pack).map(({ key }) => key)]);
  for (const [language, byKey] of Object.entries(texts ?? {})) {
    const spare = Object.keys(byKey).filter((key) => !keys.has(key));
    if (spare.length > 0)
      note(
        language,
        `texts nothing asks for: ${spare.slice(0, 5).join(', ')}${spare.length > 5 ? ', …' : ''}`,
      );
  }
  return notes;
}

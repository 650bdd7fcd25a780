/** All that can be found wrong with a pack: its parts, its texts, its cases, and what its table does over all answers. Pure. */
import type { PackCase } from '../../settings/pack-cases';
import { caseFindings } from './analyse-cases';
import type { Finding } from './analyse-finding';
import { questionFindings } from './analyse-questions';
import { randomAnswers, seeded } from './analyse-random';
import { structureFindings, type Texts } from './analyse-structure';
import { TableAnalysis } from './analyse-table';
import {
  labelFindings,
  languageFindings,
  otherWordsFindings,
  placeFindings,
  unitFindings,
} from './analyse-texts';
import { decideNow, vitalUnknownRow } from './evaluate';
import { PackError, type PackProblem, type PackProblemCode } from './pack-problem';
import type { Answers, Pack } from './pack';
import { validatePack } from './validate';

export interface AnalyseOptions {
  /** By language: every text the pack names must be in each. */
  texts?: Texts;
  /** Without them, none is checked, and nothing is known of what is meant. */
  cases?: readonly PackCase[];
  /** Generated answer sets, besides the search; the same ones for the same seed. */
  samples?: number;
  seed?: number;
  onProgress?: (done: number, of: number) => void;
}

export interface Analysis {
  /** None of the findings is a problem. */
  valid: boolean;
  findings: Finding[];
  /** What the claims rest on. */
  checked: {
    /** `exhaustive`: every search over the answer space was finished. `searched`: some were not, see `unproved`. `not`: not begun. */
    table: 'exhaustive' | 'searched' | 'not';
    unproved: string[];
    searches: number;
    samples: number;
    seed: number;
    cases: number;
  };
}

/** Problems that leave the table readable, so that the rest is looked at all the same. */
const readable: readonly PackProblemCode[] = ['text-missing'];

/**
 * @param raw a pack as it was read: not yet known to be one
 */
export function analysePack(raw: unknown, options: AnalyseOptions = {}): Analysis {
  const { texts, cases, samples = 2000, seed = 1, onProgress } = options;
  const checked = { unproved: [] as string[], searches: 0, samples: 0, seed, cases: cases?.length ?? 0 };
  const found: Finding[] = [];
  let pack: Pack;
  try {
    pack = validatePack(raw, texts);
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    found.push(...error.problems.map((problem) => asFinding(raw, problem)));
    if (!error.problems.every(({ code }) => readable.includes(code)))
      return { valid: false, findings: found, checked: { ...checked, table: 'not' } };
    pack = validatePack(raw);
  }
  found.push(...structureFindings(pack, texts, new Set(cases?.map(({ source }) => source.citation))));
  found.push(...labelFindings(pack, texts), ...placeFindings(pack, texts), ...languageFindings(pack, texts));
  found.push(...unitFindings(pack), ...otherWordsFindings(pack));
  const judged = cases && caseFindings(pack, cases);
  if (judged) found.push(...judged.findings);
  const table = new TableAnalysis(pack, judged?.meant ?? [], onProgress);
  table.run();
  questionFindings(table);
  const { findings, unproved, searches } = table;
  found.push(...findings);
  for (const what of unproved)
    found.push({
      severity: 'note',
      code: 'not-proved',
      at: 'table',
      rows: [],
      message: `not known after a long search: ${what}`,
    });
  found.push(...sampled(pack, table, samples, seed, found));
  return {
    valid: found.every(({ severity }) => severity === 'note'),
    findings: found.sort((a, b) => Number(a.severity === 'note') - Number(b.severity === 'note')),
    checked: {
      ...checked,
      table: unproved.length === 0 && table.space.isComplete ? 'exhaustive' : 'searched',
      unproved,
      searches,
      samples,
    },
  };
}

/** What the evaluator says of generated people: no mild outcome without a vital answer, no hidden row the search left open. */
function sampled(
  pack: Pack,
  table: TableAnalysis,
  samples: number,
  seed: number,
  known: readonly Finding[],
): Finding[] {
  const { space, solver } = table;
  const random = seeded(seed);
  const { rows, questions } = space.pack;
  const placeOf = new Map(rows.map(({ row }, place) => [row.id, place]));
  const seen = new Set(
    known.filter(({ code }) => code === 'hidden-row').map(({ rows: pair }) => pair.join(' ')),
  );
  const isProved = space.isComplete && !known.some(({ code }) => code === 'not-proved');
  const findings: Finding[] = [];
  const add = (finding: Omit<Finding, 'severity'>): unknown =>
    findings.push({ severity: 'problem', ...finding });
  const vitals = questions.filter(({ question }) => question?.kind === 'vital');
  for (let count = 0; count < samples; count += 1) {
    const answers: Answers = randomAnswers(space, solver, random);
    const { outcome, row } = decideNow(pack, answers);
    if (outcome.disposition === 'mild' && row !== vitalUnknownRow) {
      const missing = vitals.find(({ id }) => answers[id] === 'unknown');
      if (missing && !seen.has(missing.id)) {
        seen.add(missing.id);
        const message = `row ${row} gives a mild outcome, and the vital ${missing.id} is not known`;
        add({
          code: 'vital-unknown',
          at: `table.${placeOf.get(row)}`,
          rows: [row],
          message,
          witness: answers,
        });
      }
    }
    const at = placeOf.get(row);
    if (isProved || at === undefined) continue;
    const next = table.hiddenFrom(at, answers);
    if (!next || seen.has(`${row} ${next.row.id}`)) continue;
    seen.add(`${row} ${next.row.id}`);
    const message = `row ${row} (${outcome.urgencyMinutes} min) hides row ${next.row.id} (${next.outcome.urgencyMinutes} min): found in generated answers`;
    add({ code: 'hidden-row', at: `table.${at}`, rows: [row, next.row.id], message, witness: answers });
  }
  return findings;
}

/** A problem of the parts, with the row it is in and a name for what is missing there. */
function asFinding(raw: unknown, { code, at, message }: PackProblem): Finding {
  const [list, place, part = ''] = at.split('.');
  const parts = (raw as Record<string, unknown> | null)?.[list ?? ''];
  const entry = Array.isArray(parts) ? (parts[Number(place)] as { id?: unknown } | undefined) : undefined;
  const id = typeof entry?.id === 'string' ? entry.id : undefined;
  const isRow = list === 'table' && id !== undefined;
  const found = codeOf(code, at, part, message);
  const what = code === 'shape' && lacks[found] ? `${lacks[found]}: ${message}` : message;
  const named = id !== undefined && !what.includes(id) ? `${isRow ? 'row ' : ''}${id} ${what}` : what;
  return { severity: 'problem', code: found, at, rows: isRow ? [id] : [], message: named };
}

const lacks: Partial<Record<Finding['code'], string>> = {
  'unknown-meaning': 'does not say what unknown means',
  'no-safety-net': 'has no safety net',
  uncited: 'has no source',
};

function codeOf(code: PackProblemCode, at: string, part: string, message: string): Finding['code'] {
  if (code === 'unknown-reference' && message.startsWith('there is no citation')) return 'uncited';
  if (code !== 'shape') return code;
  if (part === 'unknown') return 'unknown-meaning';
  if (part === 'safetyNet') return 'no-safety-net';
  return part === 'source' || /^(vitalUnknown|outOfScope|redFlagOutcome)\.source/.test(at) ? 'uncited' : code;
}

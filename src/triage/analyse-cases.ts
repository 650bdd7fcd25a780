/** Embedded cases: whether they are answers at all, end as expected, reach every row, and stand on both sides of limits. */
import { conceptOf } from '../../settings/concepts';
import type { PackCase } from '../../settings/pack-cases';
import { checkAnswer } from './answer';
import type { Finding } from './analyse-finding';
import type { Meant } from './analyse-table';
import { compiled, type CompiledPack, type Slot } from './compile';
import { decideNow, outOfScopeRow, redFlagRow, vitalUnknownRow, type Decided } from './evaluate';
import { Situation } from './situation';
import type { Answers, AnswerScalar, Pack, Question } from './pack';

export const fewestCases = 15;

/** Every question answered, as the case says for those it does not list. */
export function answersOfCase(pack: Pack, { answers, rest }: Pick<PackCase, 'answers' | 'rest'>): Answers {
  const full: Record<string, AnswerScalar> = {};
  for (const { id, type } of pack.questions)
    full[id] = type === 'yes-no' && rest === 'no' ? false : 'unknown';
  for (const [id, value] of Object.entries(answers)) full[id] = value ?? 'unknown';
  return full;
}

export function caseFindings(pack: Pack, cases: readonly PackCase[]): { findings: Finding[]; meant: Meant } {
  const findings: Finding[] = [];
  const meant: Array<{ row: string; answers: Answers }> = [];
  const ids = new Set<string>();
  for (const item of cases) {
    const at = `cases.${item.id}`;
    if (ids.has(item.id))
      findings.push(problem('duplicate-id', at, [], `the case ${item.id} is there twice`));
    ids.add(item.id);
    const invalid = invalidParts(pack, item);
    for (const message of invalid)
      findings.push(problem('case-invalid', at, [], `case ${item.id}: ${message}`));
    const answers = answersOfCase(pack, item);
    const decided = decideNow(pack, answers);
    const wrong = differences(item, decided);
    if (wrong.length > 0)
      findings.push({
        ...problem(
          'case-failing',
          at,
          [decided.row],
          `case ${item.id}: ${wrong.join('; ')} (row ${decided.row})`,
        ),
        witness: answers,
      });
    else if (invalid.length === 0) meant.push({ row: decided.row, answers });
  }
  if (cases.length < fewestCases)
    findings.push(
      problem('too-few-cases', 'cases', [], `${cases.length} embedded cases; ${fewestCases} at least`),
    );
  const hit = new Set(meant.map(({ row }) => row));
  pack.table.forEach(({ id }, index) => {
    if (hit.has(id)) return;
    findings.push(
      problem('row-without-case', `table.${index}`, [id], `no embedded case ends, as expected, in row ${id}`),
    );
  });
  findings.push(...limitNotes(pack, meant));
  return { findings, meant };
}

function problem(code: Finding['code'], at: string, rows: string[], message: string): Finding {
  return { severity: 'problem', code, at, rows, message };
}

const ownRows = [vitalUnknownRow, redFlagRow, outOfScopeRow];

function questionOf(pack: Pack, id: string): Question | undefined {
  const asked = pack.use === 'follow-up' && id.startsWith('previous.') ? id.slice('previous.'.length) : id;
  return pack.questions.find((item) => item.id === asked);
}

/** What is neither a question nor anything a red flag of the universal list looks at, nor a concept of that list. */
function unreadParts(pack: Pack, { answers }: PackCase): string[] {
  const { slotOf } = compiled(pack);
  return Object.keys(answers).filter(
    (id) => !questionOf(pack, id) && !slotOf.has(id) && !conceptOf(id) && !aboutPerson.has(id),
  );
}

/** What a source says of whom a case is about, though no rule asks for it. */
const aboutPerson = new Set(['sex']);

function invalidParts(pack: Pack, item: PackCase): string[] {
  const { answers, source, expect } = item;
  const wrong = unreadParts(pack, item).map((id) => `${id} is neither a question nor a concept`);
  for (const [id, value] of Object.entries(answers)) {
    const question = questionOf(pack, id);
    if (!question || value === null || value === 'unknown') continue;
    const answer = checkAnswer(question, value);
    if (!answer.ok) wrong.push(`${id} ${answer.reason}`);
  }
  if (!Object.hasOwn(pack.citations, source.citation)) wrong.push(`there is no citation ${source.citation}`);
  if (!pack.outcomes.some(({ id }) => id === expect.outcome))
    wrong.push(`there is no outcome ${expect.outcome}`);
  if (
    expect.row !== undefined &&
    !ownRows.includes(expect.row) &&
    !pack.table.some(({ id }) => id === expect.row)
  )
    wrong.push(`there is no row ${expect.row}`);
  return wrong;
}

function differences({ expect }: PackCase, { outcome, row, redFlags }: Decided): string[] {
  const wrong: string[] = [];
  const compare = (name: string, wanted: unknown, got: unknown): void => {
    if (wanted !== got) wrong.push(`${name} is ${got}, expected ${wanted}`);
  };
  compare('outcome', expect.outcome, outcome.id);
  compare('disposition', expect.disposition, outcome.disposition);
  compare('urgencyMinutes', expect.urgencyMinutes, outcome.urgencyMinutes);
  if (expect.row !== undefined) compare('row', expect.row, row);
  const raised = redFlags.map(({ concept }) => concept);
  for (const flag of expect.redFlags ?? [])
    if (!raised.includes(flag)) wrong.push(`red flag ${flag} is not raised`);
  return wrong;
}

/** Limits of the pack's own conditions for which no case is close by on one side or the other. */
function limitNotes(pack: Pack, meant: Meant): Finding[] {
  const ready = compiled(pack);
  const situations = meant.map(({ answers }) => new Situation(ready, answers, true));
  const told = new Map<Slot, number[]>();
  const notes: Finding[] = [];
  for (const [slot, limit] of ownLimits(ready)) {
    let values = told.get(slot);
    if (!values) {
      values = situations.flatMap(({ values: all }) => {
        const value = all[slot.at];
        return typeof value === 'number' ? [value] : [];
      });
      told.set(slot, values);
    }
    const { min = -Infinity, max = Infinity } = slot.question ?? {};
    // the ends of the range are no limits
    if (limit <= min || limit > max) continue;
    const step = slot === ready.ages.days ? 31 : 1;
    const sides = [
      values.some((value) => value < limit && value >= limit - step) ? '' : `just below ${limit}`,
      values.some((value) => value >= limit && value < limit + step) ? '' : `at ${limit}`,
    ].filter(Boolean);
    if (sides.length === 0) continue;
    notes.push({
      severity: 'note',
      code: 'threshold-without-case',
      at: slot.question ? `questions.${pack.questions.indexOf(slot.question)}` : `computed.${slot.id}`,
      rows: [],
      message: `no embedded case has ${slot.id} ${sides.join(' or ')}`,
    });
  }
  return notes;
}

/** The universal red flags' limits are judged elsewhere. */
function ownLimits(ready: CompiledPack): Array<[Slot, number]> {
  const own = new Set(JSON.stringify(ready.pack).match(/\{"(?:gte|lt)":\["[^"]+",-?[\d.]+\]\}/g));
  const seen = new Set<string>();
  return ready.comparisons.flatMap((source): Array<[Slot, number]> => {
    if (!own.has(JSON.stringify(source))) return [];
    const [id, limit] = 'gte' in source ? source.gte : 'lt' in source ? source.lt : ['', 0];
    const slot = ready.slotOf.get(id);
    if (!slot || seen.has(`${id} ${limit}`)) return [];
    seen.add(`${id} ${limit}`);
    return [[slot, limit]];
  });
}

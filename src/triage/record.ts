/** Rows recorded elsewhere (another form, a published data set) → answers of a pack. */
import { concepts, type Concept } from '../../settings/concepts';
import { checkAnswer, checkNumber, type AnswerCheck } from './answer';
import { inputsOf } from './computed';
import type { Answers, AnswerScalar, Pack, Question } from './pack';

export interface FieldProblem {
  field: string;
  reason: string;
}

export interface RecordReading {
  answers: Answers;
  problems: FieldProblem[];
  /** Fields that neither the pack nor its `records.ignore` knows. */
  unread: string[];
}

/**
 * Makes the reader of recorded rows of one pack. Booleans may be written true, false, 1 or 0, numbers as text; `null`
 * and the empty text mean "not given". Where the pack says how rows are recorded (`records`), only that vocabulary is
 * taken; else the pack's own, and yes, no and `'unknown'` for every question, and `previous.<question>` for what was told
 * last time. Concepts that are no questions are read too: they can be red flags. A question about several things at once,
 * which rows that name each of them do not answer, is answered no by a row that denies them all (`deniedBy`).
 */
export function recordReader(pack: Pack): (row: Readonly<Record<string, unknown>>) => RecordReading {
  const ignored = new Set(pack.records?.ignore);
  const absent = Object.entries(pack.records?.absentIs ?? {});
  const deniable = pack.questions.filter(({ deniedBy }) => deniedBy);
  const fields = new Map<string, (value: unknown) => AnswerCheck>();
  for (const [id, { kind, unit }] of Object.entries<Concept>(concepts))
    fields.set(id, conceptReader(kind, 0, mostOf[unit ?? '']));
  for (const question of pack.questions) {
    const codes = new Map(Object.entries(pack.records?.codes[question.id] ?? {}));
    const read = pack.records ? recorded(question, codes) : ownWords(question);
    fields.set(question.id, read);
    fields.set(`previous.${question.id}`, read);
  }
  // a pack asks for months of infants only; a row may give anybody's age so
  if (!pack.records)
    for (const [id, most] of Object.entries(mostOfAge)) fields.set(id, conceptReader('number', 0, most));
  for (const [id, { min, max }] of Object.entries(pack.computed ?? {})) {
    fields.set(id, (value) => checkNumber(numberOf(value), min, max));
  }
  return (row) => {
    const answers: Record<string, AnswerScalar | undefined> = {};
    const problems: FieldProblem[] = [];
    const unread: string[] = [];
    for (const [field, value] of Object.entries(row)) {
      const read = fields.get(field);
      if (!read) {
        if (!ignored.has(field)) unread.push(field);
        continue;
      }
      if (value === null || value === '') continue;
      const answer = read(value);
      if (answer.ok) answers[field] = answer.value;
      else problems.push({ field, reason: `${shown(value)} ${answer.reason}${hint(value)}` });
    }
    for (const [field, value] of absent) answers[field] ??= value;
    for (const { id, type, deniedBy } of deniable) {
      if (answers[id] === undefined && deniedBy?.every((part) => isDenied(answers[part])))
        answers[id] = type === 'choice' ? 'no' : false;
    }
    return { answers, problems, unread };
  };
}

const isDenied = (answer: AnswerScalar | undefined): boolean => answer === false || answer === 'no';

/** The field a row lacks when the outcome depends on `question`: a computed number is what rows record, not its parts. */
export function missingField(pack: Pack, question: Question): string {
  const rules = Object.entries(pack.computed ?? {});
  return (
    rules.find(([, rule]) => rule.formula === 'bmi' && inputsOf(rule).includes(question.id))?.[0] ??
    question.id
  );
}

/** Ages of infants, which every pack understands (see `ageInDays`), and the most that anybody's can be. */
const mostOfAge = { age_months: 1_440, age_days: 44_000 } as const;

/** The most that a measurement in this unit can be: beyond, it was written down wrong. */
const mostOf: Readonly<Record<string, number>> = {
  celsius: 45,
  percent: 100,
  days: 44_000,
  years: 120,
  per_minute: 200,
  weeks: 45,
  mmhg: 350,
  mg_dl: 2_000,
};

function conceptReader(
  kind: 'yes-no' | 'number',
  min?: number,
  max?: number,
): (value: unknown) => AnswerCheck {
  if (kind === 'number')
    return (value) => (value === 'unknown' ? { ok: true, value } : checkNumber(numberOf(value), min, max));
  return (value) => {
    const answer = yesNoOf(value);
    if (typeof answer === 'boolean' || answer === 'unknown') return { ok: true, value: answer };
    return { ok: false, reason: trueOrFalse };
  };
}

function ownWords(question: Question): (value: unknown) => AnswerCheck {
  const { type, choices } = question;
  return (value) => {
    if (value === 'unknown') return { ok: true, value };
    const answer = type === 'choice' ? undefined : checkAnswer(question, plain(question, value));
    if (answer) return answer.ok || type === 'number' ? answer : { ok: false, reason: trueOrFalse };
    if (choices?.includes(String(value))) return { ok: true, value: String(value) };
    const word = yesNoOf(value);
    const choice = word === true ? 'yes' : word === false ? 'no' : undefined;
    if (choice && choices?.includes(choice)) return { ok: true, value: choice };
    return checkAnswer(question, question.bins ? numberOf(value) : value);
  };
}

function recorded(
  question: Question,
  codes: ReadonlyMap<string, AnswerScalar>,
): (value: unknown) => AnswerCheck {
  const closed = question.type === 'choice' && codes.size > 0;
  const strict: Question = { ...question, bins: undefined, unknown: { allowed: false } };
  const own = question.type === 'yes-no' ? ['true', 'false', '1', '0'] : closed ? [] : question.choices;
  const vocabulary = own && `must be one of ${[...own, ...codes.keys()].join(', ')}`;
  return (value) => {
    const code = typeof value === 'object' ? undefined : codes.get(String(value));
    if (code !== undefined) return { ok: true, value: code };
    const answer: AnswerCheck = closed
      ? { ok: false, reason: '' }
      : checkAnswer(strict, value === 'yes' || value === 'no' ? value : plain(question, value));
    return answer.ok || !vocabulary ? answer : { ok: false, reason: vocabulary };
  };
}

function plain(question: Question, value: unknown): unknown {
  if (question.type === 'number') return numberOf(value);
  return question.type === 'yes-no' ? yesNoOf(value) : value;
}

function yesNoOf(value: unknown): unknown {
  if (value === 'true' || value === '1' || value === 1 || value === 'yes') return true;
  if (value === 'false' || value === '0' || value === 0 || value === 'no') return false;
  return value;
}

function numberOf(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d{1,15}(\.\d{1,15})?$/.test(value) ? Number(value) : value;
}

/** What a yes-no field takes. Other languages' words and spellings ("sim", "YES") are left to whoever exports the rows: no row is guessed. */
const trueOrFalse = 'must be true or false (yes, no, 1, 0 and "unknown" are taken too)';

/** Where a comma stands for the decimal point. */
function hint(value: unknown): string {
  const parts = typeof value === 'string' ? /^(-?\d{1,15}),(\d{1,15})$/.exec(value) : undefined;
  return parts ? `, with a point: ${parts[1]}.${parts[2]}` : '';
}

/** A bad value, short and safe to print on a terminal. */
function shown(value: unknown): string {
  // JSON takes 1e400, and has no way to write it
  if (typeof value === 'number' && !Number.isFinite(value)) return 'a number too large to read,';
  const text = JSON.stringify(value).replace(/[\u007f-\u009f]/g, '?');
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

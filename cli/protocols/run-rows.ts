/** `acolhe protocol run`: recorded rows through a pack, each answered as it is read. */
import type { Readable, Writable } from 'stream';
import type { Answers, Pack } from '../../src/triage/pack';
import { decideNow, evaluate, questionsLeft, type Decided } from '../../src/triage/evaluate';
import { missingField, recordReader, type FieldProblem } from '../../src/triage/record';
import { linesOf, objectOf } from './lines';
import { LineWriter } from './line-writer';

export interface Streams {
  input: Readable;
  output: Writable;
  errors: Writable;
}

/** What one row ends in: a line for programs, a line for people. */
export interface RowResult {
  outcome: string;
  json: unknown;
  text: string;
}

const shownProblems = 100;

/**
 * Reads rows and writes one result each, in order. A bad row is named on `errors` (and, for programs, in its place on
 * `output`); the others are answered all the same.
 * @param input one JSON object per line, UTF-8; blank lines are skipped
 * @param answer what to say of the answers of one row, or what is wrong with them
 * @returns the exit code: 0, or 2 when any line is bad
 */
export async function eachRow(
  pack: Pack,
  json: boolean,
  { input, output, errors }: Streams,
  answer: (answers: Answers, line: number) => RowResult | { problems: FieldProblem[] },
  heading?: string,
): Promise<number> {
  const read = recordReader(pack);
  const writer = new LineWriter(output);
  const counts = new Map<string, number>();
  let bad = 0;
  for await (const { number, text } of linesOf(input)) {
    const row = answersOf(read, text);
    const result = 'problems' in row ? row : answer(row.answers, number);
    if ('problems' in result) {
      for (const { field, reason } of result.problems) {
        bad += 1;
        if (bad <= shownProblems) errors.write(`line ${number}: ${field}: ${reason}\n`);
      }
      const error = result.problems.map(({ field, reason }) => `${field}: ${reason}`).join('; ');
      if (json) await writer.line(JSON.stringify({ line: number, error }));
      continue;
    }
    if (!json && heading && counts.size === 0) await writer.line(heading);
    counts.set(result.outcome, (counts.get(result.outcome) ?? 0) + 1);
    await writer.line(json ? JSON.stringify(result.json) : result.text);
  }
  if (bad > shownProblems) errors.write(`… and ${bad - shownProblems} more.\n`);
  if (counts.size === 0 && bad === 0) errors.write('No rows.\n');
  if (!json && heading)
    for (const [outcome, count] of [...counts].sort()) await writer.line(`${outcome}: ${count}`);
  await writer.end();
  return bad > 0 ? 2 : 0;
}

/**
 * Runs recorded rows through a pack. What a row lacks counts as not known, and is named where it could still have changed
 * the outcome; where the pack says how its rows are recorded, a row without an answer that matters is refused.
 * @returns the exit code: 0, or 2 when any line is bad
 */
export function runRows(pack: Pack, json: boolean, streams: Streams): Promise<number> {
  const decideRow = (answers: Answers, line: number): RowResult | { problems: FieldProblem[] } => {
    const asked = pack.records ? evaluate(pack, answers) : undefined;
    if (asked?.kind === 'ask') {
      const field = missingField(pack, asked.question);
      return { problems: [{ field, reason: 'missing, and the outcome depends on it' }] };
    }
    const decided = asked ?? decideNow(pack, answers);
    const result = { line, ...resultOf(pack, answers, decided) };
    return { outcome: result.outcome, json: result, text: tableLine(line, decided) };
  };
  const heading = tableColumns('line', 'outcome', 'disposition', 'row', 'because');
  return eachRow(pack, json, streams, decideRow, heading);
}

/** A decision as one object, for programs. */
export function resultOf(pack: Pack, answers: Answers, decided: Decided) {
  const { outcome, row, because, redFlags } = decided;
  return {
    outcome: outcome.id,
    disposition: outcome.disposition,
    urgencyMinutes: outcome.urgencyMinutes,
    row,
    redFlags: redFlags.map(({ concept }) => concept),
    because,
    calls: [...new Set(redFlags.map(({ call }) => call))],
    missing: pack.records ? [] : questionsLeft(pack, answers),
    pack: pack.id,
    version: pack.version,
  };
}

function answersOf(
  read: ReturnType<typeof recordReader>,
  text: string,
): { answers: Answers } | { problems: FieldProblem[] } {
  const row = objectOf(text);
  if (typeof row === 'string') return { problems: [{ field: 'row', reason: row }] };
  const reading = read(row);
  // an answer under a name that nobody knows would count as not given
  const unknown = reading.unread
    .filter((field) => !besideAnswers.has(field))
    .map((field) => ({ field: safeName(field), reason: 'is neither a question nor a concept' }));
  const problems = [...unknown, ...reading.problems];
  return problems.length > 0 ? { problems } : { answers: reading.answers };
}

/** What rows hold besides answers: which row it is, of whom, and how it ended elsewhere. */
const besideAnswers: ReadonlySet<string> = new Set([
  ...['id', 'case', 'line', 'about', 'source', 'sex', 'language', 'rest', 'note', 'comment'],
  ...['expect', 'expected', 'outcome', 'disposition', 'urgencyMinutes', 'row', 'redFlags', 'because'],
]);

const safeName = (field: string): string => field.replace(/[^\w.-]/g, '?').slice(0, 40);

function tableLine(line: number, { outcome, row, because }: Decided): string {
  return tableColumns(String(line), outcome.id, outcome.disposition, row, because.join(' '));
}

function tableColumns(line: string, outcome: string, disposition: string, row: string, why: string): string {
  return `${line.padStart(7)}  ${outcome.padEnd(27)}  ${disposition.padEnd(11)}  ${row.padEnd(16)}  ${why}`;
}

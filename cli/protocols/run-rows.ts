/** `acolhe protocol run`: recorded rows through a pack. All rows are checked before the first result is written. */
import { once } from 'events';
import type { Readable, Writable } from 'stream';
import { evaluate } from '../../src/triage/evaluate';
import { missingField, recordReader, type FieldProblem } from '../../src/triage/record';
import type { Pack } from '../../src/triage/pack';
import { linesOf } from './lines';

export interface Streams {
  input: Readable;
  output: Writable;
  errors: Writable;
}

const shownProblems = 100;
/** Results are kept as bytes: a million rows stay far below what text objects would take. */
const chunkBytes = 1 << 16;

/**
 * @param input one JSON object per line, UTF-8; blank lines are skipped
 * @returns the exit code: 0, or 2 when any line is bad; then nothing is written to `output`
 */
export async function runRows(
  pack: Pack,
  json: boolean,
  { input, output, errors }: Streams,
): Promise<number> {
  const read = recordReader(pack);
  const results = new Chunks();
  const counts = new Map<string, number>();
  const unread = new Set<string>();
  let bad = 0;
  for await (const { number, text } of linesOf(input)) {
    const result = decide(pack, read, text, unread);
    if ('problems' in result) {
      for (const { field, reason } of result.problems) {
        bad += 1;
        if (bad <= shownProblems) errors.write(`line ${number}: ${field}: ${reason}\n`);
      }
    } else if (bad === 0) {
      counts.set(result.outcome, (counts.get(result.outcome) ?? 0) + 1);
      results.add(json ? JSON.stringify({ line: number, ...result }) : tableLine(number, result));
    }
  }
  if (bad > shownProblems) errors.write(`… and ${bad - shownProblems} more.\n`);
  if (bad > 0) return 2;
  if (unread.size > 0)
    errors.write(`Not read, since ${pack.id} has no such fields: ${[...unread].join(', ')}.\n`);
  if (counts.size === 0) errors.write('No rows.\n');
  if (!json && counts.size > 0) {
    await write(
      output,
      `${tableLine('line', { outcome: 'outcome', disposition: 'disposition', row: 'row', because: ['because'] })}\n`,
    );
  }
  for (const chunk of results.all()) await write(output, chunk);
  if (!json) for (const [outcome, count] of [...counts].sort()) await write(output, `${outcome}: ${count}\n`);
  return 0;
}

interface Result {
  outcome: string;
  disposition: string;
  row: string;
  because: string[];
}

function decide(
  pack: Pack,
  read: ReturnType<typeof recordReader>,
  text: string,
  unread: Set<string>,
): (Result & { pack: string; version: string }) | { problems: FieldProblem[] } {
  const row = objectOf(text);
  if (typeof row === 'string') return { problems: [{ field: 'row', reason: row }] };
  const reading = read(row);
  for (const field of reading.unread)
    if (unread.size < 20) unread.add(field.replace(/[^\w.-]/g, '?').slice(0, 40));
  if (reading.problems.length > 0) return { problems: reading.problems };
  const result = evaluate(pack, reading.answers);
  if (result.kind === 'ask') {
    return {
      problems: [
        { field: missingField(pack, result.question), reason: 'missing, and the outcome depends on it' },
      ],
    };
  }
  const { outcome, because } = result;
  return {
    outcome: outcome.id,
    disposition: outcome.disposition,
    row: result.row,
    because,
    pack: pack.id,
    version: pack.version,
  };
}

/** The row, or what is wrong with it. The text is not repeated: it may be about a person. */
function objectOf(text: string): Record<string, unknown> | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'not valid JSON';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'must be a JSON object';
  return value as Record<string, unknown>;
}

function tableLine(number: number | string, { outcome, disposition, row, because }: Result): string {
  return `${String(number).padStart(7)}  ${outcome.padEnd(27)}  ${disposition.padEnd(11)}  ${row.padEnd(16)}  ${because.join(' ')}`;
}

async function write(stream: Writable, data: string | Buffer): Promise<void> {
  if (!stream.write(data)) await once(stream, 'drain');
}

class Chunks {
  private readonly done: Buffer[] = [];
  private lines: string[] = [];
  private length = 0;

  add(line: string): void {
    this.lines.push(line);
    this.length += line.length + 1;
    if (this.length >= chunkBytes) this.flush();
  }

  all(): readonly Buffer[] {
    this.flush();
    return this.done;
  }

  private flush(): void {
    if (this.lines.length === 0) return;
    this.done.push(Buffer.from(`${this.lines.join('\n')}\n`));
    this.lines = [];
    this.length = 0;
  }
}

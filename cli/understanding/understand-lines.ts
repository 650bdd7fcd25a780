/** `acolhe understand`: messages in, what was understood out, a line each. */
import type { Readable, Writable } from 'stream';
import type { Language } from '../../contract/event';
import { conceptOf } from '../../settings/concepts';
import { understand, type Understood } from '../../src/safety/understand';
import { linesOf, objectOf } from '../protocols/lines';
import { LineWriter } from '../protocols/line-writer';

export interface Streams {
  input: Readable;
  output: Writable;
  errors: Writable;
}

interface Line {
  text: string;
  asked?: string;
}

const shownProblems = 100;
/** A message of a megabyte, whatever its characters, is understood, too. */
const longestLine = 8_000_000;

/**
 * Reads messages and writes what each says, in order. A bad line is named on `errors` (and, for programs, in its place on
 * `output`); the others are answered all the same.
 * @param input one JSON object per line, UTF-8: `text`, and optionally `asked`, a concept id; blank lines are skipped
 * @returns the exit code: 0, or 2 when any line is bad
 */
export async function understandLines(
  { language, today }: { language: Language; today?: string },
  json: boolean,
  { input, output, errors }: Streams,
): Promise<number> {
  const writer = new LineWriter(output);
  let bad = 0;
  let read = 0;
  for await (const { number, text } of linesOf(input, longestLine)) {
    read += 1;
    const line = lineOf(text);
    if (typeof line === 'string') {
      bad += 1;
      if (bad <= shownProblems) errors.write(`line ${number}: ${line}\n`);
      if (json) await writer.line(JSON.stringify({ line: number, error: line }));
      continue;
    }
    const understood = understand(line.text, { language, asked: line.asked, today });
    await writer.line(json ? JSON.stringify(forPrograms(understood)) : forPeople(number, understood));
  }
  if (bad > shownProblems) errors.write(`… and ${bad - shownProblems} more.\n`);
  if (read === 0) errors.write('No lines.\n');
  await writer.end();
  return bad > 0 ? 2 : 0;
}

/** The message, or what is wrong with the line. Its text is not repeated: it may be about a person. */
function lineOf(text: string): Line | string {
  const value = objectOf(text);
  if (typeof value === 'string') return value;
  const { text: message, asked } = value;
  if (typeof message !== 'string') return message === undefined ? 'text: missing' : 'text: must be text';
  if (asked === undefined || asked === null) return { text: message };
  if (typeof asked !== 'string') return 'asked: must be a concept id';
  return conceptOf(asked) ? { text: message, asked } : 'asked: there is no such concept';
}

function forPrograms({ findings, redFlag, call, intent }: Understood) {
  return {
    findings: findings.map(({ concept, value, who, when }) => ({ concept, value, who, when })),
    redFlag,
    call,
    intent,
  };
}

function forPeople(number: number, { findings, redFlag, call, intent }: Understood): string {
  const said = findings.map(({ concept, value, who, when }) => {
    const more = [who === 'other' ? who : '', when === 'now' ? '' : when].filter(Boolean).join(', ');
    return `${concept}=${value}${more ? ` (${more})` : ''}`;
  });
  const flag = redFlag ? `RED FLAG, call ${call}` : '';
  return [String(number).padStart(6), intent.padEnd(8), flag, said.join(' ')].filter(Boolean).join('  ');
}

/** `acolhe protocol validate`: all that can be found wrong with a pack, by row. */
import { analysePack, type Analysis } from '../../src/triage/analyse';
import type { Finding } from '../../src/triage/analyse-finding';
import type { Answers, Pack } from '../../src/triage/pack';
import { Failure } from '../failure';
import { loadPack } from './load-pack';

export const validateHelp = `
Problems are named on standard error as "<where>: <what>", with an example of answers that show them; notes are for the
author to look at. The table is searched over all answers: limits split numbers into intervals, and nothing is left out
("checked exhaustively"); where a search was given up, or numbers are compared with earlier ones, it says "searched".
Generated answers (--samples, --seed) are tried besides. An embedded case that ends as expected says what is meant: a more
urgent row below that also matches it is not hidden, and a sign in it is no gap.
Exit code: 0 without problems, 2 with any.

  npx acolhe protocol validate respiratory
  npx acolhe protocol validate my-packs/respiratory --json`;

export interface ValidateOptions {
  texts?: string;
  samples: string;
  seed: string;
  json?: boolean;
}

export async function validatePacks(name: string, options: ValidateOptions): Promise<void> {
  const numbers = {
    samples: wholeNumber('--samples', options.samples),
    seed: wholeNumber('--seed', options.seed),
  };
  const { raw, texts, cases, problems } = await loadPack(name, options.texts);
  const progress = process.stderr.isTTY && !options.json ? showProgress : undefined;
  const analysis = analysePack(raw, { texts, cases, ...numbers, onProgress: progress });
  if (progress) process.stderr.write('\r\u001b[K');
  const all = {
    ...analysis,
    valid: analysis.valid && problems.length === 0,
    findings: [...problems, ...analysis.findings],
  };
  if (!all.valid) process.exitCode = 2;
  const { id, version } = named(raw);
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ pack: id ?? null, version: version ?? null, ...all })}\n`);
    return;
  }
  for (const finding of all.findings)
    (finding.severity === 'problem' ? process.stderr : process.stdout).write(`${inWords(finding)}\n`);
  process.stdout.write(summary(raw, all));
}

export function wholeNumber(option: string, text: string): number {
  if (/^\d{1,7}$/.test(text)) return Number(text);
  throw new Failure('bad_option', `${option}: must be a whole number, at most 9999999.`, 2);
}

function named(raw: unknown): Partial<Pack> {
  return typeof raw === 'object' && raw !== null ? raw : {};
}

function inWords({ severity, at, message, witness }: Finding): string {
  const line = severity === 'problem' ? `${at}: ${message}` : `note: ${at}: ${message}`;
  return witness ? `${line}\n    for example ${answersInWords(witness)}` : line;
}

const most = 16;

/** What was answered no is left out. */
export function answersInWords(answers: Answers): string {
  const told = Object.entries(answers).filter(([, value]) => value !== false && value !== undefined);
  const shown = told.slice(0, most).map(([id, value]) => `${id}=${value}`);
  if (told.length > most) shown.push(`and ${told.length - most} more`);
  return shown.length > 0 ? shown.join(' ') : '(everything answered no)';
}

function summary(raw: unknown, { valid, findings, checked }: Analysis): string {
  const { id, version, questions, table } = named(raw);
  const problems = findings.filter(({ severity }) => severity === 'problem').length;
  const state = valid ? 'valid' : `${problems} ${problems === 1 ? 'problem' : 'problems'}`;
  const parts = [
    `${questions?.length ?? 0} questions`,
    `${table?.length ?? 0} rows`,
    `${checked.cases} cases`,
  ];
  const how = {
    exhaustive: `Table checked exhaustively (${checked.searches} searches)`,
    searched: `Table searched, not exhaustively (${checked.searches} searches)`,
    not: 'Table not checked: the parts do not fit together',
  }[checked.table];
  const sampled =
    checked.table === 'not' ? '' : `; ${checked.samples} generated answer sets besides, seed ${checked.seed}`;
  return `${[id ?? 'pack', version].filter(Boolean).join(' ')}: ${state} (${parts.join(', ')}).\n${how}${sampled}.\n`;
}

function showProgress(done: number, of: number): void {
  process.stderr.write(`\rrow ${done} of ${of}`);
}

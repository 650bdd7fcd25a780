/** `acolhe understand`: what the bot understands of messages, without a conversation. */
import { createReadStream } from 'fs';
import type { Command } from 'commander';
import { languages, type Language } from '../contract/event';
import { Failure } from './failure';
import { unreadable } from './protocols/load-pack';
import { understandLines } from './understanding/understand-lines';

const help = `
One JSON object per line in, one per line out, in the same order:
  {"text": "não tenho febre mas falta de ar", "asked": "fever"}
"asked" is optional: the concept (settings/concepts.ts) that was asked about, which "sim" or "38,5" then answers.
  {"findings": [{"concept", "value": "yes"|"no"|"unknown"|number, "who": "self"|"other", "when": "now"|"recent"|"past"}],
   "redFlag": true|false, "call": "192"|"188"|"190"|null,
   "intent": "answer"|"human"|"greeting"|"question"|"thanks"|"cancel"|"restart"|"none"}
Units: temperature in °C, age in years (of babies as a fraction), duration in days. The language is that of the chat; a
message in another of the three is understood too. Blank lines are skipped. A bad line is named on standard error as
"line N: reason", with --json also in its place as {"line":N,"error":"…"}; the other lines are answered, and the exit code is 2.

  npx acolhe understand --lang pt-BR --in lines.jsonl --json
  echo '{"text":"to sem ar"}' | npx acolhe understand`;

export function register(program: Command): void {
  program
    .command('understand')
    .description('what the bot understands of messages (JSON lines)')
    .option('--lang <language>', `language of the chat: ${languages.join(', ')}`, 'pt-BR')
    .option('--in <file>', 'file of lines; - is standard input', '-')
    .option('--today <date>', 'YYYY-MM-DD, for "since Monday"; by default the date of this machine')
    .option('--json', 'one JSON object per line for programs')
    .addHelpText('after', help)
    .action(throughLines);
}

function localDate(now: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

async function throughLines(options: {
  lang: string;
  in: string;
  json?: boolean;
  today?: string;
}): Promise<void> {
  const { lang, in: file, json = false, today = localDate(new Date()) } = options;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(today) || Number.isNaN(Date.parse(today)))
    throw new Failure('bad_date', `--today: ${JSON.stringify(today)} is no date like 2026-01-31.`, 2);
  if (!(languages as readonly string[]).includes(lang)) {
    const known = languages.join(', ');
    throw new Failure(
      'unknown_language',
      `There is no language ${JSON.stringify(lang)}: one of ${known}.`,
      2,
    );
  }
  if (file === '-' && process.stdin.isTTY)
    throw new Failure('no_lines', 'Give the lines with --in <file>, or through a pipe.', 2);
  const input = file === '-' ? process.stdin : createReadStream(file);
  // Whoever reads only the first results (`| head`) has not made a mistake.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  try {
    process.exitCode = await understandLines({ language: lang as Language, today }, json, {
      input,
      output: process.stdout,
      errors: process.stderr,
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    unreadable(file, error);
  }
}

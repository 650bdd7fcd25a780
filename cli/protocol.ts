/** `acolhe protocol …`: look at protocol packs, check them, and run recorded rows through them. */
import { createReadStream } from 'fs';
import { Readable } from 'stream';
import type { Command } from 'commander';
import { languages, type Language } from '../contract/event';
import { packs } from '../settings/packs';
import type { PackSide } from '../src/triage/diff';
import { Failure } from './failure';
import { describePack } from './protocols/describe-pack';
import { diffCommand, diffHelp } from './protocols/diff-packs';
import { explainRows } from './protocols/explain-rows';
import { registerFormats } from './protocols/formats';
import { registerReplay } from './protocols/replay-command';
import { unreadable } from './protocols/load-pack';
import { knownSide } from './protocols/read-side';
import { runRows, type Streams } from './protocols/run-rows';
import { validateHelp, validatePacks } from './protocols/validate-pack';

const runHelp = `
One JSON object per line in, one per line out, in the same order. Fields are the pack's question ids; true, false, 1, 0,
yes, no, "unknown" and numbers may be written as text; null and "" mean "not given", which counts as not known: "missing"
names what could still have changed the outcome. Fields that are concepts of the universal list, but no questions, can
still be red flags; a name that is neither is a bad line, save those beside answers: id, case, sex, expected and the
like. A pack that says how its rows are recorded (fr-covid-2020) refuses a row that lacks what matters.
Blank lines are skipped. A bad line is named on standard error as "line N: field: reason", with --json also in its place
as {"line":N,"error":"…"}; the other lines are answered, and the exit code is 2.

  npx acolhe protocol run fr-covid-2020 --in rows.jsonl --json
  cat rows.jsonl | npx acolhe protocol run fr-covid-2020 --json`;

export function register(program: Command): void {
  const protocol = program
    .command('protocol')
    .description('look at protocol packs, check them, run rows through them');
  protocol
    .command('list')
    .description('list the packs built in')
    .option('--json', 'one JSON array for programs')
    .action((options: { json?: boolean }) => list(options.json ?? false));
  protocol
    .command('show <pack>')
    .description('show a pack: questions, decision table, outcomes, source')
    .option('--language <language>', `one of ${languages.join(', ')}`, 'en')
    .option('--json', 'the pack and its texts as JSON')
    .action((id: string, options: { language: string; json?: boolean }) => show(id, options));
  protocol
    .command('validate <pack>')
    .description('all that is wrong with a pack: one built in, a folder, or a file')
    .option('--texts <folder>', 'check the texts of this folder: <folder>/<language>.json')
    .option('--samples <number>', 'generated answer sets tried besides the search', '2000')
    .option('--seed <number>', 'the same sets for the same number', '1')
    .option('--json', 'findings and what they rest on, as one JSON object')
    .addHelpText('after', validateHelp)
    .action(validatePacks);
  protocol
    .command('diff <old> <new>')
    .description('what a new version of a pack changes, and whose outcome changes')
    .option('--samples <number>', 'generated people tried', '2000')
    .option('--seed <number>', 'the same people for the same number', '1')
    .option('--json', 'one JSON object for programs')
    .addHelpText('after', diffHelp)
    .action(diffCommand);
  protocol
    .command('run <pack>')
    .description('run recorded rows (JSON lines) through a pack: one built in, a folder, or a file')
    .option('--in <file>', 'file of rows; - is standard input', '-')
    .option('--json', 'one JSON object per line for programs')
    .addHelpText('after', runHelp)
    .action((id: string, options: { in: string; json?: boolean }) =>
      throughRows(({ pack }, ...how) => runRows(pack, ...how), id, options.json ?? false, options.in),
    );
  protocol
    .command('explain <pack>')
    .description('which row decides on these answers, why, and which single answers would have changed it')
    .option('--language <language>', `in which rows and outcomes are named: ${languages.join(', ')}`, 'en')
    .option('--in <file>', 'file of rows, as for run; - is standard input', '-')
    .option('--answers <json>', 'one row, such as {"age":70,"fever":true}')
    .option('--json', 'one JSON object per line for programs')
    .action((id: string, options: ExplainOptions) => {
      const language = languageOf(options.language);
      const explain: RunRows = (side, json, streams) => explainRows(side, json, streams, language);
      return throughRows(explain, id, options.json ?? false, options.in, options.answers);
    });
  registerReplay(protocol);
  registerFormats(protocol);
}

type RunRows = (side: PackSide, json: boolean, streams: Streams) => Promise<number>;

interface ExplainOptions {
  in: string;
  answers?: string;
  language: string;
  json?: boolean;
}

function languageOf(name: string): Language {
  const found = languages.find((language) => language === name);
  if (found) return found;
  throw new Failure(
    'unknown_language',
    `There is no language ${JSON.stringify(name)}: one of ${languages.join(', ')}.`,
    2,
  );
}

function list(json: boolean): void {
  const all = Object.values(packs).map(({ id, version, status, demonstration, title }) => ({
    id,
    version,
    status,
    demonstration,
    title,
  }));
  if (json) process.stdout.write(`${JSON.stringify(all)}\n`);
  else
    for (const { id, version, status, title } of all)
      process.stdout.write(`${id}  ${version}  ${status}  ${title}\n`);
}

async function show(id: string, options: { language: string; json?: boolean }): Promise<void> {
  const { pack, texts: all } = await knownSide(id);
  const language = languageOf(options.language);
  const texts = all?.[language] ?? {};
  process.stdout.write(
    options.json ? `${JSON.stringify({ pack, texts })}\n` : describePack(pack, texts, language),
  );
}

/** @param row one row given on the command line, instead of a file of them */
async function throughRows(
  run: RunRows,
  id: string,
  json: boolean,
  file: string,
  row?: string,
): Promise<void> {
  const side = await knownSide(id);
  if (row === undefined && file === '-' && process.stdin.isTTY) {
    throw new Failure('no_rows', 'Give the rows with --in <file>, or through a pipe.', 2);
  }
  const input =
    row !== undefined
      ? Readable.from([row.replace(/[\r\n]/g, ' ')])
      : file === '-'
        ? process.stdin
        : createReadStream(file);
  // Whoever reads only the first results (`| head`) has not made a mistake.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  try {
    process.exitCode = await run(side, json, { input, output: process.stdout, errors: process.stderr });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    unreadable(file, error);
  }
}

/** `acolhe protocol export` and `import`: packs as CSV, XLSX or FHIR, for those who edit them elsewhere. */
import { existsSync } from 'fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'fs/promises';
import path from 'path';
import { Option, type Command } from 'commander';
import { csvToPack, packToCsv, type CsvFiles } from '../../settings/formats/csv';
import { firstDifference } from '../../settings/formats/first-difference';
import type { FormatProblem, PackBundle, PackReading } from '../../settings/formats/bundle';
import { packToQuestionnaire } from '../../settings/formats/questionnaire';
import { questionnaireToPack } from '../../settings/formats/read-questionnaire';
import { packToWorkbook, workbookToPack } from '../../settings/formats/workbook';
import { PackError } from '../../src/triage/pack-problem';
import { validatePack } from '../../src/triage/validate';
import { Failure } from '../failure';
import { unreadable, wholeFile } from './load-pack';
import { bundleOf, readBundle, writeBundle } from './pack-folder';

const formats = ['csv', 'xlsx', 'fhir'] as const;
type Format = (typeof formats)[number];

/** CSV files by name, or the bytes of one file. */
type Content = CsvFiles | Buffer;

interface ExportOptions {
  format: Format;
  out: string;
  force?: boolean;
  json?: boolean;
}
interface ImportOptions {
  out?: string;
  force?: boolean;
  json?: boolean;
}

const writers: Record<Format, (bundle: PackBundle) => Content | Promise<Content>> = {
  csv: packToCsv,
  xlsx: packToWorkbook,
  fhir: (bundle) => Buffer.from(`${JSON.stringify(packToQuestionnaire(bundle), null, 2)}\n`),
};

const readers: Record<Format | 'whole', (content: Content) => PackReading | Promise<PackReading>> = {
  whole: (content) => readWhole(parsed((content as Buffer).toString('utf8'))),
  csv: (content) => csvToPack(content as CsvFiles),
  xlsx: (content) => workbookToPack(content as Buffer),
  fhir: (content) => questionnaireToPack(parsed((content as Buffer).toString('utf8'))),
};

export function registerFormats(protocol: Command): void {
  protocol
    .command('export <pack>')
    .description(
      'write a pack built in, or a folder of one, as a workbook, CSV files or a FHIR R4 Questionnaire',
    )
    .addOption(
      new Option('--format <format>', 'csv is a folder of files').choices([...formats]).makeOptionMandatory(),
    )
    .requiredOption('--out <path>', 'where to write it: a file, of csv a folder')
    .option('--force', 'write over what is there')
    .option('--json', 'one JSON object for programs')
    .action(exportPack);
  protocol
    .command('import <path>')
    .description(
      'read a pack from a workbook (.xlsx), a folder of CSV files, a FHIR Questionnaire (.json), or the file that the pages of crm-sync hand out (.json), and check it',
    )
    .option('--out <folder>', 'where to write the pack; without it, it is only checked')
    .option('--force', 'write over what is there')
    .option('--json', 'one JSON object for programs')
    .action(importPack);
}

async function exportPack(name: string, { format, out, force = false, json }: ExportOptions): Promise<void> {
  const bundle = await readBundle(name);
  const content = await writers[format](bundle);
  const back = await readers[format](content);
  const lost = 'problems' in back ? back.problems.map(problemLine)[0] : firstDifference(bundle, back.bundle);
  if (lost !== undefined)
    throw new Failure(
      'not_exportable',
      `${bundle.pack.id} cannot be said as ${format} without a change: ${lost}.`,
      2,
    );
  if (existsSync(out) && !force)
    throw new Failure('exists', `${out}: is there already; --force writes over it.`, 2);
  await writeContent(out, content).catch((cause: unknown) => unwritable(out, cause));
  const { id, version } = bundle.pack;
  process.stdout.write(
    json
      ? `${JSON.stringify({ pack: id, version, format, out })}\n`
      : `${id} ${version} written to ${out}.\n`,
  );
}

async function importPack(
  source: string,
  { out, force = false, json = false }: ImportOptions,
): Promise<void> {
  const { format, content } = await readContent(source);
  const reading = await readers[format](content);
  const problems = 'problems' in reading ? reading.problems : validityProblems(reading);
  if ('problems' in reading || problems.length > 0) {
    if (json) process.stdout.write(`${JSON.stringify({ problems })}\n`);
    else process.stderr.write(problems.map((problem) => `${problemLine(problem)}\n`).join(''));
    const many = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
    if (!json) process.stderr.write(`${source}: ${many}; nothing was written.\n`);
    process.exitCode = 2;
    return;
  }
  const { bundle } = reading;
  if (out !== undefined)
    await writeBundle(out, bundle, force).catch((cause: unknown) => unwritable(out, cause));
  const { id, version, questions, table } = bundle.pack;
  const size = { questions: questions.length, rows: table.length, cases: bundle.cases.length };
  const where = out === undefined ? 'only checked; --out <folder> writes it' : `written to ${out}`;
  process.stdout.write(
    json
      ? `${JSON.stringify({ pack: id, version, ...size, out: out ?? null, problems: [] })}\n`
      : `${id} ${version}: ${size.questions} questions, ${size.rows} rows, ${size.cases} cases; ${where}.\n`,
  );
}

function readWhole(raw: unknown): PackReading {
  const locate = (at: string) => ({ sheet: at, row: 0, column: '' });
  const { pack, texts, cases = [] } = wholeFile(raw) ?? {};
  const reading = bundleOf({ pack, texts, cases });
  if ('bundle' in reading) return { ...reading, locate };
  return { problems: reading.problems.map(({ at, message }) => ({ ...locate(at), reason: message })) };
}

function validityProblems({ bundle, locate }: Exclude<PackReading, { problems: unknown }>): FormatProblem[] {
  try {
    validatePack(bundle.pack, bundle.texts);
    return [];
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return error.problems.map(({ at, message }) => ({ ...locate(at), reason: message }));
  }
}

function problemLine({ sheet, row, column, reason }: FormatProblem): string {
  const place = [sheet, row > 0 ? `row ${row}` : '', column].filter((part) => part !== '').join(', ');
  return `${place}: ${reason}`;
}

async function readContent(source: string): Promise<{ format: Format | 'whole'; content: Content }> {
  const refuse = (cause: unknown): never => unreadable(source, cause);
  const isFolder = (await stat(source).catch(refuse)).isDirectory();
  if (isFolder) {
    const names = (await readdir(source)).filter((name) => /\.csv$/i.test(name));
    const files = names.map(async (name) => [name, await readFile(path.join(source, name))] as const);
    return { format: 'csv', content: Object.fromEntries(await Promise.all(files).catch(refuse)) };
  }
  const format = { '.xlsx': 'xlsx', '.json': 'fhir' }[path.extname(source).toLowerCase()] as
    Format | undefined;
  if (!format)
    throw new Failure(
      'unknown_format',
      `${source}: is neither .xlsx, nor .json (FHIR), nor a folder of CSV files.`,
      2,
    );
  const content = await readFile(source).catch(refuse);
  return {
    format: format === 'fhir' && wholeFile(parsed(content.toString('utf8'))) ? 'whole' : format,
    content,
  };
}

/** All or nothing: what is written stands beside its place until it is whole. */
async function writeContent(out: string, content: Content): Promise<void> {
  await mkdir(path.dirname(path.resolve(out)), { recursive: true });
  if (Buffer.isBuffer(content)) {
    const beside = `${out}.${process.pid}.part`;
    await writeFile(beside, content);
    await rename(beside, out).catch(async (error: unknown) => {
      await rm(beside, { force: true });
      throw error;
    });
    return;
  }
  await mkdir(out, { recursive: true });
  for (const [name, bytes] of Object.entries(content)) await writeFile(path.join(out, name), bytes);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new Failure('not_json', `The file is not valid JSON (${(cause as Error).message}).`, 2, { cause });
  }
}

function unwritable(out: string, cause: unknown): never {
  if (cause instanceof Failure) throw cause;
  const { code, message } = cause as NodeJS.ErrnoException;
  throw new Failure('unwritable', `${out}: cannot be written (${code ?? message}).`, 1, { cause });
}

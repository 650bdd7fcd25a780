/** `acolhe protocol replay` and `acolhe protocol decisions`: kept decisions, made again or brought out. */
import { createReadStream, createWriteStream } from 'fs';
import { once } from 'events';
import type { Writable } from 'stream';
import type { Command } from 'commander';
import { knowledgeShelf } from '../../crm-sync/knowledge/knowledge-shelf';
import { keptPacks } from '../../crm-sync/knowledge/kept-packs';
import { builtInVersions, firstOf, type PackVersions } from '../../settings/pack-versions';
import { Failure } from '../failure';
import { onlyOne, withTenants } from '../with-tenants';
import { readDecisionLines, type Given } from './decision-lines';
import { LineWriter } from './line-writer';
import { readPack } from './read-pack';
import { replayAgainst, replayAll } from './replay-decisions';
import { checkWanted, storedDecisions, type Wanted } from './stored-decisions';

const replayHelp = `
Each decision is made again from its answers by the version of the pack that made it, and compared: outcome, disposition,
urgency, row and red flags, as far as they were kept. Differences are named, and the exit code is then 1. A version that is
not there any more (neither built in nor ever published by the tenant) is named on standard error: exit code 2, as for a bad line; the others are made again all the same.
Decisions whose answers were erased are counted and left out.

--against says instead what another version would have decided on the same answers: the same, another outcome as urgent,
more urgent, less urgent, each difference named, and what it would have asked besides. That is an answer, not a fault: exit
code 0. Decisions of other packs are counted and left out.

  npx acolhe protocol decisions --tenant demo --from 2026-05-01 --to 2026-05-31 --out may.jsonl
  npx acolhe protocol replay --in may.jsonl
  npx acolhe protocol replay --tenant demo --decision <number, as exported or shown with the decision>
  npx acolhe protocol replay --in may.jsonl --against respiratory-next.json --json`;

const decisionsHelp = `
One JSON object per line: number, instant, pack, version, knowledge, language, outcome, disposition, urgency, row, red flags,
answers by question. An emergency told after a decision (or before any) is a line of its own, with "raised": it is made
again from the answers of the decision before it and what was told, by that decision's version; before any, by the
universal list. No names, contacts, patient IDs or words of anybody; answers that are no codes are left out. It is still
health data of single persons, ages included: keep it as such. Every export is written into the audit log.`;

interface ReplayOptions extends Wanted {
  in?: string;
  tenant?: string;
  against?: string;
  json?: boolean;
}

interface ExportOptions extends Wanted {
  tenant?: string;
  out: string;
}

export function registerReplay(protocol: Command): void {
  protocol
    .command('replay')
    .description('make kept decisions again and say what differs, or what another version would have decided')
    .option(
      '--in <file>',
      'decisions as JSON lines, as `protocol decisions` writes them; - is standard input',
    )
    .option('--tenant <id>', 'from this tenant’s database; with --in: its versions of packs are looked in')
    .option('--decision <number>', 'one decision of the database')
    .option('--from <day>', 'decisions of the database from this day, e.g. 2026-05-04')
    .option('--to <day>', 'to this day, included')
    .option('--against <pack>', 'a pack built in, or a file: what would that version have decided?')
    .option('--json', 'one JSON object per decision, then {"summary": …}')
    .addHelpText('after', replayHelp)
    .action((options: ReplayOptions) => replay(options));
  protocol
    .command('decisions')
    .description('bring out decisions of a tenant as JSON lines, coded')
    .option('--tenant <id>', 'whose; may be left out when there is one tenant')
    .option('--decision <number>', 'one decision')
    .option('--from <day>', 'from this day of the tenant’s calendar, e.g. 2026-05-04')
    .option('--to <day>', 'to this day, included')
    .option('--out <file>', 'a new file, for its owner only; - is standard output', '-')
    .addHelpText('after', decisionsHelp)
    .action((options: ExportOptions) => bringOut(options));
}

async function replay(options: ReplayOptions): Promise<void> {
  const { in: file, tenant: id, json = false } = options;
  const fromStore = [options.decision, options.from, options.to].some((one) => one !== undefined);
  if (file !== undefined && fromStore)
    throw new Failure('two-sources', '--in: leave out --decision, --from and --to', 2);
  if (file === undefined) checkWanted(options);
  const other = options.against === undefined ? undefined : await readPack(options.against);
  const streams = { output: process.stdout, errors: process.stderr };
  const through = async (given: AsyncIterable<Given>, versions: PackVersions): Promise<void> => {
    process.exitCode = await (other
      ? replayAgainst(given, other, json, streams)
      : replayAll(given, versions, json, streams));
  };
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  if (file !== undefined && id === undefined) return through(linesFrom(file), builtInVersions);
  await withTenants(
    id,
    async (tenants) => {
      const tenant = onlyOne(tenants, 'decisions belong to one tenant');
      // what was signed and published there is never changed; what is built in may be another product's by now
      const versions = firstOf(keptPacks(knowledgeShelf(tenant)), builtInVersions);
      const stored = (): AsyncIterable<Given> => named(storedDecisions(tenant, options, 'replay'));
      await through(file === undefined ? stored() : linesFrom(file), versions);
    },
    { exitCode: 2 },
  );
}

async function* linesFrom(file: string): AsyncGenerator<Given> {
  if (file === '-' && process.stdin.isTTY)
    throw new Failure('no-decisions', 'Give the decisions with --in <file>, or through a pipe.', 2);
  try {
    yield* readDecisionLines(file === '-' ? process.stdin : createReadStream(file));
  } catch (cause) {
    const { code, message, syscall } = cause as NodeJS.ErrnoException;
    if (syscall === undefined) throw cause;
    throw new Failure('unreadable', `${file}: cannot be read (${code ?? message}).`, 2, { cause });
  }
}

async function* named(decisions: AsyncIterable<{ decision: string } & object>): AsyncGenerator<Given> {
  for await (const decision of decisions) yield { name: decision.decision, decision } as Given;
}

/** Never over a file that is there: it may be somebody's only copy. */
async function openOut(file: string): Promise<Writable> {
  if (file === '-') return process.stdout;
  const output = createWriteStream(file, { flags: 'wx', mode: 0o600 });
  try {
    await once(output, 'open');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why = code === 'EEXIST' ? 'is there already' : `cannot be written (${code})`;
    throw new Failure('unwritable', `--out: ${file} ${why}.`, 2, { cause });
  }
  return output;
}

async function bringOut(options: ExportOptions): Promise<void> {
  checkWanted(options);
  await withTenants(
    options.tenant,
    async (tenants) => {
      const tenant = onlyOne(tenants, 'decisions belong to one tenant');
      const output = await openOut(options.out);
      const writer = new LineWriter(output);
      let count = 0;
      for await (const decision of storedDecisions(tenant, options, 'file')) {
        await writer.line(JSON.stringify(decision));
        count += 1;
      }
      await writer.end();
      if (output !== process.stdout) await new Promise<void>((done) => output.end(done));
      process.stderr.write(`${count} decisions of ${tenant.id}.\n`);
    },
    { exitCode: 2 },
  );
}

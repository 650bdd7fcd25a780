import { readFileSync } from 'fs';
import type { Command } from 'commander';
import type { Problem } from '../crm-sync/appointments/calendar-row';
import { readCalendars } from '../crm-sync/appointments/read-calendars';
import { saveProfessional, withKept } from '../crm-sync/appointments/save-professional';
import type { Tenant } from '../crm-sync/store/tenant';
import { Failure } from './failure';
import { onlyOne, withTenants } from './with-tenants';

interface Options {
  tenant?: string;
  check?: boolean;
  json?: boolean;
}

const mostBytes = 20_000_000;
const mostProblemsShown = 50;

function fileText(file: string): string {
  try {
    const bytes = readFileSync(file === '-' ? 0 : file);
    if (bytes.length > mostBytes) throw new Failure('too-large', `${file} has more than 20 MB`, 2);
    return bytes.toString('utf8');
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw new Failure('no-file', `cannot read ${file}`, 2, { cause });
  }
}

const wordsOf = ({ line, column, words }: Problem): string =>
  `line ${line}${column === undefined ? '' : `, ${column}`}: ${words}`;

async function importFile(file: string, options: Options): Promise<void> {
  const text = fileText(file);
  await withTenants(options.tenant, async (tenants) => {
    const tenant = onlyOne(tenants, 'calendars are one tenant’s');
    const { professionals, problems } = readCalendars(text, tenant.timeZone);
    const counts = options.check ? undefined : await save(tenant, professionals, options);
    const answer = { tenant: tenant.id, professionals: professionals.size, ...counts, problems };
    if (options.json) console.log(JSON.stringify(answer));
    else tell(answer);
    // what was good is imported: what was not is for whoever wrote the file
    if (problems.length > 0) process.exitCode = 2;
  });
}

type Counts = Record<'new' | 'changed' | 'same', number>;

async function save(
  tenant: Tenant,
  professionals: ReadonlyMap<string, Parameters<typeof saveProfessional>[2]>,
  { json }: Options,
): Promise<Counts> {
  const counts: Counts = { new: 0, changed: 0, same: 0 };
  await tenant.audit.append({
    actor: 'command',
    action: 'calendar.import',
    details: { count: professionals.size },
  });
  let done = 0;
  for (const [id, professional] of professionals) {
    const whole = await withKept(tenant, id, professional);
    counts[await saveProfessional(tenant, id, whole, { staff: 'command', now: new Date() })] += 1;
    done += 1;
    if (!json && process.stderr.isTTY && done % 10 === 0)
      process.stderr.write(`\r${done} of ${professionals.size} professionals`);
  }
  if (!json && process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  return counts;
}

function tell(answer: Partial<Counts> & { professionals: number; problems: readonly Problem[] }): void {
  const { problems, professionals } = answer;
  for (const problem of problems.slice(0, mostProblemsShown)) console.error(wordsOf(problem));
  if (problems.length > mostProblemsShown) console.error(`… and ${problems.length - mostProblemsShown} more`);
  const saved =
    answer.new === undefined
      ? 'nothing was changed'
      : `${answer.new} new, ${answer.changed} changed, ${answer.same} as they were`;
  console.log(`${professionals} professionals can be read: ${saved}.`);
}

export function register(program: Command): void {
  const calendar = program.command('calendar').description('when professionals can be booked');
  calendar
    .command('import <file>')
    .description(
      'add or renew professionals and their hours from CSV (- reads standard input); a professional with a bad row is left out, and every bad row is named',
    )
    .option('--tenant <id>', 'whose calendars; may be left out when there is one tenant')
    .option('--check', 'say what is wrong and change nothing')
    .option('--json', 'answer in JSON')
    .action((file: string, options: Options) => importFile(file, options));
}

import { InvalidArgumentError, type Command } from 'commander';
import { auditStore } from '../crm-sync/audit/audit-store';
import { checkpointKeyOf } from '../crm-sync/audit/checkpoint';
import { folderSink } from '../crm-sync/audit/checkpoint-sinks';
import { makeCheckpoint } from '../crm-sync/audit/make-checkpoint';
import { exportEntries, list, type ListOptions } from './auditing/list';
import { verify, type VerifyOptions } from './auditing/verify';
import { withTenants } from './with-tenants';

interface Options {
  tenant?: string;
  json?: boolean;
}

async function key({ tenant: id, json }: Options): Promise<void> {
  await withTenants(id, async (tenants) => {
    for (const tenant of tenants) {
      const { publicKey } = checkpointKeyOf(await tenant.keyring.secret('tenant/checkpoint'));
      console.log(json ? JSON.stringify({ tenant: tenant.id, publicKey }) : `${tenant.id}  ${publicKey}`);
    }
  });
}

async function checkpoint({ tenant: id, json }: Options): Promise<void> {
  await withTenants(id, async (tenants, config) => {
    for (const tenant of tenants) {
      const { last, made, broken } = await makeCheckpoint({
        tenant: tenant.id,
        store: auditStore(tenant.db),
        secret: (owner) => tenant.keyring.secret(owner),
        sinks: config.auditCheckpoints ? [folderSink(config.auditCheckpoints)] : [],
        now: () => new Date(),
        ownHead: () => tenant.audit.head(),
      });
      if (json) console.log(JSON.stringify({ tenant: tenant.id, made, broken, checkpoint: last ?? null }));
      else if (!last) console.log(`${tenant.id}: nothing to sign yet`);
      else
        console.log(
          `${tenant.id}: checkpoint ${last.n} of ${last.at} covers ${last.entries} entries${made ? '' : ' (nothing new since)'}`,
        );
      if (broken.length > 0) {
        console.error(`${tenant.id}: ${broken.length} chains were changed: run acolhe audit verify`);
        process.exitCode = 1;
      }
    }
  });
}

const collect = (value: string, before: string[] = []): string[] => {
  if (value === '') throw new InvalidArgumentError('a file name');
  return [...before, value];
};

const filters = (command: Command): Command =>
  command
    .option('--tenant <id>', 'whose log; may be left out when there is one tenant')
    .option('--patient <id>', 'only about this patient')
    .option('--staff <id>', 'only by or about this member of staff (staff ID)')
    .option('--action <action>', 'only this action, e.g. patients.read')
    .option('--day <day>', 'only of this day, e.g. 2026-05-04, in the tenant’s time zone');

export function register(program: Command): void {
  const audit = program
    .command('audit')
    .description('the log of who read and changed what, and whether it is whole');
  audit
    .command('verify')
    .description(
      'check every chain and checkpoint; exit code 0 sound, 1 tampered with, 2 bad input or no database',
    )
    .option('--tenant <id>', 'whose log; otherwise those of all tenants')
    .option('--checkpoints <file>', 'checkpoints kept elsewhere, as JSON lines; may be given again', collect)
    .option('--public-key <key>', 'the key printed by acolhe audit key and kept elsewhere')
    .option('--json', 'answer as one JSON object')
    .action((options: VerifyOptions) => verify(options));
  filters(audit.command('list'))
    .description('entries, newest first; the look itself is written into the log')
    .option('--limit <n>', 'how many', '50')
    .option('--json', 'one JSON object a line')
    .action((options: ListOptions) => list(options));
  filters(audit.command('export'))
    .description('every entry as JSON lines, newest first; the export itself is written into the log')
    .action((options: ListOptions) => exportEntries(options));
  audit
    .command('checkpoint')
    .description('sign now what is new in the log')
    .option('--tenant <id>', 'whose log; otherwise those of all tenants')
    .option('--json', 'one JSON object per tenant')
    .action((options: Options) => checkpoint(options));
  audit
    .command('key')
    .description('print the public key that checkpoints are verified with: keep it elsewhere')
    .option('--tenant <id>', 'whose; otherwise those of all tenants')
    .option('--json', 'one JSON object per tenant')
    .action((options: Options) => key(options));
}

import type { Command } from 'commander';
import { databaseOf, tenantSchema } from '../crm-sync/config/config';
import { createTenant } from '../crm-sync/tenants/create-tenant';
import { deleteTenant } from '../crm-sync/tenants/delete-tenant';
import { finishRotation, rotateKeys, rotateMaster } from '../crm-sync/tenants/rotate-keys';
import { takeStep } from '../crm-sync/tenants/tenant-admin';
import { crmSettings } from './crm-settings';
import { Failure } from './failure';
import { readSecret } from './secret-input';
import { audited, withRegistry } from './tenants/admin';
import { setTenant } from './tenants/set';
import { registerWorkspaceVerbs } from './tenants/workspace-verbs';

interface Options {
  id: string;
  name?: string;
  timeZone?: string;
  database?: string;
  uriStdin?: boolean;
  finish?: boolean;
  yesDelete?: string;
  json?: boolean;
}

const answer = (json: boolean | undefined, facts: object, words: string): void =>
  console.log(json ? JSON.stringify(facts) : words);

async function create(options: Options): Promise<void> {
  const { id, json } = options;
  const uri = options.uriStdin ? await readSecret() : undefined;
  await withRegistry({ id, json, whenConfigured: 'choose another id' }, async (admin, config) => {
    const wanted = tenantSchema
      .omit({ sealingKeys: true, workspaces: true })
      .parse({ id, name: options.name, timeZone: options.timeZone, database: options.database, uri });
    const database = databaseOf(wanted);
    if (
      config.tenants.some(
        (one) =>
          (one.uri ?? config.mongodbUri) === (uri ?? config.mongodbUri) && databaseOf(one) === database,
      )
    )
      throw new Failure('tenant-exists', `the database ${database} belongs to a configured tenant`, 2);
    await createTenant(admin, { ...wanted, database, uri });
    await audited(config, id, 'tenant.create');
    answer(
      json,
      { id, database },
      [
        `${id} is made, in the database ${database}. Running services serve it within seconds. Next:`,
        `  npx acolhe tenant workspace add --id ${id} --workspace main --url https://… --app-id …`,
        `  npx acolhe user add --tenant ${id} --email … --name … --role administrator`,
      ].join('\n'),
    );
  });
}

async function list({ json }: Pick<Options, 'json'>): Promise<void> {
  const settings = crmSettings();
  const configured = settings.tenants.map((one) => ({
    ...{ id: one.id, name: one.name, state: 'configured', database: databaseOf(one) },
    ...{ keys: one.sealingKeys.length, workspaces: one.workspaces.length },
  }));
  const registered = !settings.registry
    ? []
    : await withRegistry({ json }, async ({ registry }) =>
        (await registry.list()).map((row) =>
          row.state === 'deleted'
            ? { id: row._id, state: row.state }
            : {
                ...{ id: row._id, name: row.name, state: row.state, database: row.database },
                keys: row.keys.filter((key) => !key.retiredAt).length,
                workspaces: row.workspaces.length,
              },
        ),
      );
  const rows: {
    id: string;
    state: string;
    name?: string;
    database?: string;
    keys?: number;
    workspaces?: number;
  }[] = [...configured, ...registered];
  if (json) return console.log(JSON.stringify(rows));
  const width = Math.max(6, ...rows.map((row) => row.id.length));
  console.log(`${'tenant'.padEnd(width)}  ${'state'.padEnd(10)}  workspaces  database, name`);
  for (const row of rows)
    console.log(
      `${row.id.padEnd(width)}  ${row.state.padEnd(10)}  ${String(row.workspaces ?? '').padStart(10)}  ${[row.database, row.name].filter(Boolean).join(', ')}` +
        ((row.keys ?? 1) > 1 && row.state !== 'configured' ? '  (a key rotation is not finished)' : ''),
    );
}

const turnKeys =
  'add a key at the end of its `sealingKeys`, restart every process, move it to the front, restart again';

async function rotate({ id, finish, json }: Options): Promise<void> {
  await withRegistry({ id, json, whenConfigured: turnKeys }, async (admin, config) => {
    if (finish) {
      const done = await finishRotation(admin, id);
      await audited(config, id, 'tenant.rotate-keys', { destroyed: done.destroyed.length });
      const words = `${id}: destroyed ${done.destroyed.join(', ')}; ${done.current} is its key. Backups of the database from before it cannot be read any more.`;
      return answer(json, { id, ...done }, words);
    }
    const done = await rotateKeys(admin, id);
    await audited(config, id, 'tenant.rotate-keys', { current: done.current, rewrapped: done.rewrapped });
    const next = `npx acolhe tenant rotate-keys --id ${id} --finish`;
    answer(
      json,
      { id, ...done, next },
      [
        `${id}: ${done.current} is its key, ${done.rewrapped} data keys wrapped anew, retired: ${done.retired.join(', ') || 'none'}.`,
        'Retired keys stay in the registry, so that older backups of the database can be read. Next, once those are not needed any more:',
        `  ${next}`,
      ].join('\n'),
    );
  });
}

async function turnMaster({ json }: Pick<Options, 'json'>): Promise<void> {
  await withRegistry({ json }, async (admin, config) => {
    const done = await rotateMaster(admin);
    for (const row of await admin.registry.list())
      if (row.state === 'active') await audited(config, row._id, 'tenant.rotate-master');
    answer(
      json,
      { ...done, current: admin.masterKeys.current() },
      `${done.keys} keys of ${done.tenants} tenants are wrapped by ${admin.masterKeys.current()}. The master key before is not needed any more.`,
    );
  });
}

async function archive({ id, json }: Options): Promise<void> {
  const whenConfigured = 'take it out of the list and restart crm-sync; its database stays';
  await withRegistry({ id, json, whenConfigured }, async (admin, config) => {
    await audited(config, id, 'tenant.archive');
    await takeStep(admin, id, 'archive');
    answer(
      json,
      { id, state: 'archived' },
      `${id} is archived: running services stop serving it within seconds. What Rocket.Chat sends is refused and waits there.`,
    );
  });
}

async function restore({ id, json }: Options): Promise<void> {
  const whenConfigured = 'it is served as long as it is in the list';
  await withRegistry({ id, json, whenConfigured }, async (admin, config) => {
    await takeStep(admin, id, 'restore');
    await audited(config, id, 'tenant.restore');
    answer(json, { id, state: 'active' }, `${id} is served again.`);
  });
}

async function remove({ id, yesDelete, json }: Options): Promise<void> {
  if (yesDelete !== id)
    throw new Failure(
      'not-confirmed',
      `this drops the database of ${id} and destroys its keys: confirm with --yes-delete ${id}`,
      2,
    );
  const whenConfigured =
    'take it out of the list, restart crm-sync, drop its database and destroy its sealing keys yourself';
  await withRegistry({ id, json, whenConfigured }, async (admin) => {
    await deleteTenant(admin, id);
    answer(
      json,
      { id, state: 'deleted' },
      `${id} is deleted: its database is dropped, its keys are destroyed, its id is never used again. Backups of both are yours to destroy.`,
    );
  });
}

export function register(program: Command): void {
  const tenant = program.command('tenant').description('the organisations that are served, and their keys');
  const verb = (name: string, description: string) =>
    tenant
      .command(name)
      .description(description)
      .requiredOption('--id <id>', 'the tenant')
      .option('--json', 'answer in JSON');
  verb('create', 'make one: its database, indexes, key; running services serve it at once')
    .requiredOption('--name <name>', 'shown at the top of every page')
    .option('--time-zone <zone>', 'IANA name', 'America/Fortaleza')
    .option('--database <name>', 'default: acolhe_ and the id')
    .option('--uri-stdin', 'read the address of a MongoDB of its own from standard input')
    .action(create);
  tenant
    .command('list')
    .description('all tenants, those of the configuration too')
    .option('--json', 'answer in JSON')
    .action(list);
  verb('set', 'change its settings; running services follow')
    .option('--name <name>', 'shown at the top of every page')
    .option('--time-zone <zone>', 'IANA name')
    .option('--second-factor <policy>', 'codes at sign-in: off, optional or required')
    .option('--keep-files <on|off>', 'keep the bytes of files too, sealed')
    .option('--contact-hours <from-to>', 'when the bot may ask of its own accord, e.g. 08:00-20:00')
    .action(setTenant);
  verb('rotate-keys', 'a new key, while it is served; interrupted, run it again')
    .option(
      '--finish',
      'the later step: make no key, destroy the retired ones; older backups cannot be read any more',
    )
    .action(rotate);
  tenant
    .command('rotate-master')
    .description('wrap all tenants’ keys anew with the current master key')
    .option('--json', 'answer in JSON')
    .action(turnMaster);
  verb('archive', 'serve it no more; nothing is lost').action(archive);
  verb('restore', 'serve an archived one again').action(restore);
  verb('delete', 'drop its database and destroy its keys, for good')
    .option('--yes-delete <id>', 'its id once more')
    .action(remove);
  registerWorkspaceVerbs(tenant);
}

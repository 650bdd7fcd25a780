/** `acolhe tenant workspace …`: the Rocket.Chat workspaces of a tenant of the registry. */
import { randomBytes } from 'crypto';
import type { Command } from 'commander';
import { workspaceSchema, type WorkspaceConfig } from '../../crm-sync/config/config';
import { changeWorkspaces, withLastSecret, withNewSecret } from '../../crm-sync/tenants/change-workspaces';
import { Failure } from '../failure';
import { readSecret } from '../secret-input';
import { audited, withRegistry } from './admin';

interface Options {
  id: string;
  workspace: string;
  url?: string;
  appId?: string;
  settingsStdin?: boolean;
  finish?: boolean;
  json?: boolean;
}

const whenConfigured = 'change its `workspaces` there and restart crm-sync';
const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;
const answer = (json: boolean | undefined, facts: object, words: string): void =>
  console.log(json ? JSON.stringify(facts) : words);

/** Other members of a workspace, as in the configuration: they hold secrets, so they never come by option. */
async function given(options: Options): Promise<Record<string, unknown>> {
  if (!options.settingsStdin) return {};
  try {
    return JSON.parse(await readSecret()) as Record<string, unknown>;
  } catch {
    throw new Failure('bad-settings', 'standard input is no JSON object', 2);
  }
}

function found(list: readonly WorkspaceConfig[], id: string): WorkspaceConfig {
  const one = list.find((workspace) => workspace.id === id);
  if (!one) throw new Failure('unknown-workspace', `there is no workspace ${id}`, 2);
  return one;
}

async function change(
  options: Options,
  what: string,
  next: (before: readonly WorkspaceConfig[]) => WorkspaceConfig[],
): Promise<void> {
  const { id, workspace, json } = options;
  await withRegistry({ id, json, whenConfigured }, async (admin, config) => {
    await changeWorkspaces(admin, id, `${what} ${workspace}`, next);
    await audited(config, id, `tenant.${what}`, { workspace });
  });
}

const replaced = (before: readonly WorkspaceConfig[], after: WorkspaceConfig): WorkspaceConfig[] =>
  before.map((one) => (one.id === after.id ? after : one));

async function add(options: Options): Promise<void> {
  const { id, workspace, url, appId, json } = options;
  const settings = await given(options);
  const secret = newSecret();
  await change(options, 'workspace-add', (before) => {
    if (before.some((one) => one.id === workspace))
      throw new Failure('workspace-exists', `there is a workspace ${workspace} already`, 2);
    const made = { secrets: [secret], ...settings, id: workspace, url, ...(appId && { appId }) };
    return [...before, workspaceSchema.parse(made)];
  });
  const own = 'secrets' in settings;
  answer(
    json,
    { id, workspace, ...(own ? {} : { secret }) },
    own
      ? `${workspace} is added.`
      : `${workspace} is added. In Rocket.Chat set the app’s settings: tenant ${id}, workspace ${workspace}, crm_secret\n${secret}`,
  );
}

async function set(options: Options): Promise<void> {
  const { id, workspace, url, appId, json } = options;
  const settings = await given(options);
  await change(options, 'workspace-set', (before) => {
    const changes = { ...settings, id: workspace, ...(url && { url }), ...(appId && { appId }) };
    return replaced(before, workspaceSchema.parse({ ...found(before, workspace), ...changes }));
  });
  answer(json, { id, workspace }, `${workspace} is changed.`);
}

async function remove(options: Options): Promise<void> {
  const { id, workspace, json } = options;
  await change(options, 'workspace-remove', (before) => {
    found(before, workspace);
    return before.filter((one) => one.id !== workspace);
  });
  answer(json, { id, workspace }, `${workspace} is removed: what it sends is refused, what it sent stays.`);
}

async function rotateSecret(options: Options): Promise<void> {
  const { id, workspace, finish, json } = options;
  const secret = newSecret();
  await change(options, finish ? 'workspace-secret-finish' : 'workspace-secret', (before) => {
    const one = found(before, workspace);
    if (finish && one.secrets.length < 2)
      throw new Failure('no-rotation', `${workspace} has one secret: begin without --finish`, 2);
    if (!finish && one.secrets.length > 1)
      throw new Failure('rotation-begun', `${workspace} has two secrets: end that rotation with --finish`, 2);
    return replaced(before, finish ? withLastSecret(one) : withNewSecret(one, secret));
  });
  const begun = `${workspace} accepts a new secret beside the one it has. In Rocket.Chat set the app’s crm_secret to it, and crm_secret_previous to the one it has now; then run this again with --finish.\n${secret}`;
  const ended = `${workspace} accepts the new secret only. Clear crm_secret_previous in the app’s settings.`;
  answer(json, { id, workspace, ...(finish ? {} : { secret }) }, finish ? ended : begun);
}

async function list({ id, json }: Pick<Options, 'id' | 'json'>): Promise<void> {
  await withRegistry({ id, json, whenConfigured }, async ({ registry, opener }) => {
    const { config } = await opener.open(await registry.get(id));
    const rows = config.workspaces.map((one) => ({
      ...{ workspace: one.id, url: one.url, appId: one.appId, secrets: one.secrets.length },
      ...{ webhook: one.webhookToken !== undefined, reconciled: one.rocketchat !== undefined },
    }));
    if (json) return console.log(JSON.stringify(rows));
    for (const row of rows)
      console.log(
        [
          row.workspace.padEnd(20),
          row.url,
          row.appId ?? 'no app id',
          row.secrets > 1 ? 'secret being rotated' : '',
        ].join('  '),
      );
  });
}

export function registerWorkspaceVerbs(tenant: Command): void {
  const workspaces = tenant.command('workspace').description('Rocket.Chat workspaces of a tenant');
  const verb = (name: string, description: string) =>
    workspaces
      .command(name)
      .description(description)
      .requiredOption('--id <tenant>', 'the tenant')
      .requiredOption('--workspace <id>', 'the name under which this Rocket.Chat signs')
      .option('--json', 'answer in JSON');
  const settings =
    'read other settings from standard input: JSON as in the configuration, e.g. {"webhookToken": "…"}';
  verb('add', 'let one more Rocket.Chat in, and print the secret to sign with')
    .requiredOption('--url <address>', 'its http(s) address, as crm-sync reaches it')
    .option('--app-id <id>', 'id of the app there')
    .option('--settings-stdin', settings)
    .action(add);
  verb('set', 'change its address, its app’s id or other settings')
    .option('--url <address>', 'its http(s) address')
    .option('--app-id <id>', 'id of the app there')
    .option('--settings-stdin', settings)
    .action(set);
  verb('remove', 'let it in no more; what it sent stays').action(remove);
  verb('rotate-secret', 'a new signing secret, in two steps')
    .option('--finish', 'the app signs with the new one: forget the old one')
    .action(rotateSecret);
  workspaces
    .command('list')
    .description('the workspaces of a tenant')
    .requiredOption('--id <tenant>', 'the tenant')
    .option('--json', 'answer in JSON')
    .action(list);
}

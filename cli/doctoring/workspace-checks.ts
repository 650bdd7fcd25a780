/** Checks of a Rocket.Chat workspace and of the way between its app and the CRM. Reads only. */
import axios from 'axios';
import { randomUUID } from 'crypto';
import { canonicalJson } from '../../contract/canonical-json';
import { pingAnswer, type PingAnswer } from '../../contract/ping';
import { sign, signatureWindowSeconds } from '../../contract/signature';
import { describeChange, planChanges } from '../setting-up/plan';
import { type Current, namesIn, secretsOf, type Wanted } from '../setting-up/prepared';
import { readAppSettings, readWorkspace } from '../setting-up/read-workspace';
import { requireApp, type Signed } from '../setting-up/run-setup';
import { fail, ok, warn, type Check, type Finding } from './check';
import { supervisionFinding } from './supervision-check';
import { urgentFirstFinding } from './urgent-first-check';

export interface WorkspaceDoctorOptions {
  appId: string;
  /** Of the app beside this command. */
  appVersion: string;
  /** What setup was told; what the app is set to counts where nothing is given. */
  given: Partial<Wanted> & Pick<Wanted, 'bot' | 'reader' | 'urgent' | 'general' | 'adminChannel'>;
  now: () => Date;
}

/** Beyond this a signature is refused; from a tenth of it on the clocks should be looked at. */
const clockFailsMs = signatureWindowSeconds * 1000;
const clockWarnsMs = clockFailsMs / 10;

interface Seen {
  wanted?: Wanted;
  current?: Current;
  secret?: string;
  ping?: { answer?: PingAnswer; reason?: string; aheadMs?: number };
}

export function workspaceChecks({ admin, version }: Signed, options: WorkspaceDoctorOptions): Check[] {
  const seen: Seen = {};
  const setup = `npx acolhe setup --url ${admin.url} --crm-url …`;
  const prepared =
    (what: readonly string[], good: (current: Current) => string) => async (): Promise<Finding> => {
      const { current, wanted } = seen;
      if (!current || !wanted) return fail('unknown', 'See the checks above.');
      const plan = planChanges(
        current,
        wanted,
        secretsOf(current, wanted, () => 'made anew'),
      );
      const missing = plan.changes.filter(({ kind }) => what.includes(kind)).map(describeChange);
      if (missing.length === 0) return ok(good(current));
      const words = missing.map((row) => `${row.what}: ${row.to}`);
      return fail(`not prepared: ${words.join('; ').slice(0, 400)}`, `Run ${setup}`);
    };
  return [
    { name: 'Rocket.Chat', look: async () => ok(`${version} at ${admin.url}`) },
    { name: 'app', look: () => appFinding(admin, options) },
    { name: 'app settings', look: () => settingsFinding(admin, options, seen, setup) },
    { name: 'bot agent', look: prepared(['agent', 'available'], ({ bot }) => bot?.username ?? '') },
    {
      name: 'departments',
      look: () =>
        departmentsFinding(
          seen,
          prepared(['department', 'department-offline'], (now) => `${now.departments.length} there`),
        ),
    },
    { name: 'custom fields', look: prepared(['custom-field'], (now) => now.customFields.join(', ')) },
    { name: 'livechat settings', look: prepared(['setting'], () => 'as they should be') },
    { name: 'channel', look: prepared(['channel'], () => seen.wanted?.adminChannel ?? '') },
    { name: 'managers', look: async () => managersFinding(seen, setup) },
    { name: 'CRM user', look: prepared(['token', 'roles', 'user'], ({ reader }) => reader?.username ?? '') },
    { name: 'supervision', look: () => supervisionFinding(admin, seen.current?.reader?.roles) },
    { name: 'here → app', look: () => pingFinding(admin.url, options, seen) },
    { name: 'app → CRM', look: async () => toCrmFinding(seen) },
    { name: 'CRM → app', look: async () => backFinding(seen) },
    {
      name: 'urgent first',
      look: async () => urgentFirstFinding(seen.ping?.answer?.onward?.urgentFirst),
    },
    { name: 'clocks', look: async () => clockFinding(seen) },
    { name: 'versions', look: async () => versionFinding(seen, options) },
  ];
}

async function appFinding(
  admin: Signed['admin'],
  { appId, appVersion }: WorkspaceDoctorOptions,
): Promise<Finding> {
  const { version, status } = await requireApp(admin, appId);
  const seen = `${version}, ${status}`;
  if (!status.endsWith('_enabled') && status !== 'initialized')
    return fail(seen, 'Enable it: Administration > Marketplace > Private Apps > Acolhe.');
  return version === appVersion
    ? ok(seen)
    : warn(seen, `Version ${appVersion} is here: npx acolhe deploy --url ${admin.url}`);
}

async function settingsFinding(
  admin: Signed['admin'],
  { appId, given }: WorkspaceDoctorOptions,
  seen: Seen,
  setup: string,
): Promise<Finding> {
  const settings = await readAppSettings(admin, appId);
  const text = (id: string): string => String(settings[id] ?? '');
  const wanted: Wanted = {
    ...{ crmUrl: text('crm_url').replace(/\/+$/, ''), tenant: text('tenant'), workspace: text('workspace') },
    ...{ takeWebhook: true, newToken: false },
    ...given,
    adminChannel: text('admin_channel') || given.adminChannel,
    urgent: text('department_urgent') || given.urgent,
    general: text('department_general') || given.general,
  };
  seen.secret = text('crm_secret');
  seen.wanted = wanted;
  seen.current = await readWorkspace(admin, appId, wanted);
  const missing = ['crm_url', 'crm_secret', 'tenant', 'workspace'].filter((id) => text(id) === '');
  if (missing.length > 0) return fail(`empty: ${missing.join(', ')}`, `Run ${setup}`);
  const other = planChanges(
    seen.current,
    wanted,
    secretsOf(seen.current, wanted, () => 'made anew'),
  ).changes.filter(({ kind }) => kind === 'app-setting');
  if (other.length > 0)
    return fail(`not as given: ${other.map((one) => describeChange(one).what).join(', ')}`, `Run ${setup}`);
  return ok(`tenant ${wanted.tenant}, workspace ${wanted.workspace}, CRM ${wanted.crmUrl}`);
}

/** Whether those who are to hear of long waits are there. */
function managersFinding({ current, wanted }: Seen, setup: string): Finding {
  if (!current || !wanted) return fail('unknown', 'See the checks above.');
  const names = namesIn(current.appSettings['managers']);
  const { unknownManagers: unknown } = current;
  if (names.length === 0)
    return warn(
      `nobody is named; the channel ${wanted.adminChannel} is told`,
      `Name who is told when somebody waits too long: ${setup} --managers …`,
    );
  return unknown.length > 0
    ? warn(`nobody has the username ${unknown.join(', ')}`, `Mend it: ${setup} --managers …`)
    : ok(names.join(', '));
}

async function departmentsFinding(seen: Seen, look: () => Promise<Finding>): Promise<Finding> {
  const finding = await look();
  const { current, wanted } = seen;
  if (finding.status !== 'ok' || !current || !wanted) return finding;
  const names = [...new Set([wanted.urgent, wanted.general])];
  const found = names.map((name) => current.departments.find((one) => one.name === name || one.id === name));
  const off = names.filter((_, i) => found[i]?.enabled === false);
  if (off.length > 0) return fail(`disabled: ${off.join(', ')}`, 'Enable them: Omnichannel > Departments.');
  const empty = found.filter((one) => one?.people === 0).map((one) => one?.name);
  if (empty.length > 0)
    return warn(`nobody serves in ${empty.join(', ')}`, 'Add agents: Omnichannel > Departments.');
  if (names.length === 1)
    return warn(
      `${names[0]} receives emergencies and everything else`,
      'A plan with several departments keeps them apart; until then the most urgent only go first.',
    );
  return ok(names.join(', '));
}

/** Asks the app, signed as the CRM signs, and has it ask the CRM, which asks the app back. */
async function pingFinding(
  url: string,
  { appId, now }: WorkspaceDoctorOptions,
  seen: Seen,
): Promise<Finding> {
  if (!seen.secret) return fail('not tried', 'The signing key is not set; see above.');
  const payload = canonicalJson({ onward: true });
  const beganMs = now().getTime();
  const response = await axios
    .post<unknown>(`${url}/api/apps/public/${encodeURIComponent(appId)}/ping`, payload, {
      headers: {
        'content-type': 'application/json',
        ...sign(seen.secret, { id: randomUUID(), atMs: beganMs, payload }),
      },
      timeout: 20_000,
      maxRedirects: 0,
      validateStatus: () => true,
    })
    .catch((error: { code?: string }) => ({ status: 0, data: { reason: error.code ?? 'unreachable' } }));
  const answer = pingAnswer.safeParse(response.data);
  if (response.status !== 200 || !answer.success) {
    const { reason } = (typeof response.data === 'object' ? response.data : {}) as { reason?: unknown };
    const words = `${response.status} ${typeof reason === 'string' ? reason : ''}`.trim();
    if (reason === 'stale')
      return fail(words, "This machine's clock and the workspace's differ by more than five minutes.");
    return fail(
      words,
      response.status === 404 ? 'An older app: npx acolhe deploy.' : "See the app's log in Rocket.Chat.",
    );
  }
  const endedMs = now().getTime();
  seen.ping = { answer: answer.data, aheadMs: Date.parse(answer.data.time) - (beganMs + endedMs) / 2 };
  return ok(`answers in ${endedMs - beganMs} ms, CRM and way back included`);
}

const todoOf: Record<string, string> = {
  'http-401': 'The signing secrets differ: the first of crm-sync’s "secrets" must be the app’s crm_secret.',
  'http-404':
    'crm-sync knows no such tenant or workspace: put the CRM’s half that setup wrote into its configuration.',
  'no-app-id': 'crm-sync’s configuration of this workspace has no "appId".',
  unreachable:
    'Rocket.Chat’s server does not reach that address: check crm_url, the network and that crm-sync runs.',
};

function toCrmFinding({ ping }: Seen): Finding {
  const onward = ping?.answer?.onward;
  if (!onward) return fail('not tried', 'See the checks above.');
  if (onward.reached) return ok(`reached, version ${onward.version ?? '?'}`);
  const reason = onward.reason ?? 'unknown';
  return fail(reason, todoOf[reason] ?? 'See the log of crm-sync.');
}

function backFinding({ ping }: Seen): Finding {
  const back = ping?.answer?.onward?.back;
  if (!back) return fail('not tried', 'See the checks above.');
  if (back.reached) return ok('reached');
  const reason = back.reason ?? 'unknown';
  return fail(
    reason,
    todoOf[reason] ??
      'crm-sync does not reach the workspace: check "url" in its configuration and the network.',
  );
}

function clockFinding({ ping }: Seen): Finding {
  if (!ping?.answer) return warn('not compared', 'See the checks above.');
  const differences = [ping.aheadMs, ping.answer.onward?.clockAheadMs].filter(
    (ms): ms is number => ms !== undefined,
  );
  const worst = Math.max(...differences.map(Math.abs));
  const words = `${(worst / 1000).toFixed(1)} s apart at most`;
  if (worst >= clockFailsMs)
    return fail(words, 'Keep all machines in step with NTP: signatures hold for 5 minutes.');
  return worst >= clockWarnsMs ? warn(words, 'Keep all machines in step with NTP.') : ok(words);
}

function versionFinding({ ping }: Seen, { appVersion }: WorkspaceDoctorOptions): Finding {
  const app = ping?.answer?.version;
  const crm = ping?.answer?.onward?.version;
  if (!app || !crm) return warn('not compared', 'See the checks above.');
  const words = `app ${app}, CRM ${crm}, here ${appVersion}`;
  return app === crm ? ok(words) : warn(words, 'Update the older one.');
}

import { createServer } from 'http';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'fs';
import type { AddressInfo } from 'net';
import { tmpdir } from 'os';
import path from 'path';

import { runChecks } from '../../cli/doctoring/check';
import { workspaceChecks } from '../../cli/doctoring/workspace-checks';
import { freePort } from '../../cli/guarded-server';
import { newSecret, writeSnippet } from '../../cli/setting-up/crm-side';
import { defaults } from '../../cli/setting-up/defaults';
import { readJournal, writeJournal } from '../../cli/setting-up/journal';
import type { Plan } from '../../cli/setting-up/plan';
import { settingIds, type Wanted } from '../../cli/setting-up/prepared';
import { asAdministrator, runSetup, type SetUp } from '../../cli/setting-up/run-setup';
import { undoAll } from '../../cli/setting-up/undo';
import { currentAppZip } from '../../cli/starting/app-zip';
import { workspaceSchema } from '../../crm-sync/config/config';
import type { RunningCrm } from '../../crm-sync/server';
import { startWorkspace, type Workspace } from '../../workspace/start-workspace';
import { startTestCrm, testConfig, testTenant } from '../support/crm';
import { testMongo, type TestMongo } from '../support/mongo';
import { eventually } from '../support/wait';

const root = path.join(__dirname, '..', '..');
const password = 'a-chief-password';
let folder: string;
let workspace: Workspace;
let mongo: TestMongo;
let crm: RunningCrm | undefined;
let appId: string;
let wanted: Wanted;
let crmPort: number;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'acolhe-setup-'));
  const app = await currentAppZip(root, path.join(root, '.acolhe', 'app'), () => undefined);
  appId = app.id;
  workspace = await startWorkspace({
    ...{ host: '127.0.0.1', port: 0, stateDir: path.join(folder, 'state'), appZip: app.file },
    log: () => undefined,
  });
  // a server that was never prepared
  workspace.omnichannel.setServerSetting('Livechat_assign_new_conversation_to_bot', false);
  const people = { name: 'Pessoa', password };
  workspace.omnichannel.addUser({
    ...people,
    username: 'chief',
    roles: ['user', 'admin'],
    emails: ['chief@clinic.example'],
  });
  workspace.omnichannel.addUser({ ...people, username: 'nurse', roles: ['user', 'livechat-agent'] });
  crmPort = await freePort();
  wanted = {
    ...{ crmUrl: `http://127.0.0.1:${crmPort}`, tenant: 't1', workspace: 'main', ...defaults },
    ...{ takeWebhook: false, newToken: false, managers: ['chief', 'cheif'] },
  };
  mongo = await testMongo();
});

afterAll(async () => {
  await workspace?.stop();
  await crm?.stop();
  await mongo?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const file = (name: string): string => path.join(folder, name);

function setUp(
  journal: string,
  over: { user?: string; pass?: string; url?: string; all?: boolean } = {},
): Promise<SetUp> {
  const url = over.url ?? workspace.url;
  return runSetup({
    ...{ url, appId, wanted, newSecret, now: () => new Date(), say: () => undefined },
    credentials: { user: over.user ?? 'chief', password: over.pass ?? password },
    choose: async (plan: Plan) => (over.all === false ? [] : plan.changes),
    keepCrmSide: async (secrets, token) =>
      writeSnippet(file('crm.json'), { url, appId, wanted, secrets, token }),
    keepJournal: (content) => writeJournal(file(journal), content),
  });
}

/** All that setup may touch. */
function prepared(): object {
  const { omnichannel, engine } = workspace;
  const { users, departments } = omnichannel.snapshot();
  return {
    users: users.map(({ username, roles, statusLivechat }) => ({ username, roles, statusLivechat })),
    departments,
    customFields: [...omnichannel.customFields.keys()],
    channels: [...omnichannel.channels.values()].map(({ name }) => name),
    settings: [...settingIds, 'Omnichannel_enable_department_removal'].map((id) => [
      id,
      omnichannel.serverSetting(id),
    ]),
    app: Object.values(engine.settingsOf(appId)).map(({ id, value, packageValue }) => [
      id,
      value ?? packageValue,
    ]),
  };
}

const doctor = () =>
  asAdministrator({ url: workspace.url, credentials: { user: 'chief', password } }, (signed) =>
    runChecks(
      workspaceChecks(signed, { appId, appVersion: '0.1.0', given: defaults, now: () => new Date() }),
      () => undefined,
    ),
  );
const statuses = async (): Promise<Record<string, string>> =>
  Object.fromEntries((await doctor()).map(({ name, status }) => [name, status]));

describe('a workspace that was never prepared', () => {
  let before: object;
  beforeAll(() => (before = prepared()));

  it('is found wanting by doctor, which changes nothing', async () => {
    expect(await statuses()).toMatchObject({
      ...{ 'Rocket.Chat': 'ok', app: 'ok', 'app settings': 'fail', 'bot agent': 'fail', departments: 'fail' },
      ...{ 'custom fields': 'fail', 'livechat settings': 'fail', 'app → CRM': 'fail', 'CRM user': 'fail' },
    });
    expect(prepared()).toEqual(before);
  });

  it.each([
    ['a wrong password', { pass: 'wrong' }, 'not-signed-in'],
    ['an account without permission', { user: 'nurse' }, 'permission-missing'],
    ['an address where nobody listens', { url: 'http://127.0.0.1:9' }, 'unreachable'],
  ])('Given %s, then setup says so and changes nothing', async (_what, over, code) => {
    await expect(setUp('none.json', over)).rejects.toMatchObject({ code });
    expect(prepared()).toEqual(before);
  });

  it('Given a proxy that answers pages, then setup says so', async () => {
    const server = createServer((request, response) => {
      const isApi = request.url === '/api/info' || request.url === '/api/v1/login';
      response.setHeader('content-type', isApi ? 'application/json' : 'text/html');
      const login = { data: { authToken: 't', userId: 'u' } };
      response.end(
        isApi ? JSON.stringify({ version: '7.5', success: true, ...login }) : '<html>Sign in</html>',
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      await expect(setUp('none.json', { url })).rejects.toMatchObject({ code: 'no-rocketchat' });
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it('Given nobody agrees, then nothing is changed', async () => {
    const { plan, made } = await setUp('none.json', { all: false });
    expect(plan.changes.length).toBeGreaterThan(15);
    expect(made).toEqual([]);
    expect(prepared()).toEqual(before);
  });

  it('Given setup is interrupted, then a second run completes it', async () => {
    const failing = jest.spyOn(workspace.omnichannel, 'addDepartment').mockImplementationOnce(() => {
      throw new Error('the server fell over');
    });
    await expect(setUp('undo-1.json')).rejects.toMatchObject({
      message: expect.stringMatching(/\d of \d+ changes were made/),
    });
    failing.mockRestore();
    expect(prepared()).not.toEqual(before);
    const { made, crm: half } = await setUp('undo-2.json');
    expect(made.length).toBeGreaterThan(5);
    expect(half?.hasToken).toBe(true);
    for (const name of ['undo-1.json', 'undo-2.json', 'crm.json'])
      expect(statSync(file(name)).mode & 0o777).toBe(0o600);
  });

  it('Given it is prepared, then setup has nothing to change', async () => {
    const now = prepared();
    // a name that nobody has is said, and left out
    const notes = [expect.stringContaining('username cheif')];
    expect((await setUp('none.json')).plan).toEqual({ changes: [], notes });
    expect(prepared()).toEqual(now);
    expect(workspace.engine.settingsOf(appId)['managers']?.value).toBe('chief');
  });

  it("Given the CRM has its half, then a patient's chat runs from end to end, the webhook too", async () => {
    const half = workspaceSchema.parse(JSON.parse(readFileSync(file('crm.json'), 'utf8')));
    crm = await startTestCrm({
      ...testConfig(mongo.uri, [testTenant('t1', { workspaces: [half] })]),
      port: crmPort,
    });
    const call = async <T>(where: string, body?: object): Promise<T> => {
      const response = await fetch(`${workspace.url}/api/v1/livechat/${where}`, {
        ...(body
          ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
          : {}),
      });
      expect([where, response.status]).toEqual([where, 200]);
      return (await response.json()) as T;
    };
    const token = 'patient-token';
    await call('visitor', { visitor: { token, name: 'Pessoa Teste' } });
    await call('custom.fields', {
      token,
      customFields: [{ key: 'cpf', value: '52998224725', overwrite: true }],
    });
    // nobody is online: the bot agent takes the room
    const { room } = await call<{ room: { _id: string; servedBy?: { username: string } } }>(
      `room?token=${token}`,
    );
    expect(room.servedBy?.username).toBe(defaults.bot);
    await call('message', { token, rid: room._id, msg: 'estou com falta de ar' });
    const tenant = crm.store.tenant('t1')!;
    await eventually(
      () => tenant.encounters.findOne({ _id: room._id, redFlags: 'dyspnea', patientId: { $exists: true } }),
      60_000,
    );
    await eventually(() => {
      const { departmentId } = workspace.omnichannel.rooms.get(room._id)!;
      return workspace.omnichannel.departments.get(departmentId ?? '')?.name === 'Urgência';
    }, 60_000);
    await eventually(async () => {
      const metrics = await (await fetch(`${crm!.url}/metrics`)).text();
      return (
        /acolhe_webhook_total\{[^}]*\} [1-9]/.test(metrics) &&
        !/acolhe_webhook_total\{result="refused"\} [1-9]/.test(metrics)
      );
    }, 60_000);
  });

  it('Given all runs, then doctor is content, and names that nobody serves yet', async () => {
    const found = await doctor();
    expect(found.filter(({ status }) => status === 'fail')).toEqual([]);
    expect(found.find(({ name }) => name === 'departments')).toMatchObject({
      status: 'warn',
      seen: /nobody serves/,
    });
    expect(await statuses()).toMatchObject({
      supervision: 'ok',
      'urgent first': 'ok',
      'app → CRM': 'ok',
      'CRM → app': 'ok',
      clocks: 'ok',
      versions: 'ok',
    });
  });

  it('Given a manager is misspelt later, then doctor names them', async () => {
    const managers = async () => (await doctor()).find(({ name }) => name === 'managers');
    expect(await managers()).toMatchObject({ status: 'ok', seen: 'chief' });
    await workspace.engine.updateSetting(appId, 'managers', 'chief, cheif');
    expect(await managers()).toMatchObject({ status: 'warn', seen: 'nobody has the username cheif' });
    await workspace.engine.updateSetting(appId, 'managers', 'chief');
  });

  it('Given the secrets differ, then doctor says which way fails and why', async () => {
    const before = String(workspace.engine.settingsOf(appId)['crm_secret']?.value);
    await workspace.engine.updateSetting(appId, 'crm_secret', 'whsec_b3RoZXI=');
    const found = await doctor();
    expect(found.find(({ name }) => name === 'app → CRM')).toMatchObject({
      status: 'fail',
      seen: 'http-401',
    });
    await workspace.engine.updateSetting(appId, 'crm_secret', before);
  });

  it('Given it is undone, then the workspace is as before, but for what somebody changed since', async () => {
    await workspace.engine.updateSetting(appId, 'admin_channel', 'mine');
    const told: string[] = [];
    await asAdministrator(
      { url: workspace.url, credentials: { user: 'chief', password } },
      async ({ admin }) => {
        for (const name of ['undo-2.json', 'undo-1.json'])
          await undoAll(admin, readJournal(file(name)), ({ outcome }) => told.push(outcome));
      },
    );
    expect(told.filter((outcome) => outcome !== 'done')).toEqual(['changed since, left']);
    await workspace.engine.updateSetting(appId, 'admin_channel', '');
    expect(prepared()).toEqual(before);
  });
});

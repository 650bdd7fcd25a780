/** The app's outbox in the real engine: what outlives what, and what operators see of it. */
import AdmZip from 'adm-zip';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import path from 'path';

import { currentAppZip } from '../../cli/starting/app-zip';
import { startWorkspace, type Workspace } from '../../workspace/start-workspace';
import { fakeCrm } from '../support/fake-crm';
import { eventually } from '../support/wait';

const root = path.join(__dirname, '..', '..');
let folder: string;
let crm: Awaited<ReturnType<typeof fakeCrm>>;
let workspace: Workspace;
let app: { file: string; id: string };
let patients = 0;
let stopListening = (): void => undefined;
/** What the app showed to one user only. */
const notices: { userId: string; msg: string }[] = [];

async function start(): Promise<void> {
  workspace = await startWorkspace({
    ...{ host: '127.0.0.1', port: 0, stateDir: path.join(folder, 'state'), keepState: true, demo: true },
    appZip: app.file,
    appSettings: {
      ...{ crm_url: crm.url, crm_secret: 'whsec_' + Buffer.alloc(32, 7).toString('base64') },
      ...{ tenant: 't1', workspace: 'w1', admin_channel: 'operations', outbox_bound: 100 },
      ...{ admit_drafts: true, ask_consent: false, ask_for_whom: false },
    },
    log: () => undefined,
  });
  stopListening = workspace.engine.surfaces.on((surface) => {
    if (surface.kind === 'ephemeral') notices.push({ userId: surface.userId, msg: surface.msg });
  });
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'acolhe-outbox-'));
  app = await currentAppZip(root, path.join(root, '.acolhe', 'app'), () => undefined);
  crm = await fakeCrm();
  await start();
  const { omnichannel } = workspace;
  omnichannel.addChannel({ name: 'operations', userId: userOf('admin') });
  omnichannel.changeUser(userOf('admin'), { language: 'en' });
});
afterAll(async () => {
  stopListening();
  await workspace?.stop();
  crm?.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

const userOf = (username: string): string =>
  [...workspace.omnichannel.users.values()].find((user) => user.username === username)?._id ?? '';
const channel = () => [...workspace.omnichannel.channels.values()].find(({ name }) => name === 'operations')!;
const told = (): string[] => channel().messages.map(({ msg }) => msg);

/** Types `/acolhe …` and gives what is shown to that user. */
async function acolhe(words: string, username = 'admin'): Promise<string> {
  const before = notices.length;
  const params = words.split(' ').filter(Boolean);
  const call = { command: 'acolhe', params, userId: userOf(username), rid: channel()._id, triggerId: 't' };
  await eventually(async () => {
    await workspace.engine.slashCommand(call).catch(() => undefined);
    return notices.length > before;
  }, 60_000);
  expect(notices.slice(before).every(({ userId }) => userId === userOf(username))).toBe(true);
  return notices.at(-1)?.msg ?? '';
}

async function patient() {
  const { omnichannel } = workspace;
  const token = `patient-${(patients += 1)}`;
  const visitor = omnichannel.registerVisitor({ token, name: 'Pessoa Teste' });
  const { room } = omnichannel.startRoom(visitor, { source: { type: 'widget' } });
  const texts = () =>
    omnichannel
      .messagesOf(room._id)
      .flatMap((message) => (!message.token && !message.t && message.msg ? [message.msg] : []));
  const chat = {
    rid: room._id,
    says: (msg: string) => omnichannel.sendVisitorMessage({ token, rid: room._id, msg }),
    hears: (part: string) => eventually(() => texts().some((text) => text.includes(part)), 60_000),
  };
  await chat.hears('O que você está sentindo');
  await chat.hears('Seu número de paciente');
  return chat;
}

/**
 * Also waits until the new process answers: the engine remembers for five minutes what it was told of an app's status,
 * and a command typed while the process starts would be told that the app is not enabled.
 */
async function kill(): Promise<void> {
  const { engine } = workspace;
  const before = await engine.runtimePids();
  for (const pid of before) process.kill(pid, 'SIGKILL');
  await eventually(async () => {
    const now = await engine.runtimePids();
    return now.length > 0 && now.every((pid) => !before.includes(pid));
  }, 60_000);
  const { omnichannel } = workspace;
  await eventually(async () => {
    const visitor = omnichannel.registerVisitor({ token: `probe-${(patients += 1)}`, name: 'Pessoa Teste' });
    const { room } = omnichannel.startRoom(visitor, { source: { type: 'widget' } });
    await engine.idle();
    return omnichannel.messagesOf(room._id).some(({ token, t, msg }) => !token && !t && msg);
  }, 60_000);
}

const sweep = () => workspace.engine.runJobsNow('acolhe-sweep').catch(() => undefined);

/** Every message of the room is there once, each event once. */
async function arrives(rid: string): Promise<void> {
  const wanted = workspace.omnichannel
    .messagesOf(rid)
    .filter((message) => !message.t && message.msg)
    .map(({ _id }) => _id);
  const recorded = () =>
    crm.stored.flatMap(({ type, subject, data }) =>
      type === 'acolhe.message.recorded.v1' && subject === rid ? [String(data['messageId'])] : [],
    );
  await eventually(async () => {
    if (wanted.every((id) => recorded().includes(id))) return true;
    await sweep();
    return false;
  }, 60_000);
  const of = crm.stored.filter(({ subject }) => subject === rid);
  expect(new Set(of.map(({ id }) => id)).size).toBe(of.length);
  // by (time, id), as the CRM reads them, they stand in the room's order
  const inOrder = [...of].sort((a, b) =>
    a.time === b.time ? (a.id < b.id ? -1 : 1) : a.time < b.time ? -1 : 1,
  );
  const messages = inOrder
    .filter(({ type }) => type === 'acolhe.message.recorded.v1')
    .map(({ data }) => data['messageId']);
  expect(messages).toEqual(wanted);
}

/** The same app, packaged as a later version. */
function newerZip(version: string): Buffer {
  const zip = new AdmZip(app.file);
  const info = JSON.parse(zip.readAsText('app.json')) as Record<string, unknown>;
  zip.updateFile('app.json', Buffer.from(JSON.stringify({ ...info, version })));
  return zip.toBuffer();
}

describe('/acolhe', () => {
  it('answers administrators and managers only, each in their language, and nobody else sees it', async () => {
    expect(await acolhe('status', 'ana')).toMatch(/só para administradores/);
    const status = await acolhe('status');
    expect(status).toContain('**Acolhe 0.1.0**');
    expect(status).toMatch(/CRM: answers in \d+ ms/);
    expect(await acolhe('help')).toContain('/acolhe resend');
    expect(await acolhe('dance')).toContain('“dance”');
  });
});

describe('while the CRM is away', () => {
  it.each([
    ['the app’s process is killed', kill],
    [
      'the app is disabled and enabled',
      async () => {
        await workspace.engine.setEnabled(app.id, false);
        await workspace.engine.setEnabled(app.id, true);
      },
    ],
    [
      'a newer version is installed',
      async () => {
        expect(await workspace.engine.install(newerZip('0.1.1'))).toMatchObject({
          version: '0.1.1',
          errors: [],
        });
      },
    ],
  ])('Given %s, then everything arrives afterwards, once, and the chat goes on', async (_what, happens) => {
    crm.isUp = false;
    const chat = await patient();
    chat.says('estou com tosse');
    await chat.hears('Quantos anos');
    await workspace.engine.idle();
    expect(crm.stored.filter(({ subject }) => subject === chat.rid)).toEqual([]);
    expect(await acolhe('')).toMatch(/Outbox: \d+ of 100/);
    await happens();
    chat.says('34');
    await chat.hears('falta de ar');
    await workspace.engine.idle();
    const status = await acolhe('status');
    expect(status).toMatch(/Outbox: \d+ of 100/);
    expect(status).toMatch(/does not answer\*\* \(http-503\)/);
    crm.isUp = true;
    await arrives(chat.rid);
    await eventually(async () => (await acolhe('status')).includes('Outbox: empty'), 60_000);
    expect(await acolhe('status')).toMatch(/Last delivery accepted: \d{4}-/);
  });

  it('Given it is away for five days, then everything arrives, and administrators are told in between and after', async () => {
    crm.isUp = false;
    const chat = await patient();
    chat.says('estou com tosse');
    await chat.hears('Quantos anos');
    await workspace.engine.idle();
    stopListening();
    await workspace.stop();
    backdate(path.join(folder, 'state', 'state.json'), 5 * 24 * 3_600_000);
    await start();
    expect(await acolhe('status')).toMatch(/the oldest has waited for 5 d/);
    await sweep();
    await eventually(() => told().some((msg) => /há registros esperando há 5 d/.test(msg)), 60_000);
    await kill();
    await sweep();
    expect(told().filter((msg) => /há registros esperando/.test(msg))).toHaveLength(1);
    crm.isUp = true;
    await arrives(chat.rid);
    await kill();
    await eventually(async () => {
      await sweep();
      return told().some((msg) => /normal de novo/.test(msg));
    }, 70_000);
  });
});

describe('what the CRM refuses', () => {
  it('is shown with the reason, told to administrators, and sent again when asked', async () => {
    crm.refuse = ({ type }) => (type === 'acolhe.triage.started.v1' ? 'data.pack: unknown' : undefined);
    const chat = await patient();
    chat.says('estou com tosse');
    await chat.hears('Quantos anos');
    await eventually(async () => (await acolhe('status')).includes('1 × data.pack: unknown'), 60_000);
    await kill();
    await sweep();
    await eventually(() => told().some((msg) => /recusou 1 registros/.test(msg)), 60_000);
    crm.refuse = () => undefined;
    expect(await acolhe('resend')).toContain('1 records went back');
    await eventually(() =>
      crm.stored.some(({ type, subject }) => type === 'acolhe.triage.started.v1' && subject === chat.rid),
    );
    expect(await acolhe('status')).toContain('Refused by the CRM: none');
  });
});

describe('at its bound', () => {
  it('lets go words that Rocket.Chat keeps and nothing clinical; says so; and the bot goes on', async () => {
    crm.isUp = false;
    let length = 0;
    const rids: string[] = [];
    while (length < 130) {
      const chat = await patient();
      rids.push(chat.rid);
      chat.says('estou com tosse e muita falta de ar');
      await chat.hears('192 (SAMU)');
      // words alone, which Rocket.Chat keeps
      for (const words of ['estou aqui', 'ainda espero', 'obrigado']) chat.says(words);
      await workspace.engine.idle();
      length = Number(/Outbox: (\d+)/.exec(await acolhe('status'))?.[1] ?? 0);
    }
    await kill();
    await eventually(async () => {
      await sweep();
      return /Left to reconciliation: at most \d+ records/.test(await acolhe('status'));
    }, 60_000);
    // the bot goes on meanwhile: what it says to those who wait is let go at the next look, a minute later or by a new process
    await eventually(async () => {
      if (Number(/Outbox: (\d+)/.exec(await acolhe('status'))?.[1]) <= 100) return true;
      await kill();
      await sweep();
      return false;
    }, 60_000);
    expect(told().some((msg) => /⚠️|🛑/.test(msg) && /de 100/.test(msg))).toBe(true);
    crm.isUp = true;
    await eventually(async () => {
      await sweep();
      return (await acolhe('status')).includes('Outbox: empty');
    }, 60_000);
    for (const rid of rids) {
      const types = crm.stored.filter(({ subject }) => subject === rid).map(({ type }) => type);
      expect(types).toEqual(
        expect.arrayContaining([
          'acolhe.conversation.started.v1',
          'acolhe.patient.identified.v1',
          'acolhe.red-flag.raised.v1',
          'acolhe.handoff.requested.v1',
        ]),
      );
    }
  });
});

/** Everything that happened within the last hour happened so much earlier. */
function backdate(file: string, byMs: number): void {
  const nowMs = Date.now();
  const text = readFileSync(file, 'utf8').replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, (instant) => {
    const at = Date.parse(instant);
    return nowMs - at < 3_600_000 ? new Date(at - byMs).toISOString() : instant;
  });
  writeFileSync(file, text);
}

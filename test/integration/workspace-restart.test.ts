import { mkdtempSync, rmSync } from 'fs';
import { createServer } from 'http';
import type { AddressInfo } from 'net';
import { tmpdir } from 'os';
import path from 'path';

import { currentAppZip } from '../../cli/starting/app-zip';
import { demoPassword } from '../../workspace/demo-data';
import { startWorkspace, type Workspace } from '../../workspace/start-workspace';
import { eventually } from '../support/wait';

const root = path.join(__dirname, '..', '..');

interface Told {
  id: string;
  type: string;
  subject: string;
}

/** A CRM that refuses everything until it is up, and then keeps each event. */
async function fakeCrm() {
  const crm = { isUp: false, refused: [] as Told[], stored: [] as Told[], url: '', stop: () => undefined };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const isEvents = request.url?.endsWith('/events') === true;
      const events = isEvents ? (JSON.parse(body) as Told[]) : [];
      (crm.isUp ? crm.stored : crm.refused).push(...events);
      response.writeHead(crm.isUp && isEvents ? 200 : 503, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ results: events.map(({ id }) => ({ id, fate: 'stored' })) }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  crm.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  crm.stop = () => {
    server.close();
    server.closeAllConnections();
    return undefined;
  };
  return crm;
}

interface Shown {
  _id: string;
  msg: string;
  t?: string;
  token?: string;
  ts: string;
  u: { _id: string; username: string };
}

/** A patient with the widget's token, over REST; `workspace` says which run answers. */
function patientOf(workspace: () => Workspace, token: string) {
  const call = async <T>(where: string, body?: object): Promise<T> => {
    const response = await fetch(`${workspace().url}/api/v1/livechat/${where}`, {
      method: body ? 'POST' : 'GET',
      headers: body ? { 'content-type': 'application/json' } : {},
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    expect([where, response.status]).toEqual([where, 200]);
    return (await response.json()) as T;
  };
  const room = async () => (await call<{ room: { _id: string } }>(`room?token=${token}`)).room;
  const patient = {
    enter: async (name: string) => {
      await call('visitor', { visitor: { token, name } });
      return (await room())._id;
    },
    room,
    says: async (msg: string) => call('message', { token, rid: (await room())._id, msg }),
    /** Oldest first. */
    messages: async () => {
      const found = await call<{ messages: Shown[] }>(
        `messages.history/${(await room())._id}?token=${token}&limit=100`,
      );
      return found.messages.reverse();
    },
    hears: (part: RegExp) =>
      eventually(
        async () => (await patient.messages()).find(({ msg, token: own }) => !own && part.test(msg)),
        60_000,
      ),
  };
  return patient;
}

describe('a workspace that is stopped and started again on the same folder', () => {
  let stateDir: string;
  let crm: Awaited<ReturnType<typeof fakeCrm>>;
  let workspace: Workspace;
  let appZip: string;
  const log: string[] = [];

  const start = async (): Promise<void> => {
    workspace = await startWorkspace({
      host: '127.0.0.1',
      port: 0,
      stateDir,
      keepState: true,
      appZip,
      appSettings: {
        crm_url: crm.url,
        crm_secret: 'whsec_' + Buffer.alloc(32, 7).toString('base64'),
        tenant: 't1',
        workspace: 'w1',
        admit_drafts: true,
        // the story begins with the questions
        ...{ ask_consent: false, ask_for_whom: false },
      },
      demo: true,
      log: (line) => log.push(line),
    });
  };
  const people = () =>
    [...workspace.omnichannel.users.values()].map(({ _id, username }) => `${username} ${_id}`);
  const waiting = () => workspace.omnichannel.queue().map(({ rid, department }) => ({ rid, department }));

  beforeAll(async () => {
    stateDir = mkdtempSync(path.join(tmpdir(), 'acolhe-restart-'));
    appZip = (await currentAppZip(root, path.join(root, '.acolhe', 'app'), () => undefined)).file;
    crm = await fakeCrm();
    await start();
  });
  afterAll(async () => {
    await workspace?.stop();
    crm?.stop();
    rmSync(stateDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });

  it('has its rooms, messages, queue and people, goes on where a patient was, and sends what the CRM has not', async () => {
    const patient = patientOf(() => workspace, 'token-1');
    const urgent = patientOf(() => workspace, 'token-2');
    const rid = await patient.enter('Pessoa Um');
    await patient.says('estou com tosse');
    await patient.hears(/Quantos anos/);
    const urgentRid = await urgent.enter('Pessoa Dois');
    await urgent.says('estou com falta de ar');
    await eventually(() => waiting().length === 1, 60_000);
    await workspace.engine.idle();
    const ana = workspace.omnichannel.checkPassword('ana', demoPassword);
    workspace.omnichannel.setPresence(ana?._id ?? '', 'online', 'available');
    expect(crm.refused.length).toBeGreaterThan(0);
    const before = {
      people: people(),
      departments: [...workspace.omnichannel.departments.values()],
      waiting: waiting(),
      said: await patient.messages(),
      urgentSaid: await urgent.messages(),
    };
    expect(before.waiting).toMatchObject([{ rid: urgentRid }]);

    await workspace.stop();
    crm.isUp = true;
    await start();

    expect(people()).toEqual(before.people);
    expect([...workspace.omnichannel.departments.values()]).toEqual(before.departments);
    expect(workspace.omnichannel.users.get(ana?._id ?? '')?.status).toBe('offline');
    expect((await patient.room())._id).toBe(rid);
    expect((await urgent.room())._id).toBe(urgentRid);
    expect(waiting()).toEqual(before.waiting);
    expect((await patient.messages()).slice(0, before.said.length)).toEqual(before.said);

    // a bot that had forgotten would greet, or take the number for a complaint
    await patient.says('34');
    await patient.hears(/falta de ar/);
    const bot = before.said.findLast(({ token, t }) => !token && !t)?.u;
    const since = (await patient.messages()).slice(before.said.length).filter(({ token }) => !token);
    expect(since.map(({ u }) => u)).toEqual(since.map(() => bot));
    expect(since.filter(({ msg }) => msg.includes('O que você está sentindo'))).toEqual([]);
    expect((await urgent.messages()).slice(0, before.urgentSaid.length)).toEqual(before.urgentSaid);

    const missing = () => {
      const stored = new Set(crm.stored.map(({ id }) => id));
      return crm.refused.filter(({ id }) => !stored.has(id));
    };
    await eventually(async () => {
      if (missing().length > 0) await workspace.engine.runJobsNow('acolhe-sweep');
      return missing().length === 0;
    }, 60_000);
    const of = (subject: string) => crm.stored.filter((event) => event.subject === subject).length;
    expect([of(rid) > 0, of(urgentRid) > 0]).toEqual([true, true]);
    // that the CRM is away is what this story is about, and told
    const faults = log.filter((line) => /state|error/i.test(line) && !line.includes('crm-unreachable'));
    expect(faults).toEqual([]);
  });
});

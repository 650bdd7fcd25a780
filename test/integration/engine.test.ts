import { createServer, type Server } from 'http';
import { mkdtempSync, readdirSync, rmSync } from 'fs';
import type { AddressInfo } from 'net';
import { tmpdir } from 'os';
import { join } from 'path';

import { AppStore } from '../../workspace/engine/app-store';
import { startEngine } from '../../workspace/engine/engine';
import type { Engine, Surface } from '../../workspace/engine/engine-types';
import { Omnichannel } from '../../workspace/omnichannel/omnichannel';
import { botOf, agentOf } from '../support/omnichannel';
import { probeAppId, probeAppZip } from '../support/probe-app';

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Tries again until it is true: the engine brings a killed runtime back on its own time. */
async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 8000; Date.now() < deadline;) {
    if (await isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('did not become true in time');
}

describe.each([1, 2])('the real Apps-Engine, %i instance(s)', (instances) => {
  let stateDir: string;
  let omnichannel: Omnichannel;
  let engine: Engine;
  let log: string[];
  let lastId = 0;
  const id = () => `id${instances}-${++lastId}`;

  beforeAll(async () => {
    stateDir = mkdtempSync(join(tmpdir(), 'acolhe-engine-'));
    omnichannel = new Omnichannel({ clock: () => new Date(), id });
    log = [];
    const store = new AppStore({ id, random: Math.random });
    const siteUrl = 'http://127.0.0.1:3000';
    engine = await startEngine({
      omnichannel,
      store,
      instances,
      siteUrl,
      stateDir,
      log: (line) => log.push(line),
    });
    botOf(omnichannel);
    omnichannel.addDepartment({ name: 'General' });
    const installed = await engine.install(probeAppZip(), { greeting: 'olá' });
    expect(installed).toMatchObject({
      id: probeAppId,
      name: 'Probe',
      status: 'manually_enabled',
      errors: [],
    });
  });

  afterAll(async () => {
    const pids = await engine.runtimePids();
    await engine.stop();
    expect(pids.filter(isAlive)).toEqual([]);
    expect(readdirSync(stateDir)).toEqual(['deno-cache']);
    rmSync(stateDir, { recursive: true, force: true });
  });

  const open = async (token: string) => {
    const { room } = omnichannel.startRoom(omnichannel.registerVisitor({ token, name: 'Ana' }));
    await engine.idle();
    return room;
  };
  const saidIn = (rid: string) =>
    omnichannel
      .messagesOf(rid)
      .flatMap((message) => (message.u.username === 'probe.bot' && !message.t ? [message.msg] : []));
  /** What the app says to one message. */
  const ask = async (room: { _id: string; v: { token: string } }, msg: string) => {
    const before = saidIn(room._id).length;
    omnichannel.sendVisitorMessage({ token: room.v.token, rid: room._id, msg });
    await engine.idle();
    return saidIn(room._id).slice(before);
  };

  it('tells the app of a room and of messages, and the app answers after what it answers', async () => {
    const room = await open('hooks');
    expect(saidIn(room._id)).toEqual(['olá Ana']);
    expect(await ask(room, 'who')).toEqual([`sender ${room.v.username} room function`]);
    const [question, answer] = omnichannel.messagesOf(room._id).slice(-2);
    expect(answer!.ts.getTime()).toBeGreaterThan(question!.ts.getTime());
  });

  it('gives null for what the app has no permission for', async () => {
    const room = await open('denied');
    expect(await ask(room, 'denied')).toEqual(['upload is null']);
    expect(log.join('\n')).toContain('upload.read');
  });

  it('hands a pressed button to the app, and refuses one of somebody else', async () => {
    const room = await open('button');
    const press = {
      appId: probeAppId,
      rid: room._id,
      mid: 'none',
      actionId: 'yes',
      value: '1',
      triggerId: 't',
    };
    expect(await engine.livechatInteraction({ ...press, visitorToken: 'button' })).toEqual({ success: true });
    expect(saidIn(room._id).at(-1)).toBe('pressed 1 by button');
    expect(() => engine.livechatInteraction({ ...press, visitorToken: 'other' })).toThrow('invalid-token');
  });

  it('transfers by the app user, in its name', async () => {
    const room = await open('move');
    expect(await ask(room, 'move')).toEqual(['moved true']);
    expect(omnichannel.departments.get(room.departmentId ?? '')?.name).toBe('General');
    const history = omnichannel
      .messagesOf(room._id)
      .find((message) => message.t === 'livechat_transfer_history');
    expect(history?.u.username).toBe('probe.bot');
  });

  it('answers on the app endpoint', async () => {
    const room = await open('endpoint');
    const request = {
      method: 'POST',
      headers: {},
      query: { a: '1' },
      content: { roomId: room._id, text: 'dito' },
    };
    expect(await engine.callEndpoint(probeAppId, 'say', request)).toMatchObject({
      status: 200,
      content: { said: true, query: { a: '1' } },
    });
    expect(saidIn(room._id).at(-1)).toBe('dito');
    await expect(engine.callEndpoint(probeAppId, 'none', request)).resolves.toMatchObject({ status: 404 });
  });

  it('runs a job the app scheduled, once', async () => {
    const room = await open('later');
    await ask(room, 'later');
    await engine.runJobsNow('nudge');
    await engine.runJobsNow('nudge');
    expect(saidIn(room._id).slice(1)).toEqual(['nudge string']);
  });

  it('lets the app make real requests, and gives parsed JSON for a JSON answer only', async () => {
    const server: Server = createServer((request, response) => {
      response.setHeader('content-type', request.url === '/json' ? 'application/json' : 'text/plain');
      response.end('{"ok":true}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const room = await open('http');
      const said = [...(await ask(room, `get ${base}/json`)), ...(await ask(room, `get ${base}/text`))];
      expect(said).toEqual(['got 200 {"ok":true}', 'got 200 null']);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it('knows settings, changes them, and switches the app off and on', async () => {
    await engine.updateSetting(probeAppId, 'greeting', 'oi');
    expect(engine.settingsOf(probeAppId).greeting).toMatchObject({ value: 'oi', packageValue: 'hello' });
    await engine.setEnabled(probeAppId, false);
    expect(engine.apps()).toMatchObject([{ status: 'manually_disabled' }]);
    expect(saidIn((await open('off'))._id)).toEqual([]);
    await engine.setEnabled(probeAppId, true);
    expect(saidIn((await open('on'))._id)).toEqual(['oi Ana']);
  });

  it('shows an agent what the app opens', async () => {
    const surfaces: Surface[] = [];
    const stop = engine.surfaces.on((surface) => surfaces.push(surface));
    const room = await open('surface');
    const agent = agentOf(omnichannel, 'bia');
    expect(await engine.actionButtons()).toMatchObject([{ actionId: 'card', appId: probeAppId }]);
    const press = {
      appId: probeAppId,
      userId: agent._id,
      rid: room._id,
      type: 'actionButton' as const,
      actionId: 'card',
      triggerId: 't1',
    };
    await engine.userInteraction(press);
    await engine.slashCommand({
      command: 'probe',
      params: ['a', 'b'],
      userId: agent._id,
      rid: room._id,
      triggerId: 't2',
    });
    stop();
    expect(surfaces).toMatchObject([
      { kind: 'view', userId: agent._id, triggerId: 't1', appId: probeAppId },
      { kind: 'ephemeral', userId: agent._id, rid: room._id, msg: 'command a b' },
    ]);
  });

  it('refuses what is no app package, naming the trouble, and goes on', async () => {
    await expect(engine.install(Buffer.from('no zip'))).rejects.toThrow(/zip|format/i);
    expect(engine.apps()).toMatchObject([{ id: probeAppId, status: 'manually_enabled' }]);
  });

  it('takes the same app again as an update that keeps its settings and data', async () => {
    const room = await open('update');
    await ask(room, 'one');
    await engine.updateSetting(probeAppId, 'greeting', 'salve');
    expect(await engine.install(probeAppZip())).toMatchObject({ status: 'manually_enabled', errors: [] });
    expect(await ask(room, 'two')).toEqual(['kept one,two; heard 1']);
    expect(saidIn((await open('updated'))._id)).toEqual(['salve Ana']);
  });

  it('answers many messages at once, each once', async () => {
    const rooms = await Promise.all(Array.from({ length: 20 }, (_, at) => open(`many-${at}`)));
    for (const room of rooms)
      omnichannel.sendVisitorMessage({ token: room.v.token, rid: room._id, msg: 'who' });
    await engine.idle();
    expect(rooms.map((room) => saidIn(room._id).length)).toEqual(rooms.map(() => 2));
  });

  it('keeps what the app kept when its runtime is killed', async () => {
    const room = await open('killed');
    engine.dispatchTo(0);
    expect(await ask(room, 'one')).toEqual([expect.stringMatching(/^kept one; heard /)]);
    const [pid] = await engine.runtimePids();
    process.kill(pid!, 'SIGKILL');
    omnichannel.sendVisitorMessage({ token: 'killed', rid: room._id, msg: 'swallowed' });
    await until(async () => (await ask(room, 'two')).length > 0);
    expect(saidIn(room._id).at(-1)).toMatch(/^kept one,(two,?)+; heard 1$/);
    expect(isAlive(pid!)).toBe(false);
    engine.dispatchTo(undefined);
  });

  if (instances === 2) {
    it('has a process for each instance, and both share the store', async () => {
      expect(new Set(await engine.runtimePids()).size).toBe(2);
      const room = await open('shared');
      engine.dispatchTo(0);
      await ask(room, 'one');
      engine.dispatchTo(1);
      expect(await ask(room, 'two')).toEqual([expect.stringMatching(/^kept one,two; /)]);
      engine.dispatchTo(undefined);
      const before = saidIn(room._id).length;
      for (const msg of ['three', 'four'])
        omnichannel.sendVisitorMessage({ token: 'shared', rid: room._id, msg });
      await engine.idle();
      expect(saidIn(room._id)).toHaveLength(before + 2);
      expect(await ask(room, 'five')).toEqual([expect.stringMatching(/^kept five,four,one,three,two; /)]);
    });
  }
});

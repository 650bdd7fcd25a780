import { RequestMethod } from '@rocket.chat/apps-engine/definition/accessors';
import type { IApiRequest } from '@rocket.chat/apps-engine/definition/api';
import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { canonicalJson } from '../../../contract/canonical-json';
import { sign } from '../../../contract/signature';
import { CommandEndpoint } from '../../../src/handlers/command-endpoint';
import { onRoomStarted } from '../../../src/handlers/hooks';
import { newMemory, worldOf } from '../../../src/handlers/world';
import { takeTurn } from '../../../src/turn/turn';
import { knowledge } from '../../support/conversation';
import { fakeEngine, livechatRoom } from '../../support/fake-engine';

const say = { id: 'c1', conversation: 'r1', kind: 'say', text: 'Sua consulta é amanhã.' };
const [current, previous] = ['the key of now', 'the key of before'];

async function setup() {
  const engine = fakeEngine();
  const { read, modify, http, persistence } = engine;
  Object.assign(engine.settings, { crm_secret: current, crm_secret_previous: previous });
  const room = livechatRoom();
  engine.rooms.set(room.id, room);
  const memory = newMemory('acolhe', () => knowledge, { warn: () => undefined } as never);
  await onRoomStarted(worldOf(memory, engine), read, room);
  const before = engine.said.length;
  const endpoint = new CommandEndpoint({ getID: () => 'acolhe' } as IApp, () => memory);
  const post = (content: unknown, signed: { secret?: string; atMs?: number; payload?: string } = {}) => {
    const { secret = current, atMs = Date.now(), payload = canonicalJson(content) } = signed;
    const headers = { ...sign(secret, { id: 'w1', atMs, payload }) };
    const request: IApiRequest = { method: RequestMethod.POST, headers, query: {}, params: {}, content };
    return endpoint.post(request, {} as never, read, modify, http, persistence);
  };
  const writes = (text: string) =>
    takeTurn(worldOf(memory, engine), {
      ...{ kind: 'patient-message', id: 'message/m1', at: new Date().toISOString(), conversation: 'r1' },
      ...{ messageId: 'm1', text, file: false },
    });
  return { post, engine, writes, saidSince: () => engine.texts().slice(before) };
}

describe("the app's endpoint", () => {
  it('says what the CRM says, once, however often it is told', async () => {
    const { post, saidSince } = await setup();
    expect(await post(say)).toMatchObject({ status: 200, content: { result: 'accepted' } });
    expect(await post(say)).toMatchObject({ status: 200, content: { result: 'duplicate' } });
    expect(saidSince()).toEqual([say.text]);
  });

  it('tells staff what the CRM asks them to do, once, also of a conversation that is not known any more', async () => {
    const { post, engine, saidSince } = await setup();
    engine.settings['crm_pages_url'] = 'https://crm.example';
    const task = { taskId: 't', kind: 'worse', dueAt: '2026-01-01T00:00:00.000Z' };
    const ring = { id: 'ring/1', conversation: 'gone', kind: 'ring', step: 'opened', task };
    const told = { ...ring, zone: 'UTC', page: '/tasks/0000-0001-1/dengue' };
    expect(await post(told)).toMatchObject({ status: 200, content: { result: 'accepted' } });
    expect(await post(told)).toMatchObject({ status: 200, content: { result: 'duplicate' } });
    expect(await post({ ...told, id: 'ring/2', page: 'https://elsewhere' })).toMatchObject({ status: 400 });
    expect([saidSince(), engine.rooms.size]).toEqual([[], 1]);
  });

  it('goes by the urgency that staff decided, once, and refuses one below a red flag by name', async () => {
    const { post, writes, saidSince } = await setup();
    const urgency = { id: 'u1', conversation: 'r1', kind: 'urgency', urgency: 'orange', staff: 's1' };
    expect(await post(urgency)).toMatchObject({ status: 200, content: { result: 'accepted' } });
    expect(saidSince().join()).toContain('A equipe reviu o seu caso');
    await writes('não consigo respirar');
    expect(await post({ ...urgency, id: 'u2' })).toMatchObject({
      ...{ status: 200, content: { result: 'refused', reason: 'red-flag' } },
    });
    expect(await post({ ...urgency, id: 'u3', urgency: 'red' })).toMatchObject({
      content: { result: 'accepted' },
    });
    // told twice, the first answer stands
    expect(await post(urgency)).toMatchObject({ content: { result: 'duplicate' } });
    expect(await post({ ...urgency, id: 'u4', conversation: 'gone' })).toMatchObject({ status: 404 });
  });

  it('takes the key that is being replaced, too', async () => {
    const { post } = await setup();
    expect(await post(say, { secret: previous })).toMatchObject({ status: 200 });
  });

  it.each([
    ['of another key', { secret: 'guessed' }, 'forged'],
    ['of an empty key', { secret: '' }, 'forged'],
    ['of another text', { payload: canonicalJson({ ...say, text: 'outro' }) }, 'forged'],
    ['six minutes old', { atMs: Date.now() - 360_000 }, 'stale'],
    ['from the future', { atMs: Date.now() + 360_000 }, 'stale'],
  ])('refuses a signature %s, and says nothing', async (_name, signed, reason) => {
    const { post, saidSince } = await setup();
    expect(await post(say, signed)).toMatchObject({ status: 401, content: { result: 'refused', reason } });
    expect(saidSince()).toEqual([]);
  });

  it('takes no command at all while no key is set', async () => {
    const { post, engine } = await setup();
    Object.assign(engine.settings, { crm_secret: '', crm_secret_previous: '' });
    expect(await post(say, { secret: '' })).toMatchObject({ status: 401 });
  });

  it('names what is wrong with a command it cannot read', async () => {
    const { post, saidSince } = await setup();
    expect(await post({ ...say, text: '' })).toMatchObject({
      status: 400,
      content: { reason: 'text: too_small' },
    });
    expect(await post({ ...say, kind: 'dance' })).toMatchObject({ status: 400 });
    expect(await post(null)).toMatchObject({ status: 400 });
    expect(saidSince()).toEqual([]);
  });

  it('knows nothing of a conversation it never had', async () => {
    const { post } = await setup();
    expect(await post({ ...say, conversation: 'r2' })).toMatchObject({
      status: 404,
      content: { reason: 'unknown-conversation' },
    });
  });

  it('asks a follow-up where the bot can write, and says where it cannot', async () => {
    const { post, engine, saidSince } = await setup();
    Object.assign(engine.settings, { admit_drafts: true });
    const ask = { id: 'f1', conversation: 'r1', kind: 'follow-up', pack: 'follow-up' };
    const answers = { monitored_disease: 'respiratory', age: 30 };
    const refused = await post({ ...ask, pack: 'none', answers });
    expect(refused).toMatchObject({ status: 200, content: { result: 'refused', reason: 'not-admitted' } });
    expect(saidSince()).toEqual([]);
    engine.settings['triage_enabled'] = false;
    expect(await post({ ...ask, answers })).toMatchObject({ content: { reason: 'triage-off' } });
  });

  it('replaces an ID by one that is an ID, and tells the patient', async () => {
    const { post, saidSince } = await setup();
    const replace = { id: 'c2', conversation: 'r1', kind: 'replace-patient-id' };
    await post({ ...replace, patientId: 'nonsense' });
    expect(saidSince()).toEqual([]);
    await post({ ...replace, id: 'c3', patientId: '0000-0001-1' });
    expect(saidSince().join()).toContain('0000-0001-1');
  });
});

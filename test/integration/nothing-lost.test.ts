import { randomUUID } from 'crypto';
import { canonicalJson } from '../../contract/canonical-json';
import { sign } from '../../contract/signature';
import { chatOf } from '../support/chat';
import { eventually } from '../support/crm';
import { startSystem, type System } from '../support/system';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system?.stop());

/** The CRM has exactly the words of the room, each once, in the room's order. */
async function crmEqualsRoom(chat: ReturnType<typeof chatOf>, limitMs = 60_000): Promise<void> {
  const room = () =>
    chat
      .messages()
      .filter((message) => message.msg)
      .map((message) => message._id);
  let seen: string[] = [];
  await eventually(async () => {
    seen = (await system.timeline(chat.rid))
      .map((message) => message.messageId)
      .filter((id) => !id.includes('/'));
    return seen.length >= room().length;
  }, limitMs);
  expect(seen).toEqual(room());
}

describe('one conversation', () => {
  it('is triaged, moved to the urgent department, and stands in the CRM with its patient, flag and decision', async () => {
    const chat = chatOf(system);
    await chat.heard('O que você está sentindo');
    await chat.heard('Seu número de paciente');
    chat.says('estou com tosse');
    await chat.heard('Quantos anos');
    chat.says('30');
    await chat.heard(/falta de ar/);
    await chat.presses('answer:dyspnea:yes');
    await chat.heard('192 (SAMU)');
    await eventually(() => chat.department() === 'Urgência');
    const encounter = await eventually(() =>
      system.tenant.encounters.findOne({
        _id: chat.rid,
        disposition: 'emergency',
        outcome: 'emergency_now',
        patientId: { $exists: true },
      }),
    );
    expect(encounter.redFlags).toEqual(['dyspnea']);
    const shown = chat.botTexts().find((text) => text.includes('Seu número'));
    expect(shown).toContain(encounter.patientId);
    await crmEqualsRoom(chat);
    const buttons = (await system.timeline(chat.rid)).filter((message) => message.messageId.includes('/'));
    expect(buttons.map((message) => message.text)).toEqual(['Sim']);
  });

  it('keeps personal text sealed at rest', async () => {
    const chat = chatOf(system, 'Nome Muito Raro');
    chat.says('tosse da palavra xilofone');
    await crmEqualsRoom(chat);
    const names = await system.tenant.db.listCollections().toArray();
    const dump = await Promise.all(
      names.map(async ({ name }) =>
        JSON.stringify(await system.tenant.db.collection(name).find({}).toArray()),
      ),
    );
    expect(dump.join()).not.toContain('xilofone');
    expect(dump.join()).not.toContain('Muito Raro');
    expect(dump.join()).toContain(chat.rid);
  });
});

describe('crm-sync killed in the middle of ten conversations', () => {
  it('Given it comes back, then nothing is missing, nothing twice, and the order is kept', async () => {
    const chats = Array.from({ length: 10 }, () => chatOf(system));
    for (const chat of chats) chat.says('estou com tosse');
    for (const chat of chats) await chat.heard('Quantos anos');
    await system.killCrm();
    for (const chat of chats) chat.says('34');
    for (const chat of chats) await chat.heard(/falta de ar/);
    const late = chatOf(system);
    // nobody to ask: the app mints the ID itself
    await late.heard('Seu número de paciente', 60_000);
    await system.startCrm();
    for (const chat of chats) chat.says('não');
    for (const chat of [...chats, late]) await crmEqualsRoom(chat, 60_000);
    const encounter = await eventually(() =>
      system.tenant.encounters.findOne({ _id: late.rid, patientId: { $exists: true } }),
    );
    expect(late.botTexts().some((text) => text.includes(encounter.patientId ?? '?'))).toBe(true);
  });
});

describe('the app killed in the middle of a conversation', () => {
  const sweepUntil = (condition: () => unknown): Promise<unknown> =>
    eventually(async () => {
      if (condition()) return true;
      await system.workspace.engine.runJobsNow('acolhe-sweep').catch(() => undefined);
      return condition();
    }, 60_000);

  it('Given the next message, then it continues where the patient was', async () => {
    const chat = chatOf(system);
    chat.says('estou com tosse');
    await chat.heard('Quantos anos');
    for (const pid of await system.workspace.engine.runtimePids()) process.kill(pid, 'SIGKILL');
    await eventually(async () => (await system.workspace.engine.runtimePids()).length > 0);
    chat.says('34');
    await sweepUntil(() => chat.botTexts().some((text) => /falta de ar/.test(text)));
    await crmEqualsRoom(chat, 60_000);
  });

  it('Given a message it swallowed, then that is answered within a minute', async () => {
    const chat = chatOf(system);
    chat.says('estou com tosse');
    await chat.heard('Quantos anos');
    for (const pid of await system.workspace.engine.runtimePids()) process.kill(pid, 'SIGKILL');
    chat.says('estou com falta de ar');
    const sentMs = Date.now();
    await chat.heard('192 (SAMU)', 60_000);
    expect(Date.now() - sentMs).toBeLessThan(60_000);
    await crmEqualsRoom(chat, 60_000);
  });
});

describe("the app's endpoint", () => {
  const call = (
    content: Record<string, unknown>,
    over: { secret?: string; atMs?: number; tamper?: boolean } = {},
  ) => {
    const headers = sign(over.secret ?? system.secret, {
      id: randomUUID(),
      atMs: over.atMs ?? Date.now(),
      payload: canonicalJson(content),
    });
    return fetch(`${system.workspace.url}/api/apps/public/${system.appId}/command`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(over.tamper ? { ...content, text: 'outro' } : content),
    }).then(async (response) => ({ status: response.status, body: (await response.json()) as unknown }));
  };

  it('says what a signed command says, once; refuses forged, stale and malformed ones', async () => {
    const chat = chatOf(system);
    await chat.heard('O que você está sentindo');
    const say = { id: randomUUID(), conversation: chat.rid, kind: 'say', text: 'Sua consulta é amanhã.' };
    expect(await call(say)).toMatchObject({ status: 200, body: { result: 'accepted' } });
    expect(await call(say)).toMatchObject({ status: 200, body: { result: 'duplicate' } });
    expect(await call(say, { secret: 'wrong' })).toMatchObject({ status: 401, body: { reason: 'forged' } });
    expect(await call(say, { tamper: true })).toMatchObject({ status: 401, body: { reason: 'forged' } });
    expect(await call(say, { atMs: Date.now() - 301_000 })).toMatchObject({
      status: 401,
      body: { reason: 'stale' },
    });
    expect(await call({ id: 'x', conversation: chat.rid, kind: 'dance' })).toMatchObject({ status: 400 });
    expect(await call({ ...say, id: randomUUID(), conversation: 'nowhere' })).toMatchObject({ status: 404 });
    await crmEqualsRoom(chat);
    expect(chat.botTexts().filter((text) => text.includes('amanhã'))).toHaveLength(1);
  });
});

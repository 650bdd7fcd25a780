/** A follow-up in the real engine: the CRM's signed command, the bot in the open room, and what answers and silence lead to. */
import { storeEvents } from '../../crm-sync/ingest/store-events';
import type { FollowUpDocument } from '../../crm-sync/store/follow-up-document';
import { chatOf } from '../support/chat';
import { testEvent } from '../support/crm';
import { startSystem, type System } from '../support/system';
import { eventually } from '../support/wait';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system?.stop());

type Chat = ReturnType<typeof chatOf>;
const limitMs = 60_000;

/** The calendar once it is as the caller wants it. */
function calendar(id: string, is: (document: FollowUpDocument) => boolean): Promise<FollowUpDocument> {
  return eventually(async () => {
    const found = await system.tenant.followUps.findOne({ _id: id });
    return found && is(found) ? found : undefined;
  }, limitMs);
}

/** As if the time had come. */
async function comes(id: string): Promise<void> {
  await system.tenant.followUps.updateOne({ _id: id }, { $set: { dueAt: new Date(Date.now() - 1_000) } });
}

/** Somebody whom a protocol sent home with a plan. @returns their calendar's id */
async function monitored(chat: Chat): Promise<string> {
  await chat.heard('O que você está sentindo');
  const { patientId } = await eventually(
    () => system.tenant.encounters.findOne({ _id: chat.rid, state: 'bot', patientId: { $exists: true } }),
    limitMs,
  );
  const data = {
    ...{ pack: 'respiratory', packVersion: '1', knowledge: 'k', row: 'r', outcome: 'home_flu' },
    ...{
      disposition: 'mild',
      answers: { age: 30, chronic_condition: false, fever: true, symptom_duration: 2 },
    },
  };
  const source = '/tenants/demo/workspaces/main';
  const decided = testEvent('acolhe.triage.decided.v1', data, {
    subject: chat.rid,
    source,
    timeMs: Date.now(),
  });
  await storeEvents(system.tenant, [decided], new Date());
  const id = `${patientId}/respiratory`;
  await calendar(id, ({ state }) => state === 'waiting');
  return id;
}

async function asked(chat: Chat): Promise<string> {
  const id = await monitored(chat);
  await comes(id);
  await chat.heard('Estamos acompanhando você e queremos saber', limitMs);
  await calendar(id, ({ state }) => state === 'asked');
  return id;
}

/** The buttons under the last question. */
function shown(chat: Chat): string[] {
  const last = [...chat.messages()]
    .reverse()
    .find(({ blocks }) => JSON.stringify(blocks ?? '').includes('answer:'));
  return [...JSON.stringify(last?.blocks ?? '').matchAll(/"(answer:[\w.-]+:[\w.-]+)"/g)].map(
    ([, value]) => value!,
  );
}

describe('a follow-up in the real engine', () => {
  it('Given they are better, then the next question is planned and nobody is called', async () => {
    const chat = chatOf(system);
    const id = await asked(chat);
    const pressed = new Set<string>();
    for (let left = 40; left > 0; left -= 1) {
      const over = await eventually(async () => {
        const document = await system.tenant.followUps.findOne({ _id: id });
        if (document?.state !== 'asked') return 'over';
        return shown(chat).some((value) => !pressed.has(value)) ? 'question' : undefined;
      }, limitMs);
      if (over === 'over') break;
      const values = shown(chat).filter((value) => !pressed.has(value));
      const value = ['better', 'no', 'unknown'].flatMap(
        (code) => values.find((one) => one.endsWith(`:${code}`)) ?? [],
      )[0];
      shown(chat).forEach((one) => pressed.add(one));
      if (value) await chat.presses(value);
    }
    const document = await calendar(id, ({ state }) => state === 'waiting');
    expect(document.told).toHaveLength(2);
    expect(document.task).toBeUndefined();
  });

  it('Given a sign of danger, then 192, the urgent queue, and a task for a person', async () => {
    const chat = chatOf(system);
    const id = await asked(chat);
    await chat.presses('answer:dyspnea:yes');
    await chat.heard('192');
    await eventually(() => chat.department() === 'Urgência', limitMs);
    const document = await calendar(id, ({ task }) => task !== undefined);
    expect(document.task).toMatchObject({ reason: 'worse' });
  });

  it('Given nobody answers, then it is asked once more and a person is to call; who comes back is led into it', async () => {
    const chat = chatOf(system);
    const id = await asked(chat);
    await comes(id);
    await chat.heard('Ainda não recebemos sua resposta', limitMs);
    await calendar(id, ({ state, asks }) => state === 'asked' && asks === 2);
    await comes(id);
    const held = await calendar(id, ({ state }) => state === 'held');
    expect(held.task).toMatchObject({ reason: 'no-answer' });

    const { omnichannel } = system.workspace;
    omnichannel.closeByVisitor({ token: chat.token, rid: chat.rid });
    const { room } = omnichannel.startRoom(
      omnichannel.registerVisitor({ token: chat.token, name: 'Pessoa Teste' }),
    );
    const texts = (): string[] =>
      omnichannel.messagesOf(room._id).flatMap(({ msg, token }) => (token ? [] : [msg]));
    await eventually(() => texts().some((text) => text.includes('por causa de **gripe ou COVID**')), limitMs);
    omnichannel.sendVisitorMessage({ token: chat.token, rid: room._id, msg: 'outra coisa' });
    await eventually(() => texts().some((text) => text.includes('Certo, é outra coisa')), limitMs);
    expect(await system.tenant.followUps.findOne({ _id: id })).toMatchObject({
      task: { reason: 'no-answer' },
    });
  });
});

/**
 * What can go wrong between the bot and a person, in the real engine: whatever happens, who waits hears it, and somebody is
 * told. Those of the ladder itself are in routing.test.ts, those of the clock in waiting-clock.test.ts.
 */
import { demoPassword } from '../../workspace/demo-data';
import { OmnichannelError } from '../../workspace/omnichannel/errors';
import { chatOf } from '../support/chat';
import { conversation } from '../support/conversation';
import { deskOf } from '../support/desk';
import { startSystem, type System } from '../support/system';
import { peopleOf } from '../support/there';
import { eventually } from '../support/wait';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system?.stop());

type Chat = ReturnType<typeof chatOf>;
const { omnichannel, userNamed, departmentNamed, there } = peopleOf(() => system);
const set = (id: string, value: unknown) => system.workspace.engine.updateSetting(system.appId, id, value);
const events = (chat: Chat, type: string) =>
  system.tenant.events.find({ subject: chat.rid, type: `acolhe.${type}.v1` }).toArray();
const managersRead = (rid: string) =>
  deskOf(system, 'admin')
    .direct()
    .filter(({ msg }) => msg.includes(rid))
    .map(({ msg }) => msg);
const close = (chat: Chat) => {
  if (chat.room()?.open) omnichannel().closeByVisitor({ rid: chat.rid, token: chat.token });
};
const count = (texts: readonly string[], part: string) => texts.filter((text) => text.includes(part)).length;
const tooLong = 'A espera está maior do que devia';

/** Asked for a person, and waits in the general queue. */
async function waiting(): Promise<Chat> {
  const chat = chatOf(system);
  await chat.heard('O que você está sentindo');
  chat.says('quero falar com uma pessoa');
  await chat.heard('Você está na fila de');
  return chat;
}

beforeEach(async () => {
  for (const name of ['ana', 'bruno']) there(name);
  await set('managers', 'admin');
});
afterEach(async () => {
  jest.restoreAllMocks();
  await set('sla_yellow_minutes', 60);
});

describe('severe', () => {
  it.each([
    ['at once', ['estou com muita falta de ar e dor forte no peito']],
    ['after a plain complaint', ['estou com tosse', 'agora não consigo respirar']],
  ])(
    'Given it is told %s, with the whole opening, Then 192 and the urgent department in two turns at most',
    async (_when, texts) => {
      await set('ask_consent', true);
      await set('ask_for_whom', true);
      try {
        const chat = chatOf(system);
        await chat.heard('O que você está sentindo');
        // told whenever the CRM has answered
        await chat.heard('Seu número de paciente');
        let before = 0;
        for (const text of texts) {
          before = chat.botTexts().length;
          chat.says(text);
          await eventually(() => chat.botTexts().length > before);
        }
        await eventually(() => chat.department() === 'Urgência');
        // the very next words; the greeting's own do not count
        expect(chat.botTexts()[before]).toContain('192');
        expect(chat.messages().filter(({ token }) => token).length).toBeLessThanOrEqual(2);
        close(chat);
      } finally {
        await set('ask_consent', false);
        await set('ask_for_whom', false);
      }
    },
  );
});

describe('who was there goes', () => {
  it('Given the last agent leaves while they wait, Then they hear it and keep their place, and who comes has them', async () => {
    const chat = await waiting();
    for (const name of ['ana', 'bruno']) there(name, false);
    await chat.heard('O seu lugar está guardado', 120_000);
    expect(chat.room()?.open).toBe(true);
    expect(
      omnichannel()
        .queue()
        .map(({ rid }) => rid),
    ).toContain(chat.rid);
    there('bruno');
    await deskOf(system, 'bruno').takes(chat.rid);
    omnichannel().sendUserMessage({
      rid: chat.rid,
      userId: userNamed('bruno')._id,
      msg: 'Olá, sou o Bruno.',
    });
    await eventually(async () => (await events(chat, 'conversation.assigned')).length > 0);
    close(chat);
  });

  it('Given who took them never writes, Then managers read who it is, the patient hears it, and another may take them', async () => {
    await set('sla_yellow_minutes', 0.2);
    const chat = await waiting();
    await deskOf(system, 'ana').takes(chat.rid);
    const [told] = await eventually(
      () => (managersRead(chat.rid).length > 0 ? managersRead(chat.rid) : undefined),
      90_000,
    );
    expect(told).toContain('ana');
    await chat.heard(tooLong, 60_000);
    // their session is dead by now: a manager puts the conversation back
    there('ana', false);
    omnichannel().returnToQueue(chat.rid);
    await eventually(() => managersRead(chat.rid).length === 2, 90_000);
    await deskOf(system, 'bruno').takes(chat.rid);
    await eventually(() => chat.room()?.servedBy?.username === 'bruno');
    close(chat);
  });

  it('Given the session of who had answered dies, Then the patient who writes on hears it in time, and managers too', async () => {
    await set('sla_yellow_minutes', 0.2);
    const chat = await waiting();
    await deskOf(system, 'ana').takes(chat.rid);
    omnichannel().sendUserMessage({ rid: chat.rid, userId: userNamed('ana')._id, msg: 'Olá, sou a Ana.' });
    await eventually(async () => (await events(chat, 'message.recorded')).length > 0);
    there('ana', false);
    chat.says('A senhora ainda está aí?');
    await chat.heard('A equipe vai ler isto assim que assumir a conversa', 90_000);
    await chat.heard(tooLong, 120_000);
    await eventually(() => managersRead(chat.rid).length > 0, 30_000);
    expect(managersRead(chat.rid)[0]).toContain('ana');
    // who comes back and answers ends it
    there('ana');
    omnichannel().sendUserMessage({ rid: chat.rid, userId: userNamed('ana')._id, msg: 'Voltei.' });
    close(chat);
  });
});

describe('a transfer', () => {
  it('Given Rocket.Chat refuses the first with an error, Then the next department has them', async () => {
    const forward = omnichannel().forward.bind(omnichannel());
    const general = departmentNamed('Atendimento geral')._id;
    jest.spyOn(omnichannel(), 'forward').mockImplementation((request) => {
      if (request.departmentId === general) throw new OmnichannelError('error-invalid-inquiry');
      return forward(request);
    });
    const chat = chatOf(system);
    chat.says('atendente');
    await eventually(() => chat.department() === 'Urgência');
    await chat.heard('Você está na fila de **Urgência**');
    const [tried] = await eventually(async () => {
      const found = await events(chat, 'routing.tried');
      return found.length > 0 ? found : undefined;
    });
    expect(tried?.coded).toMatchObject({ department: 'general', result: 'refused' });
    close(chat);
  });

  it('Given it refuses all of them, Then 192 comes all the same, and it is tried again until it works', async () => {
    const refusing = jest.spyOn(omnichannel(), 'forward').mockReturnValue(false);
    const chat = chatOf(system);
    chat.says('estou com muita falta de ar e dor forte no peito');
    await chat.heard('ninguém da equipe está disponível');
    expect(count(chat.botTexts(), '192')).toBeGreaterThanOrEqual(2);
    refusing.mockRestore();
    await eventually(() => chat.department() === 'Urgência', 150_000);
    await chat.heard('A equipe de **Urgência** foi avisada');
    close(chat);
  });
});

describe('two agents', () => {
  it('Given both take the same conversation at once, Then one has it, the other is told, and the patient once', async () => {
    const { url } = system.workspace;
    const chat = await waiting();
    const signIn = async (user: string) => {
      const answer = await fetch(`${url}/api/v1/login`, {
        ...{ method: 'POST', body: JSON.stringify({ user, password: demoPassword }) },
        headers: { 'content-type': 'application/json' },
      });
      const { data } = (await answer.json()) as { data: { userId: string; authToken: string } };
      return { 'x-user-id': data.userId, 'x-auth-token': data.authToken, 'content-type': 'application/json' };
    };
    const desks = ['ana', 'bruno'].map((name) => deskOf(system, name));
    const both = await Promise.all(['ana', 'bruno'].map(signIn));
    for (const name of ['ana', 'bruno']) there(name);
    const inquiryId = omnichannel()
      .queue()
      .find(({ rid }) => rid === chat.rid)!._id;
    const answers = await Promise.all(
      both.map(async (headers) => {
        const body = JSON.stringify({ inquiryId });
        const answer = await fetch(`${url}/api/v1/livechat/inquiries.take`, {
          method: 'POST',
          headers,
          body,
        });
        return { status: answer.status, text: await answer.text() };
      }),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect(answers.find(({ status }) => status === 400)?.text).toContain('error-inquiry-taken');
    const winner = desks.find(({ user }) => user.username === chat.room()?.servedBy?.username)!;
    const loser = desks.find((desk) => desk !== winner)!;
    await eventually(() => winner.notices().length > 0, 60_000);
    expect(loser.notices()).toEqual([]);
    const assignedTo = async (user: { _id: string }) =>
      (await events(chat, 'conversation.assigned')).filter(({ coded }) =>
        JSON.stringify(coded).includes(user._id),
      ).length;
    await eventually(async () => (await assignedTo(winner.user)) === 1);
    expect(await assignedTo(loser.user)).toBe(0);
    close(chat);
  });
});

describe('the patient disappears', () => {
  it('Given the room was closed for silence, Then who comes back is answered, screened, and brought to a person', async () => {
    await set('silence_ask_minutes', 0.02);
    await set('silence_close_minutes', 0.05);
    const first = chatOf(system);
    first.says('estou com tosse');
    await first.heard('Quando quiser voltar', 120_000);
    await eventually(() => first.room()?.open !== true, 60_000);
    await set('silence_ask_minutes', 0);
    const visitor = omnichannel().visitorByToken(first.token)!;
    const { room } = omnichannel().startRoom(visitor, { source: { type: 'widget' } });
    omnichannel().sendVisitorMessage({
      token: first.token,
      rid: room._id,
      msg: 'piorou, não consigo respirar',
    });
    const texts = () =>
      omnichannel()
        .messagesOf(room._id)
        .filter(({ token, t }) => !token && !t)
        .map(({ msg }) => msg);
    await eventually(() => count(texts(), '192') > 0);
    await eventually(
      () => omnichannel().rooms.get(room._id)?.departmentId === departmentNamed('Urgência')._id,
    );
    omnichannel().closeByVisitor({ rid: room._id, token: first.token });
  });

  it('Given they wait in a queue and write after an hour, Then their place was kept, and they hear since when', () => {
    const chat = conversation({ silence: { askMs: 180_000, closeMs: 1_800_000 } }).start();
    chat.says('quero falar com uma pessoa').transferAnswered('transferred', true, 'Atendimento geral');
    chat.wait(3_600).due('silence');
    expect(chat.effects.map(({ kind }) => kind)).not.toContain('close');
    chat.says('alguém?');
    expect(chat.said).toContain('Você está na fila de **Atendimento geral** há 60 min');
    chat.wait(3_600).says('não consigo respirar');
    expect(chat.said).toContain('192');
    expect(chat.transfers).toEqual(['Urgência']);
  });
});

describe('the department is removed', () => {
  it('Given it is deleted while somebody in danger waits, Then 192 is said again and they wait elsewhere', async () => {
    const chat = chatOf(system);
    chat.says('estou com muita falta de ar e dor forte no peito');
    await eventually(() => chat.department() === 'Urgência');
    await chat.heard('A equipe de **Urgência** foi avisada');
    omnichannel().setServerSetting('Omnichannel_enable_department_removal', true);
    omnichannel().removeDepartment(departmentNamed('Urgência')._id);
    expect(await chat.heard('A fila em que você estava foi encerrada', 120_000)).toContain('192');
    await eventually(() => chat.department() === 'Atendimento geral', 60_000);
    close(chat);
  });
});

describe('a plan without premium features', () => {
  let first: System;
  beforeAll(async () => {
    first = system;
    system = await startSystem({ plan: 'community' });
    omnichannel().setServerSetting('Omnichannel_enable_department_removal', true);
    omnichannel().removeDepartment(departmentNamed('Urgência')._id);
  });
  afterAll(async () => {
    if (system !== first) await system.stop();
    system = first;
  });

  it('Given a single department and no priorities, Then danger goes there with 192, and nobody who waits is forgotten', async () => {
    await set('sla_red_minutes', 0.2);
    const chat = chatOf(system);
    chat.says('estou com muita falta de ar e dor forte no peito');
    await eventually(() => chat.department() === 'Atendimento geral');
    await chat.heard('A equipe de **Atendimento geral** foi avisada');
    const tried = await eventually(async () => {
      const found = await events(chat, 'routing.tried');
      return found.length >= 2 ? found : undefined;
    });
    expect(tried.map(({ coded }) => coded['result']).sort()).toEqual(['gone', 'taken']);
    await eventually(() => managersRead(chat.rid).length > 0, 90_000);
    // the answer that was promised does not come: 192 once more
    await eventually(() => count(chat.botTexts(), 'Não espere por nós') > 0, 90_000);
    close(chat);
  });
});

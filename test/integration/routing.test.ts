/** Where a conversation goes in the real engine: who is there, who refuses, what disappears, what is asked for instead. */
import { clockTime } from '../../crm-sync/follow-up/contact-hours';
import { aged } from '../support/aged';
import { chatOf } from '../support/chat';
import { startSystem, type System } from '../support/system';
import { peopleOf } from '../support/there';
import { eventually } from '../support/wait';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system?.stop());

const { omnichannel, userNamed, departmentNamed, there } = peopleOf(() => system);
const set = (id: string, value: unknown) => system.workspace.engine.updateSetting(system.appId, id, value);
const events = async (conversation: string, type: string) =>
  (await system.tenant.events.find({ subject: conversation, type: `acolhe.${type}.v1` }).toArray()).sort(
    (a, b) => a.time.localeCompare(b.time),
  );
const told = (conversation: string, type: string, many = 1) =>
  eventually(async () => {
    const found = await events(conversation, type);
    return found.length >= many ? found : undefined;
  });
const isButtonShown = (chat: ReturnType<typeof chatOf>, value: string) =>
  JSON.stringify(chat.messages().map(({ blocks }) => blocks ?? '')).includes(value);
const close = (chat: ReturnType<typeof chatOf>) => {
  if (chat.room()?.open) omnichannel().closeByVisitor({ rid: chat.rid, token: chat.token });
};

afterEach(() => {
  for (const name of ['ana', 'bruno']) there(name, false);
  for (const name of ['Urgência', 'Atendimento geral'])
    omnichannel().changeDepartment(departmentNamed(name)._id, { enabled: true });
});

describe('nobody is online', () => {
  it('Given somebody asks for a person, Then the bot answers, they wait, and may ask to be called: a task with a time', async () => {
    const chat = chatOf(system);
    chat.says('atendente');
    await chat.heard('não há ninguém da equipe');
    await eventually(() => chat.department() === 'Atendimento geral');
    await chat.presses('instead:call-back');
    await chat.heard('Em que telefone');
    chat.says('11 91234-5678');
    await chat.heard('a equipe liga para você até');
    // the words stay for a minute
    await aged(system, chat.rid, 60_000);
    await eventually(() => chat.room()?.open !== true, 60_000);
    const [task] = await told(chat.rid, 'task.opened');
    expect(task?.coded).toMatchObject({ kind: 'call-back', urgency: 'yellow' });
    // whenever this runs: nobody is called in the night of the tenant's clock
    const { dueAt } = task!.coded as { dueAt: string };
    const clock = clockTime(system.tenant.timeZone, new Date(dueAt));
    expect(clock >= '08:00' && clock <= '20:00').toBe(true);
    expect(JSON.stringify(task?.coded)).not.toContain('91234');
    expect(await events(chat.rid, 'conversation.left')).toEqual([]);
  });

  it('Given a red flag, Then the emergency words come, and neither a call-back nor an appointment is ever offered', async () => {
    const chat = chatOf(system);
    chat.says('estou com falta de ar e dor no peito');
    await chat.heard('192');
    await chat.heard('ninguém da equipe está disponível');
    await eventually(() => chat.department() === 'Urgência');
    const [urgency] = await told(chat.rid, 'urgency.changed');
    expect(urgency?.coded).toEqual({ urgency: 'red', reason: 'red-flag' });
    expect(isButtonShown(chat, 'instead:')).toBe(false);
    close(chat);
  });

  it('Given somebody comes back, Then who waits hears so', async () => {
    const chat = chatOf(system);
    chat.says('atendente');
    await chat.heard('não há ninguém da equipe');
    await eventually(() => chat.department() === 'Atendimento geral');
    there('ana');
    await chat.heard('Há de novo alguém da equipe', 90_000);
    close(chat);
  });
});

describe('the ladder', () => {
  it('Given a red flag and all are busy at the urgent department, Then somebody free elsewhere has them at once', async () => {
    omnichannel().settings.routing = 'auto';
    const general = departmentNamed('Atendimento geral');
    const ana = userNamed('ana');
    omnichannel().changeDepartment(general._id, {}, { upsert: [], remove: [ana._id] });
    ana.maxNumberSimultaneousChat = 1;
    there('ana');
    const busy = chatOf(system);
    busy.says('estou com falta de ar e dor no peito');
    await eventually(() => busy.room()?.servedBy?.username === 'ana');
    there('bruno');
    try {
      const chat = chatOf(system);
      chat.says('estou com falta de ar e dor no peito');
      await eventually(() => chat.room()?.servedBy?.username === 'bruno');
      close(chat);
    } finally {
      close(busy);
      ana.maxNumberSimultaneousChat = 0;
      omnichannel().settings.routing = 'manual';
      omnichannel().changeDepartment(general._id, {}, { upsert: [ana._id], remove: [] });
    }
  });

  it('Given a department without agents, Then they wait where there are some', async () => {
    const general = departmentNamed('Atendimento geral');
    const all = [...general.agents];
    omnichannel().changeDepartment(general._id, {}, { upsert: [], remove: all });
    try {
      const chat = chatOf(system);
      chat.says('atendente');
      await eventually(() => chat.department() === 'Urgência');
      const [first] = await told(chat.rid, 'routing.tried', 1);
      expect(first?.coded).toMatchObject({ department: 'general', result: 'unstaffed' });
      close(chat);
    } finally {
      omnichannel().changeDepartment(general._id, {}, { upsert: all, remove: [] });
    }
  });

  it('Given nobody at the first rung, Then the second takes them, and what was tried is told', async () => {
    there('ana');
    const general = departmentNamed('Atendimento geral');
    omnichannel().changeDepartment(general._id, {}, { upsert: [], remove: [userNamed('ana')._id] });
    try {
      const chat = chatOf(system);
      chat.says('atendente');
      await eventually(() => chat.department() === 'Urgência');
      const tried = await told(chat.rid, 'routing.tried', 2);
      expect(tried.map(({ coded }) => coded)).toEqual([
        { rung: 'department', department: 'general', result: 'away' },
        { rung: 'department', department: 'urgent', result: 'taken' },
      ]);
      close(chat);
    } finally {
      omnichannel().changeDepartment(general._id, {}, { upsert: [userNamed('ana')._id], remove: [] });
    }
  });

  it('Given a department that was switched off, Then the next rung is taken', async () => {
    there('ana');
    omnichannel().changeDepartment(departmentNamed('Atendimento geral')._id, { enabled: false });
    const chat = chatOf(system);
    chat.says('atendente');
    await eventually(() => chat.department() === 'Urgência');
    const [first] = await told(chat.rid, 'routing.tried', 2);
    expect(first?.coded).toMatchObject({ department: 'general', result: 'gone' });
    close(chat);
  });

  it('Given Rocket.Chat refuses the transfer, Then the ladder goes on', async () => {
    there('ana');
    omnichannel().settings.routing = 'auto';
    const limit = userNamed('bruno');
    limit.maxNumberSimultaneousChat = 1;
    const general = departmentNamed('Atendimento geral');
    omnichannel().changeDepartment(general._id, {}, { upsert: [], remove: [userNamed('ana')._id] });
    there('bruno');
    const busy = chatOf(system);
    busy.says('atendente');
    await eventually(() => busy.room()?.servedBy?.username === 'bruno');
    try {
      const chat = chatOf(system);
      chat.says('atendente');
      const tried = await told(chat.rid, 'routing.tried', 1);
      expect(tried[0]?.coded).toMatchObject({ department: 'general', result: 'full' });
      await chat.heard(/equipe|fila/);
      close(chat);
    } finally {
      close(busy);
      limit.maxNumberSimultaneousChat = 0;
      omnichannel().settings.routing = 'manual';
      omnichannel().changeDepartment(general._id, {}, { upsert: [userNamed('ana')._id], remove: [] });
    }
  });

  it('Given the department is removed while they wait, Then they are told and wait elsewhere', async () => {
    there('ana');
    there('bruno');
    const chat = chatOf(system);
    chat.says('atendente');
    await eventually(() => chat.department() === 'Atendimento geral');
    await chat.heard('fila de');
    omnichannel().changeDepartment(departmentNamed('Atendimento geral')._id, { enabled: false });
    await chat.heard('foi encerrada', 90_000);
    await eventually(() => chat.department() === 'Urgência');
    const tried = await told(chat.rid, 'routing.tried', 2);
    expect(tried[0]?.coded).toMatchObject({ rung: 'queue', result: 'gone' });
    close(chat);
  });
});

describe('one professional', () => {
  beforeAll(() => set('extensions', '12; bruno; Dr. Bruno Lima'));
  afterAll(() => set('extensions', ''));

  it('Given their extension and they are there, Then straight to them', async () => {
    there('bruno');
    const chat = chatOf(system);
    chat.says('ramal 12');
    await eventually(() => chat.room()?.servedBy?.username === 'bruno');
    close(chat);
  });

  it('Given they are away, Then a message may be left: a task with an owner and a time', async () => {
    const chat = chatOf(system);
    chat.says('quero falar com o Dr. Bruno');
    await chat.heard('não está aqui agora');
    await chat.presses('instead:message');
    await chat.heard('Escreva o recado');
    chat.says('O remédio acabou, posso renovar?');
    await chat.heard('Recado guardado');
    const [task] = await told(chat.rid, 'task.opened');
    expect(task?.coded).toMatchObject({ kind: 'message', owner: 'bruno' });
    expect(chat.room()?.open).toBe(true);
    close(chat);
  });

  it('Given a red flag beside the extension, Then the emergency comes first', async () => {
    there('ana');
    there('bruno');
    const chat = chatOf(system);
    chat.says('ramal 12, não consigo respirar');
    await chat.heard('192');
    await eventually(() => chat.department() === 'Urgência');
    expect(chat.room()?.servedBy?.username).not.toBe('bruno');
    close(chat);
  });

  it('Given they come back within the window, Then to who had them', async () => {
    there('bruno');
    there('ana');
    const first = chatOf(system);
    first.says('ramal 12');
    await eventually(() => first.room()?.servedBy?.username === 'bruno');
    await told(first.rid, 'conversation.assigned');
    omnichannel().closeByAgent({ rid: first.rid, userId: userNamed('bruno')._id });
    await told(first.rid, 'conversation.closed');
    const visitor = omnichannel().visitorByToken(first.token)!;
    const { room } = omnichannel().startRoom(visitor, { source: { type: 'widget' } });
    omnichannel().sendVisitorMessage({ token: first.token, rid: room._id, msg: 'atendente' });
    await eventually(() => omnichannel().rooms.get(room._id)?.servedBy?.username === 'bruno');
  });
});

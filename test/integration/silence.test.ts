/**
 * Who serves falls silent, a hook is lost, and somebody has something to do: staff are told in Rocket.Chat, also while the
 * CRM is away and when processes of the app die.
 */
import { conversationTasks } from '../../crm-sync/tasks/task-shelf';
import type * as hooks from '../../workspace/engine/hooks';
import { chatOf } from '../support/chat';
import { deskOf } from '../support/desk';
import { startSystem, type System } from '../support/system';
import { peopleOf } from '../support/there';
import { eventually } from '../support/wait';

/** Kinds of happenings whose hooks never reach the app, as when none of its processes runs. */
const mockLost = new Set<string>();
jest.mock('../../workspace/engine/hooks', (): typeof hooks => {
  const real = jest.requireActual<typeof hooks>('../../workspace/engine/hooks');
  return {
    hookOf: (happening, convert) =>
      mockLost.has(happening.kind) ? undefined : real.hookOf(happening, convert),
  };
});

let system: System;
beforeAll(async () => {
  system = await startSystem({ instances: 2 });
  await set('managers', 'admin');
});
afterAll(() => system?.stop());
afterEach(async () => {
  mockLost.clear();
  await set('answer_minutes', 30);
});

type Chat = ReturnType<typeof chatOf>;
const { omnichannel, userNamed, there } = peopleOf(() => system);
const set = (id: string, value: unknown) => system.workspace.engine.updateSetting(system.appId, id, value);
const read = (username: string, part: string) =>
  deskOf(system, username)
    .direct()
    .map(({ msg }) => msg)
    .filter((msg) => msg.includes(part));
const writes = (username: string, rid: string, msg: string) =>
  omnichannel().sendUserMessage({ rid, userId: userNamed(username)._id, msg });
const events = (chat: Chat, type: string) =>
  system.tenant.events.find({ subject: chat.rid, type: `acolhe.${type}.v1` }).toArray();
const close = (chat: Chat) => omnichannel().closeByVisitor({ rid: chat.rid, token: chat.token });

/** In the hands of ana, who has greeted them. */
async function served(name = 'Pessoa Que Espera'): Promise<{ chat: Chat; patient: string }> {
  for (const one of ['ana', 'bruno']) there(one);
  const chat = chatOf(system, name);
  const told = await chat.heard('Seu número de paciente');
  const patient = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/.exec(told!)![0];
  chat.says('quero falar com uma pessoa');
  await chat.heard('Você está na fila de');
  await deskOf(system, 'ana').takes(chat.rid);
  writes('ana', chat.rid, 'Olá, sou a Ana.');
  await eventually(
    async () => (await system.tenant.encounters.findOne({ _id: chat.rid }))?.firstResponseMs !== undefined,
  );
  return { chat, patient };
}

it('Given who serves says hello and no more, Then they are reminded, managers are told, the patient hears one line', async () => {
  await set('answer_minutes', 0.2);
  const { chat, patient } = await served();
  chat.says('e o resultado do meu exame?');
  const [reminded] = await eventually(
    () => (read('ana', patient).length > 0 ? read('ana', patient) : undefined),
    90_000,
  );
  expect(reminded).toMatch(/espera há \d+ min por uma resposta sua/);
  expect(reminded).toContain(`/live/${chat.rid}`);
  for (const pid of await system.workspace.engine.runtimePids()) process.kill(pid, 'SIGKILL');
  await chat.heard('A resposta está demorando mais do que devia', 90_000);
  const [told] = await eventually(
    () => (read('admin', chat.rid).length > 0 ? read('admin', chat.rid) : undefined),
    30_000,
  );
  expect(told).toMatch(/ana/);
  expect([reminded, told].join()).not.toMatch(/Pessoa Que Espera|exame/);
  expect([read('ana', patient).length, read('admin', chat.rid).length]).toEqual([1, 1]);
  writes('ana', chat.rid, 'Desculpe a demora.');
  close(chat);
}, 240_000);

it('Given a manager gives the patient to somebody who never writes, Then that person is reminded', async () => {
  await set('answer_minutes', 0.2);
  const { chat, patient } = await served();
  const before = read('bruno', patient).length;
  omnichannel().forward({ rid: chat.rid, userId: userNamed('bruno')._id, byUserId: userNamed('admin')._id });
  await eventually(() => read('bruno', patient).length > before, 90_000);
  expect(read('bruno', patient).at(-1)).toMatch(/está com você há/);
  close(chat);
}, 180_000);

it('Given the hook that they have nobody any more is lost, Then they wait again, with the clock of who waits', async () => {
  const { chat } = await served();
  mockLost.add('agent-unassigned');
  omnichannel().returnToQueue(chat.rid);
  mockLost.clear();
  chat.says('tem alguém aí?');
  await eventually(async () => (await events(chat, 'conversation.queued')).length >= 2, 120_000);
  const before = chat.botTexts().length;
  chat.says('oi?');
  await eventually(() => chat.botTexts().length > before, 60_000);
  await deskOf(system, 'bruno').takes(chat.rid);
  close(chat);
}, 240_000);

it('Given somebody at risk leaves while the CRM is away, Then who is there of the department is told, until it is done on the page', async () => {
  // ana has served there, so that the app knows her
  const { chat, patient } = await served();
  omnichannel().returnToQueue(chat.rid);
  await eventually(async () => (await events(chat, 'conversation.queued')).length >= 2, 60_000);
  await system.killCrm();
  close(chat);
  const [rung] = await eventually(
    () => (read('ana', `${chat.rid}/left`).length > 0 ? read('ana', `${chat.rid}/left`) : undefined),
    60_000,
  );
  expect(rung).toMatch(/sua equipe, ainda sem responsável: ligar para quem saiu/);
  expect(rung).toContain(patient);
  expect(rung).toContain(`/tasks/chats/${chat.rid}/left`);
  // two processes of the app, one message
  expect(read('ana', `${chat.rid}/left`)).toHaveLength(1);
  expect(rung).not.toContain('Pessoa Que Espera');
  await system.startCrm();
  const tasks = conversationTasks(system.tenant);
  const key = { conversation: chat.rid, taskId: 'left' };
  await eventually(() => tasks.one(key), 90_000);
  expect(await tasks.finish(key, { result: 'done' }, 's1', new Date())).toBe(true);
  await eventually(
    async () =>
      (await system.tenant.commands.findOne({ conversation: chat.rid, kind: 'task' }))?.state === 'accepted',
    60_000,
  );
}, 300_000);

it('Given somebody got worse in a follow-up, Then the CRM has the app tell those who lead, once', async () => {
  const { chat, patient } = await served();
  close(chat);
  const now = new Date();
  await system.tenant.followUps.insertOne({
    ...{ _id: `${patient}/dengue`, patientId: patient, version: 1, state: 'held', asks: 1, told: [] },
    decision: { conversation: chat.rid, event: 'e', at: now },
    ...{ task: { reason: 'worse', since: now, calls: 0 }, taskSince: now },
  });
  const page = `/tasks/${patient}/dengue`;
  const [rung] = await eventually(
    () => (read('admin', page).length > 0 ? read('admin', page) : undefined),
    60_000,
  );
  expect(rung).toMatch(/ligar para quem piorou[\s\S]*laranja/);
  const told = { kind: 'ring', state: 'accepted' } as const;
  await eventually(async () => (await system.tenant.commands.countDocuments(told)) === 1);
  expect(read('admin', page)).toHaveLength(1);
}, 180_000);

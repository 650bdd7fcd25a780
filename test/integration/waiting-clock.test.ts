/** Who waits for a person too long, with two processes of the app, one of which dies, and without the CRM. */
import { parsePatientId } from '../../contract/patient-id';
import { conversationTasks } from '../../crm-sync/tasks/task-shelf';
import type { Surface } from '../../workspace/engine/engine-types';
import { chatOf } from '../support/chat';
import { startSystem, type System } from '../support/system';
import { eventually } from '../support/wait';

let system: System;
const notices: Surface[] = [];
let stopListening = (): void => undefined;

beforeAll(async () => {
  system = await startSystem({ instances: 2 });
  stopListening = system.workspace.engine.surfaces.on((surface) => notices.push(surface));
});
afterAll(async () => {
  stopListening();
  await system?.stop();
});

const set = (id: string, value: unknown) => system.workspace.engine.updateSetting(system.appId, id, value);
const userOf = (username: string) =>
  [...system.workspace.omnichannel.users.values()].find((user) => user.username === username)!;
const direct = (username: string) =>
  [...system.workspace.omnichannel.channels.values()].find(
    (room) => room.t === 'd' && room.usernames?.includes(username),
  );
const written = (username: string): string[] => (direct(username)?.messages ?? []).map(({ msg }) => msg);
const take = (rid: string, username: string) => {
  const { omnichannel } = system.workspace;
  const inquiry = omnichannel.queue().find((one) => one.rid === rid)!;
  omnichannel.takeInquiry(inquiry._id, userOf(username)._id);
};
const tooLong = 'A espera está maior do que devia';
const count = (texts: readonly string[], part: string) => texts.filter((text) => text.includes(part)).length;

it('Given a red flag while a person serves, then that person alone is told, and after 60 s the patient has the words', async () => {
  const { omnichannel } = system.workspace;
  omnichannel.setPresence(userOf('ana')._id, 'online', 'available');
  const chat = chatOf(system);
  await chat.heard('O que você está sentindo');
  chat.says('quero falar com uma pessoa');
  await eventually(
    () =>
      omnichannel.queue().some(({ rid }) => rid === chat.rid) || chat.room()?.servedBy?.username === 'ana',
  );
  if (chat.room()?.servedBy?.username !== 'ana') take(chat.rid, 'ana');
  omnichannel.sendUserMessage({ rid: chat.rid, userId: userOf('ana')._id, msg: 'Olá, sou a Ana.' });
  await eventually(
    async () => (await system.tenant.encounters.findOne({ _id: chat.rid }))?.firstResponseMs !== undefined,
  );
  const before = chat.botTexts().length;
  chat.says('agora não consigo respirar');
  const alerts = () =>
    notices.flatMap((one) => (one.kind === 'ephemeral' && one.rid === chat.rid ? [one] : []));
  await eventually(() => alerts().some(({ msg }) => msg.includes('sinal de gravidade')));
  expect(alerts().map(({ userId }) => userId)).toContain(userOf('ana')._id);
  expect(chat.botTexts()).toHaveLength(before);
  await eventually(() => chat.botTexts().length > before, 90_000);
  await eventually(() => alerts().some(({ msg }) => msg.includes('60 segundos')));
  expect(chat.botTexts().slice(before)).toEqual([expect.stringMatching(/192/)]);
  omnichannel.closeByVisitor({ rid: chat.rid, token: chat.token });
}, 180_000);

it('Given a target of seconds, then managers and patient hear of each step once, also when a process dies and the CRM is away', async () => {
  const { engine, omnichannel } = system.workspace;
  for (const name of ['ana', 'bruno']) omnichannel.setPresence(userOf(name)._id, 'offline', 'not-available');
  await set('managers', 'admin, nobody.of.that.name');
  await set('sla_yellow_minutes', 0.2);
  const chat = chatOf(system, 'Pessoa Que Espera');
  await chat.heard('O que você está sentindo');
  await chat.heard('Seu número de paciente');
  await system.killCrm();
  chat.says('quero falar com uma pessoa');
  const [first] = await eventually(
    () => (written('admin').length > 0 ? written('admin') : undefined),
    60_000,
  );
  expect(first).toContain(`/live/${chat.rid}`);
  expect(first).toMatch(/amarelo/);
  expect(parsePatientId(/Paciente: (\S+)\./.exec(first!)?.[1] ?? '')).toBeDefined();
  expect(first).not.toMatch(/Pessoa Que Espera|falar com/);
  await chat.heard(tooLong);
  // the processes of the app die; what is due comes all the same
  for (const pid of await engine.runtimePids()) process.kill(pid, 'SIGKILL');
  await eventually(() => count(written('admin'), 'dobro') === 1, 90_000);
  expect(written('admin').filter((text) => text.includes(chat.rid))).toHaveLength(2);
  await eventually(() => count(chat.botTexts(), tooLong) === 2, 90_000);
  await system.startCrm();
  const told = () =>
    system.tenant.events.find({ subject: chat.rid, type: { $regex: /^acolhe\.sla\./ } }).toArray();
  await eventually(async () => (await told()).length === 3, 90_000);
  expect((await told()).map(({ type, coded }) => [type, coded['times']]).sort()).toEqual([
    ['acolhe.sla.breached.v1', 1],
    ['acolhe.sla.breached.v1', 2],
    ['acolhe.sla.warned.v1', undefined],
  ]);
  await eventually(
    async () => (await system.tenant.encounters.findOne({ _id: chat.rid }))?.sla === 'breached-twice',
  );
  omnichannel.closeByVisitor({ rid: chat.rid, token: chat.token });
  const left = await eventually(async () => {
    const found = await system.tenant.encounters.findOne({ _id: chat.rid });
    return found?.leftUnseen ? found : undefined;
  });
  expect(left.tasks).toMatchObject([{ kind: 'left', urgency: 'yellow' }]);
  // whoever left is on the list of what is to be done, until somebody has done it
  const tasks = conversationTasks(system.tenant);
  const key = { conversation: chat.rid, taskId: 'left' };
  const isOpen = async () => (await tasks.open()).some(({ conversation }) => conversation === chat.rid);
  expect(await isOpen()).toBe(true);
  const both = await Promise.all(['s1', 's2'].map((staff) => tasks.take(key, staff, new Date())));
  expect(both.filter(Boolean)).toHaveLength(1);
  await eventually(async () => (await tasks.one(key))?.taken !== undefined);
  expect(await tasks.finish(key, { result: 'done', note: 'Foi à UPA.' }, 's1', new Date())).toBe(true);
  await eventually(async () => !(await isOpen()));
}, 300_000);

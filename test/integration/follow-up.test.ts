/** Who is asked again, by the bot or by a person, on a whole store: decisions in, questions and tasks out. */
import { randomUUID } from 'crypto';
import { pino } from 'pino';
import { startCommandSender } from '../../crm-sync/commands/send-commands';
import { calendarKey, type Disease } from '../../crm-sync/follow-up/calendar-key';
import { startFollowUps } from '../../crm-sync/follow-up/follow-up-job';
import { lookAt } from '../../crm-sync/follow-up/look-at';
import { finishTask } from '../../crm-sync/follow-up/task-changes';
import { erasePatient } from '../../crm-sync/identity/erase-patient';
import { storeEvents } from '../../crm-sync/ingest/store-events';
import { markDirty } from '../../crm-sync/store/streams';
import { createMetrics } from '../../crm-sync/metrics/metrics';
import { rebuild } from '../../crm-sync/projector/rebuild';
import { connectStore } from '../../crm-sync/store/connect';
import type { FollowUpDocument } from '../../crm-sync/store/follow-up-document';
import type { Store, Tenant } from '../../crm-sync/store/tenant';
import { testConfig, testEvent, testTenant } from '../support/crm';
import { testMongo, type TestMongo } from '../support/mongo';
import { linkPatients } from '../../crm-sync/identity/staff-changes';
import { patientOfDependent } from '../../crm-sync/identity/dependents';
import { whoIsHandler } from '../../crm-sync/ingest/who-is';
import { whoIsAnswer, type WhoIsAnswer } from '../../contract/question';
import { patientOfVisitor } from '../../crm-sync/identity/register';
import { conversationOf, settle } from '../support/visitors';
import { answeringApp, type AnsweringApp } from '../support/answering-app';
import { followUpCommands } from '../support/follow-up-commands';
import { eventually } from '../support/wait';

const log = pino({ level: 'silent' });
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const startMs = Date.UTC(2026, 4, 4, 12);
const after = (ms: number): Date => new Date(startMs + ms);
const answers = { age: 70, chronic_condition: false, fever: true, cough: true, symptom_duration: 2 };

let mongo: TestMongo;
let app: AnsweringApp;
let store: Store;
let tenant: Tenant;
let other: Tenant;
beforeAll(async () => {
  mongo = await testMongo();
  app = await answeringApp();
  const workspace = { id: 'w1', url: app.url, appId: 'app', secrets: [app.secret] };
  // the product's own hours: 08:00 to 20:00 in Fortaleza
  const own = { workspaces: [workspace], contactHours: undefined };
  const tenants = ['t1', 't2'].map((id) => testTenant(id, own));
  store = await connectStore(testConfig(mongo.uri, tenants));
  tenant = store.tenant('t1')!;
  other = store.tenant('t2')!;
});
afterAll(async () => {
  await store?.close();
  await app?.stop();
  await mongo?.stop();
});

interface Told {
  outcome: string;
  disposition?: string;
  pack?: string;
  with?: Record<string, unknown>;
  at?: number;
}

async function decided(room: string, { outcome, disposition = 'mild', ...told }: Told): Promise<void> {
  const { pack = 'respiratory', with: given = answers, at = 0 } = told;
  const data = {
    ...{ pack, packVersion: '1', knowledge: 'k', row: 'r' },
    outcome,
    disposition,
    answers: given,
  };
  const event = testEvent('acolhe.triage.decided.v1', data, { subject: room, timeMs: startMs + at });
  await storeEvents(tenant, [event], after(at));
  await settle(tenant);
}

/** Somebody with flu, followed for two weeks. */
async function monitored(name: string, told: Told = { outcome: 'home_flu' }): Promise<string> {
  const room = `room-${name}`;
  const { _id: id } = await patientOfVisitor(tenant, { workspace: 'w1', visitorId: name }, after(0));
  const came = conversationOf(name, id, {}, { subject: room, timeMs: startMs - 60_000 });
  await storeEvents(tenant, came.slice(0, -1), after(0));
  const bot = { agent: { id: 'b', username: 'acolhe.bot', kind: 'bot' } };
  await storeEvents(
    tenant,
    [testEvent('acolhe.conversation.assigned.v1', bot, { subject: room, timeMs: startMs - 30_000 })],
    after(0),
  );
  await decided(room, told);
  return id;
}

const of = async (id: string, disease: Disease = 'respiratory'): Promise<FollowUpDocument | null> =>
  tenant.followUps.findOne({ _id: calendarKey(id, disease) });
async function look(id: string, at: number, disease: Disease = 'respiratory'): Promise<FollowUpDocument> {
  await lookAt(tenant, (await of(id, disease))!, after(at));
  await settle(tenant);
  return (await of(id, disease))!;
}
async function closed(name: string): Promise<void> {
  const where = { subject: `room-${name}`, timeMs: startMs + hourMs };
  const event = testEvent('acolhe.conversation.closed.v1', { by: 'agent' }, where);
  await storeEvents(tenant, [event], after(0));
  await settle(tenant);
}
const commandsOf = (id: string) => followUpCommands(tenant, id);

describe('a decision with a plan', () => {
  it('is followed: the bot asks after a day, with what is known', async () => {
    const id = await monitored('ana');
    expect(await of(id)).toMatchObject({
      state: 'waiting',
      dueAt: after(dayMs),
      plan: { plan: 'covid-24h' },
    });
    const document = await look(id, dayMs);
    expect(document).toMatchObject({ state: 'asked', dueAt: after(dayMs + 4 * hourMs), asks: 1 });
    expect(await commandsOf(id)).toEqual([
      {
        ...{
          id: `follow-up/${id}/respiratory/1`,
          kind: 'follow-up',
          conversation: 'room-ana',
          pack: 'follow-up',
        },
        answers: {
          ...{ monitored_disease: 'respiratory', symptom_duration: 3, unanswered_tries: 0 },
          ...{ age: 70, chronic_condition: false, 'previous.fever': true, 'previous.cough': true },
        },
      },
    ]);
  });

  it('twice at once, by processes side by side, it is asked once', async () => {
    const id = await monitored('bia');
    const document = (await of(id))!;
    await Promise.all([1, 2].map(() => lookAt(tenant, document, after(dayMs))));
    await settle(tenant);
    expect(await of(id)).toMatchObject({ state: 'asked', asks: 1 });
    expect(await commandsOf(id)).toHaveLength(1);
  });

  it('without a plan nobody is followed', async () => {
    const id = await monitored('caio', { outcome: 'home_cold' });
    expect(await of(id)).toBeNull();
  });
});

describe('the answer', () => {
  it('that all goes well brings the next question, by the plan it names', async () => {
    const id = await monitored('davi');
    await look(id, dayMs);
    await decided('room-davi', {
      pack: 'follow-up',
      outcome: 'keep_48h',
      at: dayMs + hourMs,
      with: {
        age: 30,
        chronic_condition: false,
        pregnancy_or_birth: false,
        monitored_disease: 'respiratory',
      },
    });
    expect(await of(id)).toMatchObject({ state: 'waiting', dueAt: after(3 * dayMs + hourMs) });
    expect((await of(id))!.task).toBeUndefined();
  });
  it('that it is worse calls a person', async () => {
    const id = await monitored('eva');
    await look(id, dayMs);
    await decided('room-eva', {
      pack: 'follow-up',
      outcome: 'hospital_today',
      disposition: 'moderate',
      at: dayMs + hourMs,
    });
    expect(await of(id)).toMatchObject({
      ...{ state: 'ended', task: { reason: 'worse', since: after(dayMs + hourMs) } },
    });
  });
});

describe('no answer', () => {
  it('two tries, then a task for a person, who closes it', async () => {
    const id = await monitored('fabio');
    await look(id, dayMs);
    await tenant.commands.updateMany({}, { $set: { state: 'accepted' } });
    expect(await look(id, dayMs + 4 * hourMs)).toMatchObject({ state: 'waiting', asks: 1 });
    expect(await look(id, dayMs + 4 * hourMs)).toMatchObject({ state: 'asked', asks: 2 });
    await tenant.commands.updateMany({}, { $set: { state: 'accepted' } });
    const held = await look(id, dayMs + 8 * hourMs);
    expect(held).toMatchObject({ state: 'held', task: { reason: 'no-answer' } });
    expect(held.dueAt).toBeUndefined();
    const by = { staff: 'S1', id: randomUUID(), now: after(2 * dayMs) };
    const done = { key: calendarKey(id, 'respiratory'), outcome: 'better', note: 'Já está bem.' } as const;
    expect(await finishTask(tenant, done, after(0), by)).toBe(false);
    expect(await finishTask(tenant, done, held.task!.since, by)).toBe(true);
    await settle(tenant);
    expect(await of(id)).toMatchObject({ state: 'waiting', dueAt: after(3 * dayMs) });
    expect((await of(id))!.task).toBeUndefined();
  });
  it('in a chat that is closed: a task at once, and no command', async () => {
    const id = await monitored('gil');
    await closed('gil');
    expect(await look(id, dayMs)).toMatchObject({ state: 'held', task: { reason: 'unreachable' } });
    expect(await commandsOf(id)).toEqual([]);
  });
  it('of an app that is away: the command is taken back, and a person calls', async () => {
    const id = await monitored('hugo');
    await look(id, dayMs);
    expect(await look(id, dayMs + 4 * hourMs)).toMatchObject({
      state: 'held',
      task: { reason: 'unreachable' },
    });
    expect(await tenant.commands.findOne({ _id: `follow-up/${id}/respiratory/1` })).toMatchObject({
      ...{ state: 'refused', reason: 'expired' },
    });
  });
});

describe('an app that refuses', () => {
  it.each([
    ['ines', 200, 'in-service'],
    ['joao', 404, 'unknown-conversation'],
  ])('%s (%i, %s): a person calls at once', async (name, status, reason) => {
    const id = await monitored(name);
    app.answer = { status, body: { result: 'refused', reason } };
    await look(id, dayMs);
    const metrics = createMetrics(store);
    const sender = startCommandSender({ store, metrics, log, pollMs: 20, now: () => after(dayMs + 1) });
    try {
      await eventually(() =>
        tenant.commands.findOne({ _id: `follow-up/${id}/respiratory/1`, state: 'refused' }),
      );
      await eventually(async () => {
        await settle(tenant);
        return (await of(id))?.task?.reason === 'unreachable';
      });
    } finally {
      await sender.stop();
    }
  });
});

describe('the job', () => {
  it('finds who is due, and nobody else', async () => {
    const due = await monitored('kai');
    const later = await monitored('lia', { outcome: 'home_flu', at: dayMs });
    const before = await of(later);
    const nudged: string[] = [];
    const job = startFollowUps({
      ...{ store, log, pollMs: 20, now: () => after(dayMs) },
      nudge: (_tenant, subject) => void nudged.push(subject),
    });
    try {
      await eventually(() => nudged.includes(`follow-up/${due}/respiratory`));
    } finally {
      await job.stop();
    }
    await settle(tenant);
    expect(await of(due)).toMatchObject({ state: 'asked' });
    expect(await of(later)).toEqual(before);
    expect(await other.followUps.countDocuments()).toBe(0);
    expect(await other.events.countDocuments()).toBe(0);
  });
});

const dengue = { pack: 'dengue', outcome: 'dengue_suspect_today', disposition: 'moderate' };
const well = (disease: Disease) => ({
  ...{ pack: 'follow-up', outcome: disease === 'dengue' ? 'keep_24h_dengue' : 'keep_48h' },
  with: { age: 30, chronic_condition: false, pregnancy_or_birth: false, monitored_disease: disease },
});

describe('several at once', () => {
  it('two diseases of one person have a calendar each; one interview at a time, and an answer is of its own disease', async () => {
    const id = await monitored('nina');
    await decided('room-nina', { ...dengue, at: 60_000 });
    expect(await of(id)).toMatchObject({ state: 'waiting', plan: { disease: 'respiratory' } });
    expect(await of(id, 'dengue')).toMatchObject({
      state: 'waiting',
      plan: { disease: 'dengue', group: 'B' },
    });
    expect(await look(id, dayMs + hourMs)).toMatchObject({ state: 'asked' });
    const behind = await look(id, dayMs + hourMs, 'dengue');
    expect(behind).toMatchObject({ state: 'waiting', asks: 0 });
    expect(behind.task).toBeUndefined();
    expect(await commandsOf(id)).toHaveLength(1);
    await decided('room-nina', { ...well('respiratory'), at: dayMs + 2 * hourMs });
    expect(await of(id)).toMatchObject({ state: 'waiting', dueAt: after(3 * dayMs + 2 * hourMs) });
    expect(await look(id, dayMs + 3 * hourMs, 'dengue')).toMatchObject({ state: 'asked', asks: 1 });
    const [, second] = await commandsOf(id);
    expect(second).toMatchObject({
      id: `follow-up/${id}/dengue/1`,
      answers: { monitored_disease: 'dengue', dengue_group: 'B' },
    });
    await decided('room-nina', { ...well('dengue'), at: dayMs + 4 * hourMs });
    expect(await of(id, 'dengue')).toMatchObject({ state: 'waiting', dueAt: after(2 * dayMs + 4 * hourMs) });
    expect((await of(id))!.told).toHaveLength(2);
  });
  it('both due in the same moment: the second waits though the first one’s document lags behind', async () => {
    const id = await monitored('otto');
    await decided('room-otto', { ...dengue, at: 60_000 });
    const due = [(await of(id))!, (await of(id, 'dengue'))!];
    for (const document of due) await lookAt(tenant, document, after(dayMs + hourMs));
    expect(await commandsOf(id)).toHaveLength(1);
  });
  it('each dependent of one mother has their own', async () => {
    const mother = (await patientOfVisitor(tenant, { workspace: 'w1', visitorId: 'paula' }, after(0)))._id;
    const children = ['Léo', 'Lia'].map(async (name, at) => {
      const { _id: child } = await patientOfDependent(tenant, mother, name, after(0));
      const room = { subject: `room-${name}`, timeMs: startMs - 60_000 };
      const dependentOf = { guardian: mother, patientId: child };
      await storeEvents(tenant, conversationOf('paula', mother, {}, { ...room, dependentOf }), after(0));
      await decided(room.subject, { outcome: 'home_flu', at: at * hourMs });
      return child;
    });
    const [leo = '', lia = ''] = await Promise.all(children);
    expect(await of(mother)).toBeNull();
    expect([(await of(leo))?.dueAt, (await of(lia))?.dueAt]).toEqual([after(dayMs), after(dayMs + hourMs)]);
  });
});

describe('at night', () => {
  const evening = 11 * hourMs;
  it('nobody is asked: what is due goes out when the day begins', async () => {
    const id = await monitored('rita', { outcome: 'home_flu', at: evening });
    expect((await of(id))!.dueAt).toEqual(after(evening + dayMs));
    expect(await look(id, evening + dayMs)).toMatchObject({ state: 'waiting', asks: 0 });
    const opening = dayMs + 23 * hourMs;
    expect(await look(id, opening - 1)).toMatchObject({ state: 'waiting' });
    expect(await commandsOf(id)).toEqual([]);
    expect(await look(id, opening)).toMatchObject({ state: 'asked', asks: 1 });
    expect(await commandsOf(id)).toHaveLength(1);
  });
  it('the job takes up who was silent, and nobody else; a person hears at once', async () => {
    const silent = await monitored('sara');
    const due = await monitored('tina', { outcome: 'home_flu', at: evening });
    await look(silent, dayMs + 6 * hourMs);
    await tenant.commands.updateMany({}, { $set: { state: 'accepted' } });
    await look(silent, dayMs + 10 * hourMs);
    await look(silent, dayMs + 10 * hourMs);
    await tenant.commands.updateMany({}, { $set: { state: 'accepted' } });
    const nudged: string[] = [];
    const job = startFollowUps({
      ...{ store, log, pollMs: 20, now: () => after(dayMs + 15 * hourMs) },
      nudge: (_tenant, subject) => void nudged.push(subject),
    });
    try {
      await eventually(() => nudged.includes(`follow-up/${silent}/respiratory`));
    } finally {
      await job.stop();
    }
    await settle(tenant);
    expect(await of(silent)).toMatchObject({ state: 'held', task: { reason: 'no-answer' } });
    expect(await of(due)).toMatchObject({ state: 'waiting', asks: 0 });
  });
  it('a question that the app did not take in time is not sent', async () => {
    const id = await monitored('ugo');
    await look(id, dayMs + 10 * hourMs);
    let at = after(dayMs + 12 * hourMs);
    const sender = startCommandSender({
      ...{ store, metrics: createMetrics(store), log, pollMs: 20, now: () => at },
    });
    const _id = `follow-up/${id}/respiratory/1`;
    app.answer = { status: 200, body: { result: 'accepted' } };
    try {
      await eventually(() => tenant.commands.findOne({ _id, nextTryAt: new Date(at.getTime() + 60_000) }));
      expect(await tenant.commands.findOne({ _id })).toMatchObject({ state: 'waiting', attempts: 0 });
      at = after(dayMs + 23 * hourMs);
      await eventually(() => tenant.commands.findOne({ _id, state: 'accepted' }));
    } finally {
      await sender.stop();
    }
  });
});

describe('who comes back by themselves', () => {
  const ask = async (visitor: string, at: number, more: object = {}): Promise<WhoIsAnswer> => {
    const body = { conversation: `again-${visitor}`, visitor, ...more };
    const request = { tenant, workspace: tenant.workspaces[0]!, body };
    return (await whoIsHandler({ now: () => after(at) })(request)) as WhoIsAnswer;
  };

  it.each<[string, number, (id: string, name: string) => Promise<unknown>, boolean]>([
    ['before it is due', dayMs - 1, async () => undefined, false],
    ['when it is due', dayMs, async () => undefined, true],
    ['at night', dayMs + 15 * hourMs, async () => undefined, true],
    ['while it is asked elsewhere', dayMs + hourMs, (id) => look(id, dayMs), true],
    [
      'while a person is to call, because the bot could not ask',
      2 * dayMs,
      async (id, name) => {
        await closed(name);
        await look(id, dayMs);
      },
      true,
    ],
    [
      'while a person is to call, because they were worse',
      2 * dayMs,
      (_id, name) =>
        decided(`room-${name}`, {
          ...well('respiratory'),
          outcome: 'see_today',
          disposition: 'moderate',
          at: dayMs,
        }),
      false,
    ],
    [
      'when it has ended',
      2 * dayMs,
      (_id, name) =>
        decided(`room-${name}`, { ...well('respiratory'), outcome: 'end_monitoring', at: dayMs }),
      false,
    ],
  ])('%s: %#', async (_when, at, before, offered) => {
    const name = `vera-${_when.replace(/\W/g, '')}`;
    const id = await monitored(name);
    await before(id, name);
    const { patientId, followUp } = await ask(name, at);
    expect(patientId).toBe(id);
    if (!offered) return expect(followUp).toBeUndefined();
    expect(whoIsAnswer.parse({ patientId, earlierConversations: 1, followUp }).followUp).toEqual(followUp);
    expect(followUp).toMatchObject({
      ...{ task: calendarKey(id, 'respiratory'), pack: 'follow-up', disease: 'respiratory' },
      answers: { monitored_disease: 'respiratory', age: 70, 'previous.fever': true },
    });
  });

  it('what they answer there closes what was due, also under another ID of the same person', async () => {
    const id = await monitored('wanda');
    await closed('wanda');
    expect(await look(id, dayMs)).toMatchObject({ state: 'held', task: { reason: 'unreachable' } });
    const other = (await patientOfVisitor(tenant, { workspace: 'w1', visitorId: 'wanda-2' }, after(0)))._id;
    const by = { staff: 'S1', id: randomUUID(), now: after(dayMs) };
    expect(await linkPatients(tenant, { patient: other, into: id, reason: 'a mesma' }, by)).toMatchObject({
      ok: true,
    });
    await settle(tenant);
    expect((await ask('wanda-2', 2 * dayMs)).followUp).toMatchObject({
      task: calendarKey(id, 'respiratory'),
    });
    const where = { subject: 'again-wanda-2', timeMs: startMs + 2 * dayMs };
    await storeEvents(tenant, conversationOf('wanda-2', other, {}, where).slice(0, -1), after(2 * dayMs));
    const answered = { ...well('respiratory'), at: 2 * dayMs + hourMs };
    await decided('again-wanda-2', answered);
    const closedNow = await of(id);
    expect(closedNow).toMatchObject({ state: 'waiting', dueAt: after(4 * dayMs + hourMs) });
    expect(closedNow!.task).toBeUndefined();
    expect(await of(other)).toBeNull();
    await markDirty(tenant, ['again-wanda-2'], after(3 * dayMs));
    await settle(tenant);
    expect(await of(id)).toEqual(closedNow);
  });

  it('of a dependent, only when they write for that dependent', async () => {
    const mother = (await patientOfVisitor(tenant, { workspace: 'w1', visitorId: 'xenia' }, after(0)))._id;
    const { _id: child } = await patientOfDependent(tenant, mother, 'Davi', after(0));
    const dependentOf = { guardian: mother, patientId: child };
    const where = { subject: 'room-xenia', timeMs: startMs - 60_000, dependentOf };
    await storeEvents(tenant, conversationOf('xenia', mother, {}, where), after(0));
    await decided('room-xenia', { outcome: 'home_flu' });
    expect((await ask('xenia', 2 * dayMs)).followUp).toBeUndefined();
    expect((await ask('xenia', 2 * dayMs, { dependent: { name: 'Davi' } })).followUp).toMatchObject({
      task: calendarKey(child, 'respiratory'),
    });
  });
});

describe('what is left', () => {
  it('a rebuild gives the same documents, also when they were lost or damaged', async () => {
    const all = () => tenant.followUps.find().sort({ _id: 1 }).toArray();
    const before = await all();
    expect(before.length).toBeGreaterThan(5);
    await tenant.followUps.deleteOne({ _id: before[0]!._id });
    await tenant.followUps.updateOne({ _id: before[1]!._id }, { $set: { state: 'none', version: 999 } });
    await tenant.followUps.insertOne({ ...before[2]!, _id: 'nobody/dengue', patientId: 'nobody' });
    const pause = async (): Promise<void> => undefined;
    await rebuild(tenant, { name: randomUUID(), now: () => new Date(), random: Math.random, pause });
    expect(await all()).toEqual(before);
  });
  it('an erased patient has no follow-up, nor after a rebuild or a late decision', async () => {
    const id = await monitored('mara');
    expect((await erasePatient(tenant, id, { evenOpen: true }, new Date())).ok).toBe(true);
    expect(await of(id)).toBeNull();
    await decided('room-mara', { outcome: 'home_flu', at: 2 * dayMs });
    expect(await of(id)).toBeNull();
    const pause = async (): Promise<void> => undefined;
    await rebuild(tenant, { name: randomUUID(), now: () => new Date(), random: Math.random, pause });
    expect(await of(id)).toBeNull();
  });
});

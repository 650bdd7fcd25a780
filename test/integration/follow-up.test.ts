/** Who is asked again, by the bot or by a person, on a whole store: decisions in, questions and tasks out. */
import { randomUUID } from 'crypto';
import { pino } from 'pino';
import { startCommandSender } from '../../crm-sync/commands/send-commands';
import { command as commandSchema, type Command } from '../../contract/command';
import { startFollowUps } from '../../crm-sync/follow-up/follow-up-job';
import { lookAt } from '../../crm-sync/follow-up/look-at';
import { finishTask } from '../../crm-sync/follow-up/task-changes';
import { erasePatient } from '../../crm-sync/identity/erase-patient';
import { storeEvents } from '../../crm-sync/ingest/store-events';
import { createMetrics } from '../../crm-sync/metrics/metrics';
import { rebuild } from '../../crm-sync/projector/rebuild';
import { connectStore } from '../../crm-sync/store/connect';
import type { FollowUpDocument } from '../../crm-sync/store/follow-up-document';
import { commandPlace } from '../../crm-sync/store/places';
import type { Store, Tenant } from '../../crm-sync/store/tenant';
import { testConfig, testEvent, testTenant } from '../support/crm';
import { testMongo, type TestMongo } from '../support/mongo';
import { patientOfVisitor } from '../../crm-sync/identity/register';
import { conversationOf, settle } from '../support/visitors';
import { answeringApp, type AnsweringApp } from '../support/answering-app';
import { eventually } from '../support/wait';

jest.setTimeout(120_000);

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
  const tenants = ['t1', 't2'].map((id) => testTenant(id, { workspaces: [workspace] }));
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

const of = async (id: string): Promise<FollowUpDocument | null> => tenant.followUps.findOne({ _id: id });
async function look(id: string, at: number): Promise<FollowUpDocument> {
  await lookAt(tenant, (await of(id))!, after(at));
  await settle(tenant);
  return (await of(id))!;
}
async function closed(name: string): Promise<void> {
  const where = { subject: `room-${name}`, timeMs: startMs + hourMs };
  const event = testEvent('acolhe.conversation.closed.v1', { by: 'agent' }, where);
  await storeEvents(tenant, [event], after(0));
  await settle(tenant);
}
async function commandsOf(id: string): Promise<Extract<Command, { kind: 'follow-up' }>[]> {
  const rows = await tenant.commands.find({ kind: 'follow-up' }).toArray();
  const mine = rows.filter((row) => row._id.startsWith(`follow-up/${id}/`));
  const opened = mine.map(async (row) => {
    const text = await tenant.sealing.open(commandPlace(row.conversation, row._id), row.sealedCommand);
    return commandSchema.parse(JSON.parse(text)) as Extract<Command, { kind: 'follow-up' }>;
  });
  return Promise.all(opened);
}

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
        ...{ id: `follow-up/${id}/1`, kind: 'follow-up', conversation: 'room-ana', pack: 'follow-up' },
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
    const done = { patientId: id, outcome: 'better', note: 'Já está bem.' } as const;
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
    expect(await tenant.commands.findOne({ _id: `follow-up/${id}/1` })).toMatchObject({
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
      await eventually(() => tenant.commands.findOne({ _id: `follow-up/${id}/1`, state: 'refused' }));
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
      await eventually(() => nudged.includes(`follow-up/${due}`));
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

describe('what is left', () => {
  it('a rebuild gives the same documents, also when they were lost or damaged', async () => {
    const all = () => tenant.followUps.find().sort({ _id: 1 }).toArray();
    const before = await all();
    expect(before.length).toBeGreaterThan(5);
    await tenant.followUps.deleteOne({ _id: before[0]!._id });
    await tenant.followUps.updateOne({ _id: before[1]!._id }, { $set: { state: 'none', version: 999 } });
    await tenant.followUps.insertOne({ ...before[2]!, _id: 'nobody' });
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

/** What the CRM tells of a patient to the person who serves them in Rocket.Chat. */
import { cardAnswer, type CardAnswer } from '../../contract/card';
import { storeEvents } from '../../crm-sync/ingest/store-events';
import type { RunningCrm } from '../../crm-sync/server';
import type { Tenant } from '../../crm-sync/store/tenant';
import { postSigned, startTestCrm, testConfig, testEvent } from '../support/crm';
import { testMongo, type TestMongo } from '../support/mongo';
import { visit } from '../support/visitors';
import { eventually } from '../support/wait';

let mongo: TestMongo;
let crm: RunningCrm;
let tenant: Tenant;
beforeAll(async () => {
  mongo = await testMongo();
  crm = await startTestCrm(testConfig(mongo.uri));
  tenant = crm.store.tenant('t1')!;
});
afterAll(async () => {
  await crm?.stop();
  await mongo?.stop();
});

const ask = async (question: object) => postSigned(crm.url, question, { path: 'questions/card' });
const cardOf = async (conversation: string, skip?: number): Promise<CardAnswer> => {
  const { status, body } = await ask({ conversation, agent: 'agent-1', ...(skip ? { skip } : {}) });
  expect(status).toBe(200);
  return cardAnswer.parse(body);
};
const known = (conversation: string) =>
  eventually(async () => (await tenant.encounters.findOne({ _id: conversation }))?.patientId, 60_000);

it('Given seven visits, a task and a note, then the card tells who it is, pages what was before, and is in the audit log', async () => {
  const day = Date.UTC(2026, 4, 4, 12);
  for (let at = 0; at < 7; at += 1) {
    const saying = { name: 'Maria Alves', birthDate: '1980-02-01' };
    await visit(tenant, 'v-card', saying, { subject: `visit-${at}`, timeMs: day + at * 86_400_000 });
  }
  const opened = {
    ...{ taskId: 't1', kind: 'call-back', dueAt: '2026-05-12T12:00:00.000Z', owner: 'ana' },
    text: 'Ligar à tarde',
  };
  await storeEvents(
    tenant,
    [
      testEvent('acolhe.task.opened.v1', opened, { subject: 'visit-2', timeMs: day + 8 * 86_400_000 }),
      testEvent(
        'acolhe.conversation.noted.v1',
        { noteId: 'n1', by: 'ana', text: 'Mora sozinha' },
        { subject: 'visit-2', timeMs: day + 8 * 86_400_000 },
      ),
    ],
    new Date(),
  );
  const patientId = await known('visit-6');
  const card = await eventually(async () => {
    const now = await cardOf('visit-6');
    return now.earlier === 6 && now.tasks.length === 1 && now.notes.length === 1 ? now : undefined;
  }, 60_000);
  expect(card.patient).toMatchObject({ id: patientId, name: 'Maria Alves', birthDate: '1980-02-01' });
  expect(card.conversations.map(({ id }) => id)).toEqual([
    'visit-5',
    'visit-4',
    'visit-3',
    'visit-2',
    'visit-1',
  ]);
  expect((await cardOf('visit-6', 5)).conversations.map(({ id }) => id)).toEqual(['visit-0']);
  expect(card.tasks).toMatchObject([{ taskId: 't1', conversation: 'visit-2', text: 'Ligar à tarde' }]);
  expect(card.notes).toMatchObject([{ by: 'ana', text: 'Mora sozinha' }]);
  const audit = await tenant.db.collection('audit').findOne({ target: `patient/${patientId}` });
  expect(audit).toMatchObject({ action: 'patients.read', actor: 'service', details: { agent: 'agent-1' } });
});

it('Given a conversation that is not known there, then nothing is told', async () => {
  expect(await cardOf('nowhere')).toEqual({
    conversations: [],
    earlier: 0,
    tasks: [],
    notes: [],
    rescreens: [],
  });
});

it('Given a malformed question, then it is refused and says where', async () => {
  const { status, body } = await ask({ conversation: 'visit-1' });
  expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining('agent')]);
});

/** What the CRM tells the bot of a patient it knows, so that it need not ask again. */
import { erasePatient } from '../../crm-sync/identity/erase-patient';
import { knowledgeShelf } from '../../crm-sync/knowledge/knowledge-shelf';
import { versionOf } from '../../crm-sync/knowledge/version';
import { storeEvents } from '../../crm-sync/ingest/store-events';
import { packs, packTexts } from '../../settings/packs';
import type { RunningCrm } from '../../crm-sync/server';
import { countStreams } from '../../crm-sync/store/streams';
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

const yearMs = 365 * 86_400_000;
let people = 0;

/** Somebody who was triaged `agoMs` ago. */
async function triaged(
  agoMs: number,
  answers: Record<string, unknown>,
  pack = 'respiratory',
  birthDate?: string,
  packVersion = '1',
) {
  const visitor = `visitor-${(people += 1)}`;
  const subject = `room-${visitor}`;
  const timeMs = Date.now() - agoMs - 60_000;
  const patientId = await visit(tenant, visitor, birthDate ? { birthDate } : {}, { subject, timeMs });
  const decided = {
    ...{ pack, packVersion, knowledge: 'k', outcome: 'home_cold', disposition: 'mild', row: 'r' },
    answers,
  };
  const event = testEvent('acolhe.triage.decided.v1', decided, { subject, timeMs: timeMs + 30_000 });
  await storeEvents(tenant, [event], new Date());
  await eventually(
    async () => (await countStreams(tenant, 'dirty')) + (await countStreams(tenant, 'claimed')) === 0,
    60_000,
  );
  return { visitor, patientId };
}

async function knownOf(visitor: string) {
  const question = { conversation: `now-${visitor}`, visitor };
  const { body } = await postSigned(crm.url, question, { path: 'questions/who-is' });
  return (body as { known?: Record<string, unknown> }).known;
}

const told = {
  age: 67,
  diabetes: true,
  cough: true,
  asthma: 'unknown',
  chronic_condition: true,
  age_months: 3,
};

it('Given an earlier decision, then what stays true of its answers is told: no symptom, no age, nothing unknown', async () => {
  const { visitor } = await triaged(0, told);
  expect(await knownOf(visitor)).toEqual({ diabetes: true, chronic_condition: true });
});

it.each([
  ['more than a year old', yearMs + 86_400_000, 'respiratory'],
  ['of a pack that is not known', 0, 'nobody'],
])('Given the decision is %s, then nothing is told', async (_what, agoMs, pack) => {
  const { visitor } = await triaged(agoMs, told, pack);
  expect(await knownOf(visitor)).toBeUndefined();
});

it('Given a birth date, then the age of today; of an infant with decimals', async () => {
  const now = new Date();
  const before = (years: number, months: number) =>
    new Date(Date.UTC(now.getUTCFullYear() - years, now.getUTCMonth() - months, now.getUTCDate()))
      .toISOString()
      .slice(0, 10);
  expect(await knownOf((await triaged(0, {}, 'respiratory', before(40, 0))).visitor)).toEqual({ age: 40 });
  const infant = await knownOf((await triaged(0, {}, 'respiratory', before(0, 6))).visitor);
  expect(infant?.['age']).toBeGreaterThan(0.45);
  expect(infant?.['age']).toBeLessThan(0.55);
});

it('Given the patient was erased, then nothing is told', async () => {
  const { visitor, patientId } = await triaged(0, told);
  await erasePatient(tenant, patientId, { staff: 'ABCDEFGHJKMNPQRS', evenOpen: true }, new Date());
  expect(await knownOf(visitor)).toBeUndefined();
});

it('Given a version of the clinic’s own decided, then what that version calls stable is told', async () => {
  const respiratory = packs['respiratory']!;
  const questions = respiratory.questions.map((one) => ({ ...one, stable: one.id === 'cough' }));
  const body = { pack: { ...respiratory, version: '2030', questions }, texts: packTexts['respiratory'] };
  const author = { staffId: 's', name: 'Ana Souza' };
  await knowledgeShelf(tenant).insertVersion(versionOf('pack', body, { author, at: new Date() }));
  const { visitor } = await triaged(0, told, 'respiratory', undefined, '2030');
  expect(await knownOf(visitor)).toEqual({ cough: true });
});

/** Anybody can type a stranger's CPF into a chat: what that joins, and what it must not tell, give or take. */
import { patientOfDependent } from '../../crm-sync/identity/dependents';
import { erasePatient } from '../../crm-sync/identity/erase-patient';
import { linkPatients } from '../../crm-sync/identity/staff-changes';
import { readRecord } from '../../crm-sync/patients/patient-record';
import type { RunningCrm } from '../../crm-sync/server';
import { countStreams } from '../../crm-sync/store/streams';
import type { Tenant } from '../../crm-sync/store/tenant';
import { postSigned, startTestCrm, testConfig } from '../support/crm';
import { testMongo, type TestMongo } from '../support/mongo';
import { freshCpf } from '../support/people';
import { visit } from '../support/visitors';
import { eventually } from '../support/wait';

let mongo: TestMongo;
let crm: RunningCrm;
let tenant: Tenant;
beforeAll(async () => {
  mongo = await testMongo();
});
afterAll(async () => mongo?.stop());
beforeEach(async () => {
  crm = await startTestCrm(testConfig(mongo.uri));
  tenant = crm.store.tenant('t1')!;
});
afterEach(async () => crm?.stop());

async function quiet(): Promise<void> {
  await eventually(
    async () => (await countStreams(tenant, 'dirty')) + (await countStreams(tenant, 'claimed')) === 0,
    60_000,
  );
}

async function whoIs(visitor: string, more: Record<string, unknown> = {}) {
  const question = { conversation: `now-${visitor}`, visitor, ...more };
  const { body } = await postSigned(crm.url, question, { path: 'questions/who-is' });
  return body as { patientId: string; guardianId?: string; earlierConversations: number };
}

/** Maria, who was here twice, once for her son; and somebody who types her CPF. */
async function people(saying: { verified?: boolean } = {}) {
  const name = Math.random().toString(36).slice(2, 8);
  const [maria, other] = [`maria-${name}`, `other-${name}`];
  const cpf = freshCpf();
  const vouched = {
    phones: [`(85) 9${String(Math.random()).slice(2, 10)}`],
    verified: ['phone' as const],
    birthDate: '1980-02-29',
  };
  const key = saying.verified ? vouched : { cpf };
  const mariaId = await visit(tenant, maria, { ...key, name: 'Maria' });
  const son = (await patientOfDependent(tenant, mariaId, 'Téo', new Date()))._id;
  const nameless = (await patientOfDependent(tenant, mariaId, undefined, new Date()))._id;
  const forSon = { subject: `son-${name}`, dependentOf: { guardian: mariaId, patientId: son } };
  await visit(tenant, maria, {}, forSon);
  await quiet();
  const otherId = (await whoIs(other)).patientId;
  await visit(tenant, other, { ...key, name: 'Outra' }, { subject: `now-${other}` });
  await quiet();
  return { mariaId, son, nameless, other, otherId };
}

describe('who types a stranger’s CPF', () => {
  it('is told nothing of them and gets nobody’s dependents', async () => {
    const { mariaId, son, nameless, other, otherId } = await people();
    expect(await whoIs(other)).toEqual({ patientId: otherId, earlierConversations: 0 });
    for (const dependent of [{ name: 'Téo' }, {}]) {
      const answer = await whoIs(other, { dependent });
      expect([mariaId, son, nameless]).not.toContain(answer.patientId);
      expect(answer).toMatchObject({ guardianId: otherId, earlierConversations: 0 });
    }
  });

  it('puts no name at the head of their record, nor gets theirs; staff’s confirmation makes them one record', async () => {
    const { mariaId, otherId } = await people();
    const shown = async (id: string) => {
      const record = await readRecord(tenant, id);
      return [record?.golden.name?.value, record?.links.map((link) => link.typed)];
    };
    expect([await shown(mariaId), await shown(otherId)]).toEqual([
      ['Maria', [true]],
      ['Outra', [true]],
    ]);
    const by = { staff: 'S1', now: new Date() };
    await linkPatients(tenant, { patient: otherId, into: mariaId, reason: 'mostrou o documento' }, by);
    expect(await shown(mariaId)).toEqual([(await shown(otherId))[0], [undefined]]);
  });

  it('cannot write into the record of their child, whatever ID the conversation names', async () => {
    const { son, other, otherId } = await people();
    const subject = `named-${other}`;
    await visit(tenant, other, {}, { subject, dependentOf: { guardian: otherId, patientId: son } });
    await quiet();
    const told = await tenant.encounters.findOne({ _id: subject });
    expect(told?.patientId).toEqual(expect.any(String));
    expect(told?.patientId).not.toBe(son);
  });

  it('is shown to staff as that; once staff confirm, the two are one for everybody', async () => {
    const { mariaId, other, otherId } = await people();
    const links = async () => (await readRecord(tenant, mariaId))?.links;
    expect(await links()).toEqual([{ patientId: otherId, other: mariaId, typed: true }]);
    const by = { staff: 'S1', now: new Date() };
    const pair = { patient: otherId, into: mariaId, reason: 'mostrou o documento' };
    expect(await linkPatients(tenant, pair, by)).toEqual({ ok: true });
    expect(await linkPatients(tenant, pair, by)).toEqual({ ok: false, problem: 'linked-already' });
    expect(await links()).toEqual([{ patientId: otherId, other: mariaId }]);
    expect((await whoIs(other)).earlierConversations).toBe(1);
  });

  it('does not have the stranger erased with them, unless whoever erases says so', async () => {
    const { mariaId, otherId } = await people();
    expect(await erasePatient(tenant, otherId, {}, new Date())).toEqual({
      ok: false,
      problem: 'typed-links',
      patients: [mariaId],
    });
    expect((await readRecord(tenant, mariaId))?.erasedAt).toBeUndefined();
    expect(await erasePatient(tenant, otherId, { evenTyped: true }, new Date())).toMatchObject({
      ok: true,
      patients: [mariaId, otherId].sort(),
    });
  });
});

it('a phone that both channels vouch for, with the birth date, is more than typed', async () => {
  const { mariaId, son, other, otherId } = await people({ verified: true });
  expect((await whoIs(other)).earlierConversations).toBe(1);
  expect((await whoIs(other, { dependent: { name: 'Téo' } })).patientId).toBe(son);
  expect((await readRecord(tenant, mariaId))?.links).toEqual([{ patientId: otherId, other: mariaId }]);
});

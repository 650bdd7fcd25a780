import { mintPatientId } from '../../contract/patient-id';
import { patientOfDependent } from '../../crm-sync/identity/dependents';
import { erasePatient } from '../../crm-sync/identity/erase-patient';
import { findPatients } from '../../crm-sync/identity/find-patients';
import { healRegistrations, patientOfVisitor } from '../../crm-sync/identity/register';
import { searchTerms } from '../../crm-sync/identity/search-term';
import { linkPatients, writeNote } from '../../crm-sync/identity/staff-changes';
import { storeEvents } from '../../crm-sync/ingest/store-events';
import { readRecord } from '../../crm-sync/patients/patient-record';
import { patientReads } from '../../crm-sync/patients/patient-reads';
import type { RunningCrm } from '../../crm-sync/server';
import { connectStore } from '../../crm-sync/store/connect';
import { markDirty } from '../../crm-sync/store/streams';
import type { Store, Tenant } from '../../crm-sync/store/tenant';
import { postSigned, startTestCrm, testConfig } from '../support/crm';
import { testMongo, type TestMongo } from '../support/mongo';
import { freshCpf } from '../support/people';
import { conversationOf, groups, settle, visit } from '../support/visitors';

let mongo: TestMongo;
beforeAll(async () => {
  mongo = await testMongo();
});
afterAll(async () => mongo?.stop());

let store: Store;
let tenant: Tenant;
beforeEach(async () => {
  store = await connectStore(testConfig(mongo.uri));
  tenant = store.tenant('t1')!;
});
afterEach(async () => store?.close());

let seed = 0;
const freshId = (): string => mintPatientId(() => Buffer.from([7, 7, 7, (seed += 1) >> 8, seed & 255]));
const by = { staff: 'S1', now: new Date() };

describe('registration', () => {
  it('is an event; one that a dead process left untold is told by whoever meets the ID next', async () => {
    const visitor = { workspace: 'w1', visitorId: 'v1' };
    const { _id } = await patientOfVisitor(tenant, visitor, new Date());
    const registered = () => tenant.events.find({ subject: `patient/${_id}` }).toArray();
    expect((await registered()).map(({ type, coded }) => [type, coded])).toEqual([
      [
        'acolhe.patient.registered.v1',
        { patientId: _id, mintedBy: 'crm', visitor: { workspace: 'w1', id: 'v1' } },
      ],
    ]);
    const flagged = () => tenant.patients.updateOne({ _id }, { $set: { unregistered: true, version: 0 } });
    const noted = () => tenant.registrations.insertOne({ _id: 'died', patients: [_id, 'never-given'] });
    for (const left of [flagged, noted])
      for (const heal of [
        () => patientOfVisitor(tenant, visitor, new Date()),
        () => healRegistrations(tenant, new Date()),
      ]) {
        await tenant.events.deleteMany({});
        await tenant.registrations.deleteMany({});
        await left();
        await heal();
        expect(await registered()).toHaveLength(1);
        expect(await tenant.registrations.countDocuments({ patients: _id })).toBe(0);
      }
  });

  it('the documents are made anew from the events, also when nothing is left of them', async () => {
    const cpf = freshCpf();
    const guardian = await visit(tenant, 'v1', { cpf, name: 'Ana Souza' });
    const other = await visit(tenant, 'v2', { cpf });
    const child = (await patientOfDependent(tenant, guardian, 'Téo', new Date()))._id;
    await settle(tenant);
    await writeNote(tenant, guardian, 'nota', by);
    await settle(tenant);
    const read = async () => ({
      record: await readRecord(tenant, guardian),
      child: await readRecord(tenant, child),
      visitors: (await tenant.patients.find().sort({ _id: 1 }).toArray()).map((one) => [
        one._id,
        one.visitorIds,
        one.version,
      ]),
    });
    const before = await read();
    expect(before.record?.ids).toHaveLength(2);
    for (const subjects of [
      [other, guardian, child],
      [child, other, guardian],
    ]) {
      for (const collection of [tenant.patients, tenant.sources, tenant.notes])
        await collection.deleteMany({});
      await markDirty(tenant, ['room-v1', 'room-v2', ...subjects.map((id) => `patient/${id}`)], new Date());
      await settle(tenant);
      expect(await read()).toEqual(before);
    }
  });
});

describe('dependents', () => {
  it('the same guardian and name give the same ID, however often it is asked at once', async () => {
    const guardian = await visit(tenant, 'v1', { name: 'Ana' });
    const names = ['Téo Lima', 'téo  LIMA', 'Teo de Lima', 'Bia', undefined, undefined];
    const ids = await Promise.all(
      names.map(async (name) => (await patientOfDependent(tenant, guardian, name, new Date()))._id),
    );
    expect(new Set(ids).size).toBe(3);
    expect(new Set(ids.slice(0, 3)).size).toBe(1);
    expect(ids[4]).toBe(ids[5]);
    expect(ids).not.toContain(guardian);
    const record = (await readRecord(tenant, guardian))!;
    expect(record.dependents.map((one) => one.name).sort()).toEqual([
      'Bia',
      expect.stringMatching(/lima/i),
      undefined,
    ]);
    expect((await readRecord(tenant, ids[0]!))?.guardian).toEqual({ patientId: guardian, name: undefined });
    const stored =
      JSON.stringify(await tenant.patients.find().toArray()) +
      JSON.stringify(await tenant.events.find().toArray());
    expect(stored).not.toMatch(/Lima|Téo|Bia/i);
  });

  it('a guardian under two linked IDs has one child of a name', async () => {
    const a = await visit(tenant, 'v1', {});
    const b = await visit(tenant, 'v2', {});
    const child = (await patientOfDependent(tenant, a, 'Téo', new Date()))._id;
    expect((await patientOfDependent(tenant, b, 'Téo', new Date()))._id).not.toBe(child);
    const c = await visit(tenant, 'v3', {});
    await linkPatients(tenant, { patient: c, into: a, reason: 'x' }, by);
    expect((await patientOfDependent(tenant, c, 'Téo', new Date()))._id).toBe(child);
  });

  it('a conversation that names one is the dependent’s; what the visitor says of themselves stays theirs', async () => {
    const guardian = (await patientOfVisitor(tenant, { workspace: 'w1', visitorId: 'v1' }, new Date()))._id;
    const child = (await patientOfDependent(tenant, guardian, 'Téo', new Date()))._id;
    const cpf = freshCpf();
    await visit(tenant, 'v1', { cpf, name: 'Ana' }, { dependentOf: { guardian, patientId: child } });
    await settle(tenant);
    expect(await tenant.encounters.findOne({ _id: 'room-v1' })).toMatchObject({ patientId: child });
    expect((await readRecord(tenant, child))?.golden).toMatchObject({ name: { value: 'Téo' } });
    expect((await readRecord(tenant, child))?.golden.cpf).toBeUndefined();
    expect((await readRecord(tenant, guardian))?.golden).toMatchObject({
      name: { value: 'Ana' },
      cpf: { value: cpf },
    });
    expect(await groups(tenant, [guardian, child])).toHaveLength(2);
  });

  it('an ID the app gave while the CRM was away is kept when it is free, replaced when it is another’s', async () => {
    const guardian = (await patientOfVisitor(tenant, { workspace: 'w1', visitorId: 'v1' }, new Date()))._id;
    const minted = freshId();
    const stranger = await visit(tenant, 'stranger', {});
    await visit(
      tenant,
      'v1',
      {},
      { subject: 'free', mintedBy: 'app', dependentOf: { guardian, patientId: minted } },
    );
    await visit(
      tenant,
      'v1',
      {},
      { subject: 'taken', mintedBy: 'app', dependentOf: { guardian, patientId: stranger } },
    );
    await settle(tenant);
    expect(await tenant.encounters.findOne({ _id: 'free' })).toMatchObject({ patientId: minted });
    expect(await tenant.patients.findOne({ _id: minted })).toMatchObject({
      dependentOf: guardian,
      mintedBy: 'app',
    });
    const taken = (await tenant.encounters.findOne({ _id: 'taken' }))!.patientId!;
    expect([minted, stranger, guardian]).not.toContain(taken);
    expect(await tenant.patients.findOne({ _id: taken })).toMatchObject({ dependentOf: guardian });
    expect(await tenant.commands.findOne({ conversation: 'taken' })).toMatchObject({
      kind: 'replace-patient-id',
    });
    expect(await tenant.commands.countDocuments()).toBe(1);
  });
});

describe('looking for people', () => {
  const find = async (typed: string, page = 0, size = 20) =>
    findPatients(tenant, searchTerms(typed), { page, size });

  it('finds by everything, one result a person, exact words before sounds', async () => {
    const cpf = freshCpf();
    const ana = await visit(tenant, 'v1', { name: 'Ana Luíza de Souza', cpf, emails: ['ana@example.org'] });
    const again = await visit(tenant, 'v2', { name: 'Ana Souza', cpf, phones: ['(85) 98765-4321'] });
    const sousa = await visit(tenant, 'v3', { name: 'Anna Luisa Sousa' });
    await settle(tenant);
    for (const typed of [ana, again.toLowerCase(), cpf, '85 8765-4321', '98765-4321', 'ANA@example.org']) {
      const { found } = await find(typed);
      expect([typed, found.map((one) => [...one.patientIds].sort())]).toEqual([typed, [[ana, again].sort()]]);
    }
    const byName = (await find('souza ana')).found;
    expect(byName.map((one) => [one.patientIds.includes(ana), one.exact])).toEqual([
      [true, true],
      [false, false],
    ]);
    expect((await find('Ana Luiza')).found.map((one) => one.patientIds[0])).toEqual(
      expect.arrayContaining([sousa]),
    );
    expect((await find('Ana Pereira')).found).toEqual([]);
    expect((await find(freshCpf())).found).toEqual([]);
  });

  it('gives pages without repeating anybody', async () => {
    for (let at = 0; at < 5; at += 1) await visit(tenant, `m${at}`, { name: `Maria Teste${'abcde'[at]}` });
    await settle(tenant);
    const pages = await Promise.all([0, 1, 2].map((page) => find('Maria', page, 2)));
    expect(pages.map((one) => one.found.length)).toEqual([2, 2, 1]);
    expect(new Set(pages.flatMap((one) => one.found.flatMap((found) => found.patientIds))).size).toBe(5);
    expect(pages[0]).toMatchObject({ total: 5, cut: false });
  });
});

describe('erasing', () => {
  async function erased() {
    const cpf = freshCpf();
    const a = await visit(tenant, 'v1', { cpf, name: 'Zoraide Quintela', phones: ['(85) 98765-4321'] });
    const b = await visit(tenant, 'v2', { cpf });
    await settle(tenant);
    await writeNote(tenant, a, 'nota sobre Zoraide', by);
    await settle(tenant);
    const child = (await patientOfDependent(tenant, a, 'Téo', new Date()))._id;
    const dependent = await tenant.patients.findOne({ _id: child });
    const held = await tenant.identityKeys.find().toArray();
    const tokens = [...held.map((one) => one._id), dependent!.visitorIds[0]!.split('/').at(-1)!];
    expect(await erasePatient(tenant, child, {}, new Date())).toMatchObject({ ok: true });
    expect(await erasePatient(tenant, b, { staff: 'S1', evenTyped: true }, new Date())).toEqual({
      ok: true,
      patients: [a, b].sort(),
      conversations: 2,
    });
    await settle(tenant);
    return { a, b, cpf, tokens };
  }

  async function openable(): Promise<string> {
    const reads = patientReads(tenant);
    const rooms = (await tenant.encounters.find().toArray()).map((one) => one._id);
    const ids = (await tenant.patients.find().toArray()).map((one) => one._id);
    const records = await Promise.all(ids.map((id) => readRecord(tenant, id)));
    return JSON.stringify([await reads.messages(rooms), await reads.decisions(rooms), records]);
  }

  it('nothing can be opened or found any more, and a rebuild keeps it so', async () => {
    const { a, b, cpf, tokens } = await erased();
    expect(tokens).toHaveLength(2);
    const look = async () => {
      // Neither does an event's id keep a token: who returns would be told to be the erased.
      const events = JSON.stringify(await tenant.events.find().toArray());
      for (const token of tokens) expect(events).not.toContain(token);
      expect(await openable()).not.toMatch(/Zoraide|palavras|98765/);
      for (const typed of [cpf, 'Zoraide', '(85) 98765-4321'])
        expect((await findPatients(tenant, searchTerms(typed), { page: 0, size: 5 })).total).toBe(0);
      for (const id of [a, b]) expect((await readRecord(tenant, id))?.erasedAt).toBeInstanceOf(Date);
      expect(await tenant.encounters.countDocuments({ patientId: { $in: [a, b] } })).toBe(2);
      expect(
        await tenant.dataKeys.countDocuments({
          _id: /^(patient|source|conversation)\//,
          wrappedKey: { $exists: true },
        }),
      ).toBe(0);
      for (const collection of [tenant.sources, tenant.identityKeys, tenant.notes])
        expect(await collection.countDocuments()).toBe(0);
    };
    await look();
    await markDirty(tenant, ['room-v1', 'room-v2', `patient/${a}`, `patient/${b}`], new Date(), {
      rebuild: 'r',
    });
    await settle(tenant);
    await look();
    for (const collection of [tenant.patients, tenant.encounters, tenant.messages])
      await collection.deleteMany({});
    await markDirty(tenant, ['room-v1', 'room-v2', `patient/${a}`, `patient/${b}`], new Date());
    await settle(tenant);
    await look();
  });

  it('what comes late for an old conversation is kept without words; a new one is about a new ID', async () => {
    const { a } = await erased();
    await storeEvents(
      tenant,
      conversationOf('v1', a, { name: 'Zoraide Quintela' }, { subject: 'late' }),
      new Date(),
    );
    await settle(tenant);
    expect(await openable()).not.toMatch(/Zoraide|palavras/);
    expect(await tenant.encounters.findOne({ _id: 'late' })).toMatchObject({ patientId: a });
    const back = await visit(
      tenant,
      'v1',
      { name: 'Zoraide Quintela' },
      { subject: 'back', timeMs: Date.now() + 60_000 },
    );
    await settle(tenant);
    expect(back).not.toBe(a);
    expect(await tenant.encounters.findOne({ _id: 'back' })).toMatchObject({ patientId: back });
    expect((await readRecord(tenant, back))?.golden.name?.value).toBe('Zoraide Quintela');
    expect(
      (await findPatients(tenant, searchTerms('Zoraide'), { page: 0, size: 5 })).found.map(
        (one) => one.patientIds,
      ),
    ).toEqual([[back]]);
  });

  it('is refused while a conversation is open, and for an ID nobody has', async () => {
    const a = await visit(tenant, 'v1', { name: 'Ana' });
    await tenant.events.deleteMany({ type: 'acolhe.conversation.closed.v1' });
    await settle(tenant);
    expect(await erasePatient(tenant, a, {}, new Date())).toEqual({
      ok: false,
      problem: 'conversation-open',
      conversations: ['room-v1'],
    });
    expect(await tenant.events.countDocuments({ type: 'acolhe.patient.erased.v1' })).toBe(0);
    expect(await erasePatient(tenant, freshId(), {}, new Date())).toEqual({
      ok: false,
      problem: 'unknown-patient',
    });
    expect(await erasePatient(tenant, a, { evenOpen: true }, new Date())).toMatchObject({ ok: true });
  });

  it('a process that dies after the event is finished by the next fold', async () => {
    const a = await visit(tenant, 'v1', { name: 'Ana', cpf: freshCpf() });
    await settle(tenant);
    const event = {
      specversion: '1.0' as const,
      id: 'erased',
      source: '/tenants/t1/crm',
      type: 'acolhe.patient.erased.v1',
      subject: `patient/${a}`,
      time: new Date().toISOString(),
      data: {},
    };
    await storeEvents(tenant, [event], new Date());
    await settle(tenant);
    expect(await openable()).not.toMatch(/Ana|palavras/);
    expect(await tenant.identityKeys.countDocuments()).toBe(0);
  });
});

describe('who is this, for another?', () => {
  let crm: RunningCrm;
  beforeAll(async () => {
    crm = await startTestCrm(testConfig(mongo.uri));
  });
  afterAll(async () => crm?.stop());

  it('answers the dependent’s own ID and the guardian’s', async () => {
    const ask = async (more: Record<string, unknown>) =>
      (await postSigned(crm.url, { conversation: 'r', visitor: 'v1', ...more }, { path: 'questions/who-is' }))
        .body as Record<string, unknown>;
    const own = await ask({});
    const child = await ask({ dependent: { name: 'Téo' } });
    expect(child).toEqual({
      patientId: expect.any(String),
      guardianId: own['patientId'],
      earlierConversations: 0,
    });
    expect(child['patientId']).not.toBe(own['patientId']);
    expect(await ask({ dependent: { name: ' TEO ' } })).toEqual(child);
    expect((await ask({ dependent: {} }))['patientId']).not.toBe(child['patientId']);
  });
});

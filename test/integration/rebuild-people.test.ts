/** Who is who, and what staff did, made anew from the events: the same people, the erased stay erased. */
import { randomUUID } from 'crypto';
import { Readable } from 'stream';
import { rebuildCells } from '../../crm-sync/cells/rebuild';
import { fileKey, keepFile } from '../../crm-sync/files/file-store';
import { patientOfDependent } from '../../crm-sync/identity/dependents';
import { erasePatient } from '../../crm-sync/identity/erase-patient';
import {
  correctPatient,
  linkPatients,
  separatePatients,
  writeNote,
} from '../../crm-sync/identity/staff-changes';
import { investigationStore } from '../../crm-sync/investigations/investigation-store';
import { rebuild } from '../../crm-sync/projector/rebuild';
import { reportStore } from '../../crm-sync/reports/report-store';
import { packs } from '../../settings/packs';
import { storeEvents } from '../../crm-sync/ingest/store-events';
import { connectStore } from '../../crm-sync/store/connect';
import { idChunk } from '../../crm-sync/store/in-chunks';
import type { Store, Tenant } from '../../crm-sync/store/tenant';
import { testConfig, testEvent } from '../support/crm';
import { testMongo, type TestMongo } from '../support/mongo';
import { freshCpf } from '../support/people';
import { projectionsOf } from '../support/projections';
import { conversationOf, settle, visit } from '../support/visitors';

let mongo: TestMongo;
let store: Store;
let tenant: Tenant;
beforeAll(async () => {
  mongo = await testMongo();
  store = await connectStore(testConfig(mongo.uri));
  tenant = store.tenant('t1')!;
});
afterAll(async () => {
  await store?.close();
  await mongo?.stop();
});

const by = (minute = 0) => ({ staff: 'S1', now: new Date(Date.now() + minute * 60_000) });
const newId = () => randomUUID().replaceAll('-', '');

async function come(visitor: string, ...sayings: Parameters<typeof visit>[2][]): Promise<string> {
  let id = '';
  for (const [at, saying] of sayings.entries()) {
    id = await visit(tenant, visitor, saying, { subject: `room-${visitor}-${at}` });
    await settle(tenant);
  }
  return id;
}

async function published(): Promise<void> {
  const period = { from: new Date(0), to: new Date(86_400_000), timeZone: 'America/Fortaleza' };
  const figures = {
    ...{ total: 40, byDisposition: { emergency: 10, moderate: 10, mild: 10, none: 10 } },
    ...{ containment: { contained: 12, of: 40 }, firstResponse: { n: 9, medianMs: 61_000 } },
    byHour: [],
  };
  const reports = reportStore(tenant, newId);
  await reports.publish({ title: 'Semana 1', period, figures } as never, 'S1', new Date());
  const second = await reports.publish({ title: 'Semana 2', period, figures } as never, 'S1', new Date());
  await reports.withdraw(second, 'S1', new Date());
  const investigations = investigationStore(tenant, newId);
  const asked = {
    disease: 'dengue',
    fromDay: '2026-01-01',
    toDay: '2026-01-31',
    reason: 'muitos casos no bairro',
  };
  const { id } = await investigations.open(asked, 'S1', new Date());
  await investigations.open(asked, 'S2', new Date());
  await investigations.close(id, 'S1', new Date());
}

/** One of everything that the service, visitors and staff can tell of people. */
async function happened(): Promise<{ erased: string; back: string }> {
  const [typed, twins, theirs] = [freshCpf(), freshCpf(), freshCpf()];
  const ana = await come(
    'ana',
    { name: 'Ana', cpf: typed },
    { name: 'Ana Lima', phones: ['(85) 98765-4321'] },
  );
  await come('rui', { name: 'Rui', cpf: typed });
  // Who names an ID that is another's gets one of their own, which no conversation names.
  await storeEvents(tenant, conversationOf('hugo', ana, { name: 'Hugo' }, { mintedBy: 'app' }), new Date());
  await settle(tenant);
  await come('bia', { name: 'Bia', cpf: twins, birthDate: '1980-02-29' });
  await come('cris', { name: 'Cris', cpf: twins, birthDate: '1981-01-01' });
  const [dora, edu, fabio] = [await come('dora', {}), await come('edu', {}), await come('fabio', {})];
  await correctPatient(tenant, dora, { name: 'Dora Sá', cpf: freshCpf(), phones: ['(85) 91234-5678'] }, by());
  await correctPatient(tenant, dora, { phones: null }, by(1));
  await writeNote(tenant, dora, 'mora longe', { ...by(), id: 'n1' });
  await writeNote(tenant, dora, 'ouve mal', { ...by(), id: 'n2' });
  await linkPatients(tenant, { patient: dora, into: edu, reason: 'mesma pessoa' }, by());
  await linkPatients(tenant, { patient: fabio, into: edu, reason: 'parecia' }, by());
  await separatePatients(tenant, { patient: fabio, from: edu, reason: 'engano' }, by(2));
  const teo = (await patientOfDependent(tenant, dora, 'Téo', new Date()))._id;
  const decided = {
    // Its outcome plans a follow-up.
    ...{ pack: 'respiratory', packVersion: packs['respiratory']!.version, knowledge: 'k' },
    ...{ outcome: 'home_flu', row: 'r', disposition: 'mild', answers: { fever: true, age: 47 } },
  };
  await storeEvents(
    tenant,
    [testEvent('acolhe.triage.decided.v1', decided, { subject: 'for-teo' })],
    new Date(),
  );
  await visit(tenant, 'dora', {}, { subject: 'for-teo', dependentOf: { guardian: dora, patientId: teo } });
  const erased = await come(
    'gil',
    { name: 'Gil', cpf: theirs },
    { name: 'Gil', emails: ['gil@example.org'] },
  );
  await writeNote(tenant, erased, 'dele', { ...by(), id: 'n3' });
  await correctPatient(tenant, erased, { name: 'Gil Reis' }, by());
  for (const room of ['room-ana-0', 'room-gil-0'])
    await keepFile(tenant, room, `file-${room}`, () => Promise.resolve(Readable.from(Buffer.from('laudo'))));
  await settle(tenant);
  expect(await erasePatient(tenant, erased, {}, by(3).now)).toMatchObject({ ok: true });
  await settle(tenant);
  const later = { subject: 'back-gil', timeMs: by(5).now.getTime() };
  const back = await visit(tenant, 'gil', { name: 'Outro Gil' }, later);
  await published();
  // So many that people and conversations are not all written together.
  const said = { messageId: 'm', from: 'bot', text: 'oi', via: 'text' };
  const rooms = Array.from({ length: idChunk }, (_, at) =>
    testEvent('acolhe.message.recorded.v1', said, { subject: `zz-${at}` }),
  );
  await storeEvents(tenant, rooms, new Date());
  // Once more a minute later: until then a process could have remembered a destroyed key.
  await settle(tenant, () => by(10).now);
  await rebuildCells(tenant);
  return { erased, back };
}

/** Documents go, and what stays says something else. */
async function damage(): Promise<void> {
  const every = <T>(all: T[], nth: number, from = 0): T[] =>
    all.filter((_one, at) => (at + from) % nth === 0);
  await tenant.patients.deleteOne({ visitorIds: 'w1/hugo' });
  const ids = async (name: string) =>
    (
      await tenant.db
        .collection(name)
        .find({}, { projection: { _id: 1 } })
        .toArray()
    ).map(({ _id }) => _id);
  for (const name of ['patients', 'sources', 'notes', 'encounters', 'messages', 'cells'])
    for (const _id of every(await ids(name), 3)) await tenant.db.collection(name).deleteOne({ _id });
  await tenant.patients.updateMany(
    {},
    {
      $set: { version: 999, links: [], apart: ['X'], mintedBy: 'app', sealedFacts: 'damaged', blind: ['x'] },
      $unset: { dependentOf: '', erasedAt: '', formerVisitorIds: '' },
    },
  );
  for await (const { _id, parts } of tenant.sources.find())
    await tenant.sources.updateOne(
      { _id },
      {
        $set: {
          blind: ['x'],
          parts: [
            ...parts.map((part) => ({ ...part, sealedFacts: 'damaged' })),
            { conversation: 'never-was', events: 'x', sealedFacts: 'damaged' },
          ],
        },
      },
    );
  await tenant.notes.updateMany({}, { $set: { sealedText: 'damaged', staff: 'S9', at: new Date(0) } });
  await tenant.encounters.updateMany({}, { $set: { patientId: 'X', version: 999 } });
  await tenant.messages.updateMany({}, { $set: { patientId: 'X', version: 999, sealedText: 'damaged' } });
  await tenant.cells.updateMany({}, { $set: { n: 99 } });
}

const options = () => ({
  ...{ name: randomUUID(), now: () => new Date(), random: () => 0.5 },
  pause: (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms)),
});

it('a rebuild gives back who is who and what staff did; the erased stay erased', async () => {
  const { erased, back } = await happened();
  const before = await projectionsOf(tenant);
  for (const [kind, all] of Object.entries(before)) expect([kind, all.length > 0]).toEqual([kind, true]);
  const [conflict] = before.identityConflicts;
  const links = before.patients.flatMap((one) => one.links ?? []);
  expect(links.map((link) => link.by).sort()).toEqual(['match', 'staff']);
  const ofErased = { patients: before.patients.find((one) => one._id === erased)! };
  expect(ofErased.patients).toMatchObject({ erasedAt: expect.any(Date) as Date, facts: undefined });

  await damage();
  // What was the erased's comes back from nowhere: an old copy, say.
  await tenant.notes.insertOne({
    ...{ _id: 'n3', patientId: erased, staff: 'S1', at: new Date(), sealedText: 'damaged' },
  });
  await tenant.sources.insertOne({
    ...{ _id: 'w1/old', patientId: erased, revision: 1, blind: ['x'] },
    parts: [{ conversation: 'room-gil-0', events: 'x', sealedFacts: 'damaged' }],
  });
  await tenant.notes.insertOne({
    ...{ _id: 'n9', patientId: 'NEVER', staff: 'S1', at: new Date(), sealedText: 'damaged' },
  });
  const damaged = await projectionsOf(tenant);
  for (const kind of ['patients', 'sources', 'notes', 'cells'] as const)
    expect(damaged[kind]).not.toEqual(before[kind]);

  expect(await rebuild(tenant, options())).toMatchObject({ unfinished: 0 });
  await settle(tenant);
  const after = await projectionsOf(tenant);
  // Its key had never been made: nobody shall make it now.
  after.destroyed = after.destroyed.filter(({ _id }) => _id !== `source/${erased}/w1/old`);
  // Kind after kind: the first that differs is named.
  for (const kind of Object.keys(before) as (keyof typeof before)[])
    expect({ [kind]: after[kind] }).toEqual({ [kind]: before[kind] });
  expect(after.identityConflicts).toEqual([conflict]);
  expect(await tenant.patients.findOne({ visitorIds: 'w1/gil' })).toMatchObject({ _id: back });
  for (const kept of [tenant.notes, tenant.sources, tenant.identityKeys])
    expect(await (kept as typeof tenant.notes).countDocuments({ patientId: erased })).toBe(0);
  expect(after.files.map(({ _id }) => String(_id))).toContain(fileKey('room-gil-0', 'file-room-gil-0'));

  expect(await rebuild(tenant, options())).toMatchObject({ removed: 0, unfinished: 0 });
  await settle(tenant);
  expect(await projectionsOf(tenant)).toMatchObject({ ...before, destroyed: expect.any(Array) as unknown[] });
});

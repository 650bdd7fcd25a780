import fc from 'fast-check';
import { pino } from 'pino';
import { clusterOf } from '../../crm-sync/identity/clusters';
import { goldenRecord } from '../../crm-sync/identity/golden-record';
import {
  linkPatients,
  separatePatients,
  correctPatient,
  writeNote,
} from '../../crm-sync/identity/staff-changes';
import { factsOfPatients } from '../../crm-sync/identity/sources';
import { storeEvents } from '../../crm-sync/ingest/store-events';
import { createMetrics } from '../../crm-sync/metrics/metrics';
import { createChanges } from '../../crm-sync/projector/changes';
import { startProjector } from '../../crm-sync/projector/worker';
import { readRecord } from '../../crm-sync/patients/patient-record';
import { connectStore } from '../../crm-sync/store/connect';
import { countStreams, markDirty } from '../../crm-sync/store/streams';
import type { Store, Tenant } from '../../crm-sync/store/tenant';
import { testConfig, testTenant } from '../support/crm';
import { testMongo, type TestMongo } from '../support/mongo';
import { cnsFor, freshCpf } from '../support/people';
import { conversationOf, groups, settle, visit, type Saying } from '../support/visitors';
import { eventually } from '../support/wait';

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

const by = (minute = 0) => ({ staff: 'S1', now: new Date(Date.now() + minute * 60_000) });
const born = '1980-02-29';
const phone = ['(85) 98765-4321'];

async function meeting(...sayings: Saying[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [at, saying] of sayings.entries()) {
    ids.push(await visit(tenant, `v${at}`, saying));
    await settle(tenant);
  }
  await settle(tenant);
  return ids;
}

describe('two who come through different channels', () => {
  const cpf = freshCpf();
  const cns = cnsFor(4);
  const known: [string, Saying, Saying, boolean][] = [
    [
      'the same CPF, written differently',
      { cpf },
      { cpf: cpf.replace(/^(...)(...)(...)/, '$1.$2.$3-') },
      true,
    ],
    ['the same CNS', { cns }, { cns }, true],
    [
      'a phone both channels vouch for, and the birth date',
      { phones: phone, verified: ['phone'], birthDate: born },
      { phones: ['+5585987654321'], verified: ['phone'], birthDate: born },
      true,
    ],
    [
      'an e-mail both vouch for, and the birth date',
      { emails: ['A@example.org'], verified: ['email'], birthDate: born },
      { emails: ['a@example.org'], verified: ['email'], birthDate: born },
      true,
    ],
    [
      'a household’s phone alone',
      { phones: phone, verified: ['phone'], name: 'Ana' },
      { phones: phone, verified: ['phone'], name: 'Rui' },
      false,
    ],
    [
      'a household’s phone, other birth dates',
      { phones: phone, verified: ['phone'], birthDate: born },
      { phones: phone, verified: ['phone'], birthDate: '2015-03-01' },
      false,
    ],
    [
      'a phone nobody vouches for',
      { phones: phone, birthDate: born },
      { phones: phone, birthDate: born },
      false,
    ],
    [
      'the same name and birth date',
      { name: 'Ana Souza', birthDate: born },
      { name: 'Ana Souza', birthDate: born },
      false,
    ],
    ['a CPF that cannot be one', { cpf: '111.111.111-11' }, { cpf: '111.111.111-11' }, false],
    ['the same CPF, another birth date', { cpf, birthDate: born }, { cpf, birthDate: '1981-01-01' }, false],
    ['the same CPF, another CNS', { cpf, cns }, { cpf, cns: cnsFor(5) }, false],
  ];
  it.each(known)('%s', async (_name, one, other, same) => {
    const ids = await meeting(one, other);
    expect(await groups(tenant, ids)).toHaveLength(same ? 1 : 2);
  });

  it('who contradict each other are kept for review; people decide, and it stays decided', async () => {
    const [a, b] = (await meeting({ cpf, birthDate: born }, { cpf, birthDate: '1981-01-01' })) as [
      string,
      string,
    ];
    for (const id of [a, b]) {
      const record = await readRecord(tenant, id);
      expect(record?.conflicts).toEqual([
        { patientId: id, other: id === a ? b : a, key: 'cpf', fields: ['birthDate'], at: expect.any(Date) },
      ]);
    }
    expect(await separatePatients(tenant, { patient: a, from: b, reason: 'gêmeas' }, by())).toEqual({
      ok: true,
    });
    expect((await readRecord(tenant, b))?.conflicts).toEqual([]);
    expect(await linkPatients(tenant, { patient: b, into: a, reason: 'era erro' }, by(1))).toEqual({
      ok: true,
    });
    const record = await readRecord(tenant, a);
    expect(record?.ids.map((one) => one.patientId).sort()).toEqual([a, b].sort());
    expect(record?.contradicting).toEqual([
      { patientId: [a, b].sort()[0], other: [a, b].sort()[1], fields: ['birthDate'] },
    ]);
    expect(record?.history.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['linked', 'era erro'],
      ['unlinked', 'gêmeas'],
    ]);
  });

  it('once separated by staff no match links them again, nor does somebody between them', async () => {
    const shared = { cpf, cns };
    const [a, b] = (await meeting(shared, shared)) as [string, string];
    expect(await groups(tenant, [a, b])).toHaveLength(1);
    const [link] = (await readRecord(tenant, a))!.links;
    expect(
      await separatePatients(tenant, { patient: link!.patientId, from: link!.other, reason: 'x' }, by()),
    ).toEqual({ ok: true });
    expect(await groups(tenant, [a, b])).toHaveLength(2);
    await visit(tenant, 'v1', shared, { subject: 'again', timeMs: Date.now() });
    await visit(tenant, 'between', shared);
    await settle(tenant);
    expect((await groups(tenant, [a, b])).filter((one) => one.includes(a) && one.includes(b))).toEqual([]);
    expect(await tenant.identityConflicts.countDocuments()).toBe(0);
  });
});

it('nobody who shares one key with each of two that staff separated joins them', async () => {
  const [cpf, cns] = [freshCpf(), cnsFor(8)];
  const [a, b] = (await meeting({ cpf }, { cns })) as [string, string];
  await linkPatients(tenant, { patient: a, into: b, reason: 'x' }, by());
  await separatePatients(tenant, { patient: a, from: b, reason: 'y' }, by(1));
  const between = await visit(tenant, 'between', { cpf, cns });
  await settle(tenant);
  const together = await groups(tenant, [a, b, between]);
  expect(together).toHaveLength(2);
  expect(together.some((one) => one.includes(a) && one.includes(b))).toBe(false);
});

it('the last word of staff is the last, also when an earlier one came through a process whose clock is ahead', async () => {
  const [a, b] = (await meeting({}, {})) as [string, string];
  await linkPatients(tenant, { patient: a, into: b, reason: 'x' }, by(10));
  await separatePatients(tenant, { patient: b, from: a, reason: 'y' }, by());
  expect(await groups(tenant, [a, b])).toHaveLength(2);
  await linkPatients(tenant, { patient: a, into: b, reason: 'z' }, by());
  expect(await groups(tenant, [a, b])).toHaveLength(1);
  await correctPatient(tenant, a, { name: 'Ana Primeira' }, by(10));
  await correctPatient(tenant, a, { name: 'Ana Segunda' }, by());
  expect(goldenRecord(await factsOfPatients(tenant, [a])).name?.value).toBe('Ana Segunda');
});

describe('many at once', () => {
  it('one person on six channels, two processes: one patient, each conversation once', async () => {
    const config = testConfig(mongo.uri);
    const stores = [await connectStore(config), await connectStore(config)];
    const workers = stores.map((one) =>
      startProjector({
        store: one,
        changes: createChanges(),
        metrics: createMetrics(one),
        log: pino({ level: 'silent' }),
        pollMs: 20,
      }),
    );
    try {
      const cpf = freshCpf();
      const tenants = stores.map((one) => one.tenant('t1')!);
      const ids = await Promise.all(
        Array.from({ length: 6 }, (_, at) => visit(tenants[at % 2]!, `v${at}`, { cpf, name: 'Ana' })),
      );
      await eventually(
        async () =>
          (await countStreams(tenants[0]!, 'dirty')) + (await countStreams(tenants[0]!, 'claimed')) === 0,
        60_000,
      );
      expect(new Set(ids).size).toBe(6);
      expect(await groups(tenants[0]!, ids)).toEqual([[...ids].sort()]);
      expect(await tenants[0]!.identityKeys.countDocuments()).toBe(1);
      expect(await tenants[0]!.encounters.countDocuments()).toBe(6);
    } finally {
      await Promise.all(workers.map((worker) => worker.stop()));
      await Promise.all(stores.map((one) => one.close()));
    }
  });

  it('clusters are what shared strong keys connect, whatever arrives when; what staff separated stays so', async () => {
    const cpfs = [freshCpf(), freshCpf(), freshCpf()];
    const cards = [cnsFor(1), cnsFor(2), cnsFor(3)];
    /** Nobody here contradicts anybody they are connected with: each has keys of one of three people only. */
    const person = fc.record({ who: fc.nat(2), cpf: fc.boolean(), cns: fc.boolean() });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { minLength: 3, maxLength: 7 }),
        fc.infiniteStream(fc.nat(1_000)),
        async (people, order) => {
          const own = await connectStore(testConfig(mongo.uri, [testTenant('t1')]));
          const t = own.tenant('t1')!;
          try {
            run += 1;
            const sayings = people.map(({ who, cpf, cns }): Saying => ({
              ...(cpf && { cpf: cpfs[who] }),
              ...(cns && { cns: cards[who] }),
            }));
            const ids = await Promise.all(people.map((_, at) => visit(t, `v${at}`, {})));
            // Each says one thing in one room and the other in another, in any order, several at once.
            const events = sayings.flatMap(({ cpf, cns }, at) => [
              conversationOf(`v${at}`, ids[at]!, cpf ? { cpf } : {}, { subject: `a${run}-${at}` }),
              conversationOf(`v${at}`, ids[at]!, cns ? { cns } : {}, { subject: `b${run}-${at}` }),
            ]);
            const shuffled = events
              .map((one) => [order.next().value, one] as const)
              .sort((x, y) => x[0] - y[0]);
            for (let at = 0; at < shuffled.length; at += 3) {
              await storeEvents(
                t,
                shuffled.slice(at, at + 3).flatMap(([, one]) => one),
                new Date(),
              );
              await Promise.all([settle(t), settle(t)]);
            }
            await settle(t);
            const shares = (a: number, b: number) =>
              (['cpf', 'cns'] as const).some(
                (key) => sayings[a]![key] !== undefined && sayings[a]![key] === sayings[b]![key],
              );
            const edges = ids.flatMap((from, a) =>
              ids.flatMap((to, b) => (a < b && shares(a, b) ? [{ from, to }] : [])),
            );
            const wanted = new Set(ids.map((id) => clusterOf(id, edges).join(' ')));
            expect(new Set((await groups(t, ids)).map((one) => one.join(' ')))).toEqual(wanted);
            // Staff take one link back: nothing that is folded again brings it back.
            const linked = await t.patients.findOne({ 'links.0': { $exists: true } });
            if (!linked) return;
            const [a, b] = [linked._id, linked.links![0]!.to];
            await separatePatients(t, { patient: a, from: b, reason: 'x' }, by(1));
            const before = await groups(t, ids);
            await t.sources.updateMany({}, { $set: { unclaimed: true } });
            await markDirty(
              t,
              [...shuffled.map(([, one]) => one[0]!.subject), ...ids.map((id) => `patient/${id}`)],
              new Date(),
            );
            await settle(t);
            for (const group of await groups(t, ids))
              expect(group.includes(a) && group.includes(b)).toBe(
                before.some((one) => one.includes(a) && one.includes(b)),
              );
          } finally {
            await own.close();
          }
        },
      ),
      { numRuns: 6 },
    );
  });
});

describe('what staff change', () => {
  it('refuses in words what cannot be', async () => {
    const [a, b, c] = (await meeting({ name: 'A' }, { name: 'B' }, { name: 'C' })) as [
      string,
      string,
      string,
    ];
    const link = (patient: string, into: string, reason = 'x') =>
      linkPatients(tenant, { patient, into, reason }, by());
    const separate = (patient: string, from: string) =>
      separatePatients(tenant, { patient, from, reason: 'x' }, by());
    expect(await link(a, a)).toMatchObject({ problem: 'same-id' });
    expect(await link(a, 'NOBODY')).toMatchObject({ problem: 'unknown-patient' });
    expect(await link(a, b, ' ')).toMatchObject({ problem: 'reason-missing' });
    expect(await link(a, b)).toEqual({ ok: true });
    expect(await link(b, a)).toMatchObject({ problem: 'linked-already' });
    expect(await link(b, c)).toEqual({ ok: true });
    expect(await link(c, a)).toMatchObject({ problem: 'linked-already' });
    expect(await separate(a, c)).toMatchObject({ problem: 'linked-through-others' });
    expect(await separate(b, a)).toEqual({ ok: true });
    expect(await groups(tenant, [a, b, c])).toEqual(
      [[a], [b, c].sort()].sort((x, y) => (x[0]! < y[0]! ? -1 : 1)),
    );
    expect(await separate(b, a)).toMatchObject({ problem: 'not-linked' });
    expect(await link(a, b)).toEqual({ ok: true });
    expect(await correctPatient(tenant, a, { cpf: '123' }, by())).toMatchObject({ problem: 'invalid-cpf' });
    expect(await correctPatient(tenant, a, {}, by())).toMatchObject({ problem: 'nothing-changed' });
    expect(await writeNote(tenant, a, '  ', by())).toMatchObject({ problem: 'text-missing' });
  });

  it('a correction wins, is found, links by its CPF, and can be taken back', async () => {
    const cpf = freshCpf();
    const [a, b] = (await meeting({ name: 'Anna', cpf }, { name: 'Ana Lima' })) as [string, string];
    expect(await correctPatient(tenant, b, { cpf, name: 'Ana Lima Souza' }, by())).toEqual({ ok: true });
    expect(await groups(tenant, [a, b])).toHaveLength(1);
    const { golden } = (await readRecord(tenant, a))!;
    expect(golden.name).toMatchObject({ value: 'Ana Lima Souza', origin: { staff: 'S1' } });
    await correctPatient(tenant, b, { name: null }, by(1));
    const facts = await factsOfPatients(tenant, [a, b]);
    expect(goldenRecord(facts).name?.origin.staff).toBeUndefined();
  });

  it('notes are kept once, sealed, newest first', async () => {
    const [a] = (await meeting({ name: 'A' })) as [string];
    await writeNote(tenant, a, 'prefere ligações', { ...by(), id: 'n1' });
    await writeNote(tenant, a, 'prefere ligações', { ...by(), id: 'n1' });
    await writeNote(tenant, a, 'mora longe', { ...by(1), id: 'n2' });
    expect((await readRecord(tenant, a))?.notes.map((one) => one.text)).toEqual([
      'mora longe',
      'prefere ligações',
    ]);
    for (const collection of await tenant.db.collections())
      expect(JSON.stringify(await collection.find().toArray())).not.toMatch(/ligações|mora longe/);
  });
});

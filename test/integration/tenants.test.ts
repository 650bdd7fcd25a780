/** Tenants of the registry while services run: they come, change, rotate their keys, go. */
import { randomBytes } from 'crypto';
import { MongoClient } from 'mongodb';
import type { RunningCrm } from '../../crm-sync/server';
import type { KeyOwner } from '../../crm-sync/store/data-keys';
import type { DataKeyDocument } from '../../crm-sync/store/documents';
import { changeSettings } from '../../crm-sync/tenants/change-settings';
import { changeWorkspaces } from '../../crm-sync/tenants/change-workspaces';
import { createTenant } from '../../crm-sync/tenants/create-tenant';
import { deleteTenant } from '../../crm-sync/tenants/delete-tenant';
import { createMasterKeys } from '../../crm-sync/tenants/create-master-keys';
import { openStore } from '../../crm-sync/tenants/open-store';
import { rotateKeys, rotateMaster } from '../../crm-sync/tenants/rotate-keys';
import { takeStep, type TenantAdmin } from '../../crm-sync/tenants/tenant-admin';
import { createTenantOpener } from '../../crm-sync/tenants/tenant-opener';
import { patientReads } from '../../crm-sync/patients/patient-reads';
import { postSigned, sendEvents, startTestCrm, testEvent, testSecret } from '../support/crm';
import { testMongo, uniqueDatabase, type TestMongo } from '../support/mongo';
import { registryConfig, testAdmin, type TestAdmin } from '../support/tenant-admin';
import { eventually } from '../support/wait';

jest.setTimeout(120_000);

let mongo: TestMongo;
const ends: (() => Promise<void>)[] = [];
beforeAll(async () => {
  mongo = await testMongo();
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
afterAll(async () => mongo?.stop());

function adminOf(config: ReturnType<typeof registryConfig>, pauseMs = 0): TestAdmin {
  const admin = testAdmin(config, { pauseMs });
  ends.push(() => admin.stop());
  return admin;
}

async function started(config: ReturnType<typeof registryConfig>): Promise<RunningCrm> {
  const crm = await startTestCrm(config);
  ends.push(() => crm.stop());
  return crm;
}

async function made(admin: TenantAdmin, id: string): Promise<string> {
  const database = uniqueDatabase();
  await createTenant(admin, { id, name: `Clínica ${id}`, timeZone: 'America/Fortaleza', database });
  await changeWorkspaces(admin, id, 'workspace-add', (before) => [
    ...before,
    { id: 'w1', url: 'http://127.0.0.1:9', secrets: [testSecret] },
  ]);
  return database;
}

const source = (tenant: string) => `/tenants/${tenant}/workspaces/w1`;
const message = (tenant: string, room: string, number: number) =>
  testEvent(
    'acolhe.message.recorded.v1',
    { messageId: `${room}-${number}`, from: 'patient', text: `texto ${room} ${number}`, via: 'text' },
    { subject: room, source: source(tenant), timeMs: Date.UTC(2026, 4, 4, 12) + number },
  );
const ask = (crm: RunningCrm, tenant: string) => postSigned(crm.url, [message(tenant, 'ask', 0)], { tenant });
const served = (crm: RunningCrm, tenant: string, status: number) =>
  eventually(async () => (await ask(crm, tenant)).status === status, 2_000);

describe('a tenant of the registry', () => {
  it('is served within two seconds, refused when archived, served again when restored, never twice the same id', async () => {
    const config = registryConfig(mongo.uri);
    const [admin, crm] = [adminOf(config), await started(config)];
    expect((await ask(crm, 'alfa')).status).toBe(404);
    await made(admin, 'alfa');
    await served(crm, 'alfa', 200);

    await takeStep(admin, 'alfa', 'archive');
    await served(crm, 'alfa', 503);
    expect((await ask(crm, 'alfa')).body).toMatchObject({ error: { code: 'tenant-not-served' } });
    await takeStep(admin, 'alfa', 'restore');
    await served(crm, 'alfa', 200);

    await expect(made(admin, 'alfa')).rejects.toMatchObject({ code: 'tenant-exists' });
  });

  it('keeps its events through an archive: the app is told to try again, and nothing is missing', async () => {
    const config = registryConfig(mongo.uri);
    const [admin, crm] = [adminOf(config), await started(config)];
    await made(admin, 'alfa');
    await served(crm, 'alfa', 200);
    await takeStep(admin, 'alfa', 'archive');
    await served(crm, 'alfa', 503);
    // What the app does with 503: keeps the batch and sends it again.
    const batch = [message('alfa', 'r', 1)];
    expect((await postSigned(crm.url, batch, { tenant: 'alfa' })).status).toBe(503);
    await takeStep(admin, 'alfa', 'restore');
    await served(crm, 'alfa', 200);
    expect(await sendEvents(crm.url, batch, { tenant: 'alfa' })).toMatchObject([{ fate: 'stored' }]);
  });

  it('changes its workspaces while it is served', async () => {
    const config = registryConfig(mongo.uri);
    const [admin, crm] = [adminOf(config), await started(config)];
    await made(admin, 'alfa');
    await served(crm, 'alfa', 200);
    const secret = `whsec_${randomBytes(32).toString('base64')}`;
    await changeWorkspaces(admin, 'alfa', 'secret', ([one]) => [{ ...one!, secrets: [secret] }]);
    await served(crm, 'alfa', 401);
    expect((await postSigned(crm.url, [message('alfa', 'r', 1)], { tenant: 'alfa', secret })).status).toBe(
      200,
    );
    const kept = JSON.stringify(await admin.registry.list());
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(testSecret);
  });

  it('changes name, time zone, second factor and kept files while it is served, each on its own', async () => {
    const config = registryConfig(mongo.uri);
    const admin = adminOf(config);
    await made(admin, 'alfa');
    const store = await openStore(config, 'crm', { info: () => undefined, error: () => undefined });
    ends.push(() => store.close());
    const tenant = store.tenant('alfa')!;
    const now = () => [tenant.name, tenant.timeZone, tenant.secondFactor, tenant.keepFiles];
    expect(now()).toEqual(['Clínica alfa', 'America/Fortaleza', undefined, undefined]);
    await changeSettings(admin, 'alfa', { secondFactor: 'required' });
    await changeSettings(admin, 'alfa', { keepFiles: true, name: 'Alfa' });
    await eventually(() => now()[3] === true, 3_000);
    expect(now()).toEqual(['Alfa', 'America/Fortaleza', 'required', true]);
    expect(tenant.workspaces).toHaveLength(1);
    await changeSettings(admin, 'alfa', { keepFiles: false, timeZone: 'America/Manaus' });
    await eventually(() => now()[3] === false, 3_000);
    expect(now()).toEqual(['Alfa', 'America/Manaus', 'required', false]);

    const { revision } = await admin.registry.get('alfa');
    await expect(changeSettings(admin, 'alfa', { timeZone: 'Mars/Olympus' })).rejects.toThrow(/time zone/);
    expect((await admin.registry.get('alfa')).revision).toBe(revision);
  });

  it('has a database that no other tenant may have', async () => {
    const admin = adminOf(registryConfig(mongo.uri));
    const database = await made(admin, 'alfa');
    const wanted = { id: 'beta', name: 'Beta', timeZone: 'America/Fortaleza', database };
    await expect(createTenant(admin, wanted)).rejects.toMatchObject({ code: 'tenant-exists' });
    const full = uniqueDatabase();
    await admin.client(undefined).db(full).collection('x').insertOne({});
    await expect(createTenant(admin, { ...wanted, database: full })).rejects.toMatchObject({
      code: 'tenant-exists',
    });
  });

  it('whose master key is not there is told and left out; the others are served', async () => {
    const config = registryConfig(mongo.uri);
    await made(adminOf(config), 'alfa');
    const other = registryConfig(mongo.uri);
    other.registry!.database = config.registry!.database;
    await made(adminOf(other), 'beta');
    const told: object[] = [];
    const log = { info: () => undefined, error: (facts: unknown) => void told.push(facts as object) };
    const store = await openStore(config, 'command', log);
    ends.push(() => store.close());
    expect(store.tenants.map(({ id }) => id)).toEqual(['alfa']);
    expect(told).toEqual([{ tenant: 'beta', reason: 'unknown-master-key' }]);
  });
});

describe('rotating keys', () => {
  it('under traffic of two processes fails nothing, and leaves nothing that needs the old key', async () => {
    const config = registryConfig(mongo.uri);
    const admin = adminOf(config, 10_000);
    const database = await made(admin, 'alfa');
    const [one, two] = [await started(config), await started(config)];
    const [old] = (await admin.registry.get('alfa')).keys;
    let stop = false;
    let sent = 0;
    const traffic = async (crm: RunningCrm, name: string): Promise<void> => {
      for (let room = 0; !stop; room += 1) {
        const batch = [0, 1, 2].map((number) => message('alfa', `${name}-${room}`, number));
        const results = await sendEvents(crm.url, batch, { tenant: 'alfa' });
        expect(results.every(({ fate }) => fate === 'stored')).toBe(true);
        sent += batch.length;
      }
    };
    const running = Promise.all([traffic(one, 'a'), traffic(two, 'b')]);
    await eventually(() => sent > 60, 30_000);
    const before = sent;
    const rotation = await rotateKeys(admin, 'alfa');
    expect(sent).toBeGreaterThan(before);
    stop = true;
    await running;
    expect(rotation.retired).toEqual([old!.id]);

    const db = admin.client(undefined).db(database);
    const rows = await db.collection<DataKeyDocument>('dataKeys').find().toArray();
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(({ wrappedKey }) => !wrappedKey?.startsWith(`v1.${rotation.current}.`))).toEqual([]);
    // A process that starts now, without the old key, reads every word back.
    await rotateKeys(admin, 'alfa', { forget: true });
    const after = await admin.registry.get('alfa');
    expect(after.keys.filter((key) => key.wrapped !== undefined)).toHaveLength(1);
    const store = await openStore(config, 'command', { info: () => undefined, error: () => undefined });
    ends.push(() => store.close());
    const tenant = store.tenant('alfa')!;
    await eventually(async () => (await tenant.messages.countDocuments()) === sent, 30_000);
    const rooms = await tenant.messages.distinct('conversation');
    const messages = await patientReads(tenant).messages(rooms);
    expect(messages).toHaveLength(sent);
    for (const read of messages) expect(read.text).toMatch(/^texto /);
  });

  it('wraps anew the keys of every owner: conversations, patients, sources, staff, the tenant’s own', async () => {
    const config = registryConfig(mongo.uri);
    const admin = adminOf(config);
    const database = await made(admin, 'alfa');
    const quiet = { info: () => undefined, error: () => undefined };
    const before = await openStore(config, 'command', quiet);
    ends.push(() => before.close());
    const tenant = before.tenant('alfa')!;
    const owners: KeyOwner[] = [
      ...(['conversation/r1', 'patient/7K3M9QX2H', 'source/w1/v1'] as const),
      ...(['staff/S1', 'investigation/i1', 'report/p1'] as const),
    ];
    const own = ['tenant/blind-index', 'tenant/audit', 'tenant/checkpoint'] as const;
    const place = (owner: KeyOwner) => ({ owner, collection: 'c', id: owner, field: 'f' });
    const sealed = await Promise.all(
      owners.map(async (owner) => tenant.sealing.seal(place(owner), `of ${owner}`)),
    );
    const secrets = await Promise.all(own.map((owner) => tenant.keyring.secret(owner)));

    const rotation = await rotateKeys(admin, 'alfa', { forget: true });
    const rows = await admin
      .client(undefined)
      .db(database)
      .collection<DataKeyDocument>('dataKeys')
      .find({ wrappedKey: { $exists: true } })
      .toArray();
    expect(rows.map(({ _id }) => _id).sort()).toEqual([...owners, ...own].sort());
    expect(rows.filter(({ wrappedKey }) => !wrappedKey?.startsWith(`v1.${rotation.current}.`))).toEqual([]);
    const store = await openStore(config, 'command', quiet);
    ends.push(() => store.close());
    const after = store.tenant('alfa')!;
    for (const [index, owner] of owners.entries())
      expect(await after.sealing.open(place(owner), sealed[index]!)).toBe(`of ${owner}`);
    for (const [index, owner] of own.entries())
      expect((await after.keyring.secret(owner)).equals(secrets[index]!)).toBe(true);
  });

  /** Lets the command die at its nth step: at a pause, or just before or after a change of the registry. */
  function dying(admin: TenantAdmin, at: number): TenantAdmin {
    let steps = 0;
    const step = (): void => {
      steps += 1;
      if (steps === at) throw new Error('killed');
    };
    return {
      ...admin,
      sleep: async (ms) => {
        step();
        await admin.sleep(ms);
      },
      say: (line) => {
        step();
        admin.say(line);
      },
      registry: {
        ...admin.registry,
        async change(...args) {
          step();
          const done = await admin.registry.change(...args);
          step();
          return done;
        },
        async bury(...args) {
          step();
          await admin.registry.bury(...args);
          step();
        },
      },
    };
  }

  const steps = Array.from({ length: 14 }, (_, index) => index + 1);

  it('killed at any step and run again ends as if it had not been', async () => {
    const config = registryConfig(mongo.uri);
    const admin = adminOf(config);
    const database = await made(admin, 'alfa');
    const store = await openStore(config, 'command', { info: () => undefined, error: () => undefined });
    ends.push(() => store.close());
    const { sealing } = store.tenant('alfa')!;
    const place = { collection: 'messages', id: 'x', field: 'sealedText' };
    const owners = Array.from({ length: 30 }, (_, index) => `conversation/r${index}` as const);
    const sealed = await Promise.all(owners.map((owner) => sealing.seal({ ...place, owner }, owner)));
    let killed = 0;
    for (const at of steps) {
      const failed = await rotateKeys(dying(admin, at), 'alfa').catch((error: Error) => error.message);
      if (failed === 'killed') killed += 1;
      // Not only what was interrupted: whatever is begun is ended, and at most one key is new.
      const document = await admin.registry.get('alfa');
      expect(document.keys.filter((key) => !key.retiredAt).length).toBeLessThanOrEqual(2);
      await rotateKeys(admin, 'alfa');
      const after = await admin.registry.get('alfa');
      expect(after.keys.filter((key) => !key.retiredAt)).toHaveLength(1);
      const rows = await admin
        .client(undefined)
        .db(database)
        .collection<DataKeyDocument>('dataKeys')
        .find()
        .toArray();
      expect(rows.every(({ wrappedKey }) => wrappedKey?.startsWith(`v1.${after.keys[0]!.id}.`))).toBe(true);
    }
    expect(killed).toBeGreaterThan(5);
    await rotateKeys(admin, 'alfa', { forget: true });
    const fresh = await openStore(config, 'command', { info: () => undefined, error: () => undefined });
    ends.push(() => fresh.close());
    for (const [index, owner] of owners.entries())
      expect(await fresh.tenant('alfa')!.sealing.open({ ...place, owner }, sealed[index]!)).toBe(owner);
  });

  it('retires nothing while a data key is wrapped by a key nobody has', async () => {
    const config = registryConfig(mongo.uri);
    const admin = adminOf(config);
    const database = await made(admin, 'alfa');
    await admin
      .client(undefined)
      .db(database)
      .collection<DataKeyDocument>('dataKeys')
      .insertOne({
        ...{ _id: 'conversation/r', keyId: 'x', createdAt: new Date() },
        wrappedKey: `v1.gone.${Buffer.alloc(12).toString('base64url')}.${Buffer.alloc(48).toString('base64url')}`,
      });
    await expect(rotateKeys(admin, 'alfa')).rejects.toMatchObject({ code: 'unknown-key' });
    expect((await admin.registry.get('alfa')).keys.filter((key) => key.retiredAt)).toEqual([]);
  });

  it('of the master key: wrapped anew, and the one before opens nothing more', async () => {
    const config = registryConfig(mongo.uri);
    const admin = adminOf(config);
    await made(admin, 'alfa');
    const crm = await started(config);
    await served(crm, 'alfa', 200);
    const next = { kind: 'local', key: randomBytes(32) } as const;
    const both = { current: next, previous: [config.registry!.masterKey.current] };
    const masterKeys = createMasterKeys(both, (count) => randomBytes(count));
    const turning = { ...admin, masterKeys, opener: createTenantOpener(masterKeys) };
    expect(await rotateMaster(turning)).toEqual({ tenants: 1, keys: 1 });
    await rotateMaster(turning);
    const alone = {
      ...config,
      registry: { ...config.registry!, masterKey: { current: next, previous: [] } },
    };
    const store = await openStore(alone, 'command', { info: () => undefined, error: () => undefined });
    ends.push(() => store.close());
    expect(store.tenant('alfa')?.workspaces[0]?.secrets).toEqual([testSecret]);
    // The service that runs with the old one goes on: it has opened the tenant's key long since.
    expect((await ask(crm, 'alfa')).status).toBe(200);
    await expect(
      createTenantOpener(admin.masterKeys).open(await admin.registry.get('alfa')),
    ).rejects.toMatchObject({
      code: 'unknown-master-key',
    });
  });

  it('deleting, killed at any step and run again, leaves no database, no key, and the id used', async () => {
    const config = registryConfig(mongo.uri);
    const admin = adminOf(config);
    for (const at of steps.slice(0, 9)) {
      const id = `del-${at}`;
      const database = await made(admin, id);
      const failed = await deleteTenant(dying(admin, at), id).catch((error: Error) => error.message);
      if (failed === 'killed') {
        const [row] = await admin.registry.find([id]);
        if (row?.state !== 'deleted') await deleteTenant(admin, id);
      }
      const [row] = await admin.registry.find([id]);
      expect(Object.keys(row!).sort()).toEqual(['_id', 'history', 'revision', 'state']);
      expect(await admin.client(undefined).db(database).listCollections().toArray()).toEqual([]);
      await expect(made(admin, id)).rejects.toMatchObject({ code: 'tenant-exists' });
      await expect(deleteTenant(admin, id)).rejects.toMatchObject({ code: 'unknown-tenant' });
    }
  });

  it('deleting while events flow: nothing comes back', async () => {
    const config = registryConfig(mongo.uri);
    const admin = adminOf(config, 10_000);
    const database = await made(admin, 'alfa');
    const crm = await started(config);
    await served(crm, 'alfa', 200);
    let stop = false;
    const statuses = new Set<number>();
    const traffic = (async () => {
      for (let number = 0; !stop; number += 1)
        statuses.add(
          (await postSigned(crm.url, [message('alfa', `r${number}`, 0)], { tenant: 'alfa' })).status,
        );
    })();
    await deleteTenant(admin, 'alfa');
    stop = true;
    await traffic;
    expect([...statuses].sort()).toEqual([200, 503]);
    const client = new MongoClient(mongo.uri);
    ends.push(() => client.close());
    expect(await client.db(database).listCollections().toArray()).toEqual([]);
  });
});

/** Keys that are rotated while services run, by commands that may die anywhere. */
import { randomBytes } from 'crypto';
import type { RunningCrm } from '../../crm-sync/server';
import type { KeyOwner } from '../../crm-sync/store/data-keys';
import type { DataKeyDocument } from '../../crm-sync/store/documents';
import { createMasterKeys } from '../../crm-sync/tenants/create-master-keys';
import { openStore } from '../../crm-sync/tenants/open-store';
import { finishRotation, rotateKeys, rotateMaster } from '../../crm-sync/tenants/rotate-keys';
import { createTenantOpener } from '../../crm-sync/tenants/tenant-opener';
import { patientReads } from '../../crm-sync/patients/patient-reads';
import { sendEvents, testSecret } from '../support/crm';
import { testMongo, type TestMongo } from '../support/mongo';
import { registryConfig } from '../support/tenant-admin';
import { eventually } from '../support/wait';
import { ask, dying, made, message, served, startedHere, steps } from '../support/registered';

let mongo: TestMongo;
const { ends, endAll, adminOf, started } = startedHere();
beforeAll(async () => {
  mongo = await testMongo();
});
afterEach(endAll);
afterAll(async () => mongo?.stop());

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
    await eventually(() => sent > 60, 60_000);
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
    await finishRotation(admin, 'alfa');
    const after = await admin.registry.get('alfa');
    expect(after.keys.filter((key) => key.wrapped !== undefined)).toHaveLength(1);
    const store = await openStore(config, 'command', { info: () => undefined, error: () => undefined });
    ends.push(() => store.close());
    const tenant = store.tenant('alfa')!;
    await eventually(async () => (await tenant.messages.countDocuments()) === sent, 60_000);
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

    const rotation = await rotateKeys(admin, 'alfa');
    await finishRotation(admin, 'alfa');
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
    await finishRotation(admin, 'alfa');
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

  it('destroys no key until that is asked for, after a rotation has retired one; killed at any step it is run again', async () => {
    const config = registryConfig(mongo.uri);
    const admin = adminOf(config);
    await made(admin, 'alfa');
    const opened = async () => (await admin.registry.get('alfa')).keys.filter((key) => key.wrapped);
    const refused = { code: 'wrong-state', message: expect.stringContaining('without --finish') as string };
    await expect(finishRotation(admin, 'alfa')).rejects.toMatchObject(refused);
    // Announced, and no further.
    await expect(rotateKeys(dying(admin, 3), 'alfa')).rejects.toThrow('killed');
    await expect(finishRotation(admin, 'alfa')).rejects.toMatchObject(refused);
    const { retired, current } = await rotateKeys(admin, 'alfa');
    expect((await opened()).map((key) => key.id)).toEqual([current, ...retired]);
    for (const at of [1, 2, 3]) await finishRotation(dying(admin, at), 'alfa').catch(() => undefined);
    expect((await opened()).map((key) => key.id)).toContain(current);
    await finishRotation(admin, 'alfa').catch(() => undefined);
    expect((await opened()).map((key) => key.id)).toEqual([current]);
    await expect(finishRotation(admin, 'alfa')).rejects.toMatchObject(refused);
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
});

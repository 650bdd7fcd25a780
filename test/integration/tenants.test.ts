/** Tenants of the registry while services run: they come, change, go. */
import { randomBytes } from 'crypto';
import { MongoClient } from 'mongodb';
import { changeSettings } from '../../crm-sync/tenants/change-settings';
import { changeWorkspaces } from '../../crm-sync/tenants/change-workspaces';
import { createTenant } from '../../crm-sync/tenants/create-tenant';
import { deleteTenant } from '../../crm-sync/tenants/delete-tenant';
import { openStore } from '../../crm-sync/tenants/open-store';
import { takeStep } from '../../crm-sync/tenants/tenant-admin';
import { postSigned, sendEvents, testSecret } from '../support/crm';
import { testMongo, uniqueDatabase, type TestMongo } from '../support/mongo';
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

describe('deleting a tenant', () => {
  it('killed at any step and run again, leaves no database, no key, and the id used', async () => {
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

  it('while events flow: nothing comes back', async () => {
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

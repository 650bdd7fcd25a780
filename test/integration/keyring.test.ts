/** The tenant's own secrets on a real server. */
import { connectStore } from '../../crm-sync/store/connect';
import type { Store } from '../../crm-sync/store/tenant';
import { testConfig, testTenant } from '../support/crm';
import { testMongo, type TestMongo } from '../support/mongo';

jest.setTimeout(60_000);

let mongo: TestMongo;
const stores: Store[] = [];
beforeAll(async () => {
  mongo = await testMongo();
});
afterAll(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await mongo?.stop();
});

describe('the tenant’s own secrets', () => {
  it('are the same in every process, whoever asks first; differ by purpose and tenant; are kept wrapped', async () => {
    const config = testConfig(mongo.uri, [testTenant('t1'), testTenant('t2')]);
    for (let count = 0; count < 3; count += 1) stores.push(await connectStore(config));
    const asked = await Promise.all(
      stores.flatMap(({ tenant }) => [
        tenant('t1')!.keyring.secret('tenant/audit'),
        tenant('t1')!.keyring.secret('tenant/audit'),
      ]),
    );
    const [first] = asked;
    expect(first).toHaveLength(32);
    expect(asked.every((secret) => secret.equals(first!))).toBe(true);
    const others = await Promise.all([
      stores[0]!.tenant('t1')!.keyring.secret('tenant/blind-index'),
      stores[0]!.tenant('t1')!.keyring.secret('tenant/checkpoint'),
      stores[0]!.tenant('t2')!.keyring.secret('tenant/audit'),
    ]);
    expect(new Set([first!, ...others].map((secret) => secret.toString('hex'))).size).toBe(4);
    const rows = await stores[0]!.tenant('t1')!.dataKeys.find().toArray();
    expect(rows.map((row) => row._id).sort()).toEqual([
      'tenant/audit',
      'tenant/blind-index',
      'tenant/checkpoint',
    ]);
    expect(JSON.stringify(rows)).not.toContain(first!.toString('base64url'));
  });

  it('a destroyed data key never comes back', async () => {
    const store = await connectStore(testConfig(mongo.uri));
    stores.push(store);
    const { sealing, dataKeys } = store.tenant('t1')!;
    const place = { owner: 'conversation/r', collection: 'events', id: 'x', field: 'sealedData' } as const;
    await dataKeys.insertOne({
      ...{ _id: 'conversation/r', keyId: 'gone' },
      ...{ createdAt: new Date(), destroyedAt: new Date() },
    });
    await expect(sealing.seal(place, 'text')).rejects.toMatchObject({ code: 'destroyed' });
  });
});

/** The tenant's own secrets on a real server. */
import { randomBytes } from 'crypto';
import { connectStore } from '../../crm-sync/store/connect';
import type { Store } from '../../crm-sync/store/tenant';
import { testConfig, testTenant } from '../support/crm';
import { testMongo, type TestMongo } from '../support/mongo';

let mongo: TestMongo;
const stores: Store[] = [];
async function connected(config: ReturnType<typeof testConfig>): Promise<Store> {
  const store = await connectStore(config);
  stores.push(store);
  return store;
}
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

  it.each(['k1', 'k2'])(
    'a service with another sealing key does not start: what it took nobody else could open (%s)',
    async (id) => {
      const tenant = testTenant('t1');
      const config = testConfig(mongo.uri, [tenant]);
      const { dataKeys } = (await connected(config)).tenant('t1')!;
      const rows = () => dataKeys.find().sort({ _id: 1 }).toArray();
      const before = await rows();
      const wrong = { ...tenant, sealingKeys: [{ id, key: randomBytes(32) }] };
      await expect(connectStore({ ...config, tenants: [wrong] })).rejects.toThrow(
        'tenant t1: its sealing keys do not open what its database holds',
      );
      expect(await rows()).toEqual(before);
      // A new key in front of the old one is no other key.
      const both = { ...tenant, sealingKeys: [...wrong.sealingKeys, ...tenant.sealingKeys] };
      if (id === 'k2') await connected({ ...config, tenants: [both] });
    },
  );

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

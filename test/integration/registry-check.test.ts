import { randomBytes } from 'crypto';
import { registryFinding } from '../../cli/doctoring/registry-check';
import { createTenant } from '../../crm-sync/tenants/create-tenant';
import { testMongo, uniqueDatabase, type TestMongo } from '../support/mongo';
import { registryConfig, testAdmin } from '../support/tenant-admin';

let mongo: TestMongo;
beforeAll(async () => {
  mongo = await testMongo();
});
afterAll(async () => mongo?.stop());

it('looks whether the master key opens every tenant of the registry', async () => {
  const masterKey = randomBytes(32);
  const config = registryConfig(mongo.uri, masterKey);
  const admin = testAdmin(config);
  await createTenant(admin, {
    id: 'alfa',
    name: 'Alfa',
    timeZone: 'America/Fortaleza',
    database: uniqueDatabase(),
  });
  await admin.stop();
  const env = (key: Buffer) => ({
    MONGODB_URI: mongo.uri,
    ACOLHE_SESSION_KEY: Buffer.alloc(32).toString('base64'),
    ACOLHE_CONTROL_DATABASE: config.registry!.database,
    ACOLHE_MASTER_KEY: key.toString('base64'),
  });
  expect(await registryFinding(env(masterKey))).toMatchObject({
    status: 'ok',
    seen: expect.stringMatching(/^1 tenants/) as string,
  });
  expect(await registryFinding(env(randomBytes(32)))).toMatchObject({
    status: 'fail',
    seen: 'cannot be opened: alfa (unknown-master-key)',
  });
  expect(await registryFinding({ ACOLHE_MASTER_KEY: 'x' })).toMatchObject({ status: 'fail' });
  expect(await registryFinding({})).toMatchObject({ status: 'ok' });
});

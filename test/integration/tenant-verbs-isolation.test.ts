/** Every verb of `acolhe tenant …` about one tenant, beside another: of the other nothing shows and nothing changes. */
import { createHash, randomBytes } from 'crypto';
import { BSON } from 'mongodb';
import { accessShelves } from '../../crm-sync/access/mongo-shelves';
import { addStaff } from '../../crm-sync/access/staff';
import { changeWorkspaces } from '../../crm-sync/tenants/change-workspaces';
import { createTenant } from '../../crm-sync/tenants/create-tenant';
import { openStore } from '../../crm-sync/tenants/open-store';
import { readSecret } from '../../cli/secret-input';
import { settleMs } from '../../crm-sync/tenants/tenant-admin';
import { commandsOf, runCommand, wholeProgram } from '../support/commands';
import { testMongo, uniqueDatabase, type TestMongo } from '../support/mongo';
import { registryConfig, testAdmin, type TestAdmin } from '../support/tenant-admin';
import { visit } from '../support/visitors';
jest.mock('../../cli/secret-input', () => ({ readSecret: jest.fn() }));

const environment = { ...process.env };
const ofBeta = {
  ...{ name: 'Unidade Beta', url: 'https://chat-beta.example', appId: 'app-of-beta' },
  ...{ secret: `whsec_${randomBytes(32).toString('base64')}`, webhookToken: 'webhook-token-of-beta' },
  ...{ email: 'bia@beta.example', patient: 'Beatriz do Sigilo' },
};
let mongo: TestMongo;
let admin: TestAdmin;
let databaseOfBeta: string;

beforeAll(async () => {
  mongo = await testMongo();
  const masterKey = randomBytes(32);
  const config = registryConfig(mongo.uri, masterKey);
  admin = testAdmin(config);
  databaseOfBeta = uniqueDatabase();
  for (const [id, name, database] of [
    ['alfa', 'Unidade Alfa', uniqueDatabase()],
    ['beta', ofBeta.name, databaseOfBeta],
  ] as const)
    await createTenant(admin, { id, name, timeZone: 'America/Fortaleza', database });
  const { url, appId, secret, webhookToken } = ofBeta;
  await changeWorkspaces(admin, 'beta', 'workspace-add', () => [
    { ...{ id: 'main', url, appId, webhookToken }, secrets: [secret] },
    { ...{ id: 'only-beta', url, appId, webhookToken }, secrets: [secret] },
  ]);
  const store = await openStore(config, 'command', { info: () => undefined, error: () => undefined });
  const beta = store.tenant('beta')!;
  await addStaff(
    accessShelves(beta),
    { ...{ email: ofBeta.email, name: 'Bia', role: 'manager' }, password: 'Chuva-Mansa-77-noite' },
    { by: 'command', now: new Date() },
  );
  await visit(beta, 'v1', { name: ofBeta.patient });
  await store.close();
  Object.assign(process.env, {
    ...{ MONGODB_URI: mongo.uri, ACOLHE_SESSION_KEY: config.sessionKey.toString('base64') },
    ACOLHE_MASTER_KEY: masterKey.toString('base64'),
    ACOLHE_CONTROL_DATABASE: config.registry!.database,
  });
  delete process.env['ACOLHE_TENANTS'];
});
afterAll(async () => {
  process.env = environment;
  process.exitCode = undefined;
  await admin?.stop();
  await mongo?.stop();
});

/** Beta's row of the registry and every document of its database. */
async function snapshot(): Promise<Record<string, unknown>> {
  const digest = (document: object) => createHash('sha256').update(BSON.serialize(document)).digest('base64');
  const all: Record<string, unknown> = { registry: await admin.registry.get('beta') };
  for (const collection of await admin.client(undefined).db(databaseOfBeta).collections())
    all[collection.collectionName] = (await collection.find().toArray()).map(digest).sort();
  return all;
}

interface Case {
  /** One after another, each about alfa or tried with what is beta's. */
  runs: string[][];
  input?: string;
  /** That it did its work on alfa, and no more than that. */
  says: RegExp;
}

const alfa = ['--id', 'alfa'];
const main = [...alfa, '--workspace', 'main'];
/** A workspace that only beta has. */
const foreign = [...alfa, '--workspace', 'only-beta'];
const address = ['--url', 'https://chat-alfa.example'];
/** In this order: each needs what those before it left. */
const cases: Record<string, Case> = {
  'tenant workspace add': {
    runs: [[...main, ...address, '--settings-stdin']],
    input: JSON.stringify({ webhookToken: 'webhook-token-of-alfa' }),
    says: /whsec_/,
  },
  'tenant workspace set': {
    runs: [
      [...main, '--app-id', 'app-of-alfa'],
      [...foreign, ...address],
    ],
    says: /there is no workspace only-beta/,
  },
  'tenant workspace list': { runs: [alfa, [...alfa, '--json']], says: /chat-alfa\.example/ },
  'tenant workspace rotate-secret': {
    runs: [main, [...main, '--finish'], foreign, [...foreign, '--finish']],
    says: /there is no workspace only-beta/,
  },
  'tenant workspace remove': { runs: [foreign, main], says: /there is no workspace only-beta/ },
  'tenant set': {
    runs: [[...alfa, '--name', 'Unidade Alfa Nova', '--second-factor', 'required', '--keep-files', 'on']],
    says: /alfa/,
  },
  'tenant rotate-keys': { runs: [alfa, [...alfa, '--finish']], says: /destroyed/ },
  'tenant archive': { runs: [alfa], says: /alfa is archived/ },
  'tenant restore': { runs: [alfa], says: /alfa is served again/ },
  'tenant create': {
    runs: [
      ['--id', 'beta', '--name', 'Outra', '--database', 'acolhe_other'],
      ['--id', 'gama', '--name', 'Gama', '--database', '{database of beta}'],
    ],
    says: /or was, a tenant beta[^]*database \S+ belongs to another tenant/,
  },
  'tenant delete': {
    runs: [
      [...alfa, '--yes-delete', 'beta'],
      ['--id', 'beta', '--yes-delete', 'alfa'],
      [...alfa, '--yes-delete', 'alfa'],
    ],
    says: /confirm with --yes-delete beta[^]*alfa is deleted/,
  },
};

/** Of all tenants by their nature: what they tell of each is for who operates the service. */
const ofAll = ['tenant list', 'tenant rotate-master'];

it('every verb is tried here, in an order that works, or is of all tenants', () => {
  const verbs = commandsOf(wholeProgram()).filter((one) => one.startsWith('tenant '));
  expect([...Object.keys(cases), ...ofAll].sort()).toEqual(verbs.sort());
  expect(settleMs).toBeLessThan(10_000);
});

it.each(Object.keys(cases))('%s shows nothing of another tenant and changes nothing of it', async (name) => {
  const { runs, input = '{}', says } = cases[name]!;
  jest.mocked(readSecret).mockResolvedValue(input);
  const before = await snapshot();
  let printed = '';
  for (const run of runs) {
    const args = run.map((word) => word.replace('{database of beta}', databaseOfBeta));
    printed += `${await runCommand([...name.split(' '), ...args])}\n`;
  }
  expect(printed).toMatch(says);
  for (const [what, value] of Object.entries(ofBeta))
    expect([what, printed.includes(value)]).toEqual([what, false]);
  expect(await snapshot()).toEqual(before);
});

it.each(ofAll)('%s tells no secret of any, and changes nothing of their data', async (name) => {
  const { registry: _row, ...before } = await snapshot();
  const printed = await runCommand(name.split(' '));
  const { name: _name, ...secrets } = ofBeta;
  for (const [what, value] of Object.entries(secrets))
    expect([what, printed.includes(value)]).toEqual([what, false]);
  const { registry: _now, ...after } = await snapshot();
  // That the master key was changed is an entry of each tenant's own log, with the log's key, made at first use.
  for (const log of ['audit', 'auditWriters', 'dataKeys']) [before[log], after[log]] = [undefined, undefined];
  expect(after).toEqual(before);
});

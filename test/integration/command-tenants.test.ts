/** Every command that asks for a tenant knows those of the configuration and those of the registry. */
import { randomBytes } from 'crypto';
import { mintPatientId } from '../../contract/patient-id';
import { accessShelves } from '../../crm-sync/access/mongo-shelves';
import { addStaff } from '../../crm-sync/access/staff';
import { createTenant } from '../../crm-sync/tenants/create-tenant';
import { openStore } from '../../crm-sync/tenants/open-store';
import { takeStep } from '../../crm-sync/tenants/tenant-admin';
import { commandsWith, runCommand, wholeProgram } from '../support/commands';
import { testConfig, testTenant } from '../support/crm';
import { testMongo, uniqueDatabase, type TestMongo } from '../support/mongo';
import { testAdmin } from '../support/tenant-admin';

jest.mock('../../cli/secret-input', () => ({ readSecret: () => Promise.resolve('curta') }));

const environment = { ...process.env };
let mongo: TestMongo;

beforeAll(async () => {
  mongo = await testMongo();
  const masterKey = randomBytes(32);
  const fixed = testTenant('fixo');
  const config = {
    ...testConfig(mongo.uri, [fixed]),
    registry: {
      database: `${uniqueDatabase()}_control`,
      masterKey: { current: { kind: 'local' as const, key: masterKey }, previous: [] },
    },
  };
  const admin = testAdmin(config);
  for (const id of ['novo', 'guardado'])
    await createTenant(admin, {
      ...{ id, name: `Unidade ${id}`, timeZone: 'America/Fortaleza', database: uniqueDatabase() },
    });
  await takeStep(admin, 'guardado', 'archive');
  await admin.stop();
  const store = await openStore(config, 'command', { info: () => undefined, error: () => undefined });
  for (const tenant of store.tenants)
    await addStaff(
      accessShelves(tenant),
      { ...{ email: 'ana@example.org', name: 'Ana', role: 'manager' }, password: 'Chuva-Mansa-77-noite' },
      { by: 'command', now: new Date() },
    );
  await store.close();
  const { sealingKeys, ...rest } = fixed;
  const plain = sealingKeys.map(({ id, key }) => ({ id, key: key.toString('base64') }));
  Object.assign(process.env, {
    ...{ MONGODB_URI: mongo.uri, ACOLHE_TENANTS: JSON.stringify([{ ...rest, sealingKeys: plain }]) },
    ACOLHE_SESSION_KEY: config.sessionKey.toString('base64'),
    ACOLHE_MASTER_KEY: masterKey.toString('base64'),
    ACOLHE_CONTROL_DATABASE: config.registry.database,
  });
});
afterAll(async () => {
  process.env = environment;
  process.exitCode = undefined;
  await mongo?.stop();
});

/** What each prints about a tenant that it knows; `%` is the tenant's id. */
const cases: Record<string, { args?: string[]; says: RegExp }> = {
  'events rebuild': { says: /^%: 0 streams made anew/m },
  'events poisoned': { says: /^Nothing is set aside/m },
  'events retry': { args: ['--all'], says: /^0 will be tried again/m },
  'audit verify': { says: /^%/m },
  'audit list': { says: /audit\.read/ },
  'audit export': { says: /"audit\.export"/ },
  'audit checkpoint': { says: /^%: checkpoint/m },
  'audit key': { says: /^% {2}\S{40,}/m },
  'patient erase': {
    args: ['--id', mintPatientId(() => randomBytes(5)), '--yes'],
    says: /no patient has the ID/,
  },
  'protocol decisions': { args: ['--from', '2026-05-01', '--to', '2026-05-02'], says: /^0 decisions of %/m },
  'protocol replay': {
    args: ['--from', '2026-05-01', '--to', '2026-05-02'],
    says: /^Made again: 0 decisions/m,
  },
  'user add': {
    args: ['--email', 'rui@example.org', '--name', 'Rui Sá', '--role', 'administrator', '--password-stdin'],
    says: /the password needs at least/,
  },
  'user reset-second-factor': { args: ['--email', 'ana@example.org'], says: /signs in to % with/ },
  reconcile: { says: /no such workspace/ },
  'calendar import': {
    args: ['docs/examples/calendars.csv'],
    says: /^2 professionals can be read: 2 new, 0 changed/m,
  },
};

/** Said to a workspace, or of a program that is no service of its own: setup tells the app its tenant. */
const tellsOnly = ['setup'];

describe('every command with --tenant', () => {
  it('is one of those tried here', () => {
    const asking = commandsWith(wholeProgram(), '--tenant').filter((name) => !tellsOnly.includes(name));
    expect(asking.sort()).toEqual(Object.keys(cases).sort());
  });

  describe.each(Object.keys(cases))('%s', (name) => {
    const { args = [], says } = cases[name]!;
    it.each(['fixo', 'novo'])('knows the tenant %s', async (id) => {
      const printed = await runCommand([...name.split(' '), '--tenant', id, ...args]);
      expect(printed).toMatch(new RegExp(says.source.replace('%', id), says.flags));
      expect(printed).not.toContain('no tenant');
    });
    it('tells of a tenant that is archived, and of one there never was', async () => {
      const archived = await runCommand([...name.split(' '), '--tenant', 'guardado', ...args]);
      const nowhere = await runCommand([...name.split(' '), '--tenant', 'nenhum', ...args]);
      expect(archived).toContain('npx acolhe tenant restore --id guardado');
      expect(nowhere).toContain('no tenant nenhum is served');
    });
  });

  it('says of a tenant whose keys do not open what is wrong, and does not pass over it in silence', async () => {
    const right = process.env['ACOLHE_MASTER_KEY'];
    process.env['ACOLHE_MASTER_KEY'] = randomBytes(32).toString('base64');
    try {
      const named = await runCommand(['audit', 'key', '--tenant', 'novo']);
      expect(named).toContain('novo: a tenant of the registry cannot be read: unknown-master-key');
      expect(named).toContain('novo is in the registry, and cannot be opened');
      const all = await runCommand(['audit', 'verify']);
      expect(all).toMatch(/^fixo/m);
      expect(all).toContain('left out: novo');
      expect(await runCommand(['audit', 'key', '--tenant', 'fixo'])).not.toContain('novo');
    } finally {
      process.env['ACOLHE_MASTER_KEY'] = right;
    }
  });

  it('works on all of both when none is named', async () => {
    const printed = await runCommand(['audit', 'key', '--json']);
    expect(printed).toContain('"tenant":"fixo"');
    expect(printed).toContain('"tenant":"novo"');
    expect(printed).not.toContain('guardado');
  });
});

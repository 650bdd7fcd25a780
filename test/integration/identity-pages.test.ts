import { spawn } from 'child_process';
import { join } from 'path';
import { text } from 'stream/consumers';
import { accessShelves } from '../../crm-sync/access/mongo-shelves';
import { addStaff } from '../../crm-sync/access/staff';
import type { RunningCrm } from '../../crm-sync/server';
import { countStreams } from '../../crm-sync/store/streams';
import type { Tenant } from '../../crm-sync/store/tenant';
import { startTestCrm, testConfig } from '../support/crm';
import { testMongo, type TestMongo } from '../support/mongo';
import { freshCpf } from '../support/people';
import { visit } from '../support/visitors';
import { eventually } from '../support/wait';

const password = 'Chuva-Mansa-77';
let mongo: TestMongo;
let config: ReturnType<typeof testConfig>;
let crm: RunningCrm;
let tenant: Tenant;
const cpf = freshCpf();
let ana: string;
let again: string;
let rui: string;

class Browser {
  readonly cookies = new Map<string, string>();

  async send(path: string, form?: Record<string, string>) {
    const answer = await fetch(crm.url + path, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: {
        accept: 'text/html',
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    return {
      status: answer.status,
      to: answer.headers.get('location') ?? undefined,
      body: await answer.text(),
    };
  }

  async submit(page: string, action: string, form: Record<string, string>) {
    const token = /name="_csrf" value="([^"]+)"/.exec((await this.send(page)).body)?.[1] ?? '';
    return this.send(action, { _csrf: token, ...form });
  }

  find(term: string, more: Record<string, string> = {}) {
    return this.submit('/patients', '/patients/search', { term, ...more });
  }
}

async function signedIn(role: 'attendant' | 'manager' | 'administrator'): Promise<Browser> {
  const browser = new Browser();
  const { status } = await browser.submit('/sign-in', '/sign-in', { email: `${role}@example.org`, password });
  expect(status).toBe(303);
  return browser;
}

async function quiet(): Promise<void> {
  await eventually(
    async () => (await countStreams(tenant, 'dirty')) + (await countStreams(tenant, 'claimed')) === 0,
    60_000,
  );
}

beforeAll(async () => {
  mongo = await testMongo();
  config = testConfig(mongo.uri);
  crm = await startTestCrm(config);
  tenant = crm.store.tenant('t1')!;
  for (const role of ['attendant', 'manager', 'administrator'] as const) {
    const person = { email: `${role}@example.org`, name: `Pessoa ${role}`, role, password };
    expect(await addStaff(accessShelves(tenant), person, { by: 'command', now: new Date() })).toMatchObject({
      ok: true,
    });
  }
  ana = await visit(tenant, 'v1', { name: 'Ana Luíza Souza', cpf, phones: ['(85) 98765-4321'] });
  again = await visit(tenant, 'v2', { name: 'Ana Souza', cpf });
  rui = await visit(tenant, 'v3', { name: 'Rui Barros' });
  await quiet();
});
afterAll(async () => {
  await crm?.stop();
  await mongo?.stop();
});

describe('an attendant', () => {
  it('finds a person by anything, and what was typed reaches no address', async () => {
    const browser = await signedIn('attendant');
    for (const term of [cpf, '85 98765-4321']) {
      const { status, to } = await browser.find(term);
      expect([status, [`/patients/${ana}`, `/patients/${again}`].includes(to ?? '')]).toEqual([303, true]);
      expect(to).not.toContain(term);
    }
    const byName = await browser.find('ana sousa');
    expect(byName.status).toBe(200);
    expect(byName.body).toContain('1 pessoa encontrada');
    expect(byName.body).toContain('som parecido');
    expect(byName.body).not.toContain('Rui Barros');
    expect((await browser.find('Ninguém Assim')).body).toContain('Ninguém encontrado');
    expect((await browser.find('111.444.777-36')).status).toBe(400);
  });

  it('reads one timeline over all IDs of the person, says where each field is from, notes and corrects', async () => {
    const browser = await signedIn('attendant');
    const page = (await browser.send(`/patients/${ana}`)).body;
    for (const shown of [
      'palavras de v1',
      'palavras de v2',
      again,
      'informado em WhatsApp',
      '(85) 98765-4321',
    ])
      expect(page).toContain(shown);
    const act = (kind: string, form: Record<string, string>) =>
      browser.submit(`/patients/${ana}`, `/patients/${ana}/${kind}`, form);
    expect(await act('note', { text: 'prefere <b>tarde</b>' })).toMatchObject({
      status: 303,
      to: `/patients/${ana}?done=noted`,
    });
    expect(await act('correct', { cpf: '123', was_cpf: '' })).toMatchObject({ status: 400 });
    expect((await act('correct', { cpf: '123', was_cpf: '' })).body).toContain('Este CPF não confere.');
    expect(await act('correct', { name: 'Ana Luíza de Souza', was_name: 'Ana' })).toMatchObject({
      status: 303,
    });
    const after = (await browser.send(`/patients/${again}`)).body;
    expect(after).toContain('prefere &lt;b>tarde&lt;/b>');
    expect(after).toContain('corrigido por Pessoa attendant');
    expect(after).toContain('<h1>Ana Luíza de Souza</h1>');
  });

  it('neither links nor erases', async () => {
    const browser = await signedIn('attendant');
    expect((await browser.send(`/patients/${ana}`)).body).not.toContain('act-link');
    for (const path of [`/patients/${ana}/link`, `/patients/${ana}/separate`, '/erase'])
      expect((await browser.submit('/patients', path, { other: rui, reason: 'x' })).status).toBe(403);
  });
});

it('a manager links and takes it back; both stay told', async () => {
  const browser = await signedIn('manager');
  const page = `/patients/${rui}`;
  expect((await browser.submit(page, `${page}/link`, { other: 'nonsense', reason: 'x' })).body).toContain(
    'Isto não é um número de paciente',
  );
  expect((await browser.submit(page, `${page}/link`, { other: again, reason: '' })).body).toContain(
    'Escreva o motivo.',
  );
  expect(
    await browser.submit(page, `${page}/link`, { other: again, reason: 'disse que é ela' }),
  ).toMatchObject({ status: 303, to: `${page}?done=linked` });
  expect((await browser.send(page)).body).toContain('palavras de v1');
  expect((await browser.submit(page, `${page}/link`, { other: again, reason: 'x' })).body).toContain(
    'Estes números já são da mesma pessoa.',
  );
  expect(
    await browser.submit(page, `${page}/separate`, { patient: rui, other: again, reason: 'era engano' }),
  ).toMatchObject({ status: 303 });
  const after = (await browser.send(page)).body;
  expect(after).not.toContain('palavras de v1');
  for (const told of ['disse que é ela', 'era engano', 'Pessoa manager']) expect(after).toContain(told);
  const audited = await tenant.db
    .collection('audit')
    .find({ action: 'patients.link', target: `patient/${rui}` })
    .toArray();
  expect(audited.length).toBeGreaterThanOrEqual(2);
});

it('a link by a typed CPF is told at the head of the page; a manager confirms it', async () => {
  const warning = 'alguém digitou o mesmo CPF ou CNS';
  const attendant = await signedIn('attendant');
  for (const id of [ana, again]) expect((await attendant.send(`/patients/${id}`)).body).toContain(warning);
  const administrator = await signedIn('administrator');
  const refused = await administrator.submit('/erase', '/erase', { patientId: ana, again: ana });
  expect([refused.status, refused.body.includes(again)]).toEqual([400, true]);
  expect(refused.body).toContain('name="evenTyped"');
  expect(refused.body).not.toMatch(/Ana|Souza/);
  const manager = await signedIn('manager');
  const page = `/patients/${ana}`;
  expect((await manager.send(page)).body).toContain(`action="${page}/link"`);
});

describe('erasing', () => {
  async function run(...args: string[]) {
    const tenants = config.tenants.map(({ sealingKeys, ...one }) => ({
      ...one,
      sealingKeys: sealingKeys.map(({ id, key }) => ({ id, key: key.toString('base64') })),
    }));
    const env = {
      ...process.env,
      MONGODB_URI: config.mongodbUri,
      ACOLHE_TENANTS: JSON.stringify(tenants),
      ACOLHE_SESSION_KEY: config.sessionKey.toString('base64'),
    };
    const child = spawn(
      process.execPath,
      [join(__dirname, '../../cli/acolhe.mjs'), 'patient', 'erase', ...args],
      { env },
    );
    const code = new Promise<number | null>((resolve) => child.on('close', resolve));
    const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { code: await code, out, error };
  }

  it('by command: asks first, changes nothing without --yes, then nothing is left', async () => {
    expect((await run('--id', 'nonsense')).code).toBe(2);
    const asked = await run('--tenant', 't1', '--id', ana);
    expect([asked.code, asked.error.includes(ana) && asked.error.includes(again)]).toEqual([2, true]);
    expect(await tenant.events.countDocuments({ type: 'acolhe.patient.erased.v1' })).toBe(0);
    const typed = await run('--tenant', 't1', '--id', ana, '--yes');
    expect([typed.code, typed.error.includes(again)]).toEqual([1, true]);
    expect(await tenant.events.countDocuments({ type: 'acolhe.patient.erased.v1' })).toBe(0);
    const done = await run('--tenant', 't1', '--id', ana.toLowerCase(), '--yes', '--even-typed', '--json');
    expect([done.code, JSON.parse(done.out)]).toEqual([
      0,
      { tenant: 't1', patients: [ana, again].sort(), conversations: 2 },
    ]);
    expect(await tenant.patients.countDocuments({ erasedAt: { $exists: true } })).toBe(2);
    const browser = await signedIn('attendant');
    expect((await browser.find('Ana Souza')).body).toContain('Ninguém encontrado');
    const page = (await browser.send(`/patients/${again}`)).body;
    expect(page).toContain('foram apagados');
    expect(page).not.toContain('act-note');
    expect((await browser.submit('/patients', `/patients/${ana}/note`, { text: 'x' })).status).toBe(400);
  });

  it('by an administrator who sees no record: the ID twice', async () => {
    const browser = await signedIn('administrator');
    expect((await browser.send(`/patients/${rui}`)).status).toBe(403);
    expect((await browser.submit('/erase', '/erase', { patientId: rui, again: ana })).body).toContain(
      'Os dois números diferem.',
    );
    const done = await browser.submit('/erase', '/erase', { patientId: rui, again: rui });
    expect([done.status, done.body.includes('Apagado: 1 números.')]).toEqual([200, true]);
    expect(done.body).not.toContain('Rui');
    const entry = { action: 'patients.erase', target: `patient/${rui}` };
    expect(await tenant.db.collection('audit').countDocuments(entry)).toBeGreaterThan(0);
  });
});

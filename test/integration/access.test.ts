import { spawn } from 'child_process';
import { text } from 'stream/consumers';
import { join } from 'path';
import { mintPatientId } from '../../contract/patient-id';
import { auditReads } from '../../crm-sync/audit/audit-reads';
import { accessShelves } from '../../crm-sync/access/mongo-shelves';
import { accountPolicy } from '../../crm-sync/access/delay';
import { addStaff, changeRole, disableStaff } from '../../crm-sync/access/staff';
import type { RunningCrm } from '../../crm-sync/server';
import type { Tenant } from '../../crm-sync/store/tenant';
import { eventually, sendEvents, startTestCrm, testConfig, testEvent, testTenant } from '../support/crm';
import { testMongo, type TestMongo } from '../support/mongo';

const password = 'Chuva-Mansa-77';
const patientId = mintPatientId(() => Buffer.from([7, 7, 7, 7, 8]));
let mongo: TestMongo;
let crm: RunningCrm;
let other: RunningCrm;
let config: ReturnType<typeof testConfig>;
let t1: Tenant;

class Browser {
  readonly cookies = new Map<string, string>();
  constructor(private readonly url = crm.url) {}

  async send(path: string, form?: Record<string, string>, signal?: AbortSignal): Promise<Response> {
    const answer = await fetch(this.url + path, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: {
        accept: 'text/html',
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      ...(form ? { body: new URLSearchParams(form) } : {}),
      ...(signal ? { signal } : {}),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    return answer;
  }

  async page(path: string): Promise<string> {
    return (await this.send(path)).text();
  }

  async submit(page: string, action: string, form: Record<string, string>): Promise<Response> {
    const token = /name="_csrf" value="([^"]+)"/.exec(await this.page(page))?.[1] ?? '';
    return this.send(action, { _csrf: token, ...form });
  }

  signIn(email: string, tenant = 't1', secret = password): Promise<Response> {
    return this.submit('/sign-in', '/sign-in', { tenant, email, password: secret });
  }

  /** Opens a live stream. @returns what it said so far, and its end */
  async stream(path: string): Promise<{ said: () => string; ended: Promise<void>; close: () => void }> {
    const abort = new AbortController();
    const answer = await this.send(path, undefined, abort.signal);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
    let heard = '';
    const ended = (async () => {
      const decoder = new TextDecoder();
      for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>)
        heard += decoder.decode(part);
    })().catch(() => undefined);
    return { said: () => heard, ended, close: () => abort.abort() };
  }
}

const hire = (email: string, role: string, tenant = t1) =>
  addStaff(
    accessShelves(tenant),
    { email, name: `Pessoa ${role}`, role, password },
    { by: 'command', now: new Date() },
  );

beforeAll(async () => {
  mongo = await testMongo();
  config = testConfig(mongo.uri, [testTenant('t1'), testTenant('t2'), testTenant('t3')]);
  crm = await startTestCrm(config);
  other = await startTestCrm(config);
  t1 = crm.store.tenant('t1')!;
  for (const role of ['attendant', 'manager', 'administrator']) await hire(`${role}@example.org`, role);
});
afterAll(async () => {
  await Promise.all([crm?.stop(), other?.stop()]);
  await mongo?.stop();
});

async function signedIn(role: string, url = crm.url): Promise<Browser> {
  const browser = new Browser(url);
  expect((await browser.signIn(`${role}@example.org`)).status).toBe(303);
  return browser;
}

const startMs = Date.now() - 60_000;
const say = (n: number, from = 'patient') =>
  testEvent(
    'acolhe.message.recorded.v1',
    { messageId: `m${n}`, from, text: `mensagem-${n}.`, via: 'text' },
    { subject: 'room', id: `e${n}`, timeMs: startMs + n * 1_000 },
  );

describe('sign-in on a real database', () => {
  it('keeps the session’s hash, not its token, and works in another process too', async () => {
    const browser = await signedIn('manager');
    const cookie = browser.cookies.get('acolhe_session')!;
    const kept = JSON.stringify(await t1.sessions.find().toArray());
    expect(kept).not.toContain(cookie.split('.')[1]);
    const elsewhere = new Browser(other.url);
    elsewhere.cookies.set('acolhe_session', cookie);
    expect(await elsewhere.page('/queue')).toContain('Pessoa manager');
  });

  it('makes guessing wait after three failures, at every process together', async () => {
    const guesses = await Promise.all(
      Array.from({ length: accountPolicy.waitFrom + 4 }, (_, index) =>
        new Browser(index % 2 ? crm.url : other.url).signIn(
          'victim@example.org',
          't1',
          `guess number ${index}`,
        ),
      ),
    );
    const refused = guesses.filter((answer) => answer.status === 429);
    // One more may get through when hashing the first three took longer than the first second of waiting.
    expect([3, 4]).toContain(refused.length);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused[0]?.text()).toMatch(/Tente de novo em \d+ s/);
  });

  it('of one tenant opens nothing in another', async () => {
    await hire('manager2@example.org', 'manager', crm.store.tenant('t2'));
    expect((await new Browser().signIn('manager2@example.org', 't1')).status).toBe(401);
    const browser = await signedIn('manager');
    const token = browser.cookies.get('acolhe_session')!.split('.')[1];
    browser.cookies.set('acolhe_session', `t2.${token}`);
    expect((await browser.send('/queue')).status).toBe(303);
  });
});

describe('staff on a real database', () => {
  it('adds an e-mail once, however many try at the same time', async () => {
    const results = await Promise.all(Array.from({ length: 4 }, () => hire('same@example.org', 'attendant')));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  it('keeps an administrator when two remove each other', async () => {
    const t2 = crm.store.tenant('t2')!;
    const shelves = accessShelves(t2);
    for (const email of ['a@example.org', 'b@example.org']) await hire(email, 'administrator', t2);
    await Promise.all([
      disableStaff(shelves, 'a@example.org', new Date()),
      changeRole(shelves, 'b@example.org', 'manager'),
    ]);
    expect(await shelves.staff.countActiveAdministrators()).toBeGreaterThan(0);
  });

  it('ends a disabled person’s sessions and streams at once', async () => {
    await hire('leaver@example.org', 'attendant');
    const leaver = new Browser();
    await leaver.signIn('leaver@example.org');
    const stream = await leaver.stream('/live');
    const administrator = await signedIn('administrator');
    expect(
      (await administrator.submit('/staff', '/staff/disable', { email: 'leaver@example.org' })).status,
    ).toBe(200);
    expect((await leaver.send('/queue')).status).toBe(303);
    await stream.ended;
    expect(stream.said()).toContain('event: ended');
    expect((await new Browser().signIn('leaver@example.org')).status).toBe(401);
  });
});

describe('what the pages show of real events', () => {
  const department = { id: 'd1', name: 'Urgência' };
  const at = (seconds: number) => ({ subject: 'room', timeMs: startMs + seconds * 1_000 });
  const story = [
    testEvent(
      'acolhe.conversation.started.v1',
      { channel: 'widget', language: 'pt-BR', visitor: { id: 'v', name: 'Ana <b>Teste' } },
      at(0),
    ),
    testEvent('acolhe.patient.identified.v1', { patientId, mintedBy: 'app' }, at(0)),
    say(1),
    say(2, 'bot'),
    testEvent('acolhe.red-flag.raised.v1', { concept: 'dyspnea', call: '192', source: 'text' }, at(2)),
    testEvent('acolhe.conversation.queued.v1', { department }, at(3)),
  ];

  beforeAll(async () => {
    // Out of order, and twice.
    await sendEvents(crm.url, [...story].reverse());
    await sendEvents(crm.url, story);
    await eventually(async () => (await t1.encounters.findOne({ _id: 'room' }))?.messageCount === 2);
    await eventually(async () => (await t1.messages.countDocuments({ conversation: 'room' })) === 2);
  });

  it('the timeline has each message once, in order, and is written into the audit log', async () => {
    const browser = await signedIn('attendant');
    const body = await browser.page(`/patients/${patientId}`);
    expect(body.match(/mensagem-\d\./g)).toEqual(['mensagem-1.', 'mensagem-2.']);
    expect(body).toContain('Ana &lt;b>Teste');
    expect(body).toContain('Sinal de alarme: Falta de ar → 192');
    expect(body).toContain('Entrou na fila de Urgência');
    const { staffId } = (await accessShelves(t1).staff.find('attendant@example.org'))!;
    const looks = await auditReads(t1).entries({ patientId }, 10, new Date());
    expect(looks.map(({ actor, action }) => ({ actor, action }))).toEqual([
      { actor: `staff/${staffId}`, action: 'patients.read' },
    ]);
    const unsealed = JSON.stringify(await t1.messages.find().toArray());
    expect(unsealed).not.toContain('mensagem');
  });

  it.each(['the same', 'another'])(
    'a new message reaches an open timeline within a second from %s process',
    async (which) => {
      const browser = await signedIn('attendant');
      const stream = await browser.stream('/live');
      await eventually(() => stream.said().includes('event: ready'));
      const n = which === 'another' ? 4 : 3;
      const sentAt = Date.now();
      await sendEvents(which === 'another' ? other.url : crm.url, [say(n)]);
      await eventually(async () => {
        if (!stream.said().includes(`"patients/${patientId}"`)) return false;
        return (await browser.page(`/patients/${patientId}/timeline`)).includes(`mensagem-${n}.`);
      });
      expect(Date.now() - sentAt).toBeLessThan(2_000);
      stream.close();
      await stream.ended;
    },
  );

  it('queue and dashboard show it', async () => {
    const browser = await signedIn('manager');
    const queue = await browser.page('/queue');
    expect(queue).toContain(`href="/patients/${patientId}"`);
    expect(queue).toContain('1 pessoa esperando');
    const dashboard = await browser.page('/dashboard');
    const figure = (id: string) => new RegExp(`id="${id}"[^]*?<strong[^>]*>([^<]*)<`).exec(dashboard)?.[1];
    expect([
      figure('figure-total'),
      figure('figure-waiting'),
      figure('figure-containment'),
      figure('disposition-emergency'),
    ]).toEqual(['1', '1', '—', '1']);
  });
});

describe('an investigation on a real database', () => {
  const dayMs = 86_400_000;
  const decidedAt = Date.now() - 2 * dayMs;
  const day = (ms: number) => new Date(ms - 3 * 3_600_000).toISOString().slice(0, 10);
  const person = (n: number) => mintPatientId(() => Buffer.from([1, 1, 1, 1, n]));
  const conversation = (n: number, outcome: string, timeMs = decidedAt) => {
    const at = { subject: `case-${n}`, timeMs };
    const visitor = { id: `visitor-${n}`, name: `Pessoa Suspeita ${n}` };
    return [
      testEvent('acolhe.conversation.started.v1', { channel: 'widget', language: 'pt-BR', visitor }, at),
      testEvent('acolhe.patient.identified.v1', { patientId: person(n), mintedBy: 'app' }, at),
      testEvent(
        'acolhe.visitor.saved.v1',
        { visitor: { ...visitor, phones: [`+558599000000${n}`] } },
        { ...at, timeMs: timeMs + 1 },
      ),
      testEvent(
        'acolhe.triage.decided.v1',
        {
          ...{ pack: 'fr-covid-2020', packVersion: '1', knowledge: 'k', row: '3' },
          ...{
            outcome,
            disposition: outcome === 'surveillance' ? 'mild' : 'moderate',
            answers: { cough: true },
          },
        },
        { ...at, timeMs: timeMs + 2 },
      ),
    ];
  };

  it('shows the named cases of its disease and period, and is audited with whom it showed', async () => {
    await hire('epidemiologist@example.org', 'epidemiologist');
    await sendEvents(crm.url, [
      ...conversation(1, 'consultation_surveillance_2'),
      ...conversation(2, 'surveillance'),
      ...conversation(3, 'consultation_surveillance_2', decidedAt - 20 * dayMs),
    ]);
    await eventually(async () => (await t1.decisions.countDocuments({ pack: 'fr-covid-2020' })) === 3);
    const browser = await signedIn('epidemiologist');
    const answer = await browser.submit('/investigations', '/investigations/open', {
      disease: 'covid-19',
      fromDay: day(decidedAt - dayMs),
      toDay: day(decidedAt),
      reason: 'Busca de contatos de um surto numa escola.',
    });
    const page = answer.headers.get('location')!;
    const body = await browser.page(page);
    expect(body).toContain('Pessoa Suspeita 1');
    expect(body).toContain('+5585990000001');
    expect(body).toContain(person(1));
    expect(body).toContain('1 caso suspeito');
    expect(body).not.toMatch(/Pessoa Suspeita [23]/);
    expect((await browser.send(`/patients/${person(1)}`)).status).toBe(403);
    const stream = page.replace('/investigations/', 'investigation/');
    const kept = await t1.db.collection('audit').find({ target: stream }).toArray();
    expect(kept).toContainEqual(expect.objectContaining({ action: 'cases.read', patients: [person(1)] }));
    const stored = JSON.stringify(await t1.events.find({ subject: stream }).toArray());
    expect(stored).toContain('covid-19');
    expect(stored).not.toContain('escola');
  });
});

describe('acolhe user add', () => {
  async function run(args: string[], input: string, verb = 'add') {
    const tenants = config.tenants.map(({ sealingKeys, ...tenant }) => ({
      ...tenant,
      sealingKeys: sealingKeys.map(({ id, key }) => ({ id, key: key.toString('base64') })),
    }));
    const child = spawn(
      process.execPath,
      [
        join(__dirname, '../../cli/acolhe.mjs'),
        'user',
        verb,
        ...args,
        ...(verb === 'add' ? ['--password-stdin'] : []),
        '--json',
      ],
      {
        env: {
          ...process.env,
          MONGODB_URI: config.mongodbUri,
          ACOLHE_TENANTS: JSON.stringify(tenants),
          ACOLHE_SESSION_KEY: config.sessionKey.toString('base64'),
        },
      },
    );
    child.stdin.end(input);
    const code = new Promise<number | null>((resolve) => child.on('close', resolve));
    const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { code: await code, out, error };
  }
  const first = [
    '--tenant',
    't3',
    '--email',
    'First@Example.org',
    '--name',
    'Primeira',
    '--role',
    'administrator',
  ];

  it('makes an administrator who can sign in', async () => {
    const { code, out } = await run(first, `${password}\n`);
    expect([code, JSON.parse(out)]).toEqual([
      0,
      { tenant: 't3', email: 'first@example.org', role: 'administrator' },
    ]);
    expect((await new Browser().signIn('first@example.org', 't3')).status).toBe(303);
  });

  it('makes no second one unless told to recover', async () => {
    const second = first.map((word) => (word === 'First@Example.org' ? 'second@example.org' : word));
    const refused = await run(second, `${password}\n`);
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.error).toContain('staff page');
    expect((await run([...second, '--recover'], `${password}\n`)).code).toBe(0);
  });

  it('takes an authenticator app away from who lost it, and ends their sessions', async () => {
    const t3 = crm.store.tenant('t3')!;
    const shelves = accessShelves(t3);
    const locked = (await shelves.staff.find('first@example.org'))!;
    const factor = {
      sealedSecret: await shelves.secrets.seal(locked, 'GEZDGNBVGY3TQOJQ'),
      lastStep: 0,
      recovery: [],
    };
    await shelves.staff.setSecondFactor(locked._id, { ...factor, confirmedAt: new Date() });
    const browser = new Browser();
    expect((await browser.signIn(locked._id, 't3')).headers.get('location')).toBe('/sign-in/code');
    const { code, out } = await run(
      ['--tenant', 't3', '--email', 'First@example.org'],
      '',
      'reset-second-factor',
    );
    expect([code, JSON.parse(out)]).toEqual([
      0,
      { tenant: 't3', email: 'first@example.org', secondFactor: 'none' },
    ]);
    expect((await new Browser().signIn(locked._id, 't3')).headers.get('location')).toBe('/staff');
    expect(
      (await run(['--tenant', 't3', '--email', 'who@example.org'], '', 'reset-second-factor')).code,
    ).toBe(2);
  });

  it.each([
    [
      'a weak password',
      [...first.slice(0, 3), 'weak@example.org', ...first.slice(4), '--recover'],
      'short',
      'at least 12',
    ],
    [
      'another role',
      first.map((word) => (word === 'administrator' ? 'manager' : word)),
      password,
      'staff page',
    ],
    ['an unknown tenant', ['--tenant', 'tx', ...first.slice(2)], password, 'no tenant tx is served'],
  ])('refuses %s with exit code 2', async (_what, args, input, words) => {
    const { code, error, out } = await run(args, input);
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain(words);
    expect(error).not.toContain(password);
  });
});

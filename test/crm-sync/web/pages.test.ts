import type { Role } from '../../../crm-sync/access/permissions';
import { mintPatientId } from '../../../contract/patient-id';
import { sessionIdleMs } from '../../../crm-sync/access/session';
import { encounter } from '../../support/encounters';
import { fakePages, FakeBrowser, goodPassword } from '../../support/fake-pages';

const patientId = mintPatientId(() => Buffer.from([1, 2, 3, 4, 5]));
const hostile = '<script>alert(1)</script><img src=x onerror="alert(2)">';
const at = new Date('2026-05-04T12:30:00.000Z');

async function withPatient(options?: Parameters<typeof fakePages>[0]) {
  const pages = await fakePages(options);
  pages.of().patients.set(patientId, {
    profile: { patientId, name: hostile, phones: [hostile], emails: [hostile], createdAt: at },
    encounters: [
      encounter('room', {
        patientId,
        state: 'queued',
        waitingSince: at,
        redFlags: [hostile],
        department: { id: 'd', name: hostile },
        agent: { id: 'a', name: hostile },
        channel: hostile,
        marks: [
          { at, order: 1, kind: 'assigned', agent: hostile, agentKind: 'human' },
          { at, order: 2, kind: 'handoff', reason: hostile, department: hostile, result: 'waiting' },
          { at, order: 3, kind: 'transferred', toDepartment: hostile },
          { at, order: 4, kind: 'red-flag', concept: hostile, call: '192' },
        ],
      }),
    ],
    messages: [
      {
        _id: 'room\u0000m',
        conversation: 'room',
        at,
        order: 5,
        event: 'e',
        version: 1,
        from: 'patient',
        via: 'button',
        text: `**${hostile}**`,
        author: hostile,
      },
      {
        _id: 'room\u0000n',
        conversation: 'room',
        at,
        order: 6,
        event: 'f',
        version: 1,
        from: 'agent',
        via: 'text',
      },
    ],
    decisions: [
      {
        _id: 'room\u0000d',
        conversation: 'room',
        at,
        order: 7,
        version: 1,
        pack: hostile,
        packVersion: hostile,
        knowledge: 'k',
        outcome: hostile,
        disposition: 'emergency',
        row: hostile,
        findings: [],
        answers: { [hostile]: hostile },
      },
    ],
  });
  return pages;
}

async function signedIn(role: Role, name?: string) {
  const pages = await withPatient();
  const email = await pages.hire(role, undefined, name);
  const browser = pages.browser();
  expect((await browser.signIn(email)).statusCode).toBe(303);
  return { ...pages, browser, email };
}

describe('the door', () => {
  it.each([
    ['/', undefined],
    ['/queue', '%2Fqueue'],
    ['/dashboard?day=2026-05-04', '%2Fdashboard%3Fday%3D2026-05-04'],
  ])('sends %s to the sign-in and back', async (path, next) => {
    const { browser } = await fakePages();
    const answer = await browser().get(path);
    expect([answer.statusCode, answer.headers['location']]).toEqual([
      303,
      `/sign-in${next ? `?next=${next}` : ''}`,
    ]);
  });

  it.each([
    '/patients/latest',
    '/queue/rows',
    '/dashboard/figures',
    '/live',
    `/patients/${patientId}/timeline`,
  ])('answers 401 to what a page fetches by itself: %s', async (path) => {
    const { browser } = await fakePages();
    expect((await browser().get(path)).statusCode).toBe(401);
  });

  const doors: [string, 'attendant' | 'manager' | 'administrator', number][] = [
    ['/patients', 'attendant', 200],
    ['/queue', 'attendant', 200],
    ['/dashboard', 'attendant', 403],
    ['/dashboard/figures', 'attendant', 403],
    ['/staff', 'attendant', 403],
    ['/dashboard', 'manager', 200],
    ['/staff', 'manager', 403],
    ['/staff', 'administrator', 200],
    ['/account', 'attendant', 200],
  ];
  it.each(doors)('%s for an %s: %i', async (path, role, status) => {
    const { browser } = await signedIn(role);
    expect((await browser.get(path)).statusCode).toBe(status);
  });

  it.each(['/staff/add', '/staff/role', '/staff/disable', '/staff/enable'])(
    'a manager posts nothing to %s',
    async (action) => {
      const { browser, of } = await signedIn('manager');
      const before = JSON.stringify([...of().people]);
      const answer = await browser.submit('/account', action, {
        email: 'manager@example.org',
        role: 'administrator',
        name: 'Novo',
        password: goodPassword,
      });
      expect(answer.statusCode).toBe(403);
      expect(JSON.stringify([...of().people])).toBe(before);
    },
  );

  it('opens at the page the role looks at first', async () => {
    const { browser } = await signedIn('attendant');
    expect((await browser.get('/')).headers['location']).toBe('/queue');
  });
});

describe('signing in', () => {
  it('answers a wrong password and an unknown e-mail with the same page', async () => {
    const { browser, hire } = await fakePages();
    await hire('manager');
    const strip = (body: string) => body.replace(/value="[^"]*"/g, '');
    const wrong = await browser().signIn('manager@example.org', 'not-the-password');
    const unknown = await browser().signIn('who@example.org', 'not-the-password');
    expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401]);
    expect(strip(wrong.body)).toBe(strip(unknown.body));
    expect(wrong.body).toContain('E-mail ou senha não conferem.');
    expect(wrong.body).not.toContain('not-the-password');
  });

  it('goes where the person wanted to go, never to another site', async () => {
    const { browser, hire } = await fakePages();
    const email = await hire('manager');
    expect((await browser().signIn(email, goodPassword, { next: '/queue' })).headers['location']).toBe(
      '/queue',
    );
    expect(
      (await browser().signIn(email, goodPassword, { next: '//evil.example' })).headers['location'],
    ).toBe('/dashboard');
  });

  it('gives a cookie scripts cannot read, and a new one each time', async () => {
    const { browser, hire, of } = await fakePages();
    const email = await hire('manager');
    const person = browser();
    const first = await person.signIn(email);
    expect(first.cookies.find((cookie) => cookie.name === 'acolhe_session')).toMatchObject({
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
    });
    const before = person.cookies.get('acolhe_session');
    const token = /name="_csrf" value="([^"]+)"/.exec((await person.get('/account')).body)?.[1] ?? '';
    await person.send('POST', '/sign-in', { _csrf: token, email, password: goodPassword });
    expect(person.cookies.get('acolhe_session')).not.toBe(before);
    expect(of().open.size).toBe(1);
  });

  it('ends with signing out, for good', async () => {
    const { browser, of } = await signedIn('manager');
    const cookie = browser.cookies.get('acolhe_session')!;
    expect((await browser.submit('/queue', '/sign-out', {})).headers['location']).toBe('/sign-in');
    expect(of().open.size).toBe(0);
    browser.cookies.set('acolhe_session', cookie);
    expect((await browser.get('/queue')).statusCode).toBe(303);
  });

  it('ends after eight hours without use', async () => {
    const { browser, clock } = await signedIn('manager');
    clock.nowMs += sessionIdleMs - 1;
    expect((await browser.get('/queue')).statusCode).toBe(200);
    clock.nowMs += sessionIdleMs;
    expect((await browser.get('/queue')).statusCode).toBe(303);
  });

  it('asks for the tenant only where there are several, and stays inside it', async () => {
    const pages = await withPatient({ tenantIds: ['demo', 'other'] });
    await pages.hire('manager', 'ana@example.org', 'Ana', 'other');
    const browser = pages.browser();
    expect((await browser.get('/sign-in')).body).toContain('name="tenant"');
    for (const tenant of ['demo', 'nowhere', '']) {
      expect((await browser.signIn('ana@example.org', goodPassword, { tenant })).statusCode).toBe(401);
    }
    expect((await browser.signIn('ana@example.org', goodPassword, { tenant: ' OTHER ' })).statusCode).toBe(
      303,
    );
    expect((await browser.get(`/patients/${patientId}`)).statusCode).toBe(404);
    expect((await browser.get('/queue')).body).not.toContain(patientId);
    const [, token] = browser.cookies.get('acolhe_session')!.split('.');
    browser.cookies.set('acolhe_session', `demo.${token}`);
    expect((await browser.get('/queue')).statusCode).toBe(303);
  });
});

describe('forms', () => {
  const actions = [
    '/sign-in',
    '/sign-out',
    '/language',
    '/patients/search',
    '/staff/add',
    '/staff/role',
    '/staff/disable',
    '/account/password',
  ];
  it.each(actions)('refuse a post to %s without a token, changing nothing', async (action) => {
    const { browser, of } = await signedIn(action.startsWith('/staff') ? 'administrator' : 'manager');
    const before = JSON.stringify([[...of().people], [...of().open]]);
    const answer = await browser.send('POST', action, {
      email: 'administrator@example.org',
      password: goodPassword,
      to: 'en',
    });
    expect([answer.statusCode, answer.body.includes('O formulário venceu')]).toEqual([403, true]);
    expect(JSON.stringify([[...of().people], [...of().open]])).toBe(before);
  });

  it('refuse the token of another session', async () => {
    const { browser, of, app, hire } = await signedIn('administrator');
    const email = await hire('administrator', 'eva@example.org');
    const other = new FakeBrowser(app);
    await other.signIn(email);
    const token = /name="_csrf" value="([^"]+)"/.exec((await other.get('/staff')).body)?.[1] ?? '';
    // Even with the other's form cookie planted.
    browser.cookies.set('acolhe_csrf', other.cookies.get('acolhe_csrf') ?? '');
    const answer = await browser.send('POST', '/staff/disable', { _csrf: token, email });
    expect(answer.statusCode).toBe(403);
    expect(of().people.get(email)?.disabledAt).toBeUndefined();
  });

  it('answer nonsense with 400 and a page', async () => {
    const { browser } = await signedIn('administrator');
    const { browser: manager } = await signedIn('manager');
    for (const [who, action, form] of [
      [browser, '/staff/role', { email: 'administrator@example.org', role: 'king' }],
      [manager, '/patients/search', {}],
      [manager, '/account/password', { current: 'x'.repeat(2_000), next: 'y' }],
    ] as const) {
      const answer = await who.submit('/account', action, form);
      expect([action, answer.statusCode]).toEqual([action, 400]);
    }
    expect((await browser.submit('/staff', '/staff/add', { email: 'x'.repeat(60_000) })).statusCode).toBe(
      413,
    );
  });

  it('keep a chosen language', async () => {
    const { browser } = await signedIn('manager');
    const answer = await browser.submit('/queue', '/language', { to: 'es', back: '/queue' });
    expect([answer.statusCode, answer.headers['location']]).toEqual([303, '/queue']);
    expect((await browser.get('/queue', { 'accept-language': 'en' })).body).toContain('<html lang="es"');
  });
});

describe('pages', () => {
  it.each([
    '/patients',
    `/patients/${patientId}`,
    `/patients/${patientId}/timeline`,
    '/queue',
    '/queue/rows',
    '/dashboard',
    '/staff',
    '/account',
  ])('show hostile text as text: %s', async (path) => {
    const { browser } = await signedIn(path === '/staff' ? 'administrator' : 'manager', hostile);
    const { body, statusCode } = await browser.get(path);
    expect(statusCode).toBe(200);
    expect(body).not.toContain('<script>alert');
    expect(body).not.toContain('<img');
    if (path.includes(patientId)) expect(body.split('&lt;script>alert').length).toBeGreaterThan(8);
  });

  it('allow no script, style or frame but their own, and tell nobody where one came from', async () => {
    const { browser } = await signedIn('manager');
    const { headers, body } = await browser.get(`/patients/${patientId}`);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['cache-control']).toBe('no-store');
    expect(body).not.toMatch(/<script(?![^>]* src=)|<[^>]*\s(?:style|on\w+)=/);
  });

  it('serve style and script under names that change with them', async () => {
    const { browser } = await fakePages();
    const { body } = await browser().get('/sign-in');
    for (const path of [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1]!)) {
      expect(path).toMatch(/\.[0-9a-f]{16}\.(css|js)$/);
      const answer = await browser().get(path);
      expect([answer.statusCode, answer.headers['cache-control']]).toEqual([
        200,
        'public, max-age=31536000, immutable',
      ]);
    }
  });

  it('a patient’s page says once who looked at whom, not again when it renews itself', async () => {
    const { browser, of } = await signedIn('attendant');
    const { staffId } = of().people.get('attendant@example.org')!;
    const looks = () => of().audited.filter(({ action }) => action === 'patients.read');
    await browser.get(`/patients/${patientId.toLowerCase()}`);
    await browser.get(`/patients/${patientId}/timeline`);
    const details = { route: 'GET:/patients/:patientId' };
    const entry = {
      actor: `staff/${staffId}`,
      action: 'patients.read',
      target: `patient/${patientId}`,
      details,
    };
    expect(looks()).toEqual([entry]);
    await browser.get(`/patients/${patientId}`);
    expect(looks()).toHaveLength(2);
  });

  it('a timeline fetched without its page is written down too', async () => {
    const { browser, of } = await signedIn('attendant');
    await browser.get(`/patients/${patientId}/timeline`);
    expect(of().audited.filter(({ action }) => action === 'patients.read')).toHaveLength(1);
  });

  it('mark buttons, and say so where a text cannot be opened', async () => {
    const { browser } = await signedIn('attendant');
    const { body } = await browser.get(`/patients/${patientId}`);
    expect(body).toContain('<span class="chip">botão</span>');
    expect(body).toContain('(não foi possível abrir este texto)');
  });

  it('tell what an outcome means and keep its code beside it', async () => {
    const { browser } = await signedIn('attendant');
    const { body } = await browser.get(`/patients/${patientId}`);
    expect(body).toMatch(/<dt>Resultado<\/dt><dd>Emergência <code class="code">&lt;script/);
  });

  it('draw each disposition as its share of all conversations', async () => {
    const pages = await withPatient();
    const { encounters } = pages.of().patients.get(patientId)!;
    encounters.splice(
      0,
      1,
      ...(['mild', 'moderate', 'moderate', undefined] as const).map((disposition, n) =>
        encounter(`room-${n}`, { patientId, ...(disposition && { disposition }) }),
      ),
    );
    const browser = pages.browser();
    await browser.signIn(await pages.hire('manager'));
    const { body } = await browser.get('/dashboard');
    const bar = (kind: string) =>
      new RegExp(`id="disposition-${kind}".*?<rect [^>]*><\\/rect><rect width="([^"]*)"`).exec(body)?.[1];
    expect(['emergency', 'moderate', 'mild', 'none'].map(bar)).toEqual(['0', '50', '25', '25']);
  });

  it('find a patient however the ID is typed, and say what is wrong with it', async () => {
    const { browser } = await signedIn('attendant');
    const find = (typed: string) => browser.submit('/patients', '/patients/search', { term: typed });
    expect((await find(patientId.toLowerCase().replace(/-/g, ' '))).headers['location']).toBe(
      `/patients/${patientId}`,
    );
    const wrongCheck = patientId.slice(0, -1) + (patientId.endsWith('A') ? 'B' : 'A');
    expect((await find(wrongCheck)).body).toContain('Há um erro de digitação');
    expect((await find(hostile)).body).toContain('Escreva um nome, um número de paciente');
    const nobody = mintPatientId(() => Buffer.from([9, 9, 9, 9, 9]));
    const answer = await find(nobody);
    expect([answer.statusCode, answer.body.includes(`Nenhum paciente tem o número ${nobody}`)]).toEqual([
      404,
      true,
    ]);
  });

  it.each([
    ['manager', true],
    ['epidemiologist', false],
  ] as const)('lead from the figures to their report: %s, %s', async (role, publishes) => {
    const { browser } = await signedIn(role);
    for (const query of ['', '?day=2026-05-04']) {
      const { body } = await browser.get(`/dashboard${query}`);
      expect(body.includes(`href="/reports/new${query}"`)).toBe(publishes);
    }
  });

  it('say plainly when there is nothing to show', async () => {
    const pages = await fakePages();
    const browser = pages.browser();
    await browser.signIn(await pages.hire('manager'));
    expect((await browser.get('/queue')).body).toContain('Ninguém esperando');
    expect((await browser.get('/patients')).body).toContain('Ainda não há conversas');
    const { body } = await browser.get('/dashboard');
    expect(body).toContain('Nenhuma conversa neste período');
    expect(body).toContain('nenhuma resposta de uma pessoa no período');
    expect(body).not.toContain('NaN');
    expect((await browser.get('/dashboard?day=2026-02-30')).body).toContain('Esta data não existe');
  });

  it('answer what is not there: a page for people, JSON for programs', async () => {
    const { browser } = await fakePages();
    const page = await browser().get('/nothing');
    expect([page.statusCode, page.body.includes('Página não encontrada')]).toEqual([404, true]);
    const data = await browser().get('/nothing', { accept: 'application/json' });
    expect([data.statusCode, data.json().error]).toEqual([
      404,
      { code: 'not-found', message: 'there is nothing at this address' },
    ]);
    expect((await browser().send('POST', '/nothing', {})).statusCode).toBe(404);
  });

  it('fail with a page that holds no detail of the failure', async () => {
    const { browser, of } = await signedIn('attendant');
    of().audited.push = () => {
      throw new Error('secret detail');
    };
    const { statusCode, body } = await browser.get(`/patients/${patientId}`);
    expect([statusCode, body.includes('Algo falhou do nosso lado'), body.includes('secret detail')]).toEqual([
      500,
      true,
      false,
    ]);
  });
});

describe('the staff page', () => {
  it('adds, disables and keeps the last administrator', async () => {
    const { browser, of } = await signedIn('administrator');
    const add = { email: 'novo@example.org', name: 'Novo', role: 'attendant', password: 'Outra-Chuva-88' };
    expect((await browser.submit('/staff', '/staff/add', { ...add, password: 'curta' })).body).toContain(
      'pelo menos 12 caracteres.',
    );
    expect((await browser.submit('/staff', '/staff/add', add)).body).toContain(
      'Novo agora faz parte da equipe.',
    );
    expect(of().people.get('novo@example.org')).toMatchObject({
      createdBy: expect.stringMatching(/^S[0-9A-Z]{8}$/),
      role: 'attendant',
    });
    const refused = await browser.submit('/staff', '/staff/disable', { email: 'administrator@example.org' });
    expect([refused.statusCode, refused.body.includes('Alguém precisa continuar na administração')]).toEqual([
      400,
      true,
    ]);
    await browser.submit('/staff', '/staff/disable', { email: 'novo@example.org' });
    expect(of().people.get('novo@example.org')?.disabledAt).toBeDefined();
  });
});

import { generateSync } from 'otplib';
import { pendingMs } from '../../../crm-sync/access/pending';
import { encounter } from '../../support/encounters';
import { fakePages, goodPassword, type FakeBrowser } from '../../support/fake-pages';

type Pages = Awaited<ReturnType<typeof fakePages>>;
const email = 'manager@example.org';
const secretIn = (body: string) => /class="secret">([A-Z2-7 ]+)</.exec(body)?.[1]?.replace(/ /g, '') ?? '';
const codesIn = (body: string) =>
  [...body.matchAll(/<code>([0-9A-Z-]{19})<\/code>/g)].map((match) => match[1]!);
const codeAt = (pages: Pages, secret: string) =>
  generateSync({ secret, epoch: Math.floor(pages.clock.nowMs / 1000) });
const tokenOf = (body: string) => /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';

async function enrolled() {
  const pages = await fakePages();
  await pages.hire('manager');
  const browser = pages.browser();
  await browser.signIn(email);
  const begun = await browser.submit('/account', '/account/second-factor/begin', { current: goodPassword });
  const secret = secretIn(begun.body);
  const done = await browser.send('POST', '/account/second-factor/confirm', {
    _csrf: tokenOf(begun.body),
    code: codeAt(pages, secret),
  });
  expect(done.statusCode).toBe(200);
  pages.clock.nowMs += 60_000;
  return { pages, browser, secret, recovery: codesIn(done.body) };
}

const typeCode = (browser: FakeBrowser, code: string, next = '/') =>
  browser.submit('/sign-in/code', '/sign-in/code', { code, next });

describe('signing in with a second factor', () => {
  it('Given an app that was set up, when the password is right, then only the code opens a session', async () => {
    const { pages, secret } = await enrolled();
    const browser = pages.browser();
    const first = await browser.signIn(email, goodPassword, { next: '/queue' });
    expect([first.statusCode, first.headers['location']]).toEqual([303, '/sign-in/code?next=%2Fqueue']);
    expect(browser.cookies.has('acolhe_session')).toBe(false);
    expect((await browser.get('/queue')).statusCode).toBe(303);
    const wrong = await typeCode(browser, '000000');
    expect([wrong.statusCode, wrong.body.includes('O código não confere')]).toEqual([401, true]);
    const right = await typeCode(browser, codeAt(pages, secret), '/queue');
    expect([right.statusCode, right.headers['location']]).toEqual([303, '/queue']);
    expect((await browser.get('/queue')).statusCode).toBe(200);
    expect(pages.of().awaiting.size).toBe(0);
  });

  it('Given a pending cookie, then it is worth nothing as a session, and nothing after five minutes', async () => {
    const { pages, secret } = await enrolled();
    const browser = pages.browser();
    await browser.signIn(email);
    const pending = browser.cookies.get('acolhe_pending')!;
    const thief = pages.browser();
    thief.cookies.set('acolhe_session', pending);
    expect((await thief.get('/queue')).statusCode).toBe(303);
    pages.clock.nowMs += pendingMs;
    expect((await browser.get('/sign-in/code')).headers['location']).toBe('/sign-in');
    const page = await browser.get('/sign-in');
    const late = { _csrf: tokenOf(page.body), code: codeAt(pages, secret) };
    expect((await browser.send('POST', '/sign-in/code', late)).headers['location']).toBe('/sign-in');
    expect(browser.cookies.has('acolhe_session')).toBe(false);
  });

  it('Given a lost phone, then a recovery code opens a session, once', async () => {
    const { pages, recovery } = await enrolled();
    expect(recovery).toHaveLength(10);
    for (const status of [303, 401]) {
      const browser = pages.browser();
      await browser.signIn(email);
      expect((await typeCode(browser, recovery[0]!)).statusCode).toBe(status);
    }
  });

  it('Given wrong codes, then the next must wait, in words and in Retry-After', async () => {
    const { pages } = await enrolled();
    const browser = pages.browser();
    await browser.signIn(email);
    for (let n = 0; n < 3; n += 1) await typeCode(browser, `00000${n}`);
    const refused = await typeCode(browser, '000009');
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '1']);
    expect(refused.body).toContain('Tente de novo em 1 s');
  });

  it('Given it is required, then nobody without an app gets a session before setting it up', async () => {
    const pages = await fakePages({ secondFactor: 'required' });
    await pages.hire('manager');
    const browser = pages.browser();
    await browser.signIn(email);
    const page = await browser.get('/sign-in/code');
    expect(page.body).toContain('Sua unidade pede um segundo fator');
    expect((await browser.get('/dashboard')).statusCode).toBe(303);
    const done = await browser.send('POST', '/sign-in/code', {
      _csrf: tokenOf(page.body),
      code: codeAt(pages, secretIn(page.body)),
    });
    expect(codesIn(done.body)).toHaveLength(10);
    expect((await browser.get('/dashboard')).statusCode).toBe(200);
    const refused = await browser.submit('/account', '/account/second-factor/remove', {
      current: goodPassword,
    });
    expect(refused.statusCode).toBe(400);
  });

  it('Given it is off, then nobody is asked', async () => {
    const pages = await fakePages({ secondFactor: 'off' });
    await pages.hire('manager');
    expect((await pages.browser().signIn(email)).headers['location']).toBe('/dashboard');
  });

  it('Given a session left open, then nothing about the second factor changes without the password', async () => {
    const { browser, pages } = await enrolled();
    for (const action of ['begin', 'remove', 'recovery']) {
      const answer = await browser.submit('/account', `/account/second-factor/${action}`, {
        current: 'guess',
      });
      expect([action, answer.statusCode]).toEqual([
        action,
        action === 'begin' || action === 'remove' ? 400 : 400,
      ]);
    }
    expect(pages.of().people.get(email)?.secondFactor?.confirmedAt).toBeDefined();
  });

  it('Given a lost phone and codes, then an administrator takes the second factor away, and sessions end', async () => {
    const { pages, browser } = await enrolled();
    const administrator = pages.browser();
    await administrator.signIn(await pages.hire('administrator'));
    const { staffId } = pages.of().people.get(email)!;
    const page = `/staff/${staffId}`;
    expect((await administrator.submit(page, `${page}/second-factor/reset`, {})).statusCode).toBe(200);
    expect((await browser.get('/queue')).statusCode).toBe(303);
    expect((await pages.browser().signIn(email)).headers['location']).toBe('/dashboard');
  });
});

describe('sessions one can see', () => {
  const firefox = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; rv:133.0) Gecko/20100101 Firefox/133.0' };

  it('lists own sessions with this one marked, and ends one or all others', async () => {
    const pages = await fakePages();
    await pages.hire('manager');
    const [here, there, third] = [pages.browser(), pages.browser(), pages.browser()];
    await here.signIn(email);
    const page = await there.get('/sign-in');
    await there.send(
      'POST',
      '/sign-in',
      { _csrf: tokenOf(page.body), email, password: goodPassword },
      firefox,
    );
    await third.signIn(email);
    const body = (await here.get('/account')).body;
    expect(body).toContain('Firefox · Windows');
    expect(body.match(/class="chip"/g)).toHaveLength(1);
    const [session = ''] = [...pages.of().open.values()].filter(({ device }) => device).map(({ _id }) => _id);
    await here.submit('/account', '/account/sessions/end', { session });
    expect((await there.get('/queue')).statusCode).toBe(303);
    expect((await third.get('/queue')).statusCode).toBe(200);
    await here.submit('/account', '/account/sessions/end', { session: 'all' });
    expect((await third.get('/queue')).statusCode).toBe(303);
    expect((await here.get('/queue')).statusCode).toBe(200);
  });

  it('ends nobody else’s from one’s own account', async () => {
    const pages = await fakePages();
    const eva = pages.browser();
    await eva.signIn(await pages.hire('manager', 'eva@example.org'));
    const [session = ''] = [...pages.of().open.keys()];
    const browser = pages.browser();
    await browser.signIn(await pages.hire('manager'));
    await browser.submit('/account', '/account/sessions/end', { session });
    expect((await eva.get('/queue')).statusCode).toBe(200);
  });

  it('are ended by an administrator for anybody, and for nobody by others', async () => {
    const pages = await fakePages();
    const manager = pages.browser();
    await manager.signIn(await pages.hire('manager'));
    const administrator = pages.browser();
    await administrator.signIn(await pages.hire('administrator'));
    const page = `/staff/${pages.of().people.get(email)!.staffId}`;
    expect((await manager.submit('/account', `${page}/sessions/end`, { session: 'all' })).statusCode).toBe(
      403,
    );
    expect((await administrator.submit(page, `${page}/sessions/end`, { session: 'all' })).statusCode).toBe(
      200,
    );
    expect((await manager.get('/queue')).statusCode).toBe(303);
  });
});

describe('reports and investigations', () => {
  it('a committee reads what a manager published, until it is withdrawn, and nothing else', async () => {
    const pages = await fakePages();
    pages.of().patients.set('p', {
      profile: { patientId: 'p', phones: [], emails: [], createdAt: new Date(0) } as never,
      encounters: Array.from({ length: 7 }, (_, n) => encounter(`room${n}`, { disposition: 'mild' })),
      messages: [],
      decisions: [],
    });
    const manager = pages.browser();
    await manager.signIn(await pages.hire('manager'));
    const committee = pages.browser();
    await committee.signIn(await pages.hire('committee'));
    const published = await manager.submit('/reports/new', '/reports/publish', {
      title: 'Triagens de 4 de maio',
      day: '2026-05-04',
    });
    const at = String(published.headers['location']);
    expect(at).toMatch(/^\/reports\/\w+$/);
    const report = await committee.get(at);
    expect(report.statusCode).toBe(200);
    expect(report.body).toContain('Triagens de 4 de maio');
    expect((await committee.get('/dashboard')).statusCode).toBe(403);
    await manager.submit('/reports', `${at}/withdraw`, {});
    expect((await committee.get(at)).statusCode).toBe(404);
    expect((await committee.get('/reports')).body).not.toContain('Triagens de 4 de maio');
    expect((await manager.get(at)).statusCode).toBe(200);
  });

  it('refuses to open an investigation without a reason, keeping what was typed', async () => {
    const pages = await fakePages();
    const browser = pages.browser();
    await browser.signIn(await pages.hire('epidemiologist'));
    const answer = await browser.submit('/investigations', '/investigations/open', {
      disease: 'covid-19',
      fromDay: '2026-05-01',
      toDay: '2026-05-02',
      reason: 'porque <b>sim',
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('Escreva o motivo');
    expect(answer.body).toContain('porque &lt;b>sim');
  });
});

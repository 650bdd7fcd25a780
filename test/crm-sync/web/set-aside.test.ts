import { fakePages } from '../../support/fake-pages';

type Pages = Awaited<ReturnType<typeof fakePages>>;
const opened: Pages[] = [];

async function givenSetAside() {
  const pages = await fakePages();
  opened.push(pages);
  const since = new Date('2026-05-04T12:00:00.000Z');
  for (const stream of ['room-1', '<b>room-2</b>'])
    pages.of().setAside.push({ stream, reason: 'event-data', attempts: 8, since });
  return pages;
}

async function signedIn(pages: Pages, role: 'administrator' | 'manager') {
  const browser = pages.browser();
  await browser.signIn(await pages.hire(role));
  return browser;
}

afterEach(async () => {
  for (const { app } of opened.splice(0)) await app.close();
});

describe('what was set aside', () => {
  it('is shown to administrators with its reason, and nothing in it is markup', async () => {
    const browser = await signedIn(await givenSetAside(), 'administrator');
    const { body, statusCode } = await browser.get('/set-aside');
    expect(statusCode).toBe(200);
    expect(body).toContain('room-1');
    expect(body).toContain('event-data');
    expect(body).toContain('&lt;b>room-2&lt;/b>');
  });

  it('is tried again one by one or all at once, by a form that carries its token', async () => {
    const pages = await givenSetAside();
    const browser = await signedIn(pages, 'administrator');
    const one = await browser.submit('/set-aside', '/set-aside/retry', { stream: 'room-1' });
    expect(one.statusCode).toBe(200);
    expect(pages.of().setAside.map(({ stream }) => stream)).toEqual(['<b>room-2</b>']);
    expect((await browser.submit('/set-aside', '/set-aside/retry', { stream: 'room-1' })).statusCode).toBe(
      404,
    );
    expect((await browser.send('POST', '/set-aside/retry', {})).statusCode).toBe(403);
    expect(pages.of().setAside).toHaveLength(1);
    await browser.submit('/set-aside', '/set-aside/retry', {});
    expect(pages.of().setAside).toEqual([]);
    expect((await browser.get('/set-aside')).body).toContain('Nada foi posto de lado');
  });

  it('is nobody else’s', async () => {
    const browser = await signedIn(await givenSetAside(), 'manager');
    expect((await browser.get('/set-aside')).statusCode).toBe(403);
  });
});

import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { openBrowser } from '../../cli/open-browser';
import { demoPassword } from '../../cli/starting/demo-staff';
import { describeInBrowser } from '../support/browser';
import { chatOf } from '../support/chat';
import { startSystem, type System } from '../support/system';
import { eventually } from '../support/wait';

/** More live pages than the six connections a browser has for one server. */
const copies = { timeline: 4, queue: 2, dashboard: 2 };

describeInBrowser('many live pages in one browser', (executablePath) => {
  let system: System;
  let browser: Browser;
  beforeAll(async () => {
    system = await startSystem();
    browser = await openBrowser(executablePath);
  });
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  async function signIn(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    await page.goto(`${system.crmUrl}/sign-in`);
    await page.getByLabel(/e-mail/i).fill('gestora@demo.example');
    await page.getByLabel(/senha/i).fill(demoPassword);
    await page.getByRole('button', { name: /entrar/i }).click();
    await page.waitForURL(/dashboard/);
    await page.getByText('Ao vivo').waitFor();
    return page;
  }

  it('share one stream: all load, all renew, and another takes over when the one that holds it closes', async () => {
    const chat = chatOf(system, 'Pessoa Abas');
    chat.says('olá');
    const patientId = await eventually(
      async () => (await system.tenant.encounters.findOne({ _id: chat.rid }))?.patientId,
    );

    const context = await browser.newContext({ locale: 'pt-BR' });
    const open: Record<keyof typeof copies, Page[]> = { timeline: [], queue: [], dashboard: [] };
    const paths = { timeline: `/patients/${patientId}`, queue: '/queue', dashboard: '/dashboard' };
    let streams = 0;
    const holder = await signIn(context);
    context.on('request', (request) => (streams += Number(new URL(request.url()).pathname === '/live')));
    await holder.goto(system.crmUrl + paths.timeline);
    open.timeline.push(holder);
    for (const kind of ['timeline', 'queue', 'dashboard'] as const)
      while (open[kind].length < copies[kind]) {
        const page = await context.newPage();
        await page.goto(system.crmUrl + paths[kind]);
        open[kind].push(page);
      }
    const all = Object.values(open).flat();
    await Promise.all(all.map((page) => page.getByText('Ao vivo').waitFor()));
    expect([all.length, streams]).toEqual([8, 1]);

    const shows = async (text: string, waiting: number) => {
      await Promise.all([
        ...open.timeline.map((page) => page.getByText(text, { exact: true }).waitFor()),
        ...open.queue.map((page) =>
          page
            .locator('tbody tr')
            .nth(waiting - 1)
            .waitFor(),
        ),
        ...open.dashboard.map((page) =>
          page.locator('#figure-waiting strong').getByText(String(waiting), { exact: true }).waitFor(),
        ),
      ]);
    };
    chat.says('estou com falta de ar');
    await shows('estou com falta de ar', 1);
    expect(streams).toBe(1);

    await holder.close();
    open.timeline.shift();
    chat.says('piorou agora');
    chatOf(system, 'Pessoa Seguinte').says('estou com falta de ar');
    await shows('piorou agora', 2);
    expect(streams).toBe(2);
  });

  it('without locks have each a stream of their own, given back while nobody looks', async () => {
    const context = await browser.newContext({ locale: 'pt-BR' });
    await context.addInitScript(() => {
      Object.defineProperty(navigator, 'locks', { value: undefined });
      let hidden = false;
      Object.defineProperty(document, 'hidden', { get: () => hidden });
      addEventListener('test-hide', () => {
        hidden = !hidden;
        document.dispatchEvent(new Event('visibilitychange'));
      });
    });
    const page = await signIn(context);
    const happened: string[] = [];
    const note = (what: string) => (request: Request) =>
      void (new URL(request.url()).pathname === '/live' && happened.push(what));
    page.on('request', note('opened'));
    page.on('requestfailed', note('closed'));
    const toggle = () => page.evaluate(() => dispatchEvent(new Event('test-hide')));
    await page.goto(`${system.crmUrl}/queue`);
    await page.getByText('Ao vivo').waitFor();
    happened.length = 0;
    await toggle();
    await eventually(() => happened.length === 1);
    const chat = chatOf(system, 'Pessoa Oculta');
    chat.says('estou com falta de ar');
    const { patientId } = await eventually(() =>
      system.tenant.encounters.findOne({ _id: chat.rid, state: 'queued', patientId: { $exists: true } }),
    );
    await toggle();
    await page.getByText(patientId ?? '').waitFor();
    await eventually(() => happened.length === 2);
    expect(happened).toEqual(['closed', 'opened']);
  });
});

/** A manager's pages in a real browser: usable by everybody, at every width, in both themes and three languages. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../../cli/open-browser';
import { demoPassword } from '../../cli/starting/demo-staff';
import { demoTenant, demoWorkspace } from '../../cli/starting/service-environment';
import { sendEndedPeople } from '../../scripts/picture/ended-people';
import { sendWaitingPeople } from '../../scripts/picture/waiting-people';
import { axeProblems, overflow } from '../support/axe';
import { describeInBrowser } from '../support/browser';
import { startSystem, type System } from '../support/system';
import { eventually } from '../support/wait';

const languages = ['pt-BR', 'en', 'es'] as const;
const widths = [360, 1280, 1920] as const;
const themes = ['light', 'dark'] as const;
type Look = readonly [
  language: (typeof languages)[number],
  width: (typeof widths)[number],
  theme: (typeof themes)[number],
];

/** Every pair of two of the three occurs. */
const looks: readonly Look[] = languages.flatMap((language, at) =>
  widths.map((width, next): Look => [language, width, themes[(at + next) % 2]!]),
);

describeInBrowser("a manager's pages", (executablePath) => {
  let system: System;
  let browser: Browser;
  let taskPath = '';
  let patientId = '';
  let served = '';
  const contexts = new Map<string, BrowserContext>();
  const complaints: string[] = [];

  const departmentOf = (wanted: string) =>
    [...system.workspace.omnichannel.departments.values()].find(({ name }) => name === wanted)!;
  const place = (name: string) => ({ id: departmentOf(name)._id, name });

  async function signedIn(language: string): Promise<BrowserContext> {
    const context = await browser.newContext({ locale: language, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(`${system.crmUrl}/`);
    await page.locator('input[name=email]').fill('gestora@demo.example');
    await page.locator('input[name=password]').fill(demoPassword);
    await page.locator('main button').last().click();
    await page.waitForURL(/dashboard/);
    await page.close();
    return context;
  }

  async function open(language: string): Promise<Page> {
    const page = await contexts.get(language)!.newPage();
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    return page;
  }

  async function problemsOf(page: Page, [, width, theme]: Look): Promise<string[]> {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    return [...(await axeProblems(page)), ...(await overflow(page))];
  }

  beforeAll(async () => {
    system = await startSystem({ reconcile: { everySeconds: 3_600 } });
    const { omnichannel } = system.workspace;
    const ana = [...omnichannel.users.values()].find(({ username }) => username === 'ana')!;
    omnichannel.setPresence(ana._id, 'online', 'available');
    const visitor = omnichannel.registerVisitor({ token: 'served-visitor', name: 'Rita Nogueira' });
    const { room } = omnichannel.startRoom(visitor, { source: { type: 'widget' } });
    served = room._id;
    omnichannel.forward({
      rid: served,
      byUserId: room.servedBy!._id,
      departmentId: departmentOf('Urgência')._id,
    });
    const inquiry = [...omnichannel.inquiries.values()].find(({ rid }) => rid === served)!;
    omnichannel.takeInquiry(inquiry._id, ana._id);
    const here = { tenant: demoTenant, workspace: demoWorkspace, secret: system.secret };
    const all = { ...here, urgent: place('Urgência'), general: place('Atendimento geral') };
    await sendWaitingPeople(system.crmUrl, all, Date.now());
    await sendEndedPeople(system.crmUrl, all, Date.now());
    const { encounters } = system.tenant;
    await eventually(() => encounters.findOne({ _id: served, state: 'served' }), 60_000);
    const left = await eventually(
      () => encounters.findOne({ _id: 'ended-7', taskDueAt: { $gt: new Date(0) } }),
      60_000,
    );
    taskPath = `/tasks/chats/ended-7/${left.tasks![0]!.taskId}`;
    patientId = left.patientId!;
    browser = await openBrowser(executablePath);
    for (const language of languages) contexts.set(language, await signedIn(language));
  });
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });
  afterEach(() => {
    expect(complaints.splice(0)).toEqual([]);
  });

  it.each<[string, () => string]>([
    ['the queue', () => '/queue'],
    ['what can be done with conversations', () => `/queue/act?room=waits-0&room=waits-3&room=${served}`],
    [
      "a department's intake",
      () => `/queue/intake?workspace=${demoWorkspace}&department=${place('Urgência').id}`,
    ],
    ['tasks', () => '/tasks'],
    ['one task of a conversation', () => taskPath],
    ['conversations without outcome', () => '/tasks/outcomes'],
    ['the dashboard', () => '/dashboard'],
    ["a patient's timeline", () => `/patients/${patientId}`],
  ])('%s', async (_name, path) => {
    const found: string[] = [];
    for (const look of looks) {
      const page = await open(look[0]);
      await page.goto(system.crmUrl + path());
      found.push(...(await problemsOf(page, look)).map((one) => `${look.join(' ')}: ${one}`));
      await page.close();
    }
    expect(found).toEqual([]);
  });

  it('an order before it is carried out, and what came of it, part of it refused', async () => {
    const found: string[] = [];
    for (const [at, language] of languages.entries()) {
      const page = await open(language);
      await page.goto(`${system.crmUrl}/queue/act?room=waits-${at}&room=${served}`);
      await page.locator('textarea[name=text]').fill('Precisa de ajuda?');
      await page
        .locator('form.act', { has: page.locator('textarea[name=text]') })
        .locator('button')
        .click();
      const ours = looks.filter(([one]) => one === language);
      for (const look of ours) found.push(...(await problemsOf(page, look)));
      await page.locator('main form button').first().click();
      // what is only generated is no conversation of Rocket.Chat
      await page.locator('.outcome-refused').waitFor();
      await page.locator('.outcome-done').waitFor();
      for (const look of ours) found.push(...(await problemsOf(page, look)));
      await page.close();
    }
    expect(found).toEqual([]);
  });

  it('a figure changes within a second, without anybody reloading', async () => {
    const page = await open('pt-BR');
    await page.goto(`${system.crmUrl}/queue`);
    await page.locator('#live-state:not([hidden])').waitFor();
    const before = await system.tenant.encounters.countDocuments({ state: 'queued' });
    const { omnichannel } = system.workspace;
    const visitor = omnichannel.registerVisitor({ token: 'one-more', name: 'Caio Teles' });
    const { room } = omnichannel.startRoom(visitor, { source: { type: 'widget' } });
    omnichannel.forward({ rid: room._id, byUserId: room.servedBy!._id, departmentId: place('Urgência').id });
    await eventually(() => system.tenant.encounters.findOne({ _id: room._id, state: 'queued' }), 60_000);
    const sinceMs = performance.now();
    await page
      .locator('.figures .figure strong', { hasText: new RegExp(`^${before + 1}$`) })
      .first()
      .waitFor();
    expect(performance.now() - sinceMs).toBeLessThan(1_000);
    await page.close();
  });

  it('Given no JavaScript, then the queue is read, people are chosen, and an order is carried out', async () => {
    const context = await browser.newContext({ locale: 'en', javaScriptEnabled: false });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(`${system.crmUrl}/`);
    await page.locator('input[name=email]').fill('gestora@demo.example');
    await page.locator('input[name=password]').fill(demoPassword);
    await page.locator('main button').last().click();
    await page.goto(`${system.crmUrl}/queue`);
    await page.locator(`input[value="${served}"]`).check();
    await page.getByRole('button', { name: 'Act on the chosen' }).click();
    await page
      .locator('form.act', { has: page.locator('input[value="return-to-queue"]') })
      .locator('button')
      .click();
    await page.locator('main form button').first().click();
    await page.locator('.outcome-done').waitFor();
    expect(system.workspace.omnichannel.rooms.get(served)?.servedBy).toBeUndefined();
    await context.close();
  });
});

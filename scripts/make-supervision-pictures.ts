/** `npm run picture:supervision`: pictures of a manager's pages on the running system, at three widths, light and dark. */
import { mkdir } from 'fs/promises';
import path from 'path';
import type { Page } from 'playwright-core';
import { findBrowser } from '../cli/find-browser';
import { openBrowser } from '../cli/open-browser';
import { Owned } from '../cli/starting/owned';
import { demoTenant, demoWorkspace } from '../cli/starting/service-environment';
import { startThrowAway } from '../cli/starting/throw-away';
import { demoPassword } from '../workspace/demo-data';
import { enterAsPatient } from './chat-over-http';
import { openCrm, openPage } from './picture/demonstration';
import { sendEndedPeople } from './picture/ended-people';
import { sendWaitingPeople } from './picture/waiting-people';

const root = path.join(__dirname, '..');
const folder = path.join(root, 'docs', 'pictures');
const widths = { wide: 1360, tablet: 820, phone: 390 } as const;

interface Agent {
  get: <T>(path: string) => Promise<T>;
  post: (path: string, body: object) => Promise<unknown>;
}

/** Signs in as an agent over REST, and takes conversations from then on. */
async function asAgent(workspaceUrl: string, user: string): Promise<Agent> {
  const call = async (name: string, headers: Record<string, string>, body?: object): Promise<unknown> => {
    const response = await fetch(`${workspaceUrl}/api/v1/${name}`, {
      method: body ? 'POST' : 'GET',
      headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${name} answered ${response.status}`);
    return response.json();
  };
  const { data } = (await call('login', {}, { user, password: demoPassword })) as {
    data: { authToken: string; userId: string };
  };
  const headers = { 'x-auth-token': data.authToken, 'x-user-id': data.userId };
  const post = (name: string, body: object): Promise<unknown> => call(name, headers, body);
  await post('livechat/agent.status', { status: 'available' });
  return { post, get: <T>(name: string) => call(name, headers) as Promise<T> };
}

/** Somebody who asks for a person, served by an agent. @param then what the agent writes; absent: nothing yet */
async function served(workspaceUrl: string, name: string, agent: Agent, then?: string): Promise<void> {
  const patient = await enterAsPatient(workspaceUrl, name);
  await patient.says('Quero falar com um atendente');
  for (let looks = 0; ; looks += 1) {
    const { inquiries } = await agent.get<{ inquiries: { _id: string; rid: string }[] }>(
      'livechat/inquiries.queuedForUser?count=0',
    );
    const inquiry = inquiries.find(({ rid }) => rid === patient.rid);
    if (inquiry) {
      await agent.post('livechat/inquiries.take', { inquiryId: inquiry._id });
      if (then) await agent.post('chat.sendMessage', { message: { rid: patient.rid, msg: then } });
      return;
    }
    if (looks > 100) throw new Error('the conversation never came into the queue');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** @param few the wide one alone, light */
async function take(page: Page, name: string, few = false): Promise<void> {
  for (const [kind, width] of Object.entries(widths)) {
    if (few && kind !== 'wide') continue;
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of few ? (['light'] as const) : (['light', 'dark'] as const)) {
      await page.emulateMedia({ colorScheme });
      const file = path.join(folder, `${name}-${kind}-${colorScheme}.png`);
      const clip = { x: 0, y: 0, width, height: 1_500 };
      await page.screenshot({ path: file, fullPage: true, ...(kind === 'phone' && { clip }) });
    }
  }
  await page.setViewportSize({ width: widths.wide, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
}

async function main(): Promise<void> {
  const program = findBrowser();
  if (!program) throw new Error('No browser on this machine: install chromium, or set ACOLHE_CHROMIUM');
  const owned = new Owned();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void owned.stopAll().then(() => process.exit(1)));
  try {
    const started = await startThrowAway(root, owned, { reconcile: { everySeconds: 3_600 } });
    const workspaceUrl = await started.startWorkspace();
    const browser = await openBrowser(program);
    await owned.own({ stop: () => browser.close() });
    const ana = await asAgent(workspaceUrl, 'ana');
    const bruno = await asAgent(workspaceUrl, 'bruno');
    await served(workspaceUrl, 'Rita Nogueira', ana, 'Olá, sou a Ana. Em que posso ajudar?');
    await served(workspaceUrl, 'Caio Teles', ana);
    await served(workspaceUrl, 'Lia Prado', bruno, 'Bom dia, sou o Bruno.');
    const { departments } = await ana.get<{ departments: { _id: string; name: string }[] }>(
      'livechat/department',
    );
    const place = (wanted: string) => {
      const found = departments.find(({ name }) => name === wanted);
      if (!found) throw new Error(`no department ${wanted}`);
      return { id: found._id, name: wanted };
    };
    const here = { tenant: demoTenant, workspace: demoWorkspace, secret: started.secret };
    const rooms = { urgent: place('Urgência'), general: place('Atendimento geral') };
    await sendWaitingPeople(started.crmUrl, { ...here, ...rooms }, Date.now());
    await sendEndedPeople(started.crmUrl, { ...here, ...rooms }, Date.now());
    await mkdir(folder, { recursive: true });
    const page = await openPage(browser, {
      viewport: { width: widths.wide, height: 900 },
      deviceScaleFactor: 1,
    });
    await openCrm(page, started.crmUrl);
    await page.goto(`${started.crmUrl}/queue`);
    await page.getByText('8 pessoas esperando').waitFor();
    await page.locator('#agents').getByText('Ana Souza').waitFor();
    await page.locator('#served tbody tr').nth(2).waitFor();
    await take(page, 'supervision');
    await page
      .locator('#agents')
      .getByRole('link', { name: 'Redistribuir as conversas de Ana Souza' })
      .click();
    await take(page, 'supervision-act', true);
    await page.getByRole('button', { name: 'Redistribuir…' }).click();
    await take(page, 'supervision-confirm', true);
    await page.getByRole('button', { name: 'Confirmar' }).click();
    await page.getByText('Tudo feito').waitFor();
    await take(page, 'supervision-result', true);
    await page.goto(`${started.crmUrl}/dashboard`);
    await page.locator('.service tr.total').waitFor();
    await take(page, 'supervision-endings', true);
    await page.goto(`${started.crmUrl}/tasks/outcomes`);
    await take(page, 'supervision-outcomes', true);
    await page.goto(`${started.crmUrl}/tasks`);
    await take(page, 'supervision-tasks', true);
    console.log(`${path.relative(root, folder)}: the manager's pages`);
  } finally {
    await owned.stopAll();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

/** What the picture shows: a patient in danger and Ana who takes care of him, and others around them. All names are made up. */
import type { Browser, Frame, Page } from 'playwright-core';
import { demoPassword as staffPassword } from '../../cli/starting/demo-staff';
import { demoPassword as agentPassword } from '../../workspace/demo-data';
import { enterAsPatient, until } from '../chat-over-http';

export interface Addresses {
  workspaceUrl: string;
  crmUrl: string;
  appId: string;
}

interface Window {
  viewport: { width: number; height: number };
  deviceScaleFactor: number;
}

export async function openPage(browser: Browser, window: Window): Promise<Page> {
  const look = { colorScheme: 'light', reducedMotion: 'reduce' } as const;
  const place = { locale: 'pt-BR', timezoneId: 'America/Fortaleza' };
  const page = await (await browser.newContext({ ...place, ...look, ...window })).newPage();
  page.setDefaultTimeout(30_000);
  return page;
}

/** The patient in the real widget. */
export async function openWidget(page: Page, workspaceUrl: string, name: string) {
  await page.goto(`${workspaceUrl}/`);
  const frame: Frame = await until('the widget', async () =>
    page.frames().find((item) => item.url().includes('/livechat')),
  );
  await frame.locator('input').first().fill(name);
  await frame.getByRole('button', { name: 'Iniciar chat' }).click();
  const box = frame.locator('[contenteditable], textarea').first();
  await box.waitFor();
  return {
    frame,
    async writes(text: string) {
      await box.click();
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    },
    hears: (text: string) => frame.getByText(text).first().waitFor(),
  };
}

export async function openAgent(page: Page, workspaceUrl: string) {
  await page.goto(`${workspaceUrl}/agent`);
  await page.getByLabel('Usuário ou e-mail').fill('ana');
  await page.getByLabel('Senha').fill(agentPassword);
  await page.getByRole('button', { name: 'Entrar' }).click();
  return {
    takesFirst: () =>
      page
        .getByRole('button', { name: /Assumir/ })
        .first()
        .click(),
    async writes(text: string) {
      await page.getByRole('textbox').last().fill(text);
      await page.getByRole('button', { name: 'Enviar' }).click();
    },
    sees: (text: string) => page.getByText(text).first().waitFor(),
  };
}

export async function openCrm(page: Page, crmUrl: string): Promise<void> {
  await page.goto(`${crmUrl}/`);
  await page.getByLabel(/e-mail/i).fill('gestora@demo.example');
  await page.getByLabel(/senha/i).fill(staffPassword);
  await page.getByRole('button', { name: /entrar/i }).click();
  await page.waitForURL(/dashboard/);
}

/** A patient who answers the interview by its buttons, numbers in words: `codes` by question, “no” or “not known” to all else. */
export async function interview(
  { workspaceUrl, appId }: Addresses,
  name: string,
  complaint: string,
  codes: Record<string, string>,
): Promise<void> {
  const patient = await enterAsPatient(workspaceUrl, name);
  await patient.says(complaint);
  let seen: string | undefined;
  for (;;) {
    const question = await patient.nextQuestion(seen);
    if (!question) return;
    seen = question._id;
    const before = ['consent:yes', 'whom:self'].find((value) =>
      JSON.stringify(question.blocks).includes(`"${value}"`),
    );
    if (before) {
      await patient.presses(appId, question, before);
      continue;
    }
    const offered = [...JSON.stringify(question.blocks).matchAll(/"answer:([^:"]+):([^"]+)"/g)];
    const [, id = ''] = offered[0] ?? [];
    const codesOf = offered.filter((item) => item[1] === id).map((item) => item[2] ?? '');
    const written = codes[id];
    if (written !== undefined && !codesOf.includes(written)) {
      await patient.says(written);
      continue;
    }
    const code =
      [written, 'no', 'unknown'].find((item) => item !== undefined && codesOf.includes(item)) ?? codesOf[0];
    if (code === undefined) return;
    await patient.presses(appId, question, `answer:${id}:${code}`);
  }
}

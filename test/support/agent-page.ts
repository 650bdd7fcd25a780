/** Somebody who serves, or leads, at the workspace's page for agents, in a browser of their own. */
import type { Browser } from 'playwright-core';
import { demoPassword } from '../../workspace/demo-data';

export async function agentPageOf(browser: Browser, url: string, username: string) {
  const context = await browser.newContext({ locale: 'pt-BR' });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${url}/agent`);
  await page.getByLabel('Usuário ou e-mail').fill(username);
  await page.getByLabel('Senha').fill(demoPassword);
  await page.getByRole('button', { name: 'Entrar' }).click();
  await page.getByRole('heading', { name: 'Minhas conversas' }).waitFor();
  const waiting = (patient: string) => page.locator('li.waiting', { hasText: patient });
  const take = (patient: string) => waiting(patient).getByRole('button', { name: 'Assumir' });
  const switchOf = page.getByRole('switch', { name: 'Disponível' });
  return {
    page,
    username,
    waiting,
    /** Takes them from the queue, and has the conversation open. */
    takes: async (patient: string) => {
      await take(patient).click();
      await page.locator('main').getByRole('heading', { name: patient }).waitFor();
    },
    /** Presses the button, whatever comes of it. */
    triesToTake: (patient: string) => take(patient).click(),
    writes: async (text: string) => {
      await page.getByRole('textbox', { name: 'Mensagem' }).fill(text);
      await page.getByRole('button', { name: 'Enviar' }).click();
    },
    /** Words anywhere on the page. */
    sees: (text: string | RegExp, limitMs = 60_000) =>
      page.getByText(text).first().waitFor({ timeout: limitMs }),
    /** What apps told them alone, in the open conversation. */
    notices: () => page.locator('li.only-you').allInnerTexts(),
    opensCard: async () => {
      await page.getByRole('button', { name: 'Cartão do paciente' }).click();
      await page.locator('aside.panel').getByRole('heading', { name: 'Cartão do paciente' }).waitFor();
    },
    card: () => page.locator('aside.panel').innerText(),
    /** Takes nobody any more. */
    goesAway: async () => {
      await switchOf.click();
      await page.locator('[role=switch][aria-checked=false]').waitFor();
    },
    /** The browser is gone, without a word to the server. */
    dies: () => context.close(),
  };
}

export type AgentPage = Awaited<ReturnType<typeof agentPageOf>>;

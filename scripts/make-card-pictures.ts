/** `npm run picture:card`: serves a patient on the running system and takes pictures of the card and its form, light and dark. */
import { mkdir } from 'fs/promises';
import path from 'path';
import { findBrowser } from '../cli/find-browser';
import { openBrowser } from '../cli/open-browser';
import { Owned } from '../cli/starting/owned';
import { startThrowAway } from '../cli/starting/throw-away';
import { interview, openAgent, openPage } from './picture/demonstration';

const root = path.join(__dirname, '..');
const folder = path.join(root, 'docs', 'pictures');
const window = { viewport: { width: 1360, height: 860 }, deviceScaleFactor: 1 };

async function main(): Promise<void> {
  const program = findBrowser();
  if (!program) throw new Error('No browser on this machine: install chromium, or set ACOLHE_CHROMIUM');
  const owned = new Owned();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void owned.stopAll().then(() => process.exit(1)));
  try {
    const started = await startThrowAway(root, owned);
    const workspaceUrl = await started.startWorkspace();
    const browser = await openBrowser(program);
    await owned.own({ stop: () => browser.close() });
    const addresses = { workspaceUrl, crmUrl: started.crmUrl, appId: started.app.id };
    const page = await openPage(browser, window);
    const agent = await openAgent(page, workspaceUrl);
    await interview(addresses, 'Rita Nogueira', 'Estou com febre e tosse há dois dias', {
      age: '62',
      temperature: '38,9',
      chronic_condition: 'yes',
      diabetes: 'yes',
    });
    await agent.takesFirst();
    await agent.sees('Só você vê');
    await page.getByRole('button', { name: 'Cartão do paciente' }).click();
    await page.getByText('O que fazer').waitFor();
    await page.locator('.toast').waitFor({ state: 'detached' });
    await mkdir(folder, { recursive: true });
    const take = async (name: string): Promise<void> => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: path.join(folder, `${name}-${colorScheme}.png`) });
      }
    };
    await take('card');
    await page.getByRole('button', { name: 'Registrar desfecho' }).click();
    await page.getByLabel('O que aconteceu?').selectOption('resolved');
    await take('card-form');
    await page.getByRole('button', { name: 'Salvar' }).click();
    await page.getByText('Resolvido (ana)').waitFor();
    console.log(`${path.relative(root, folder)}: card and its form, light and dark`);
  } finally {
    await owned.stopAll();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

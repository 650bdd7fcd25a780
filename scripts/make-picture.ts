/** `npm run picture`: plays a demonstration on the running system and makes docs/picture.png of its pages. */
import { mkdir, writeFile } from 'fs/promises';
import path from 'path';
import type { Browser } from 'playwright-core';
import { findBrowser } from '../cli/find-browser';
import { openBrowser } from '../cli/open-browser';
import { Owned } from '../cli/starting/owned';
import { demoTenant, demoWorkspace } from '../cli/starting/service-environment';
import { startThrowAway } from '../cli/starting/throw-away';
import { interview, openAgent, openCrm, openPage, openWidget, type Addresses } from './picture/demonstration';
import { sendEarlierDay } from './picture/earlier-day';
import { poster, posterWindow, windowOf } from './picture/poster';

const root = path.join(__dirname, '..');
const file = path.join(root, 'docs', 'picture.png');
const maxBytes = 1_000_000;

async function play(browser: Browser, addresses: Addresses): Promise<Buffer> {
  const { workspaceUrl, crmUrl } = addresses;
  const agentPage = await openPage(browser, windowOf('agent'));
  const agent = await openAgent(agentPage, workspaceUrl);

  const phone = await openPage(browser, windowOf('patient'));
  const patient = await openWidget(phone, workspaceUrl, 'Davi Moreira');
  await patient.writes('Estou com falta de ar desde ontem à noite');
  await patient.hears('Ligue agora para o 192');
  const shown = await patient.frame.getByText(/Seu número de paciente é/).innerText();
  const patientId = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/.exec(shown)?.[0] ?? '';
  await agent.takesFirst();
  await agent.sees('Estou com falta de ar');
  await agent.writes('Oi, Davi, aqui é a Ana, enfermeira. Você já ligou para o 192?');
  await patient.hears('aqui é a Ana');
  await patient.writes('Sim, minha irmã ligou. Ela está comigo, na Rua das Flores, 120');
  await agent.sees('Rua das Flores');
  await agent.writes(
    'Muito bem. Sente-se, solte a roupa e fique na conversa: acompanho você até o SAMU chegar.',
  );
  await patient.hears('até o SAMU chegar');

  await interview(addresses, 'Rita Nogueira', 'Estou com febre e tosse há dois dias', {
    age: '62',
    temperature: '38,9',
    chronic_condition: 'yes',
    diabetes: 'yes',
  });
  await interview(addresses, 'Caio Teles', 'Estou com dor de garganta', {
    age: '31',
    fever: 'yes',
    temperature: '38,1',
    symptom_duration: '2',
  });
  await interview(addresses, 'Lia Prado', 'Estou com coriza', { age: '24' });

  const timeline = await openPage(browser, windowOf('timeline'));
  await openCrm(timeline, crmUrl);
  await timeline.goto(`${crmUrl}/patients/${patientId}`);
  await timeline.getByText('até o SAMU chegar').waitFor();
  const dashboard = await openPage(browser, windowOf('dashboard'));
  await openCrm(dashboard, crmUrl);
  await dashboard.locator('svg').first().waitFor();
  await agent.sees('Rita Nogueira');

  const wall = await openPage(browser, posterWindow);
  const shots = {
    patient: await phone.screenshot(),
    agent: await agentPage.screenshot(),
    timeline: await timeline.screenshot(),
    dashboard: await dashboard.screenshot(),
  };
  await wall.setContent(poster(shots), { waitUntil: 'load' });
  return wall.screenshot();
}

async function main(): Promise<void> {
  const program = findBrowser();
  if (!program) throw new Error('No browser on this machine: install chromium, or set ACOLHE_CHROMIUM');
  const owned = new Owned();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void owned.stopAll().then(() => process.exit(1)));
  try {
    console.log('Starting the system with throw-away data …');
    const started = await startThrowAway(root, owned);
    const workspaceUrl = await started.startWorkspace();
    const browser = await openBrowser(program);
    await owned.own({ stop: () => browser.close() });
    const { crmUrl, secret, app } = started;
    await sendEarlierDay(crmUrl, { tenant: demoTenant, workspace: demoWorkspace, secret }, Date.now());
    console.log('Playing the demonstration …');
    const picture = await play(browser, { workspaceUrl, crmUrl, appId: app.id });
    if (picture.length > maxBytes)
      throw new Error(`the picture has ${picture.length} bytes, more than ${maxBytes}`);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, picture);
    console.log(`${path.relative(root, file)}: ${Math.round(picture.length / 1000)} kB`);
  } finally {
    await owned.stopAll();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

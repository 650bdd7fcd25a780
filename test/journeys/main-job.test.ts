import type { Browser, Frame, Page } from 'playwright-core';
import { openBrowser } from '../../cli/open-browser';
import { demoPassword } from '../../cli/starting/demo-staff';
import { demoPassword as agentPassword } from '../../workspace/demo-data';
import { describeInBrowser } from '../support/browser';
import { startSystem, type System } from '../support/system';
import { eventually } from '../support/wait';

describeInBrowser('the main job, in real browsers', (executablePath) => {
  let system: System;
  let browser: Browser;
  const problems: string[] = [];
  const page = async (): Promise<Page> => {
    const opened = await (await browser.newContext({ locale: 'pt-BR' })).newPage();
    opened.setDefaultTimeout(60_000);
    opened.on('pageerror', (error) => problems.push(error.message));
    return opened;
  };
  beforeAll(async () => {
    system = await startSystem();
    browser = await openBrowser(executablePath);
  });
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  const widget = async (name: string): Promise<{ frame: Frame; write: (text: string) => Promise<void> }> => {
    const patient = await page();
    await patient.goto(`${system.workspace.url}/`);
    const frame = await eventually(
      () => patient.frames().find((item) => item.url().includes('/livechat')),
      60_000,
    );
    await frame.locator('input').first().fill(name);
    await frame.getByRole('button', { name: 'Iniciar chat' }).click();
    const box = frame.locator('[contenteditable], textarea').first();
    await box.waitFor();
    return {
      frame,
      write: async (text) => {
        await box.click();
        await patient.keyboard.type(text);
        await patient.keyboard.press('Enter');
      },
    };
  };

  it('“falta de ar” in free text: 192, the urgent queue, an agent answers, the manager sees it all', async () => {
    const agent = await page();
    await agent.goto(`${system.workspace.url}/agent`);
    await agent.getByLabel('Usuário ou e-mail').fill('ana');
    await agent.getByLabel('Senha').fill(agentPassword);
    await agent.getByRole('button', { name: 'Entrar' }).click();

    const { frame, write } = await widget('Pessoa Jornada');
    await write('estou com falta de ar');
    await frame.getByText('Ligue agora para o 192').first().waitFor();
    const shown = await frame
      .getByText(/Seu número de paciente é/)
      .first()
      .innerText();
    const patientId = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/.exec(shown)?.[0] ?? '';

    await agent
      .getByRole('button', { name: /Assumir/ })
      .first()
      .click();
    await agent.getByText('estou com falta de ar').first().waitFor();
    await agent.getByRole('textbox').last().fill('Aqui é a Ana. O SAMU está a caminho?');
    await agent.getByRole('button', { name: 'Enviar' }).click();
    await frame.getByText('O SAMU está a caminho?').first().waitFor();

    const manager = await page();
    await manager.goto(`${system.crmUrl}/`);
    await manager.getByLabel(/e-mail/i).fill('gestora@demo.example');
    await manager.getByLabel(/senha/i).fill(demoPassword);
    await manager.getByRole('button', { name: /entrar/i }).click();
    await manager.goto(`${system.crmUrl}/patients/${patientId}`);
    const told = ['estou com falta de ar', 'Ligue agora para o 192', 'O SAMU está a caminho?'];
    for (const text of told) await manager.getByText(text).first().waitFor();
    const timeline = await manager.locator('main').innerText();
    const places = told.map((text) => {
      expect(timeline.split(text)).toHaveLength(2);
      return timeline.indexOf(text);
    });
    expect([...places].sort((a, b) => a - b)).toEqual(places);

    // live: what is written now appears without a reload
    await write('sim, chegando');
    await manager.getByText('sim, chegando').waitFor();
    await manager.goto(`${system.crmUrl}/dashboard`);
    await manager.locator('svg').first().waitFor();
    // the widget is a given; its sound has no source here
    expect(problems.filter((problem) => !/supported sources|play\(\)/.test(problem))).toEqual([]);
  });

  it('buttons answer the interview as words do, up to guidance with a safety net and the offer of a person', async () => {
    const { frame, write } = await widget('Pessoa Leve');
    await write('estou com coriza');
    await frame.getByText('Quantos anos').first().waitFor();
    await write('30');
    const { omnichannel } = system.workspace;
    const messages = () => {
      const room = [...omnichannel.rooms.values()].find((item) => item.fname === 'Pessoa Leve');
      return room ? omnichannel.messagesOf(room._id) : [];
    };
    const buttonMessages = () => messages().filter((message) => message.blocks);
    const said = () => messages().map(({ msg, blocks }) => (blocks ? '[buttons]' : msg));
    const labelsOf = (message: ReturnType<typeof buttonMessages>[number] | undefined): string[] =>
      [...JSON.stringify(message?.blocks ?? []).matchAll(/"type":"plain_text","text":"([^"]+)"/g)].map(
        (match) => match[1] ?? '',
      );
    // the age was written: its message has a button of its own, which stays unpressed
    for (let asked = 2; ; asked += 1) {
      const message = await eventually(() => buttonMessages()[asked - 1], 60_000);
      const label =
        labelsOf(message).find((text) => /^(Não|Falar com uma pessoa)/.test(text)) ?? labelsOf(message)[0];
      if (label === 'Falar com uma pessoa') break;
      // of this very message; the widget now and then draws one twice, under the same id
      const drawn = frame.locator(`[id="${message?._id}"]`);
      await drawn
        .getByRole('button', { name: label ?? '', exact: true })
        .first()
        .click();
      // as many as there are questions; else it is told what was said
      if (asked >= 25) throw new Error(`too many buttons:\n${said().join('\n')}`);
    }
    await frame.getByText('Posso ajudar em algo mais').first().waitFor();
    await frame.getByRole('button', { name: 'Falar com uma pessoa' }).last().click();
    await frame
      .getByText(/Você está na fila|não há ninguém/)
      .first()
      .waitFor();
  });
});

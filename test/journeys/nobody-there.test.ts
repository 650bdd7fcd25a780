/**
 * Nobody of the team is there, the patient is not either for a while, or the queue they wait in is removed: in the real widget,
 * on a plan without premium features.
 */
import type { Browser } from 'playwright-core';
import { openBrowser } from '../../cli/open-browser';
import { conversationTasks } from '../../crm-sync/tasks/task-shelf';
import { agentPageOf } from '../support/agent-page';
import { aged } from '../support/aged';
import { describeInBrowser } from '../support/browser';
import { startSystem, type System } from '../support/system';
import { peopleOf } from '../support/there';
import { eventually } from '../support/wait';
import { answerTimesMs, widgetOf, type Widget } from '../support/widget';

const minuteMs = 60_000;

describeInBrowser('nobody is there, in real browsers', (executablePath) => {
  let system: System;
  let browser: Browser;
  const { omnichannel, departmentNamed } = peopleOf(() => system);
  const roomOf = (name: string) => [...omnichannel().rooms.values()].findLast((room) => room.fname === name);
  const departmentOf = (name: string) =>
    omnichannel().departments.get(roomOf(name)?.departmentId ?? '')?.name;
  const patients: Widget[] = [];
  const patient = async (name: string, ...says: string[]): Promise<Widget> => {
    const widget = await widgetOf(browser, system.workspace.url, name);
    patients.push(widget);
    await widget.enters();
    for (const text of says) await widget.writes(text);
    return widget;
  };

  beforeAll(async () => {
    browser = await openBrowser(executablePath);
    system = await startSystem({ plan: 'community' });
  });
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });
  afterEach(async () => {
    for (const widget of patients.splice(0)) await widget.close();
  });

  it('the bot answers all the same, and what it promises is kept: a call by the time it told, a place that somebody takes', async () => {
    const called = await patient('Pessoa Sozinha');
    // no form for messages that nobody reads
    expect(await called.pageText()).not.toMatch(/fora do ar/i);
    await called.writes('estou com coriza');
    await called.sees('Quantos anos');
    await called.writes('30');
    await eventually(async () => (await called.drawn()).at(-1)?.mine === false);
    await called.writes('atendente');
    await called.sees('O seu lugar está guardado: assim que alguém entrar, responde aqui mesmo');
    for (const ms of answerTimesMs(await called.drawn())) expect(ms).toBeLessThan(10_000);
    await called.presses('Quero que me liguem');
    await called.sees('Em que telefone');
    await called.writes('11 91234-5678');
    const { text } = await called.sees('a equipe liga para você até');
    const [task] = await eventually(async () => {
      const open = await conversationTasks(system.tenant).open();
      return open.length > 0 ? open : undefined;
    });
    // the time that was told is the one by which the task is due
    const due = { hour: '2-digit', minute: '2-digit', timeZone: 'America/Sao_Paulo' } as const;
    expect(text).toContain(new Intl.DateTimeFormat('pt-BR', due).format(task!.dueAt));
    // when the conversation is closed, the widget takes all of it off the screen: there was a minute to read
    await aged(system, roomOf(called.name)!._id, minuteMs);
    await called.frame().getByText('Conversa encerrada').waitFor();
    expect(await called.pageText()).toMatch(/Em uma emergência, ligue 192/);
    // who begins again is known
    await called
      .frame()
      .getByRole('button', { name: /nov[oa]/i })
      .click();
    await called.writes('oi');
    await called.sees('Que bom ter você de volta');

    const danger = await patient('Pessoa em Perigo', 'estou com muita falta de ar');
    await danger.seesInOrder('Ligue agora para o 192', 'Não espere por nós');
    expect(await danger.pageText()).not.toMatch(/Quero que me liguem|Quero marcar consulta/);
    const ana = await agentPageOf(browser, system.workspace.url, 'ana');
    await ana.takes(danger.name);
    await ana.writes('Aqui é a Ana. O SAMU já foi chamado?');
    await danger.seesInOrder('assim que alguém entrar', 'O SAMU já foi chamado?');
    await ana.dies();
  });

  it('who closes the page and comes back after an hour sees all that was said, is told since when they wait, and is heard', async () => {
    const waits = await patient('Pessoa que Volta', 'quero falar com uma pessoa');
    await waits.sees('O seu lugar está guardado');
    const asked = await patient('Pessoa que Some', 'estou com tosse');
    await asked.sees('Quantos anos');
    const before = await waits.texts();
    for (const widget of [waits, asked]) await widget.leaves();
    const gone = roomOf(asked.name)!._id;
    await aged(system, roomOf(waits.name)!._id, 60 * minuteMs);
    await aged(system, gone, 30 * minuteMs);
    await eventually(() =>
      omnichannel()
        .messagesOf(gone)
        .some(({ msg }) => msg.includes('Você ainda está aí?')),
    );
    await aged(system, gone, 30 * minuteMs);
    await eventually(() => roomOf(asked.name)?.open === false);

    await waits.returns();
    await waits.sees('O seu lugar está guardado');
    expect((await waits.texts()).length).toBeGreaterThanOrEqual(before.length);
    await waits.writes('tem alguém?');
    await waits.sees('na fila de Atendimento geral há 60 min');
    await waits.writes('agora não consigo respirar');
    await waits.seesInOrder('há 60 min', 'Ligue agora para o 192');
    await eventually(() => departmentOf(waits.name) === 'Urgência');

    await asked.returns();
    await asked.writes('voltei, estou com muita falta de ar');
    await asked.sees('Ligue agora para o 192');
    expect(roomOf(asked.name)?._id).not.toBe(gone);
    await eventually(() => departmentOf(asked.name) === 'Urgência');
  });

  it('the department is removed while somebody in danger waits in it: 192 once more, and they wait elsewhere; nobody who waits there is forgotten', async () => {
    const ana = await agentPageOf(browser, system.workspace.url, 'ana');
    const widget = await patient('Pessoa sem Fila', 'estou com muita falta de ar');
    await widget.sees('A equipe de Urgência foi avisada');
    omnichannel().setServerSetting('Omnichannel_enable_department_removal', true);
    omnichannel().removeDepartment(departmentNamed('Urgência')._id);
    const { text } = await widget.sees('A fila em que você estava foi encerrada', 60_000);
    expect(text).toContain('192');
    await widget.seesInOrder('A fila em que você estava', 'A equipe de Atendimento geral foi avisada');
    await ana.takes(widget.name);
    await ana.writes('Estou aqui.');
    await widget.sees('Estou aqui.');

    // one department is left, and this plan has no priorities
    await system.workspace.engine.updateSetting(system.appId, 'managers', 'admin');
    await system.workspace.engine.updateSetting(system.appId, 'sla_red_minutes', 0.2);
    const admin = await agentPageOf(browser, system.workspace.url, 'admin');
    const danger = await patient('Pessoa em Fila Única', 'estou com muita falta de ar');
    await danger.seesInOrder('Ligue agora para o 192', 'A equipe de Atendimento geral foi avisada');
    await danger.sees('Ainda não há quem responda aqui', 12_000 + 35_000);
    await admin.sees(/vermelho/);
    await ana.takes(danger.name);
    await ana.writes('Já estou com você.');
    await danger.seesInOrder('Ainda não há quem responda aqui', 'Já estou com você.');
  });
});

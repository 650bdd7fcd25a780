/**
 * From bot to human with the real widget and several agents at their own pages: whatever goes wrong, the patient sees words in
 * time, and somebody is told. The same past the widget, and more of it: test/integration/hand-over-stories.test.ts.
 */
import type { Browser } from 'playwright-core';
import { openBrowser } from '../../cli/open-browser';
import { OmnichannelError } from '../../workspace/omnichannel/errors';
import { agentPageOf, type AgentPage } from '../support/agent-page';
import { describeInBrowser } from '../support/browser';
import { startSystem, type System } from '../support/system';
import { peopleOf } from '../support/there';
import { eventually } from '../support/wait';
import { answerTimesMs, widgetOf, type Drawn, type Widget } from '../support/widget';

/** The sweep that finds what is due comes each 20 s; a busy machine needs a moment too. */
const lateMs = 35_000;
/** From somebody's going away to the words about it: ten seconds of grace for a reload, a sweep. */
const noticedMs = 10_000 + lateMs;
const answeredMs = 10_000;
const tooLong = 'A espera está maior do que devia';

describeInBrowser('from bot to human, in real browsers', (executablePath) => {
  let system: System;
  let browser: Browser;
  let [ana, bruno, admin]: AgentPage[] = [];
  const { omnichannel, departmentNamed } = peopleOf(() => system);
  const set = (id: string, value: unknown) => system.workspace.engine.updateSetting(system.appId, id, value);
  const agentPage = (username: string) => agentPageOf(browser, system.workspace.url, username);
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
  const waits = async (name: string): Promise<Widget> => {
    const widget = await patient(name, 'quero falar com uma pessoa');
    await widget.sees('Você está na fila de Atendimento geral');
    return widget;
  };
  const between = (all: readonly Drawn[], part: string, next: string, nth = 0): number => {
    const first = all.findIndex(({ text }) => text.includes(part));
    const later = all.slice(first + 1).filter(({ text }) => text.includes(next))[nth];
    return first < 0 || !later ? Number.POSITIVE_INFINITY : later.atMs - (all[first]?.atMs ?? 0);
  };

  beforeAll(async () => {
    browser = await openBrowser(executablePath);
    system = await startSystem();
    await set('managers', 'admin');
    [ana, bruno, admin] = await Promise.all(['ana', 'bruno', 'admin'].map(agentPage));
  });
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    for (const widget of patients.splice(0)) {
      const room = roomOf(widget.name);
      if (room?.open) omnichannel().closeByVisitor({ rid: room._id, token: room.v.token });
      await widget.close();
    }
  });

  /** All that was said to them is on their screen: once each, in its order, and nothing they wrote was left without words. */
  async function sawEverything(widget: Widget): Promise<void> {
    const unseen = ['uj', 'ul', 'command', 'livechat-close'];
    const said = () =>
      omnichannel()
        .messagesOf(roomOf(widget.name)?._id ?? '')
        .filter(({ t = '' }) => !unseen.includes(t))
        .map(({ _id }) => _id);
    const drawn = async () => (await widget.drawn()).map(({ id }) => id);
    await eventually(async () => JSON.stringify(await drawn()) === JSON.stringify(said()), 5_000).catch(
      async () => expect(await drawn()).toEqual(said()),
    );
    for (const ms of answerTimesMs(await widget.drawn())) expect(ms).toBeLessThan(answeredMs);
  }

  it('severe: 192 in the very next words, the urgent department, the agent’s notice and card', async () => {
    const widget = await patient('Pessoa Grave', 'estou com muita falta de ar e dor forte no peito');
    await widget.seesInOrder(
      'falta de ar e dor forte',
      'Ligue agora para o 192',
      'A equipe de Urgência foi avisada',
    );
    expect(departmentOf(widget.name)).toBe('Urgência');
    // only who is of that department is shown them
    expect(await bruno!.waiting(widget.name).count()).toBe(0);
    await ana!.takes(widget.name);
    const [notice] = await eventually(async () => {
      const notices = await ana!.notices();
      return notices.length > 0 ? notices : undefined;
    });
    expect(notice).toMatch(/Pessoa Grave.*vermelho|vermelho.*Pessoa Grave/is);
    await ana!.opensCard();
    expect(await ana!.card()).toMatch(/falta de ar/i);
    await ana!.writes('Aqui é a Ana. O SAMU já foi chamado?');
    await widget.sees('O SAMU já foi chamado?');
    // what only the agent sees is nowhere at the patient's
    expect((await widget.texts()).join('\n')).not.toMatch(/Cartão do paciente|Só você vê/);
    await sawEverything(widget);
  });

  it('a transfer that Rocket.Chat refuses: the next department has them; two agents take them at once: one has them, the other reads why', async () => {
    const forward = omnichannel().forward.bind(omnichannel());
    const general = departmentNamed('Atendimento geral')._id;
    jest.spyOn(omnichannel(), 'forward').mockImplementation((request) => {
      if (request.departmentId === general) throw new OmnichannelError('error-invalid-inquiry');
      return forward(request);
    });
    const refused = await patient('Pessoa Recusada', 'atendente');
    await refused.seesInOrder('vou chamar uma pessoa', 'Você está na fila de Urgência');
    jest.restoreAllMocks();

    const wanted = await waits('Pessoa Disputada');
    // both have pressed before either is answered
    let pressed = 0;
    const bothPressed = () => eventually(() => pressed === 2);
    for (const { page } of [ana!, bruno!])
      await page.route('**/inquiries.take', async (route) => {
        pressed += 1;
        await bothPressed();
        await route.continue();
      });
    await Promise.all([ana, bruno].map((agent) => agent!.triesToTake(wanted.name)));
    await eventually(() => roomOf(wanted.name)?.servedBy);
    const [winner, loser] =
      roomOf(wanted.name)?.servedBy?.username === 'ana' ? [ana!, bruno!] : [bruno!, ana!];
    await loser.sees('Outra pessoa já assumiu esta conversa');
    for (const { page } of [ana!, bruno!]) await page.unroute('**/inquiries.take');
    await winner.sees(/Só você vê/);
    expect(await loser.notices()).toEqual([]);
    await winner.writes('Olá, como posso ajudar?');
    await wanted.sees('como posso ajudar?');
    for (const widget of [refused, wanted]) await sawEverything(widget);
  });

  it('agents fail in three ways at once: one never writes, one’s browser is gone, the last one leaves a queue; nobody waits in silence', async () => {
    await set('sla_yellow_minutes', 0.2);
    const targetMs = 12_000;
    try {
      const [ignored, left, queued] = await Promise.all(
        ['Pessoa Ignorada', 'Pessoa Abandonada', 'Pessoa na Fila'].map(waits),
      );
      await bruno!.takes(ignored!.name);
      await ana!.takes(left!.name);
      await ana!.writes('Olá, sou a Ana.');
      await left!.sees('Olá, sou a Ana.');
      await ana!.dies();
      await bruno!.goesAway();
      await left!.writes('A senhora ainda está aí?');

      // who was left in the queue keeps the place, and hears so
      await queued!.sees('O seu lugar está guardado', noticedMs + lateMs);
      // who was given to somebody silent hears it in time, and who leads reads whose it is
      await ignored!.sees(tooLong, targetMs + lateMs);
      await admin!.sees(/bruno/);
      // who had an agent is told that it is kept, and the clock runs anew
      await left!.sees('A equipe vai ler isto assim que assumir a conversa', noticedMs + lateMs);
      await left!.sees(tooLong, targetMs + lateMs);
      await admin!.sees(/ana/);
      for (const widget of [ignored!, queued!]) {
        const all = await widget.drawn();
        expect(between(all, 'Você está na fila', tooLong)).toBeLessThan(targetMs + lateMs);
      }

      // somebody comes: the place was kept
      ana = await agentPage('ana');
      await ana.takes(queued!.name);
      await ana.writes('Desculpe a espera, sou a Ana.');
      await queued!.seesInOrder('Você está na fila', 'O seu lugar está guardado', 'Desculpe a espera');
    } finally {
      await set('sla_yellow_minutes', 60);
    }
  });
});

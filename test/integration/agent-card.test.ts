/** The patient card in the real engine: what the agent sees and does, what Rocket.Chat and the CRM have of it. */
import { canaries } from '../support/canaries';
import { chatOf } from '../support/chat';
import { deskOf } from '../support/desk';
import { startSystem, type System } from '../support/system';
import { eventually } from '../support/wait';

let system: System;
let ana: ReturnType<typeof deskOf>;
let bruno: ReturnType<typeof deskOf>;
beforeAll(async () => {
  system = await startSystem();
  ana = deskOf(system, 'ana');
  bruno = deskOf(system, 'bruno');
  const { omnichannel } = system.workspace;
  for (const { user } of [ana, bruno]) omnichannel.setPresence(user._id, 'online', 'available');
});
afterAll(() => system?.stop());

const events = (conversation: string, type: string) =>
  system.tenant.events.find({ subject: conversation, type: `acolhe.${type}.v1` }).toArray();
const told = (conversation: string, type: string) =>
  eventually(async () => (await events(conversation, type))[0], 60_000);

/** A patient who asked for a person, and whom Ana took. */
async function served(words = 'quero falar com uma pessoa', name = 'Pessoa Teste') {
  const chat = chatOf(system, name);
  await chat.heard('Seu número de paciente');
  chat.says(words);
  await eventually(() => chat.department(), 60_000);
  if (chat.room()?.servedBy?.username !== 'ana') await ana.takes(chat.rid);
  await eventually(() => chat.room()?.servedBy?.username === 'ana');
  return chat;
}
/** What ana was told directly, but for what is to be done. */
const notTasks = () => ana.direct().filter(({ msg }) => !msg.startsWith('📋'));
const patientsSee = (chat: ReturnType<typeof chatOf>): string => JSON.stringify(chat.messages());

describe('the card', () => {
  it('Given a severe patient is taken, then the agent alone is told who, how urgent and why, and opens the card by the button', async () => {
    const chat = await served('estou com muita falta de ar e dor no peito');
    await eventually(() => ana.notices().some((text) => text.includes('Pessoa Teste')), 60_000);
    const notice = ana.notices().find((text) => text.includes('Pessoa Teste'))!;
    expect(notice).toContain('vermelho');
    expect(notice).toContain('Falta de ar');
    expect(notice).toContain('/acolhe card');
    await ana.opensCard(chat.rid);
    const card = await eventually(() => ana.card());
    expect(card).toMatchObject({ type: 'contextual_bar.open', view: { id: `card/${chat.rid}` } });
    expect(ana.cardText()).toContain('Dor no peito');
    expect(ana.cardText()).toContain('ligar 192 agora');
    expect(ana.cardText()).toContain('Primeiro contato');
    // an open flag: it is not given back
    expect(ana.buttons().map(({ actionId }) => actionId)).not.toContain('card:bot');
    expect(patientsSee(chat)).not.toContain('Cartão');
  });

  it('Given notices go by direct message, then it comes there', async () => {
    const { engine } = system.workspace;
    await engine.updateSetting(system.appId, 'agent_notice', 'direct');
    try {
      const before = notTasks().length;
      const person = canaries();
      // all that could be told of somebody: a name, words that raise flags, an answer beside them
      const told = `estou com muita falta de ar e dor no peito, ${person.text('complaint')}, ${person.phone}`;
      const chat = await served(told, person.name);
      const first = await eventually(() => notTasks()[before], 60_000);
      system.workspace.omnichannel.closeByAgent({ rid: chat.rid, userId: ana.user._id });
      const second = await eventually(() => notTasks()[before + 1], 60_000);
      for (const { msg, blocks } of [first, second]) {
        const kept = `${msg} ${JSON.stringify(blocks ?? '')}`;
        expect(kept).toMatch(/\*[\dA-Z]{4}-[\dA-Z]{4}-[\dA-Z]\*/);
        expect(kept).toContain(`/live/${chat.rid}`);
        for (const { canary } of person.all()) expect(kept).not.toContain(canary);
        expect(kept).not.toMatch(/Falta de ar|Dor no peito|SAMU/);
      }
      expect(first.msg).toMatch(/vermelho.*Urgência/);
      // closed without a word: somebody is to call them
      const [task] = await eventually(() => {
        const found = ana.direct().filter(({ msg }) => msg.includes(`${chat.rid}/left`));
        return found.length > 0 ? found : undefined;
      });
      for (const { canary } of person.all()) expect(task?.msg).not.toContain(canary);
    } finally {
      await engine.updateSetting(system.appId, 'agent_notice', 'room');
    }
  });

  it('Given a view is closed, then nothing is amiss', async () => {
    const chat = await served();
    await ana.opensCard(chat.rid);
    const { view } = (await eventually(() => ana.card()))!;
    const closed = { type: 'viewClosed' as const, actionId: '', triggerId: 'closed', view };
    const answer = await system.workspace.engine.userInteraction({
      ...{ ...closed, appId: system.appId, userId: ana.user._id },
    });
    expect(answer).toMatchObject({ success: true });
  });

  it('Given somebody else serves, then the card is refused in words and nothing is shown', async () => {
    const chat = await served();
    await bruno.opensCard(chat.rid);
    await eventually(() => bruno.notices().some((text) => text.includes('de quem atende esta conversa')));
    expect(bruno.card()).toBeUndefined();
  });

  it('Given the CRM is away, then the card shows what was said here and says that the history is away', async () => {
    const chat = await served();
    await system.killCrm();
    try {
      await ana.types(chat.rid, 'card');
      await eventually(() => ana.cardText().includes('histórico está fora do ar'), 60_000);
      expect(ana.cardText()).toContain('Pessoa Teste');
    } finally {
      await system.startCrm();
    }
  });
});

describe('what is done on it', () => {
  it('Given an outcome is registered in the form, twice by a double press, then it is told once', async () => {
    const chat = await served();
    await ana.opensCard(chat.rid);
    await ana.presses('outcome');
    const form = await eventually(() => ana.modal());
    expect(form.view.id).toMatch(/^outcome\//);
    const sent = { outcome: 'resolved', note: 'tudo bem' };
    await Promise.all([ana.fills(sent, form.view), ana.fills(sent, form.view)]);
    const registered = await told(chat.rid, 'outcome.registered');
    expect(registered.coded).toMatchObject({ outcome: 'resolved', by: 'ana' });
    await eventually(
      async () =>
        (await system.tenant.encounters.findOne({ _id: chat.rid }))?.serviceOutcome?.outcome === 'resolved',
      60_000,
    );
    expect(await events(chat.rid, 'outcome.registered')).toHaveLength(1);
    // drawn anew with it
    expect(ana.cardText()).toContain('Resolvido (ana)');
    expect(patientsSee(chat)).not.toContain('tudo bem');
  });

  it('Given a form without what it needs, then it says so and nothing is told', async () => {
    const chat = await served();
    await ana.types(chat.rid, 'outcome');
    const form = await eventually(() => ana.modal());
    const answer = await ana.fills({}, form.view);
    expect(answer).toMatchObject({ type: 'errors', errors: { outcome: 'Escolha o desfecho.' } });
    expect(await events(chat.rid, 'outcome.registered')).toEqual([]);
  });

  it('Given a task and a note by command, then the CRM has them and the card shows them', async () => {
    const chat = await served();
    await ana.types(chat.rid, 'task ligar amanhã cedo');
    await ana.types(chat.rid, 'note mora sozinha');
    expect((await told(chat.rid, 'task.opened')).coded).toMatchObject({ kind: 'other', owner: 'ana' });
    await told(chat.rid, 'conversation.noted');
    await eventually(
      async () => (await system.tenant.encounters.findOne({ _id: chat.rid }))?.tasks?.length === 1,
      60_000,
    );
    await ana.opensCard(chat.rid);
    await eventually(() => ana.cardText().includes('mora sozinha'), 60_000);
    expect(ana.cardText()).toContain('ligar amanhã cedo');
  });

  it('Given it is forwarded, then it moves and the agent is told; to one that is gone meanwhile, then the form says so', async () => {
    const chat = await served();
    const { omnichannel } = system.workspace;
    await ana.opensCard(chat.rid);
    await ana.presses('forward');
    const urgent = [...omnichannel.departments.values()].find(({ name }) => name === 'Urgência')!;
    await ana.fills({ department: urgent._id });
    await eventually(() => chat.department() === 'Urgência', 60_000);
    await eventually(() => ana.notices().some((text) => text.includes('Encaminhado para Urgência')), 60_000);
    const other = await served();
    await ana.opensCard(other.rid);
    await ana.presses('forward');
    const answer = await ana.fills({ department: 'gone' });
    expect(answer).toMatchObject({ errors: { department: 'Escolha o departamento.' } });
    expect(other.room()?.servedBy?.username).toBe('ana');
  });

  it('Given no flag, then the bot goes on until the agent writes', async () => {
    const chat = await served();
    await ana.types(chat.rid, 'bot');
    await chat.heard(/robô|assistente|O que você está sentindo/);
    await eventually(() => ana.notices().some((text) => text.includes('Se você escrever, ele para')), 60_000);
  });

  it('Given danger after that, then the room really leaves the agent for the urgent queue', async () => {
    const chat = await served();
    await ana.types(chat.rid, 'bot');
    await chat.heard(/O que você está sentindo/);
    chat.says('estou com muita falta de ar');
    await chat.heard(/192 \(SAMU\)/);
    await eventually(() => {
      return chat.department() === 'Urgência' && chat.room()?.servedBy?.username !== 'ana';
    }, 60_000);
  });

  it('Given a suggested reply, then it is read over and written in the name of the agent', async () => {
    const chat = await served();
    await ana.types(chat.rid, 'reply');
    await eventually(() => ana.modal()?.view.id.startsWith(`reply/${chat.rid}/`));
    await ana.presses('pick', 'modal');
    const text = await eventually(() => {
      const [block] = ana.modal()?.view.blocks ?? [];
      return (block?.['element'] as { initialValue?: string } | undefined)?.initialValue;
    });
    expect(text).toBe('Olá, Pessoa Teste. Meu nome é Ana Souza e vou atender você agora.');
    await ana.fills({ text });
    const written = await eventually(() => chat.messages().find(({ msg }) => msg === text));
    expect(written.u.username).toBe('ana');
  });

  it('Given a second screening is begun, then the decision is hidden on the card and its form is linked', async () => {
    const chat = await served();
    await ana.opensCard(chat.rid);
    await ana.presses('rescreen');
    await eventually(() => ana.cardText().includes('aparece aqui depois da sua segunda triagem'), 60_000);
    expect(ana.buttons().some(({ url }) => url?.endsWith(`/conversations/${chat.rid}/rescreen`))).toBe(true);
  });

  it('Given somebody who is no agent, then no command is theirs', async () => {
    const chat = await served();
    await bruno.types(chat.rid, 'outcome resolved');
    await eventually(() => bruno.notices().length > 0);
    expect(await events(chat.rid, 'outcome.registered')).toEqual([]);
  });
});

describe('the end', () => {
  it('Given it is closed by the card, then with its outcome and in the agent’s name, and nobody is asked', async () => {
    const chat = await served();
    await ana.opensCard(chat.rid);
    await ana.presses('close');
    await ana.fills({ outcome: 'referred' });
    await eventually(() => chat.room()?.open !== true, 60_000);
    expect((await told(chat.rid, 'conversation.closed')).coded).toEqual({ by: 'agent' });
    expect((await told(chat.rid, 'outcome.registered')).coded).toMatchObject({ outcome: 'referred' });
    expect(await events(chat.rid, 'outcome.asked')).toEqual([]);
  });

  it('Given it is closed otherwise, then the agent is asked by a direct message, whose button registers it', async () => {
    const chat = await served();
    const before = notTasks().length;
    system.workspace.omnichannel.closeByAgent({ rid: chat.rid, userId: ana.user._id });
    expect((await told(chat.rid, 'outcome.asked')).coded).toEqual({ of: 'ana' });
    const message = await eventually(() => notTasks()[before], 60_000);
    expect(message.msg).toContain('terminou sem desfecho');
    expect((await system.tenant.encounters.findOne({ _id: chat.rid }))?.serviceOutcome).toBeUndefined();
    await ana.pressesBeside(message);
    await eventually(() => ana.modal()?.view.id.startsWith(`outcome/${chat.rid}/`));
    await ana.fills({ outcome: 'not-resolved' });
    expect((await told(chat.rid, 'outcome.registered')).coded).toMatchObject({ outcome: 'not-resolved' });
  });
});

import { demoTenant, demoWorkspace } from '../../cli/starting/service-environment';
import { chatOf } from '../support/chat';
import { postSigned } from '../support/crm';
import { startSystem, type System } from '../support/system';
import { eventually } from '../support/wait';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system?.stop());

const set = (id: string, value: unknown) => system.workspace.engine.updateSetting(system.appId, id, value);
const events = (conversation: string, type: string) =>
  system.tenant.events.find({ subject: conversation, type: `acolhe.${type}.v1` }).toArray();

describe('the opening', () => {
  beforeAll(async () => {
    await set('ask_consent', true);
    await set('consent_url', 'https://clinic.example/consent');
    await set('ask_for_whom', true);
  });
  afterAll(async () => {
    await set('ask_consent', false);
    await set('ask_for_whom', false);
  });

  it('Given a complaint, then consent with its link, then for whom, then the questions; the CRM has the consent', async () => {
    const chat = chatOf(system);
    await chat.heard('O que você está sentindo');
    chat.says('tosse');
    await chat.heard('https://clinic.example/consent');
    await chat.presses('consent:yes');
    await chat.heard('Para quem é');
    chat.says('2');
    await chat.heard('é para uma criança');
    await chat.heard('número de atendimento de quem você está cuidando');
    const [given] = await eventually(async () => {
      const found = await events(chat.rid, 'consent.given');
      return found.length > 0 ? found : undefined;
    });
    expect(given?.coded).toMatchObject({ via: 'button', text: 'https://clinic.example/consent' });
    await eventually(
      async () => (await system.tenant.encounters.findOne({ _id: chat.rid }))?.consent === 'given',
    );
  });

  it('Given the same visitor comes back, then the first words greet them so, and they are not asked again', async () => {
    const { omnichannel } = system.workspace;
    const first = chatOf(system);
    first.says('estou com tosse');
    await first.heard('posso perguntar');
    await first.presses('consent:yes');
    await first.heard('Quantos anos');
    await eventually(
      async () => (await system.tenant.encounters.findOne({ _id: first.rid }))?.consent === 'given',
    );
    omnichannel.closeByVisitor({ rid: first.rid, token: first.token });
    const textsOf = (rid: string): string[] =>
      omnichannel.messagesOf(rid).flatMap(({ token, t, msg }) => (token || t || !msg ? [] : [msg]));
    // the first words wait a second for who it is: a machine that is busy with other tests may need another visit
    const comesBack = async (visits = 4): Promise<string> => {
      const visitor = omnichannel.visitorByToken(first.token)!;
      const { room } = omnichannel.startRoom(visitor, { source: { type: 'widget' } });
      const said = (part: string) => textsOf(room._id).some((text) => text.includes(part));
      await eventually(() => said('O que você está sentindo') && said('Seu número de paciente'), 60_000);
      if (visits === 1 || textsOf(room._id)[0]?.includes('Que bom ter você de volta hoje')) return room._id;
      omnichannel.closeByVisitor({ rid: room._id, token: first.token });
      return comesBack(visits - 1);
    };
    const rid = await comesBack();
    const texts = () => textsOf(rid);
    expect(texts()[0]).toContain('Que bom ter você de volta hoje');
    expect(texts()[1]).toContain('não dou diagnóstico');
    omnichannel.sendVisitorMessage({ token: first.token, rid, msg: 'estou com tosse' });
    await eventually(() => texts().some((text) => text.includes('Quantos anos')));
    expect(texts().join('\n')).not.toContain('posso perguntar');
  });

  it('Given consent is refused, then a person is called and the number to call is said', async () => {
    const chat = chatOf(system);
    chat.says('estou com tosse');
    await chat.heard('posso perguntar');
    chat.says('não concordo');
    await chat.heard('Não faço as perguntas');
    await eventually(() => chat.department() === 'Atendimento geral');
    expect(await events(chat.rid, 'triage.started')).toEqual([]);
  });
});

describe('silence', () => {
  it('Given nobody writes, then it is asked after and the room is closed with words, by the bot', async () => {
    await set('silence_ask_minutes', 0.02);
    await set('silence_close_minutes', 0.05);
    try {
      const chat = chatOf(system);
      chat.says('estou com tosse');
      await chat.heard('Quantos anos');
      await chat.heard('Você ainda está aí?', 60_000);
      await chat.heard('encerro a conversa', 60_000);
      await eventually(() => chat.room()?.open !== true, 60_000);
      expect(chat.botTexts().filter((text) => text.includes('Você ainda está aí?'))).toHaveLength(1);
      const [closed] = await eventually(async () => {
        const found = await events(chat.rid, 'conversation.closed');
        return found.length > 0 ? found : undefined;
      }, 60_000);
      expect(closed?.coded).toEqual({ by: 'bot' });
    } finally {
      await set('silence_ask_minutes', 0);
    }
  });
});

describe('a channel without buttons', () => {
  it('Given choices are numbered, then they are lines of the text, and a number picks one', async () => {
    await set('choices_numbered', 'always');
    try {
      const chat = chatOf(system);
      chat.says('estou com tosse');
      await chat.heard('Quantos anos');
      chat.says('34');
      await chat.heard('*1* - Sim');
      expect(chat.messages().some((message) => message.blocks)).toBe(false);
      chat.says('2');
      await eventually(async () => (await events(chat.rid, 'triage.answered')).length >= 3);
    } finally {
      await set('choices_numbered', 'auto');
    }
  });
});

describe('the wait', () => {
  it('Given others wait longer, then who asks hears how many', async () => {
    const [first, second] = [chatOf(system), chatOf(system)];
    for (const chat of [first, second]) {
      chat.says('atendente');
      await eventually(
        async () => (await system.tenant.encounters.findOne({ _id: chat.rid }))?.state === 'queued',
      );
    }
    // news of the wait begin after its first minute: asked here as the app does then
    const ask = (conversation: string) =>
      postSigned(
        system.crmUrl,
        { conversation },
        { tenant: demoTenant, workspace: demoWorkspace, path: 'questions/wait', secret: system.secret },
      );
    const { body } = await ask(second.rid);
    expect((body as { before: number }).before).toBeGreaterThanOrEqual(1);
    expect((await ask('nobody')).body).toEqual({});
    // the app asks too, soon after they joined, and tells them
    await second.heard('antes de você na fila');
  });
});

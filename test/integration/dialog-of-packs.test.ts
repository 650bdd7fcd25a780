import { chatOf } from '../support/chat';
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
const atRest = async (conversation: string) =>
  JSON.stringify(await system.tenant.events.find({ subject: conversation }).toArray());

describe('after a red flag', () => {
  it('Given nobody serves, then where, number and company are asked one at a time, and sealed in the CRM', async () => {
    const chat = chatOf(system);
    await chat.heard('O que você está sentindo');
    chat.says('estou com falta de ar');
    await chat.heard('192 (SAMU)');
    await chat.heard('Onde você está agora');
    chat.says('Rua das Acácias 12');
    await chat.heard('telefone para ligarmos');
    chat.says('85 90000-1234');
    await chat.heard('Quem está com você');
    chat.says('minha avó');
    await chat.heard('Anotado, a equipe');
    const told = await eventually(async () => {
      const found = await events(chat.rid, 'emergency.detail');
      return found.length === 3 ? found : undefined;
    });
    expect(told.map(({ coded }) => coded)).toEqual(
      expect.arrayContaining(['address', 'phone', 'company'].map((detail) => ({ detail }))),
    );
    expect(await atRest(chat.rid)).not.toContain('Acácias');
    await eventually(async () =>
      (await system.timeline(chat.rid)).some(({ text }) => text === 'Rua das Acácias 12'),
    );
  });
});

describe('the settings', () => {
  it('Given triage is switched off in an interview, then the next message ends it; red flags still work; on again it triages', async () => {
    const chat = chatOf(system);
    chat.says('estou com tosse');
    await chat.heard('Quantos anos');
    await set('triage_enabled', false);
    try {
      chat.says('34');
      await chat.heard('A triagem automática está desligada');
      await eventually(() => chat.department() === 'Atendimento geral');
      const flagged = chatOf(system);
      flagged.says('estou com falta de ar');
      await flagged.heard('192 (SAMU)');
      await eventually(() => flagged.department() === 'Urgência');
    } finally {
      await set('triage_enabled', true);
    }
    const next = chatOf(system);
    next.says('estou com tosse');
    await next.heard('Quantos anos');
    expect(await events(chat.rid, 'triage.decided')).toEqual([]);
  });

  it('Given drafts are not admitted, then a draft protocol asks nothing and says so', async () => {
    await set('admit_drafts', false);
    try {
      const chat = chatOf(system);
      chat.says('estou com tosse');
      await chat.heard('ainda não foram aprovadas');
      await eventually(() => chat.department() === 'Atendimento geral');
    } finally {
      await set('admit_drafts', true);
    }
  });
});

describe('places', () => {
  it('Given somebody asks where to go, then the nearest are named, and the bot is where it was', async () => {
    const chat = chatOf(system);
    await chat.heard('O que você está sentindo');
    chat.says('onde tem posto de saúde em Fortaleza?');
    await chat.heard('Mais perto de Fortaleza');
    await chat.heard('avalie o que você sente');
  });
});

import { fold } from '../../../src/dialog/step';
import { conversation, knowledge } from '../../support/conversation';

const queued = () =>
  conversation()
    .start()
    .says('estou com tosse')
    .says('atendente')
    .transferAnswered('transferred', true, 'Atendimento geral');

describe('who writes while waiting', () => {
  it('hears since when they wait and where, and not the menu', () => {
    const chat = queued().wait(300).says('oi, ainda estou aqui');
    expect(chat.said).toMatch(/fila de \*\*Atendimento geral\*\* há 5 min/);
    expect(chat.buttons).toEqual([]);
  });

  it('hears it once a minute at most, and that it is noted in between', () => {
    const chat = queued().wait(300).says('oi');
    expect(chat.wait(10).says('e agora').said).toMatch(/^Anotado[^0-9]*$/);
    expect(chat.wait(60).says('e agora').said).toContain('há 6 min');
  });

  it('hears nothing twice of a thought sent in pieces', () => {
    const chat = queued().wait(60).says('acho que');
    expect(chat.says('piorou um pouco').said).toBe('');
  });

  it('hears how many wait before them, where the CRM knows it', () => {
    const chat = queued().wait(300).says('oi');
    expect(chat.effects.filter(({ kind }) => kind === 'ask-wait')).toHaveLength(1);
    const told = (before: number) =>
      chat.play({ ...chat.stamp(`w${before}`), kind: 'wait-told', before }).said;
    expect(told(3)).toContain('antes de você na fila: 3');
    expect(told(0)).toContain('ninguém antes de você');
    expect(chat.assigned().play({ ...chat.stamp('w'), kind: 'wait-told', before: 2 }).said).toBe('');
  });

  it('Given an emergency, then nobody is told to wait for their turn', () => {
    const chat = conversation().start().says('não consigo respirar').transferAnswered('transferred');
    expect(
      chat
        .wait(300)
        .says('oi')
        .effects.map(({ kind }) => kind),
    ).not.toContain('ask-wait');
  });

  it('Given nobody could take it yet, then hears since when somebody is looked for', () => {
    const chat = conversation().start().says('estou com tosse').says('atendente');
    chat.transferAnswered('refused').transferAnswered('refused', false, 'Atendimento geral');
    expect(chat.wait(120).says('alguém aí').said).toContain('há 2 min');
  });

  it('Given a red flag is typed, then emergency words at once and the urgent queue', () => {
    const chat = queued().wait(300).says('agora não consigo respirar');
    expect(chat.said).toContain('192 (SAMU)');
    expect(chat.transfers).toEqual(['Urgência']);
  });
});

describe('the way back to the bot', () => {
  const given = (chat: ReturnType<typeof conversation>, kind: 'bot' | 'human') =>
    chat.play({
      ...{ kind: 'transferred', id: `t${chat.inputs.length}`, at: '2026-01-01T01:00:00.000Z' },
      ...{ conversation: 'room1', from: {}, to: { agent: { id: 'x', username: 'x', kind } } },
    });

  it('Given a person gives the room to the bot on purpose, then it begins anew', () => {
    const chat = given(queued().assigned(), 'bot');
    expect([chat.state.phase, chat.state.answers]).toEqual(['complaint', {}]);
    expect(chat.said).toContain('assistente automático');
    expect(chat.says('estou com febre').state.phase).toBe('asking');
  });

  it('Given a red flag was raised, then the room goes to people again', () => {
    const chat = given(queued().says('não consigo respirar').assigned().agentSays('oi'), 'bot');
    expect([chat.state.phase, chat.transfers]).toEqual(['waiting', ['Urgência']]);
    expect(chat.said).toContain('192');
  });

  it('Given another person gets it, or the bot is assigned without that, then the bot keeps silent', () => {
    expect(given(queued().assigned(), 'human').state.phase).toBe('served');
    expect(queued().assigned().assigned('bot').state.phase).toBe('served');
  });
});

describe('two messages in the same second', () => {
  it('both count, in whichever order they are told', () => {
    const chat = conversation().start();
    const at = '2026-01-01T00:00:10.000Z';
    const message = (id: string, text: string) =>
      ({
        kind: 'patient-message',
        id: `message/${id}`,
        at,
        conversation: 'room1',
        messageId: id,
        text,
        file: false,
      }) as const;
    const both = [message('a', 'estou com tosse'), message('b', 'e 38,5 de febre')];
    const [start] = chat.inputs;
    const one = fold([start!, ...both], knowledge);
    expect(one?.answers).toMatchObject({ cough: true });
    expect(Object.keys(one?.answers ?? {}).length).toBeGreaterThan(1);
    expect(fold([start!, ...both.reverse()], knowledge)).toEqual(one);
  });
});

import { serviceOutcomes } from '../../../contract/service-events';
import type { AgentAction } from '../../../src/dialog/service';
import { conversation } from '../../support/conversation';

const ana = { id: 'a1', username: 'ana', name: 'Ana', kind: 'human' as const };

function played(words = 'quero falar com uma pessoa') {
  const chat = conversation();
  chat.start().identified().says(words);
  const doing = (action: AgentAction, id = `agent/${chat.inputs.length}`) =>
    chat.play({ kind: 'agent-action', ...chat.stamp(id), by: ana, action });
  const told = (): string[] =>
    chat.effects.flatMap((effect) => (effect.kind === 'tell-agent' ? [effect.text] : []));
  const kinds = (): string[] => chat.effects.map(({ kind }) => kind);
  return { chat, doing, told, kinds };
}

describe('a notice to whoever is given a patient', () => {
  it('Given a red flag, then who, how urgent and why, in one line, to that person alone', () => {
    const { chat, told } = played('estou com muita falta de ar');
    chat.assigned();
    const [line = ''] = told();
    expect(line).toMatch(/Pessoa Teste · 0000-0001-1.*vermelho.*Falta de ar.*\/acolhe card/);
    expect(line).not.toContain('\n');
    expect(chat.effects.filter(({ kind }) => kind === 'say')).toEqual([]);
  });

  it('Given it goes by direct message, then number, urgency and department, and nothing of what was said or by whom', () => {
    const { chat } = played('estou com muita falta de ar');
    chat.transferAnswered('transferred', true, 'Urgência').assigned();
    const [notice] = chat.effects.filter(({ kind }) => kind === 'tell-agent') as { direct?: string }[];
    expect(notice?.direct).toMatch(/^\*0000-0001-1\* – vermelho: agora – Urgência\. /);
    expect(notice?.direct).not.toMatch(/Pessoa|ar\b.*grave|Falta|192/);
  });

  it('Given no reason is known, then none is told', () => {
    const { chat, told } = played();
    chat.assigned();
    expect(told()).toEqual([expect.stringMatching(/amarelo: até 1 h\. Para ver tudo/)]);
  });

  it('Given it is the bot, then nothing', () => {
    const { chat, told } = played();
    chat.assigned('bot');
    expect(told()).toEqual([]);
  });
});

describe('what is done on the card', () => {
  it.each(serviceOutcomes)('Given the outcome %s, then it is told and remembered', (outcome) => {
    const { chat, doing, told } = played();
    chat.assigned();
    doing({ do: 'outcome', outcome, note: 'n' });
    expect(chat.events).toMatchObject([
      { type: 'acolhe.outcome.registered.v1', data: { outcome, by: 'ana', note: 'n' } },
    ]);
    expect(chat.state.service?.outcome).toEqual({ outcome, by: 'ana' });
    expect(told()).toHaveLength(1);
    chat.closes();
    expect(chat.eventTypes()).not.toContain('acolhe.outcome.asked.v1');
  });

  it('Given close with an outcome, then both, and nobody is asked', () => {
    const { chat, doing, kinds } = played();
    chat.assigned();
    doing({ do: 'outcome', outcome: 'resolved', close: true });
    expect(kinds()).toEqual(['close-as']);
    chat.closes();
    expect(chat.eventTypes()).toContain('acolhe.conversation.closed.v1');
    expect(chat.eventTypes()).not.toContain('acolhe.outcome.asked.v1');
  });

  it('Given a task, then whose it is and by when; the department’s where nobody is named', () => {
    const { chat, doing } = played();
    chat.transferAnswered('transferred', true, 'Atendimento geral').assigned();
    const dueAt = '2026-01-02T00:00:00.000Z';
    doing({ do: 'task', text: 'ligar', dueAt, owner: 'ana' });
    const { data } = chat.events[0] as { data: object };
    expect(data).toMatchObject({ kind: 'other', dueAt, owner: 'ana', text: 'ligar' });
    doing({ do: 'task', text: 'ligar', dueAt });
    expect(chat.events[0]?.data).not.toHaveProperty('owner');
  });

  it('Given a forward that is refused, then the one who wanted it is told that they keep the patient', () => {
    const { chat, doing, told } = played();
    chat.assigned();
    doing({ do: 'forward', department: 'd9', name: 'Pediatria' });
    expect(chat.effects).toEqual([{ kind: 'forward', department: 'd9', by: 'a1' }]);
    const answered = { department: 'Pediatria', by: 'a1' };
    chat.play({ kind: 'forward-answered', ...chat.stamp('f1'), ...answered, result: 'refused' });
    expect(told()).toEqual(['Pediatria não recebeu: a conversa continua com você.']);
    expect(chat.state.phase).toBe('served');
  });

  it('Given an open flag, then it is not given back to the bot, and that is said', () => {
    const { chat, doing, told } = played('estou com muita falta de ar');
    chat.assigned();
    doing({ do: 'bot' });
    expect(chat.state.phase).toBe('served');
    expect(told()[0]).toContain('sinal de alerta aberto');
    expect(chat.effects.map(({ kind }) => kind)).toEqual(['tell-agent']);
  });

  it('Given none, then the bot goes on, and stops when the agent writes', () => {
    const { chat, doing } = played();
    chat.assigned();
    doing({ do: 'bot' });
    expect(chat.state.phase).toBe('complaint');
    chat.agentSays('voltei');
    expect(chat.state.phase).toBe('served');
  });

  it.each([
    ['yes', 'given'],
    ['no', 'refused'],
  ] as const)(
    'Given consent is asked for and answered %s, then it is told, and the agent hears of it',
    (press, consent) => {
      const { chat, doing } = played();
      chat.assigned();
      doing({ do: 'consent' });
      expect(chat.buttons).toEqual(['consent:yes', 'consent:no']);
      chat.presses(`consent:${press}`);
      expect(chat.state).toMatchObject({ phase: 'served', consent });
      expect(chat.eventTypes()).toContain(`acolhe.consent.${consent}.v1`);
      expect(chat.effects.map(({ kind }) => kind)).toEqual(['alert-agent']);
      // once
      chat.presses('consent:yes');
      expect(chat.eventTypes()).not.toContain('acolhe.consent.given.v1');
    },
  );

  it('Given it is for somebody else, then who that is is asked, once', () => {
    const { chat, doing, kinds, told } = played();
    chat.assigned();
    doing({ do: 'dependent', name: 'Léo' });
    expect(chat.effects[0]).toMatchObject({ kind: 'ask-who', dependent: { name: 'Léo' } });
    doing({ do: 'dependent' });
    expect(kinds()).toEqual(['tell-agent']);
    expect(told()[0]).toContain('já é sobre outra pessoa');
  });

  it('Given it has ended, then an outcome, a task and a note still count, the rest is refused in words', () => {
    const { chat, doing, told } = played();
    chat.assigned();
    chat.closes();
    doing({ do: 'outcome', outcome: 'resolved' });
    expect(chat.eventTypes()).toEqual(['acolhe.outcome.registered.v1']);
    doing({ do: 'note', text: 'x' });
    expect(chat.eventTypes()).toEqual(['acolhe.conversation.noted.v1']);
    for (const action of [
      { do: 'forward', department: 'd', name: 'D' },
      { do: 'bot' },
      { do: 'consent' },
      { do: 'say', text: 'x' },
      { do: 'dependent' },
    ] as AgentAction[]) {
      doing(action);
      expect([told(), chat.events]).toEqual([['A conversa já terminou.'], []]);
    }
  });
});

describe('the end without an outcome', () => {
  it('Given a person had it, then they are asked by a direct message with a button, and that is told', () => {
    const { chat } = played();
    chat.assigned();
    chat.closes();
    expect(chat.eventTypes()).toContain('acolhe.outcome.asked.v1');
    expect(chat.effects).toContainEqual(
      expect.objectContaining({
        ...{ kind: 'tell-agent', agent: 'a1', way: 'direct' },
        button: { label: 'Registrar desfecho', value: 'outcome' },
      }),
    );
    const [asked] = chat.effects.filter(({ kind }) => kind === 'tell-agent') as { text: string }[];
    expect(asked?.text).toContain('0000-0001-1');
    expect(asked?.text).not.toContain('Pessoa');
  });

  it('Given it was taken and closed before that was heard of, then whoever had it is asked too', () => {
    const { chat } = played();
    chat.play({ kind: 'closed', ...chat.stamp('closed'), by: 'agent', servedBy: ana });
    expect(chat.eventTypes()).toContain('acolhe.outcome.asked.v1');
  });

  it('Given nobody had it, then nobody is asked', () => {
    const { chat } = played();
    chat.closes();
    expect(chat.eventTypes()).not.toContain('acolhe.outcome.asked.v1');
  });
});

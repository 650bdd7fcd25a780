import * as fc from 'fast-check';
import { languages } from '../../../contract/event';
import { compareInputs, type Input } from '../../../src/dialog/input';
import { fallbackStep, fold, step } from '../../../src/dialog/step';
import { conversation, knowledge, setup } from '../../support/conversation';
import { runs } from '../../support/runs';

/** Answers what is asked with `no`, ages and temperatures as given, until the interview ends. */
function answerAll(chat: ReturnType<typeof conversation>, answers: Record<string, string> = {}, limit = 40) {
  for (let i = 0; i < limit && chat.state.phase === 'asking'; i += 1) {
    const { question } = chat.state;
    const given =
      answers[question] ??
      { age_range: '34', temperature_cat: '36,5', weight_kg: '60', height_cm: '170' }[question];
    if (given?.startsWith('answer:')) chat.presses(given);
    else if (given) chat.says(given);
    else if (chat.buttons.includes(`answer:${question}:no`) || chat.buttons.length === 0)
      chat.presses(`answer:${question}:no`);
    else chat.presses(chat.buttons[0] ?? '');
  }
  return chat;
}

describe('the start', () => {
  it('says who it is, that it is no person and no diagnosis, and asks what is wrong; then asks the CRM who this is', () => {
    const chat = conversation().start();
    expect(chat.said).toMatch(/assistente automático/);
    expect(chat.said).toMatch(/Não sou uma pessoa/);
    expect(chat.said).toContain('192');
    expect(chat.effects.at(-1)).toEqual({ kind: 'ask-who', visitor: 'v1' });
  });

  it('shows the patient the ID, once', () => {
    const chat = conversation().start().identified();
    expect(chat.said).toContain('0000-0001-1');
    expect(chat.identified('ZZZZ-ZZZZ-Z').effects).toEqual([]);
  });

  it.each(languages)('speaks %s', (language) => {
    const chat = conversation({ language })
      .start()
      .says({ 'pt-BR': 'tosse', en: 'cough', es: 'tos' }[language]);
    expect(chat.said.length).toBeGreaterThan(10);
    expect(chat.said).not.toMatch(/\{\w+\}/);
  });
});

describe('the interview', () => {
  it('Given all is well, then guidance with a safety net and the offer of a person; the decision is recorded', () => {
    const chat = answerAll(conversation().start().says('estou resfriado'));
    expect(chat.state.phase).toBe('guided');
    expect(chat.said).toContain('192');
    expect(chat.buttons).toEqual(['human', 'restart']);
    const decided = chat.events.find((event) => event.type === 'acolhe.triage.decided.v1');
    expect(decided?.data).toMatchObject({
      outcome: 'surveillance',
      disposition: 'mild',
      pack: 'fr-covid-2020',
      knowledge: knowledge.hash,
      language: 'pt-BR',
      urgencyMinutes: 2880,
      department: 'general',
      redFlags: [],
      missing: [],
    });
    expect(decided?.data).toHaveProperty('because', expect.arrayContaining(['cough=false']));
  });

  it('Given fever of 39 and cough, then the general queue', () => {
    const chat = answerAll(conversation().start().says('tosse'), { temperature_cat: '39,2' });
    expect(chat.state.phase).toBe('waiting');
    expect(chat.transfers).toEqual(['Atendimento geral']);
  });

  it('does not ask what the complaint already said', () => {
    const chat = conversation().start().says('estou com tosse');
    expect(chat.state.answers).toMatchObject({ cough: true });
    answerAll(chat);
    expect(
      chat.inputs.some((input) => input.kind === 'button' && input.value.startsWith('answer:cough')),
    ).toBe(false);
  });

  it('free text never clears a red flag: a denied one is still asked', () => {
    const chat = conversation().start().says('tosse, mas não tenho falta de ar');
    expect(chat.state.answers['breathlessness']).toBeUndefined();
    expect(chat.state.phase).toBe('asking');
  });

  it('meets a greeting with an example, not with the same question again', () => {
    const chat = conversation().start().says('oi');
    expect(chat.said).toContain('Por exemplo');
    expect(chat.said).not.toContain('O que você está sentindo');
  });

  it('asks again in other words, then offers a person', () => {
    const chat = conversation().start().says('tosse').says('xyz qwerty');
    expect(chat.said).toContain('Não entendi');
    chat.says('zzz');
    expect(chat.buttons).toEqual(['human', 'continue']);
    expect(chat.presses('continue').buttons.length + chat.said.length).toBeGreaterThan(5);
    expect(chat.presses('human').transfers).toEqual(['Atendimento geral']);
  });

  it.each([
    ['sim', 'waiting'],
    ['não', 'asking'],
  ])('%p to "shall I call a person?" answers that, not the question of the pack', (text, phase) => {
    const chat = conversation().start().says('tosse').says('34');
    chat.says('asdf').says('zxcv').says(text);
    expect(chat.state.answers['breathlessness']).toBeUndefined();
    expect(chat.state.redFlags).toEqual([]);
    expect(chat.state.phase).toBe(phase);
  });

  it('a message found late is recorded and looked at, but answers no question', () => {
    const chat = conversation().start().says('tosse').says('34').says('não', { late: true });
    expect(chat.state.answers['breathlessness']).toBeUndefined();
    expect(chat.eventTypes()).toEqual(['acolhe.message.recorded.v1']);
    expect(chat.buttons).toContain('answer:breathlessness:no');
    expect(chat.says('falta de ar', { late: true }).said).toContain('192');
  });

  it('news after guidance get the danger signs and the offer of a person; a no or thanks ends it', () => {
    const guided = () => answerAll(conversation().start().says('estou resfriado'));
    expect(guided().says('piorou muito').said).toContain('192');
    expect(guided().buttons).toContain('human');
    expect(guided().says('não, obrigado').said).toContain('Por nada');
  });

  it('gives the range of a number that cannot be', () => {
    const chat = conversation().start().says('tosse').says('500 anos');
    expect(chat.state.phase).toBe('asking');
    expect(chat.said).toMatch(/número entre|Não entendi/);
  });

  it.each([
    ['an emoji flood', '\u{1F637}'.repeat(3000)],
    ['a very long message', 'a '.repeat(50_000)],
    ['control characters', '\u0000\u0007\u200b'],
    ['markup', '<script>alert(x)</script>'],
  ])('answers %s in words and changes nothing else', (_name, text) => {
    const chat = conversation().start().says('tosse');
    const before = { ...chat.state, misunderstood: 0 };
    chat.says(text);
    expect(chat.said.trim()).not.toBe('');
    expect({ ...chat.state, misunderstood: 0 }).toEqual(before);
  });

  it.each(['nonsense', 'answer:nope:yes', 'answer:cough:maybe', 'answer:cough:true', 'answer:cough:', ''])(
    'answers the unknown button %p and changes nothing',
    (value) => {
      const chat = conversation().start().says('estou resfriado');
      const before = chat.state;
      chat.presses(value);
      expect(chat.said).toContain('botão');
      expect(chat.state).toEqual(before);
      expect(chat.events).toEqual([]);
    },
  );

  it('says that it cannot read a file', () => {
    expect(conversation().start().says('', { file: true }).said).toContain('não consigo ler');
  });

  it('“atendente” works in every phase', () => {
    for (const chat of [
      conversation().start(),
      conversation().start().says('tosse'),
      answerAll(conversation().start().says('resfriado')),
    ]) {
      expect(chat.says('atendente').transfers).toEqual(['Atendimento geral']);
    }
  });

  it('a pack that is missing leads to people, not to silence', () => {
    const chat = conversation({ pack: 'gone' }).start().says('tosse');
    expect(chat.transfers).toEqual(['Atendimento geral']);
  });

  it('answers what a waiting patient writes', () => {
    const chat = conversation()
      .start()
      .says('atendente')
      .transferAnswered('transferred')
      .says('moro na rua das flores');
    expect(chat.said).toContain('Anotado');
  });

  it('answers a waiting patient who asks with where they stand, each time', () => {
    const chat = conversation()
      .start()
      .says('atendente')
      .transferAnswered('transferred', true, 'Atendimento geral');
    chat.says('moro perto').says('ainda tem fila?');
    expect(chat.said).toContain('fila');
    expect(chat.says('e agora?').said).toContain('fila');
  });

  it('knows no button of a question it has not asked', () => {
    const chat = conversation().start().says('tosse').presses('answer:diabetes:yes');
    expect(chat.said).toContain('botão');
    expect(chat.state.answers['diabetes']).toBeUndefined();
  });

  it('hears a red flag by a button of a question it asked before', () => {
    const chat = conversation().start().says('tosse').says('34').says('atendente');
    expect(chat.presses('answer:breathlessness:yes').said).toContain('192');
  });

  it('is silent while a person serves, and records every word', () => {
    const chat = conversation()
      .start()
      .says('atendente')
      .transferAnswered('transferred')
      .assigned()
      .says('obrigado');
    expect(chat.effects).toEqual([]);
    expect(chat.eventTypes()).toEqual(['acolhe.message.recorded.v1']);
  });

  it('after the close only records', () => {
    const chat = conversation().start().closes().says('alô');
    expect(chat.effects).toEqual([]);
    expect(chat.state.phase).toBe('closed');
  });
});

describe('a room the app meets late', () => {
  const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString();
  const started = (more: object) =>
    ({
      kind: 'started',
      id: 'started',
      at: at(0),
      conversation: 'room1',
      setup,
      channel: 'widget',
      visitor: { id: 'v1' },
      metAt: at(3_600),
      ...more,
    }) as Input;
  const message = (seconds: number, text: string): Input => ({
    kind: 'patient-message',
    id: `message/${seconds}`,
    at: at(seconds),
    conversation: 'room1',
    messageId: String(seconds),
    text,
    file: false,
  });

  it('served by a person: not a word of the bot, but flags and records as ever', () => {
    const agent = { id: 'a1', username: 'ana', kind: 'human' as const };
    const { state, effects } = step(undefined, started({ servedBy: agent }), knowledge);
    expect(effects.some((effect) => effect.kind === 'say')).toBe(false);
    const flagged = step(state, message(3_700, 'falta de ar'), knowledge);
    expect(flagged.effects.map((effect) => effect.kind)).toContain('alert-agent');
  });

  it('with old messages: they are recorded, not acted on', () => {
    const { state } = step(undefined, started({}), knowledge);
    const old = step(state, message(10, 'falta de ar'), knowledge);
    expect(old.effects).toEqual([]);
    expect(old.events.map((event) => event.type)).toEqual(['acolhe.message.recorded.v1']);
    expect(step(state, message(3_590, 'falta de ar'), knowledge).effects.length).toBeGreaterThan(0);
  });

  it('puts the start first, also before a message of the same moment or earlier', () => {
    const state = fold([message(0, 'falta de ar'), started({ metAt: at(0) })], knowledge);
    expect(state?.redFlags).toEqual(['dyspnea']);
  });
});

describe('a step that fails', () => {
  const broken = {
    ...knowledge,
    get packs(): never {
      throw new Error('no packs');
    },
  };

  it('does not silence the room: later inputs count, and the fallback brings words and a person', () => {
    const { inputs } = conversation().start().says('tosse');
    const state = fold(inputs, broken);
    // folded as it was performed: a person was called
    expect(state).toMatchObject({ phase: 'waiting', to: 'general' });
    const last = inputs.at(-1) as Input;
    const before = fold(inputs.slice(0, -1), broken);
    expect(() => step(before, last, broken)).toThrow();
    expect(fallbackStep(before, last).events.map((event) => event.type)).toEqual([
      'acolhe.message.recorded.v1',
      'acolhe.urgency.changed.v1',
    ]);
    expect(fallbackStep(before, last).effects).toContainEqual({ kind: 'transfer', to: 'general' });
    const flagged = fallbackStep(before, { ...last, text: 'falta de ar' } as Input);
    expect(JSON.stringify(flagged.effects)).toContain('192');
    expect(flagged.effects).toContainEqual({ kind: 'transfer', to: 'urgent' });
  });
});

describe('replay', () => {
  const texts = fc.constantFrom(
    'tosse',
    'sim',
    'não',
    'não sei',
    '34',
    '38,5',
    'atendente',
    'falta de ar',
    'oi',
    '\u{1F637}',
    'obrigado',
    'recomeçar',
    '170',
  );
  const moves = fc.array(
    fc.oneof(
      texts.map((text) => ({ kind: 'says' as const, text })),
      fc
        .constantFrom('human', 'restart', 'continue', 'answer:cough:yes', 'answer:breathlessness:no', 'x')
        .map((value) => ({ kind: 'presses' as const, value })),
      fc
        .constantFrom('transferred' as const, 'refused' as const)
        .map((result) => ({ kind: 'transfer' as const, result })),
      fc
        .constantFrom('assigned', 'closes', 'identified', 'due')
        .map((kind) => ({ kind: kind as 'assigned' | 'closes' | 'identified' | 'due' })),
    ),
    { maxLength: 25 },
  );
  const play = (list: typeof moves extends fc.Arbitrary<infer T> ? T : never) => {
    const chat = conversation().start();
    for (const item of list) {
      if (item.kind === 'says') chat.says(item.text);
      else if (item.kind === 'presses') chat.presses(item.value);
      else if (item.kind === 'transfer') chat.transferAnswered(item.result);
      else if (item.kind === 'assigned') chat.assigned();
      else if (item.kind === 'closes') chat.closes();
      else if (item.kind === 'identified') chat.identified();
      else chat.due('try-hand-over');
    }
    return chat;
  };

  it('gives the same state from the same inputs, in any order of arrival and with repetitions', () => {
    fc.assert(
      fc.property(moves, fc.infiniteStream(fc.nat()), (list, random) => {
        const chat = play(list);
        const shuffled = [...chat.inputs, ...chat.inputs.slice(0, 3)]
          .map((input) => ({ input, key: random.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ input }) => input);
        expect(fold(shuffled, knowledge)).toEqual(chat.state);
      }),
      runs(70),
    );
  });

  it('never leaves a patient who is not with a person without an answer, and a red flag never without its number', () => {
    fc.assert(
      fc.property(moves, fc.constantFrom('tosse', 'falta de ar', '???', 'sim', 'obrigado'), (list, text) => {
        const chat = play(list);
        const { phase } = chat.state;
        chat.wait(30).says(text);
        if (phase === 'closed' || phase === 'served') return;
        expect(chat.said.trim()).not.toBe('');
        if (text === 'falta de ar') expect(chat.said).toContain('192');
      }),
      runs(100),
    );
  });

  it('orders inputs totally', () => {
    const inputs: Input[] = conversation().start().says('a').says('b').inputs;
    expect([...inputs].reverse().sort(compareInputs)).toEqual(inputs);
    expect(step(undefined, inputs[1] as Input, knowledge)).toEqual({
      state: undefined,
      effects: [],
      events: [],
    });
  });
});

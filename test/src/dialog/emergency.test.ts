import { conversation } from '../../support/conversation';

const flagged = 'estou com falta de ar';

describe('a red flag', () => {
  const phases: [string, () => ReturnType<typeof conversation>][] = [
    ['the first message', () => conversation().start()],
    ['the interview', () => conversation().start().says('tosse')],
    [
      'the queue',
      () =>
        conversation()
          .start()
          .says('quero falar com um atendente')
          .transferAnswered('transferred', true, 'Atendimento geral'),
    ],
  ];
  it.each(phases)('in %s: 192 words and the urgent department in the same turn', (_name, given) => {
    const chat = given().says(flagged);
    expect(chat.said).toContain('192');
    expect(chat.effects.findIndex((effect) => effect.kind === 'say')).toBeLessThan(
      chat.effects.findIndex((effect) => effect.kind === 'transfer'),
    );
    expect(chat.transfers).toEqual(['Urgência']);
    expect(chat.eventTypes()).toEqual(
      expect.arrayContaining(['acolhe.message.recorded.v1', 'acolhe.red-flag.raised.v1']),
    );
    expect(chat.state.phase).toBe('waiting');
  });

  it.each([
    ['quero morrer', '188'],
    ['meu marido está me batendo agora', '190'],
    ['dor no peito', '192'],
  ])('%p names the number %s', (text, call) => {
    expect(conversation().start().says(text).said).toContain(
      `ligue ${call}`.replace('ligue 188', 'Ligue 188').replace('ligue 192', 'Ligue agora para o 192'),
    );
  });

  it('by a button of a vital question: the same words, the answer and the decision recorded', () => {
    const chat = conversation().start().says('tosse').says('34');
    while (chat.state.phase === 'asking' && chat.state.question !== 'breathlessness')
      chat.presses(`answer:${chat.state.question}:no`);
    chat.presses('answer:breathlessness:yes');
    expect(chat.said).toContain('192');
    expect(chat.transfers).toEqual(['Urgência']);
    expect(chat.eventTypes()).toEqual(
      expect.arrayContaining([
        'acolhe.triage.answered.v1',
        'acolhe.triage.decided.v1',
        'acolhe.red-flag.raised.v1',
      ]),
    );
  });

  it('told again while waiting for the urgent team is answered again, without a second transfer', () => {
    const chat = conversation().start().says(flagged).transferAnswered('transferred').says('falta de ar!!');
    expect(chat.said).toContain('192');
    expect(chat.transfers).toEqual([]);
  });

  it('another one while waiting is spoken to in its own words', () => {
    const chat = conversation().start().says(flagged).transferAnswered('transferred').says('quero morrer');
    expect(chat.said).toContain('188');
    expect(chat.transfers).toEqual([]);
  });

  it('is raised once per message in the CRM, with concept, number and source', () => {
    const flags = conversation()
      .start()
      .says(flagged)
      .events.filter((event) => event.type === 'acolhe.red-flag.raised.v1');
    expect(flags).toHaveLength(1);
    const [raised] = flags;
    expect(raised?.data).toEqual({ concept: 'dyspnea', call: '192', source: 'text' });
    expect(raised?.id).toMatch(/^main\/room1\/message\/m1\/red-flag\/dyspnea$/);
  });

  it('while a person serves: the bot is silent in the room, alerts that person, and speaks after 60 s without an answer', () => {
    const chat = conversation()
      .start()
      .says(flagged)
      .transferAnswered('transferred')
      .assigned()
      .agentSays('Olá, sou a Ana')
      .says('falta de ar pior');
    expect(chat.said.trim()).toBe('');
    expect(chat.effects.map((effect) => effect.kind)).toEqual(['remind', 'alert-agent']);
    expect(JSON.stringify(chat.effects)).toContain('Falta de ar');
    chat.wait(60).due('flag-unanswered');
    expect(chat.said).toContain('192');
    expect(chat.effects.map((effect) => effect.kind)).toEqual(['say', 'alert-agent', 'alert-manager']);
  });

  it('while a person has the room who has written nothing: the words at once, and an alert', () => {
    const taken = () => conversation().start().says('atendente').transferAnswered('transferred').assigned();
    const chat = taken().says(flagged);
    expect(chat.said).toContain('192');
    expect(chat.effects.map((effect) => effect.kind)).toContain('alert-agent');
    expect(taken().agentSays('Olá').says(flagged).said.trim()).toBe('');
  });

  it('while a person serves: nothing more when that person has answered in time', () => {
    const chat = conversation()
      .start()
      .says('atendente')
      .transferAnswered('transferred')
      .assigned()
      .says(flagged)
      .agentSays('já vi')
      .due('flag-unanswered');
    expect(chat.effects).toEqual([]);
  });
});

describe('a hand-over nobody can take', () => {
  it('Given the urgent department refuses, then the general one is asked at once', () => {
    const chat = conversation().start().says(flagged).transferAnswered('refused', false);
    expect(chat.transfers).toEqual(['Atendimento geral']);
  });

  it('Given both refuse, then the patient is told what happens next, and it is tried again in a minute', () => {
    const chat = conversation()
      .start()
      .says(flagged)
      .transferAnswered('refused', false)
      .transferAnswered('refused', false, 'Atendimento geral');
    // nor to wait
    chat.transferAnswered('refused', false).transferAnswered('refused', false, 'Atendimento geral');
    expect(chat.said).toContain('ligue 192');
    expect(chat.effects).toContainEqual({ kind: 'remind', reminder: 'try-hand-over', afterMs: 60_000 });
    const told = chat.events.find(({ type }) => type === 'acolhe.handoff.requested.v1');
    expect(told?.data).toMatchObject({ result: 'waiting', reason: 'red-flag' });
    expect(chat.wait(60).due('try-hand-over').transfers).toHaveLength(1);
    expect(chat.transferAnswered('transferred').said).toContain('Urgência');
    expect(chat.due('try-hand-over').effects).toEqual([]);
  });

  it('Given the queue took it but nobody is there, then the patient is told so', () => {
    const chat = conversation()
      .start()
      .says('atendente')
      .transferAnswered('transferred', false, 'Atendimento geral');
    expect(chat.said).toContain('não há ninguém');
  });

  it('Given the general department refuses, then the urgent one is asked: somebody is better than nobody', () => {
    const chat = conversation().start().says('atendente');
    expect(chat.transferAnswered('refused', false, 'Atendimento geral').transfers).toEqual(['Urgência']);
  });

  it('reminds itself together with the transfer: an answer that is lost is a refusal', () => {
    const chat = conversation().start().says('atendente');
    expect(chat.effects).toContainEqual({ kind: 'remind', reminder: 'try-hand-over', afterMs: 60_000 });
    expect(chat.wait(60).due('try-hand-over').transfers).toEqual(['Urgência']);
  });

  it.each([
    ['a person takes the room', () => conversation().start().says(flagged).assigned(), 'transferred'],
    ['a person writes', () => conversation().start().says(flagged).agentSays('Oi'), 'transferred'],
    ['the room is closed', () => conversation().start().says(flagged).closes(), 'waiting'],
  ])(
    'Given %s before the transfer is answered, then why a person was asked for is told at once, and once',
    (_what, story, result) => {
      const chat = story();
      const told = chat.events.filter(({ type }) => type === 'acolhe.handoff.requested.v1');
      expect(told.map(({ data }) => data)).toEqual([expect.objectContaining({ reason: 'red-flag', result })]);
      expect(chat.transferAnswered('transferred').eventTypes()).toEqual([]);
    },
  );
});

describe('a red flag that a person leaves without an answer', () => {
  const waiting = () => conversation().start().says(flagged).transferAnswered('transferred');

  it('in the queue: the words again after 60 s', () => {
    const chat = waiting().wait(60).due('flag-unanswered');
    expect(chat.said).toContain('192');
    expect(chat.due('flag-unanswered').effects).toEqual([]);
  });

  it('by the person who took the room: the words and an alert after 60 s, nothing when that person wrote', () => {
    const taken = waiting().assigned();
    expect(taken.effects).toContainEqual({ kind: 'remind', reminder: 'flag-unanswered', afterMs: 60_000 });
    const silent = taken.wait(60).due('flag-unanswered');
    expect(silent.said).toContain('192');
    const answered = waiting().assigned().agentSays('estou aqui').due('flag-unanswered');
    expect(answered.effects).toEqual([]);
  });

  it('when the room passes to another person, that one too has 60 s', () => {
    const chat = conversation().start().says('atendente').assigned().says(flagged);
    chat.play({
      kind: 'assigned',
      id: 'assigned/bia',
      at: '2026-01-01T00:05:00.000Z',
      conversation: 'room1',
      agent: { id: 'bia', username: 'bia', kind: 'human' },
    });
    expect(chat.effects).toContainEqual({ kind: 'remind', reminder: 'flag-unanswered', afterMs: 60_000 });
    expect(chat.state.flagUnansweredSince).toBeDefined();
  });

  it('when that person leaves: the words again, and the urgent queue', () => {
    const chat = conversation().start().says('atendente').assigned().says(flagged);
    chat.play({
      kind: 'unassigned',
      id: 'unassigned/a1',
      at: '2026-01-01T00:05:00.000Z',
      conversation: 'room1',
      agent: { id: 'a1', username: 'ana', kind: 'human' },
    });
    expect(chat.said).toContain('192');
    expect(chat.state).toMatchObject({ phase: 'waiting', to: 'urgent', reason: 'red-flag' });
  });

  it.each([
    ['quero morrer', '188'],
    ['meu marido está me batendo agora', '190'],
  ])('%p keeps its own number %s while nobody is there', (text, call) => {
    const chat = conversation().start().says(text).transferAnswered('transferred', false);
    expect(chat.said).toContain(call);
    expect(chat.wait(60).due('flag-unanswered').said).toContain(call);
    expect(chat.assigned().wait(60).due('flag-unanswered').said).toContain(call);
  });

  it('typed as a number is heard though the choice it falls in is none', () => {
    const chat = conversation().start().says('tosse').says('34');
    while (chat.state.phase === 'asking' && chat.state.question !== 'temperature_cat') {
      chat.presses(`answer:${chat.state.question}:no`);
    }
    expect(chat.says('41').said).toContain('192');
  });
});

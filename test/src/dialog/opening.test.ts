import { conversation } from '../../support/conversation';

const consent = { url: 'https://clinic.example/consent' };
const asked = () => conversation({ consent }).start().says('estou com tosse');
const whom = () => conversation({ asksForWhom: true }).start().says('tosse');

describe('consent', () => {
  it('Given a complaint, then it is asked once before the first question, with the link to its text', () => {
    const chat = asked();
    expect([chat.state.phase, chat.buttons]).toEqual(['consent', ['consent:yes', 'consent:no']]);
    expect(chat.said).toContain(consent.url);
    expect(chat.presses('consent:yes').state.phase).toBe('asking');
    expect(chat.events.find(({ type }) => type === 'acolhe.consent.given.v1')?.data).toEqual({
      text: consent.url,
      via: 'button',
    });
    expect(chat.state.answers).toMatchObject({ cough: true });
    chat.says('recomeçar').says('estou com febre');
    expect(chat.state.phase).toBe('asking');
  });

  it('Given no address is set, then it is asked without one', () => {
    expect(conversation({ consent: {} }).start().says('estou com tosse').said).not.toContain('http');
  });

  it.each(['sim', 'Concordo', 'pode perguntar, aceito', 'autorizo', '1'])('is given by %s', (said) => {
    const chat = asked().says(said === 'pode perguntar, aceito' ? 'aceito' : said);
    expect([chat.state.consent, chat.state.phase]).toEqual(['given', 'asking']);
  });

  it.each(['não', 'não concordo', 'não quero', 'discordo', '2', 'prefiro não'])(
    'is refused by %s',
    (said) => {
      const chat = asked().says(said);
      expect([chat.state.consent, chat.state.phase]).toEqual(['refused', 'waiting']);
      expect(chat.said).toContain('192');
      expect(chat.transfers).toEqual(['Atendimento geral']);
      expect(chat.eventTypes()).toContain('acolhe.consent.refused.v1');
      expect(chat.events.map(({ type }) => type)).not.toContain('acolhe.triage.started.v1');
    },
  );

  it('Given a red flag instead of an answer, then emergency words and a person in the same turn', () => {
    const chat = asked().says('não consigo respirar');
    expect([chat.state.phase, chat.transfers]).toEqual(['waiting', ['Urgência']]);
    expect(chat.said).toContain('192');
    expect(conversation({ consent }).start().says('estou com falta de ar').state.redFlags).toHaveLength(1);
  });

  it('Given who refused, then a red flag is still heard', () => {
    const chat = asked().says('não').transferAnswered('transferred').says('falta de ar e dor no peito');
    expect(chat.said).toContain('192 (SAMU)');
  });

  it('Given neither yes nor no, then what was told is kept and it is asked again; the second time a person is offered', () => {
    const chat = asked().says('começou ontem com febre');
    expect(chat.said).toContain('sim ou do seu não');
    chat.says('blá blá');
    expect(chat.buttons).toEqual(['human', 'continue']);
    chat.presses('continue');
    expect(chat.buttons).toEqual(['consent:yes', 'consent:no']);
    expect(chat.says('sim').state.answers).toMatchObject({ cough: true });
  });

  it.each(['retiro meu consentimento', 'não autorizo mais', 'withdraw my consent', 'ya no acepto'])(
    'is taken back by “%s”: no more questions, a person goes on',
    (said) => {
      const chat = asked().says('sim').says(said);
      expect([chat.state.consent, chat.state.phase]).toEqual(['withdrawn', 'waiting']);
      expect(chat.eventTypes()).toContain('acolhe.consent.withdrawn.v1');
    },
  );

  it('Given it was taken back and a person gives the room to the bot, then it is asked again, also where nobody else is', () => {
    const chat = conversation().start().says('estou com tosse').says('retiro meu consentimento').assigned();
    chat.play({
      ...chat.stamp('t'),
      kind: 'transferred',
      from: {},
      to: { agent: { id: 'b', username: 'b', kind: 'bot' } },
    });
    expect(chat.says('estou com febre').state.phase).toBe('consent');
    expect(chat.says('sim').state.phase).toBe('asking');
  });

  it('Given the record says that the person agreed before, then it is not asked', () => {
    const known = (chat: ReturnType<typeof conversation>) =>
      chat.play({
        ...{ kind: 'identified', id: 'identified', conversation: 'room1', patientId: '0000-0001-1' },
        ...{ at: '2026-01-01T00:00:30.000Z', mintedBy: 'crm', earlierConversations: 2, consented: true },
      });
    expect(known(conversation({ consent }).start()).says('estou com tosse').state.phase).toBe('asking');
    expect(known(asked()).state.phase).toBe('asking');
  });
});

describe('for whom', () => {
  it('Given a complaint that does not say, then it is asked before the first question', () => {
    const chat = whom();
    expect([chat.state.phase, chat.buttons]).toEqual(['for-whom', ['whom:self', 'whom:child', 'whom:other']]);
    expect(chat.presses('whom:self').state).toMatchObject({
      phase: 'asking',
      forWhom: 'self',
      answers: { cough: true },
    });
    expect(chat.effects.some(({ kind }) => kind === 'ask-who')).toBe(false);
  });

  it.each([
    ['estou com tosse', 'self', false],
    ['minha filha Ana está com tosse', 'child', true],
    ['minha mãe está com tosse', 'other', true],
  ])('“%s” says it', (said, forWhom, dependent) => {
    const chat = conversation({ asksForWhom: true }).start().identified().says(said);
    expect([chat.state.phase, chat.state.forWhom, chat.state.forDependent ?? false]).toEqual([
      'asking',
      forWhom,
      dependent,
    ]);
    expect(chat.effects.filter(({ kind }) => kind === 'ask-who')).toHaveLength(dependent ? 1 : 0);
  });

  it.each([
    ['pra mim', 'self'],
    ['1', 'self'],
    ['é para meu filho', 'child'],
    ['2', 'child'],
    ['minha avó', 'other'],
    ['outra pessoa', 'other'],
    ['for my daughter', 'child'],
    ['para mí', 'self'],
  ])('is answered by “%s”', (said, forWhom) => {
    const chat = whom().says(said);
    expect([chat.state.forWhom, chat.state.phase]).toEqual([forWhom, 'asking']);
    const asks = chat.effects.filter(({ kind }) => kind === 'ask-who');
    expect(asks).toHaveLength(forWhom === 'self' ? 0 : 1);
    if (forWhom !== 'self') expect(chat.said).toMatch(/também a idade|the age too/);
  });

  it('Given it is corrected, then the conversation is about the writer again', () => {
    const chat = whom().identified().says('para meu filho');
    chat.play({
      ...{ kind: 'identified', id: 'dep', at: '2026-01-01T00:01:00.000Z', conversation: 'room1' },
      ...{ patientId: '0000-0002-2', mintedBy: 'crm', earlierConversations: 0, dependent: true },
    });
    expect(chat.state.patientId).toBe('0000-0002-2');
    chat.says('voltar');
    expect(chat.state.phase).toBe('for-whom');
    expect(chat.says('para mim').state).toMatchObject({ forDependent: false, patientId: '0000-0001-1' });
  });

  it('Given nonsense twice, then a person is offered; a no goes on with the question', () => {
    const chat = whom().says('xyz').says('xyz');
    expect(chat.buttons).toEqual(['human', 'continue']);
    expect(chat.says('não').buttons).toEqual(['whom:self', 'whom:child', 'whom:other']);
  });
});

describe('a conversation from before', () => {
  it('is asked neither, as its start says nothing of them', () => {
    expect(conversation().start().says('tosse').state.phase).toBe('asking');
  });
});

import { conversation } from '../../support/conversation';

type Chat = ReturnType<typeof conversation>;
const asksSurvey = true;
const begun = () => conversation({ asksSurvey }).start();
const noted = (chat: Chat) => chat.effects.filter(({ kind }) => kind === 'note-survey');
const told = (chat: Chat) =>
  chat.events.flatMap(({ type, subject, data }) =>
    type === 'acolhe.survey.answered.v1' ? [{ subject, data }] : [],
  );
/** A conversation of somebody who is asked about an earlier one. */
const asked = (numbered = false) => {
  const chat = conversation({ asksSurvey, ...(numbered ? { numbered } : {}) });
  return chat.play({
    ...{ kind: 'started', ...chat.stamp('started'), channel: 'widget', visitor: { id: 'v1' } },
    ...{
      setup: {
        language: 'pt-BR',
        pack: 'fr-covid-2020',
        tenant: 'demo',
        workspace: 'main',
        admitDrafts: true,
        asksSurvey,
        ...(numbered ? { numbered } : {}),
      },
    },
    ...{ metAt: '2026-01-01T00:00:00.000Z', surveyOf: 'room0' },
  });
};

describe('who is asked how it was', () => {
  it('Given a person had answered, then it is noted at the end', () => {
    const chat = begun().says('atendente').assigned().agentSays('oi').closes();
    expect(noted(chat)).toEqual([{ kind: 'note-survey', visitor: 'v1', conversation: 'room1' }]);
    expect(noted(chat.closes())).toEqual([]);
  });

  it.each([
    ['nobody answered', () => begun().says('atendente')],
    ['an agent who never wrote', () => begun().says('atendente').assigned()],
    ['nothing came of it', () => begun().says('estou com tosse')],
    ['violence', () => begun().says('meu marido me bateu').assigned().agentSays('oi')],
    ['a wish to die', () => begun().says('quero me matar').assigned().agentSays('oi')],
    [
      'a flag no person answered',
      () => begun().says('atendente').assigned().agentSays('oi').says('não consigo respirar'),
    ],
    ['the setting says no', () => conversation().start().says('atendente').assigned().agentSays('oi')],
  ])('Given %s, then nobody is asked', (_name, play) => expect(noted(play().closes())).toEqual([]));
});

describe('the question', () => {
  it('comes after why they came, with a way to say no', () => {
    const chat = asked();
    expect(chat.said).toMatch(/O que você está sentindo[\s\S]*como foi o atendimento/);
    expect(chat.buttons).toEqual(['survey:1', 'survey:2', 'survey:3', 'survey:4', 'survey:5', 'survey:no']);
  });

  it('Given a score, then it is told of that conversation, and a line may follow', () => {
    const chat = asked().presses('survey:4');
    expect(told(chat)).toEqual([{ subject: 'room0', data: { score: 4 } }]);
    expect(chat.buttons).toEqual(['survey:comment', 'survey:no']);
    chat.presses('survey:comment').says('Demorou, mas foi bom.');
    expect(told(chat)).toEqual([{ subject: 'room0', data: { score: 4, comment: 'Demorou, mas foi bom.' } }]);
    expect(chat.state).toMatchObject({ phase: 'complaint', survey: undefined });
    expect(told(chat.presses('survey:1'))).toEqual([]);
  });

  it('Given they would rather not, then that is told, and nothing asked again', () => {
    const chat = asked().presses('survey:no');
    expect(told(chat)).toEqual([{ subject: 'room0', data: {} }]);
    expect(told(chat.presses('survey:5'))).toEqual([]);
  });

  it('Given a number typed, with and without buttons, then it is that score', () => {
    for (const numbered of [false, true])
      expect(told(asked(numbered).says('5'))).toMatchObject([{ data: { score: 5 } }]);
  });

  it('Given a complaint or an emergency instead, also where a line was waited for, then that comes first', () => {
    expect(asked().says('estou com tosse').state.phase).toBe('asking');
    const chat = asked().presses('survey:2').presses('survey:comment').says('não consigo respirar');
    expect([told(chat), chat.state.phase]).toEqual([[], 'waiting']);
    expect(chat.said).toContain('192');
    expect(asked().presses('survey:2').says('estou com tosse').state.phase).toBe('asking');
  });
});

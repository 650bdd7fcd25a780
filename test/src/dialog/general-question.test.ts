import { conversation } from '../../support/conversation';

type Chat = ReturnType<typeof conversation>;
const started = (over = {}): Chat => conversation({ pack: 'respiratory', ...over }).start();
const givesFlu = /não pode causar gripe/;

/** No to everything, until the interview ends. */
function toTheEnd(chat: Chat): Chat {
  for (let i = 0; i < 80 && chat.state.phase === 'asking'; i += 1) {
    const { question } = chat.state;
    if (question === 'age') chat.says('30');
    else
      chat.presses(`answer:${question}:${chat.buttons.includes(`answer:${question}:no`) ? 'no' : 'unknown'}`);
  }
  return chat;
}

describe('a question that begins like no question', () => {
  it.each<[string, () => Chat]>([
    ['before anything is told', () => started()],
    ['while asking', () => started().says('tosse')],
    ['while a city is waited for', () => started().says('onde tem posto?')],
    ['while consent is asked for', () => started({ consent: { url: 'https://example.org' } }).says('tosse')],
    ['while it is asked for whom', () => started({ asksForWhom: true }).says('tosse')],
    ['after guidance', () => toTheEnd(started().says('tosse'))],
    ['while a person is waited for', () => started().says('atendente').transferAnswered('transferred')],
  ])('%s is answered, and the conversation stands where it was', (_when, at) => {
    const chat = at();
    const { phase } = chat.state;
    chat.says('a vacina da gripe dá gripe?');
    expect(chat.said).toMatch(givesFlu);
    expect(chat.state.phase).toBe(phase);
  });

  it('in English and Spanish too', () => {
    expect(started({ language: 'en' }).says('the flu vaccine, does it cause flu?').said).toMatch(
      /cannot cause flu/,
    );
    expect(started({ language: 'es' }).says('¿la vacuna de la gripe causa gripe?').said).toMatch(
      /no puede causar/,
    );
  });

  it.each<[string, () => Chat, string]>([
    ['before anything is told', () => started(), 'complaint'],
    ['while asking', () => started().says('tosse'), 'asking'],
    ['after guidance', () => toTheEnd(started().says('tosse')), 'guided'],
    [
      'while consent is asked for',
      () => started({ consent: { url: 'https://example.org' } }).says('tosse'),
      'consent',
    ],
  ])('%s and the base does not know: that is said, and what stands is said again', (_when, at, phase) => {
    const chat = at().says('a vacina causa autismo?');
    expect(chat.said).toContain('não sei responder');
    expect(chat.state.phase).toBe(phase);
    expect(chat.effects.filter(({ kind }) => kind === 'say').length).toBeGreaterThan(1);
  });

  it('a number in it is no answer', () => {
    const chat = started().says('tosse').says('a vacina da gripe tem 2 doses?');
    expect(chat.state.answers['age']).toBeUndefined();
  });
});

describe('what only looks like a question', () => {
  it.each(['uns 40 anos?', 'ela tem 40 anos?', '40?'])('"%s" answers the age', (text) => {
    expect(started().says('tosse').says(text).state.answers['age']).toBe(40);
  });

  it('a red flag comes first', () => {
    expect(started().says('tosse').says('dor no peito é grave?').transfers).toEqual(['Urgência']);
  });

  it('a complaint is a complaint', () => {
    expect(started().says('minha garganta dói, o que será?').state.phase).toBe('asking');
    expect(started().says('meu dedo ficou esquisito, será que é normal?').state.phase).toBe('asking');
  });
});

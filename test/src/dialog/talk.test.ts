import { conversation } from '../../support/conversation';

const calm = /cuidar da sua saúde, com calma/;
const clinic = () => conversation({ pack: 'respiratory', consent: {}, asksForWhom: true }).start();
const talk = ['vai tomar no cu', 'você é gata?', 'conta uma piada', 'kkkkkk', 'quer casar comigo'];

describe('Given an insult, flirting or a joke', () => {
  it.each(talk)('%s, as the complaint: a calm sentence and the question, no consent is asked', (text) => {
    const chat = clinic().says(text);
    expect(chat.said).toMatch(calm);
    expect(chat.said).toContain('O que você está sentindo?');
    expect(chat.state).toMatchObject({ phase: 'complaint', answers: {} });
  });

  it.each(talk)('%s, to the question of consent: the question again, and nothing of it is kept', (text) => {
    const chat = clinic().says('estou com tosse').says(text);
    expect(chat.said).toMatch(calm);
    expect(chat.buttons).toEqual(['consent:yes', 'consent:no']);
    expect(chat.said).not.toContain('Guardei');
    expect(chat.state).toMatchObject({ phase: 'consent', complaint: 'estou com tosse' });
  });

  it('in the questions: the question again', () => {
    const chat = clinic().says('estou com tosse').presses('consent:yes').presses('whom:self');
    const { said } = chat.says('vai tomar no cu');
    expect(said).toMatch(calm);
    expect(chat.state.phase).toBe('asking');
  });

  it('twice in a row: a person is offered', () => {
    expect(clinic().says('vai tomar no cu').says('idiota').buttons).toContain('human');
  });

  it.each([
    'tô com uma dor do caralho',
    'puta que pariu, tô passando mal',
    'que merda de tosse',
    'me ajuda porra',
  ])('%s: rude, and still a complaint or a cry for help', (text) => {
    expect(clinic().says(text).said).not.toMatch(calm);
  });
});

describe('Given who refused consent asks what to do', () => {
  it.each(['mas o que eu faço?', 'e agora?', 'o que devo fazer'])('%s', (text) => {
    const chat = clinic()
      .says('estou com tosse')
      .presses('consent:no')
      .transferAnswered('transferred', true, 'Atendimento geral');
    chat.wait(5).says(text);
    for (const part of ['192', '188', 'falta de ar', 'fila']) expect(chat.said).toContain(part);
    expect(chat.state.phase).toBe('waiting');
  });

  it('who was told by a decision, or is to call, is told no other thing', () => {
    const chat = clinic()
      .says('não consigo respirar')
      .transferAnswered('transferred')
      .says('mas o que eu faço?');
    expect(chat.said).toContain('192');
    expect(chat.said).not.toContain('observe como você está');
  });
});

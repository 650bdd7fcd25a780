import * as fc from 'fast-check';
import { languages } from '../../../contract/event';
import { readCommand, readPick } from '../../../src/language/commands';
import { conversation } from '../../support/conversation';

type Chat = ReturnType<typeof conversation>;
const typed: Record<string, string> = {
  age_range: '34',
  temperature_cat: '36,5',
  weight_kg: '60',
  height_cm: '170',
};
/** Answers with a no, numbers with those of a healthy adult, until the interview ends. */
function answerAll(chat: Chat, numbers: Record<string, string> = {}): Chat {
  for (let n = 0; n < 40 && chat.state.phase === 'asking'; n += 1) {
    const { question } = chat.state;
    const said = numbers[question] ?? typed[question];
    if (said) chat.says(said);
    else chat.presses(`answer:${question}:no`);
  }
  return chat;
}
const asking = () => conversation().start().says('estou com tosse');

describe('what is told the chat itself', () => {
  it.each([
    ...['help', 'HELP!', 'ajuda', 'me ajuda por favor', 'ayuda'].map((said) => [said, 'human']),
    ...[
      'voltar',
      'Voltar!',
      'volta',
      'corrigir',
      'errei',
      'me enganei',
      'resposta errada',
      'quero corrigir',
    ].map((said) => [said, 'back']),
    ...['go back', 'back', 'undo', 'I made a mistake', 'volver', 'atrás', 'me equivoqué'].map((said) => [
      said,
      'back',
    ]),
    ...['cancelar', 'quero cancelar', 'sair', 'parar', 'stop', 'salir'].map((said) => [said, 'cancel']),
    ...[
      'o que você sabe sobre mim',
      'o que vc sabe sobre mim?',
      'meus dados',
      'what do you know about me?',
    ].map((said) => [said, 'about-me']),
    ...['¿qué sabe de mí?', 'que sabes sobre mi'].map((said) => [said, 'about-me']),
    ...['retiro meu consentimento', 'quero apagar meus dados', 'I withdraw my consent'].map((said) => [
      said,
      'withdraw',
    ]),
  ])('“%s” is %s', (said, command) => expect(readCommand(said)).toBe(command));

  it.each([
    ...[
      'a febre voltou',
      'não quero voltar a ter febre',
      'minha tosse não quer parar',
      'cancelei a consulta',
    ],
    ...['my back hurts', 'back pain', 'dor nas costas', 'quero parar de fumar', 'voltar ao início', ''],
  ])('“%s” is none', (said) => expect(readCommand(said)).toBeUndefined());

  it('is read in bounded time, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
        readCommand(text);
        const pick = readPick(text);
        return pick === undefined || (pick > 0 && pick < 100);
      }),
    );
  });

  it.each([
    ...['1', ' 1 ', '1)', '1.', '(1'.slice(1), 'opção 1', 'Opcao 1', '1️⃣', '１'].map((said) => [said, 1]),
    ...['2 -', 'option 2', 'número 2'].map((said) => [said, 2]),
    ...['0', '1,5', 'há 1 dia', '38', '100'].map((said) => [said, said === '38' ? 38 : undefined]),
  ])('“%s” picks %s', (said, pick) => expect(readPick(said as string)).toBe(pick));
});

describe('“voltar”', () => {
  it('Given an answer, then it counts no longer, its question is asked again, and the new answer replaces it', () => {
    const chat = asking();
    chat.says('34');
    expect(chat.state.answers['age_range']).toBe('from_15_to_49');
    chat.says('voltar');
    expect(chat.state.answers['age_range']).toBeUndefined();
    expect(chat.state).toMatchObject({ phase: 'asking', question: 'age_range' });
    expect(chat.says('70').state.answers['age_range']).not.toBe('from_15_to_49');
  });

  it('Given several, then one after the other back to the complaint, and no further', () => {
    const chat = asking().says('34').says('não');
    const first = chat.state.trail?.length ?? 0;
    expect(first).toBe(3);
    chat.says('voltar').says('voltar');
    expect(chat.state).toMatchObject({ phase: 'asking', question: 'age_range' });
    expect(chat.says('voltar').state.phase).toBe('complaint');
    expect(chat.state.answers).toEqual({});
    expect(chat.says('voltar').said).toContain('Ainda não há resposta');
  });

  it('Given it was decided, then the correction is decided anew', () => {
    const chat = answerAll(conversation().start().says('estou resfriado'));
    expect(chat.state.phase).toBe('guided');
    chat.says('voltar');
    expect([chat.state.phase, chat.state.decided]).toEqual(['asking', undefined]);
    answerAll(chat);
    expect(chat.state.phase).toBe('guided');
    expect(chat.events.filter(({ type }) => type === 'acolhe.triage.decided.v1')).toHaveLength(1);
  });

  it('Given a red flag, then it stays raised, with its words, and the place in the queue too', () => {
    const chat = asking().says('estou com falta de ar').transferAnswered('transferred');
    for (const said of ['voltar', 'recomeçar', 'cancelar']) {
      chat.says(said);
      expect(chat.state.phase).toBe('waiting');
      expect(chat.state.redFlags).not.toEqual([]);
      expect(chat.said).toContain('192');
    }
  });

  it('Given a person is waited for, then none of them drops the place', () => {
    const chat = asking().says('atendente').transferAnswered('transferred');
    for (const said of ['voltar', 'recomeçar', 'cancelar'])
      expect(chat.says(said).said).toContain('seu lugar na fila continua');
    expect(chat.state.phase).toBe('waiting');
  });
});

describe('the other commands', () => {
  it.each(['complaint', 'asking', 'guided'])('“recomeçar” begins anew from %s', (phase) => {
    const chat = conversation().start();
    if (phase !== 'complaint') chat.says('estou resfriado');
    if (phase === 'guided') answerAll(chat);
    expect(chat.state.phase).toBe(phase);
    expect(chat.says('recomeçar').state).toMatchObject({ phase: 'complaint', answers: {} });
  });

  it('“cancelar” stops the questions, offers a person, and the next complaint begins anew', () => {
    const chat = asking().says('34').says('cancelar');
    expect(chat.state).toMatchObject({ phase: 'complaint', answers: {} });
    expect(chat.buttons).toEqual(['human']);
    expect(chat.said).toContain('192');
    expect(chat.says('estou com febre').state.phase).toBe('asking');
  });

  it('“o que você sabe sobre mim” tells the number and the answers of this chat, and nothing of the record', () => {
    const chat = conversation().start();
    chat.play({
      ...{ kind: 'identified', id: 'identified', at: '2026-01-01T00:00:05.000Z', conversation: 'room1' },
      ...{ patientId: '0000-0001-1', mintedBy: 'crm', earlierConversations: 1, known: { diabetes: true } },
    });
    chat.says('estou com tosse').says('34').says('o que você sabe sobre mim');
    expect(chat.said).toContain('0000-0001-1');
    expect(chat.said).toContain('15');
    expect(chat.said).not.toMatch(/diabet/i);
    expect(chat.state.phase).toBe('asking');
  });

  it('Given somebody may be violent, then what is held is not shown on the screen', () => {
    const chat = asking().says('meu marido está me batendo').transferAnswered('transferred');
    expect(chat.state.calls).toContain('190');
    expect(chat.says('meus dados').said).not.toContain('•');
  });
});

describe('choices by number', () => {
  it('Given a channel without buttons, then they are numbered lines, and no button is sent', () => {
    const chat = conversation({ numbered: true, asksForWhom: true }).start().says('tosse');
    expect(chat.said).toContain('*1* - Para mim\n*2* - Para uma criança');
    expect(chat.buttons).toEqual([]);
    expect(chat.says('1').state.forWhom).toBe('self');
  });

  it.each(languages)('Given %s, then “1” is yes and “2” is no, also with buttons', (language) => {
    const yes = conversation({ language }).start();
    yes
      .says({ 'pt-BR': 'estou com tosse', en: 'I have a cough', es: 'tengo tos' }[language])
      .says('34')
      .says('36,5');
    const { state } = yes;
    if (state.phase !== 'asking') throw new Error('nothing is asked');
    expect(yes.buttons[0]).toBe(`answer:${state.question}:yes`);
    yes.says('2');
    expect(yes.state.answers[state.question]).toBe(false);
  });

  it('Given a number is itself the answer, then it picks nothing: 2 years is no second choice', () => {
    const chat = conversation({ numbered: true }).start().says('estou com tosse');
    expect(chat.state).toMatchObject({ question: 'age_range' });
    expect(chat.said).toContain('•');
    expect(chat.says('2').state.answers['age_range']).toBe('inf_15');
  });

  it('Given two lists in one turn, then the numbers go on: each means one thing', () => {
    const chat = conversation({ numbered: true })
      .start()
      .says('estou com tosse')
      .says('34')
      .says('onde tem posto?');
    chat.says('xyzw').says('xyzw');
    expect(chat.said).toMatch(/\*1\* - Falar com uma pessoa[\s\S]*\*2\* - Sim\n\*3\* - Não/);
    expect(chat.says('1').state.phase).toBe('waiting');
  });

  it('Given a number of no choice, then it is not understood', () => {
    const chat = conversation({ asksForWhom: true }).start().says('tosse').says('9');
    expect([chat.state.phase, chat.state.misunderstood]).toEqual(['for-whom', 1]);
  });

  it('Given the offer of a person, then “1” calls one', () => {
    const chat = asking().says('34').says('xyz').says('xyz');
    expect(chat.buttons).toEqual(['human', 'continue']);
    expect(chat.says('1').state.phase).toBe('waiting');
  });
});

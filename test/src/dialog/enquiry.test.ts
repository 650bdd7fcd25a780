import { languages, type Language } from '../../../contract/event';
import type { Facility } from '../../../settings/places/facility';
import { builtInAnswers } from '../../../settings/answers/answer-base';
import { step } from '../../../src/dialog/step';
import { conversation, knowledge } from '../../support/conversation';

const first = (language: Language) => builtInAnswers().entries[language][0]!;
const started = (over = {}) => conversation({ pack: 'respiratory', ...over }).start();

describe('a question to the bot', () => {
  it.each(languages)('in %s is answered with its source, then the bot is where it was', (language) => {
    const entry = first(language);
    const chat = started({ language }).says(entry.questions[0]!);
    expect(chat.said).toContain(entry.answer);
    expect(chat.said).toMatch(/(Fonte|Source|Fuente): \S/);
    expect(chat.state.phase).toBe('complaint');
    expect(chat.eventTypes()).not.toContain('acolhe.triage.started.v1');
  });

  it('while asking: answered, and the question asked again', () => {
    const chat = started().says('tosse');
    const { question } = chat.state as { question: string };
    chat.says(first('pt-BR').questions[0]!);
    expect(chat.said).toContain(first('pt-BR').answer);
    expect(chat.state).toMatchObject({ phase: 'asking', question });
    expect(chat.said).toContain('Quantos anos');
  });

  it('with a number in it is no answer to what is asked', () => {
    const chat = started().says('tosse').says('Posso tomar 2 comprimidos de nimesulida por dia?');
    expect(chat.state.answers['age']).toBeUndefined();
    expect(chat.state.phase).toBe('asking');
  });

  it('it does not know: says so, and offers a person', () => {
    const chat = started().says('Qual é a capital da Mongólia?');
    expect(chat.said).toContain('não sei responder');
    expect(chat.buttons).toEqual(['human']);
    expect(chat.state.phase).toBe('complaint');
  });

  it('a red flag comes first', () => {
    expect(started().says('estou com falta de ar, quais são os sintomas da covid?').transfers).toEqual([
      'Urgência',
    ]);
  });

  it('who tells what is wrong is triaged, whatever they ask beside', () => {
    expect(started().says('estou com febre e tosse, o que eu faço?').state.phase).toBe('asking');
  });

  it('drafts of answers are given only where drafts are admitted', () => {
    const chat = conversation({ pack: 'respiratory', admitDrafts: undefined }).start();
    expect(chat.says(first('pt-BR').questions[0]!).said).not.toContain(first('pt-BR').answer);
  });
});

describe('where to go', () => {
  it.each([
    ['onde tem posto de saúde em Fortaleza?', /UBS Fictícia/],
    ['onde fica a UPA mais perto? moro em Fortaleza', /UPA Fictícia/],
    ['onde posso me vacinar em Fortaleza?', /km\)/],
  ])('%p is answered with the nearest', (text, found) => {
    const chat = started().says(text);
    expect(chat.said).toMatch(/Mais perto de Fortaleza – CE/);
    expect(chat.said).toMatch(found);
    expect(chat.said).toContain('fictícia, só para demonstração');
    expect(chat.state.phase).toBe('complaint');
  });

  it.each([
    ['pt-BR', 'onde tem hospital?', /Em que cidade/],
    ['en', 'where is the nearest hospital?', /Which town/],
    ['es', '¿dónde hay un hospital?', /En qué ciudad/],
  ] as const)('in %s asks where they are, and reads the answer, misspelt too', (language, text, asks) => {
    const chat = started({ language }).says(text);
    expect(chat.said).toMatch(asks);
    expect(chat.says('fortalesa').said).toContain('Fortaleza – CE');
  });

  it.each(['Fortaleza', '60000-001', 'geo:-3.73000,-38.52000', 'https://maps.google.com/?q=-3.73,-38.52'])(
    '%p alone asks for it',
    (text) => {
      const chat = started().says(text);
      expect(chat.said).toMatch(/Mais perto de/);
      expect(chat.eventTypes()).toEqual(['acolhe.message.recorded.v1']);
    },
  );

  it.each([
    ['pt-BR', 'onde posso ir em fortalesa?'],
    ['pt-BR', 'onde tem posto de saude em fortalesa'],
    ['pt-BR', 'qual a UPA mais perto em Fortaleza?'],
    ['en', 'where can I go in fortalesa?'],
    ['es', '¿adónde puedo ir en fortalesa?'],
  ] as const)('in %s %p names the town, misspelt or not: it is not asked again', (language, text) => {
    const chat = started({ language }).says(text);
    expect(chat.said).toContain('Fortaleza – CE');
    expect(chat.said).toMatch(/km\)/);
    expect(chat.state.place).toBeUndefined();
  });

  it.each([
    'onde posso ir em caso de urgência?',
    'onde eu vou em caso de febre?',
    'onde tem médico em casa?',
    'onde posso ir em breve?',
    'onde tem posto em funcionamento?',
    'onde posso ir em segurança?',
    'onde posso ir em seguida?',
    'onde tem consulta em outro lugar?',
    'onde posso ser atendido em inglês?',
    'onde tem UPA em feriado?',
  ])('%p names no town: it is asked', (text) => {
    expect(started().says(text).said).toMatch(/Em que cidade/);
  });

  it('of a misspelt town with a namesake, which one is asked', () => {
    const chat = started().says('onde posso ir em bom jezus?');
    expect(chat.buttons.filter((value) => value.startsWith('place:')).length).toBeGreaterThan(1);
  });

  it('asks which of homonyms, by buttons', () => {
    const chat = started().says('onde tem posto?').says('Bom Jesus');
    const places = chat.buttons.filter((value) => value.startsWith('place:'));
    expect(places.length).toBeGreaterThan(1);
    chat.presses(places[0]!);
    expect(chat.said).toMatch(/Mais perto de|Não conheço um lugar/);
    expect(chat.state.place).toBeUndefined();
  });

  it('says that it knows none near, and offers a person', () => {
    const chat = started().says('onde tem posto em Porto Alegre RS?');
    expect(chat.said).toContain('Não conheço');
    expect(chat.buttons).toContain('human');
  });

  it('does not ask for ever', () => {
    const chat = started().says('onde tem posto?').says('qwrtzp');
    expect(chat.said).toContain('Não encontrei');
    chat.says('qwrtzp');
    expect(chat.state.place).toBeUndefined();
    expect(chat.said).not.toBe('');
  });

  it.each([
    ['tosse e febre', 'asking'],
    ['atendente', 'waiting'],
    ['falta de ar', 'waiting'],
  ])('%p instead of a place is heard as what it is', (text, phase) => {
    expect(started().says('onde tem posto?').says(text).state.phase).toBe(phase);
  });

  it('while asking: told, and the question asked again', () => {
    const chat = started().says('tosse').says('onde tem UPA em Fortaleza?');
    expect(chat.said).toMatch(/UPA Fictícia/);
    expect(chat.said).toContain('Quantos anos');
    expect(chat.state.answers['age']).toBeUndefined();
  });

  it('invented places are named only where drafts are admitted', () => {
    const chat = conversation({ pack: 'respiratory', admitDrafts: undefined }).start();
    expect(chat.says('onde tem posto em Fortaleza?').said).toContain('Não conheço');
  });

  it('places of the published knowledge are named as they are', () => {
    const mine: Facility = {
      ...{ id: '1234567', name: 'Posto Verdadeiro', kind: 'primary-care', municipality: '4314902' },
      ...{ specialties: [], programmes: [], accepts: ['mild'], address: 'Rua 1' },
    };
    const published = { version: 1, routing: [], hours: [], texts: {}, facilities: [mine] };
    const chat = conversation({ pack: 'respiratory', admitDrafts: undefined })
      .start()
      .says('onde tem posto em Porto Alegre?');
    const { effects } = step(
      chat.state,
      { ...chat.inputs.at(-1)!, id: 'again' },
      { ...knowledge, published },
    );
    expect(JSON.stringify(effects)).toContain('Posto Verdadeiro');
  });
});

/** Since when: days, the words that say so, and whether it lasts. */
import { readDurations } from '../../../src/language/durations';
import { tokenise } from '../../../src/language/tokens';

/** "3 at 1-2", with " lasting" or " hours". */
const read = (text: string): string =>
  readDurations(tokenise(text))
    .map(
      ({ days, start, end, lasting, hours }) =>
        `${days} at ${start}-${end}${lasting ? ' lasting' : ''}${hours ? ' hours' : ''}`,
    )
    .join(', ');

describe('how long', () => {
  it.each<[text: string, expected: string]>([
    ['há 3 dias', '3 at 1-2 lasting'],
    ['3 dias', '3 at 0-1'],
    ['umas 2 semanas', '14 at 1-2'],
    ['faz um mês', '30 at 1-2 lasting'],
    ['há dois anos', '730 at 1-2 lasting'],
    ['há 6 horas', '0 at 1-2 lasting hours'],
    ['6 horas', '0 at 0-1 hours'],
    ['a week', '7 at 0-1'],
    ['for a week', '7 at 1-2 lasting'],
    ['o week', ''],
    ['há uma semana e meia', '11 at 1-2 lasting'],
    ['há um dia e meio', '2 at 1-2 lasting'],
    ['há uma semana e tosse', '7 at 1-2 lasting'],
    ['há uma semana com meia', '7 at 1-2 lasting'],
    ['há quase uns mais 3 dias', '3 at 4-5 lasting'],
    ['há quase já uns mais 3 dias', '3 at 5-6'],
    ['há gente 3 dias', '3 at 2-3'],
    ['desde uns 3 dias', '3 at 2-3 lasting'],
    ['3 dias de febre', '3 at 0-1 lasting'],
    ['3 dias com tosse', '3 at 0-1 lasting'],
    ['3 dias seguidos', '3 at 0-1 lasting'],
    ['3 dias na praia', '3 at 0-1'],
    ['3 dias de vida', '3 at 0-1'],
    ['3 dias de idade', '3 at 0-1'],
    ['3 semanas de gestação', '21 at 0-1'],
    ['3 semanas de gravidez', '21 at 0-1'],
    ['3 semanas de grávida', '21 at 0-1'],
    ['3 dias de vidas', '3 at 0-1 lasting'],
    ['3 dias de ávida', '3 at 0-1 lasting'],
    ['vida 3 dias de febre', '3 at 1-2 lasting'],
    ['2 anos de tosse', '730 at 0-1'],
    ['começou 3 dias atrás', '3 at 1-2 lasting'],
    ['started 3 days ago', '3 at 1-2 lasting'],
    ['caiu 3 dias atrás', '3 at 1-2'],
    ['há 100 anos', '36500 at 1-2 lasting'],
    ['há 101 anos', ''],
    ['3 pessoas', ''],
    ['ha', ''],
    ['há meia hora', '0 at 1-2 hours'],
    ['uma hora', '0 at 0-1 hours'],
    ['boa hora', ''],
    ['hora', ''],
    ['dia', ''],
    ['semana passada', '7 at 0-1'],
    ['mês passado', '30 at 0-1'],
    ['semana pasada', '7 at 0-1'],
    ['semana retrasada', '14 at 0-1'],
    ['mês retrasado', '60 at 0-1'],
    ['semana passadas', ''],
    ['semana passeada', ''],
    ['semana ultrapassada', ''],
    ['semana retrasadas', ''],
    ['semana antirretrasada', ''],
    ['last week', '7 at 1-2'],
    ['desde semana passada', '7 at 1-2 lasting'],
    ['desde a semana passada', '7 at 1-2 lasting'],
    ['desde a outra semana passada', '7 at 3-4 lasting'],
    ['desde a outra boa semana passada', '7 at 4-5'],
    ['começou semana passada', '7 at 1-2 lasting'],
    ['desde ontem', '1 at 1-1 lasting'],
    ['desde o anteontem', '2 at 2-2 lasting'],
    ['desde só ontem', '1 at 2-2'],
    ['desde a noite de ontem', '1 at 4-4 lasting'],
    ['desde a manhã de hoje', '0 at 2-2 lasting, 0 at 4-4 lasting'],
    ['desde a noite ontem', '1 at 3-3 lasting'],
    ['desde a tarde ontem', '1 at 3-3 lasting'],
    ['desde ontem à noite', '1 at 1-1 lasting'],
    ['ontem', '1 at 0-0'],
    ['hoje', '0 at 0-0'],
    ['cedo', ''],
    ['desde cedo', '0 at 1-1 lasting'],
    ['desde manhã', '0 at 1-1 lasting'],
    ['desde madrugada', '0 at 1-1 lasting'],
    ['desde mim', ''],
    ['constructor', ''],
    ['começou ontem', '1 at 1-1 lasting'],
    ['começou. ontem', '1 at 2-2'],
    ['começou, ontem', '1 at 2-2'],
    ['começou? ontem', '1 at 2-2'],
    ['começou aqui em casa de noite ontem', '1 at 6-6 lasting'],
    ['começou aqui em casa de noite mesmo ontem', '1 at 7-7'],
    ['ontem começou', '1 at 0-0 lasting'],
    ['ontem de noite ela já começou', '1 at 0-0 lasting'],
    ['ontem de noite ela também já começou', '1 at 0-0'],
    ['ontem, começou', '1 at 0-0'],
    ['trasanteontem', '3 at 0-0'],
  ])('Given "%s" Then %s', (text, expected) => expect(read(text)).toBe(expected));

  it.each<[number, string]>([
    [0, 'hoje today hoy agora agorinha manhã madrugada tonight morning'],
    [1, 'ontem onte ayer anoche yesterday'],
    [2, 'anteontem antiontem antesdeontem anteayer antier antonte antontem'],
    [3, 'transanteontem trasanteontem trasantontem'],
  ])('Given a day by its name Then it is %d days ago', (days, words) => {
    for (const word of words.split(' ')) expect([word, read(word)]).toEqual([word, `${days} at 0-0`]);
  });

  it.each<[string, (word: string) => string, string]>([
    [
      'of something that lasts',
      (word) => `${word} 3 dias`,
      'há faz fazem hace tem for por completou fez durante são',
    ],
    ['of its beginning', (word) => `${word} 3 dias`, 'desde since'],
    [
      'after which it is said what lasts',
      (word) => `3 dias ${word} isso`,
      'de com of que with seguidos sem doente assim direto passando mal',
    ],
    [
      'of beginning',
      (word) => `${word} 3 dias atrás`,
      'começou começaram comecei apareceu apareceram surgiu surgiram iniciou iniciaram veio started began empezó comenzó aparecio doente mal inicio',
    ],
  ])('Given a word %s Then it lasts', (_why, say, words) => {
    for (const word of words.split(' '))
      expect([word, read(say(word))]).toEqual([word, expect.stringMatching(/3 at .* lasting$/)]);
  });

  it('Given words that only say about how long Then they are passed over', () => {
    const around =
      'uns umas quase mais de cerca menos a um uma já unos unas como que o about almost over nearly the past last os ultimos';
    for (const word of around.split(' ').filter((one) => !/^uma?$/.test(one)))
      expect([word, read(`desde ${word} 3 dias`)]).toEqual([word, '3 at 2-3 lasting']);
  });

  it('ends a flood of days', () => expect(readDurations(tokenise('ontem '.repeat(20)))).toHaveLength(12));
});

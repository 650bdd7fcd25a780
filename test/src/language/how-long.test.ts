import { readAnswer, type AskedQuestion, type Reading } from '../../../src/language/answer';

const inUnit = (unit: string, max = 365): AskedQuestion => ({
  id: 'how_long',
  type: 'number',
  unit,
  min: 0,
  max,
  unknownAllowed: true,
});
const read = (text: string, unit = 'days'): Reading => readAnswer(text, inUnit(unit), 'pt-BR');
const value = (number: number): Reading => ({ kind: 'value', value: number });

describe('how many days', () => {
  it.each<[string, number]>([
    ['uma semana', 7],
    ['1 semana', 7],
    ['duas semanas', 14],
    ['umas 3 semanas', 21],
    ['um mês', 30],
    ['2 meses', 60],
    ['uma semana e 3 dias', 10],
    ['a week', 7],
    ['two weeks', 14],
    ['una semana', 7],
    ['hace dos semanas', 14],
    ['3 dias', 3],
    ['quinze dias', 15],
    ['6 horas', 0],
    ['5', 5],
    ['uns 4', 4],
  ])('Given "%s" Then %d', (text, days) => {
    expect(read(text)).toEqual(value(days));
  });

  it.each<[string, number]>([
    ['hoje', 0],
    ['começou hoje', 0],
    ['ontem', 1],
    ['desde ontem', 1],
    ['começou ontem', 1],
    ['anteontem', 2],
    ['yesterday', 1],
    ['since yesterday', 1],
    ['today', 0],
    ['ayer', 1],
    ['desde anteayer', 2],
    ['hoy', 0],
  ])('Given the day itself, "%s", Then %d', (text, days) => {
    expect(read(text)).toEqual(value(days));
  });

  it('Given a length beyond what the question takes Then it is out of range, and never a smaller number', () => {
    expect(read('dois anos')).toMatchObject({ kind: 'out-of-range' });
  });

  it('Given no length Then it is not understood', () => {
    expect(read('faz tempo')).toEqual({ kind: 'unclear' });
    expect(read('não sei')).toEqual({ kind: 'unknown' });
  });
});

it.each<[string, string, number]>([
  ['8 meses', 'months', 8],
  ['1 ano', 'months', 12],
  ['um ano e 2 meses', 'months', 14],
  ['3 semanas', 'months', 0],
  ['8', 'months', 8],
  ['um mês', 'weeks', 4],
  ['10 dias', 'weeks', 1],
  ['5 semanas', 'weeks', 5],
])('Given "%s" where %s are asked Then %d', (text, unit, number) => {
  expect(read(text, unit)).toEqual(value(number));
});

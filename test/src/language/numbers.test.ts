import { readFindings } from '../../../src/language/findings';

const numbers = (text: string): Record<string, unknown> =>
  Object.fromEntries(
    readFindings(text, 'pt-BR').flatMap(({ concept, value }) =>
      typeof value === 'number' ? [[concept, Math.round(value * 100) / 100]] : [],
    ),
  );

describe('Numbers as people write them', () => {
  it.each<[string, Record<string, number>]>([
    ['febre de trinta e oito e meio', { temperature: 38.5 }],
    ['febre de trinta e nove', { temperature: 39 }],
    ['febre de trinta e oito vírgula dois', { temperature: 38.2 }],
    ['febre de 38 ponto 75', { temperature: 38.75 }],
    ['febre de 38 e 2', { temperature: 38.2 }],
    ['a temperatura deu 35,1', { temperature: 35.1 }],
    ['deu 39,5 no termômetro', { temperature: 39.5 }],
    ['deu 42,9', { temperature: 42.9 }],
    ['saturação 97', { oxygen_saturation: 97 }],
    ['SpO2 93%', { oxygen_saturation: 93 }],
    ['pressão 12 por 8', { blood_pressure_systolic: 120, blood_pressure_diastolic: 80 }],
    ['pressão 120x80', { blood_pressure_systolic: 120, blood_pressure_diastolic: 80 }],
    ['glicemia 250', { glucose: 250 }],
    ['tenho 70 anos', { age: 70 }],
    ['meu filho tem 2 anos e tosse', { age: 2 }],
    ['meu filho tem 1 ano e meio', { age: 1.5 }],
    ['meu bebê tem 1 mês e 20 dias', { age: 0.14 }],
    ['meu bebê tem 1 mês', { age: 0.08 }],
    ['bebê de 20 dias', { age: 0.05 }],
    ['tosse há 3 dias', { symptom_duration: 3 }],
    ['a tosse começou 3 dias atrás', { symptom_duration: 3 }],
    ['tosse há duas semanas', { symptom_duration: 14 }],
    ['tosse há duas semanas e meia', { symptom_duration: 18 }],
    ['tosse desde ontem', { symptom_duration: 1 }],
    ['tosse desde anteontem', { symptom_duration: 2 }],
    ['cough that started 4 days ago', { symptom_duration: 4 }],
    ['estou grávida de 30 semanas', { gestational_weeks: 30 }],
    ['tenho 3 filhos e tosse', {}],
    ['moro no 101', {}],
  ])('%s', (text, expected) => expect(numbers(text)).toEqual(expected));
});

describe('What is over, and of whom', () => {
  it.each<[string, Record<string, string>]>([
    ['a febre passou', { fever: 'no' }],
    ['a tosse foi embora', { cough: 'no' }],
    ['my sister has a cough', { cough: 'other' }],
    ["my son's fever", { fever: 'other' }],
    ['estou com tosse', { cough: 'self' }],
  ])('%s', (text, expected) => {
    const read = Object.fromEntries(
      readFindings(text, 'pt-BR').map(({ concept, value, who, when }) => [
        concept,
        value === 'no' || when !== 'now' ? 'no' : who,
      ]),
    );
    expect(read).toEqual(expected);
  });
});

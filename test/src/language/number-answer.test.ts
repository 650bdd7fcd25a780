/** The one number of an answer: its unit, its limits, and which of several it is. */
import {
  isFahrenheit,
  readBothPressures,
  readLoneNumber,
  readNumber,
  withoutIdentifiers,
} from '../../../src/language/number-answer';
import { tokenise } from '../../../src/language/tokens';

it.each<[string, string | undefined, number | undefined]>([
  ['1500 g', 'kg', 1.5],
  ['150 libras', 'kg', 68],
  ['70 quilos', 'kg', 70],
  ['1500 g', 'cm', 1500],
  ['150 libras', 'celsius', 150],
  ['tenho 2 filhos e 70 kg', 'kg', 70],
  ['tenho 2 filhos e 70', 'kg', 2],
  ['tenho 2 filhos e 70 kg', undefined, 2],
  ['104 f', '°C', 40],
  ['104 f', 'c', 40],
  ['104 f', 'kg', 104],
  ['50 f', 'celsius', 10],
  ['89', 'celsius', 89],
  ['90', 'celsius', 32.2],
  ['113', 'celsius', 45],
  ['114', 'celsius', 114],
  ['18 meses', 'years', 1.5],
  ['104 semanas', 'years', 2],
  ['730 dias', 'years', 2],
  ['2 anos', 'years', 2],
  ['duas semanas', 'days', 14],
  ['20 dias', 'weeks', 2],
  ['45 dias', 'months', 1],
  ['ontem', 'days', 1],
  ['1,70', 'cm', 170],
  ['1 metro e 70', 'cm', 170],
  ['1 m 70', 'cm', 170],
  ['1 70', 'cm', 170],
  ['1 e 70', 'cm', 170],
  ['1 e 10', 'cm', 110],
  ['1 e 9', 'cm', 100],
  ['2 e 100', 'cm', 200],
  ['3 e 50', 'cm', 3],
  ['3 m', 'cm', 300],
  ['165', 'cm', 165],
  ['0', 'cm', 0],
  ['nada', 'cm', undefined],
])('Given "%s" in %s Then %s', (text, unit, value) => expect(readNumber(tokenise(text), unit)).toBe(value));

describe('a bare number', () => {
  it.each<[string, number, number]>([
    ['temperature', 30, 45],
    ['oxygen_saturation', 30, 100],
    ['age', 0, 130],
    ['glucose', 10, 900],
    ['breathing_rate', 3, 150],
    ['gestational_weeks', 0, 45],
    ['symptom_duration', 0, 3650],
    ['blood_pressure_systolic', 40, 300],
    ['blood_pressure_diastolic', 30, 200],
  ])('Given %s Then it is from %s to %s', (concept, least, most) => {
    const read = (value: number): unknown => readLoneNumber(tokenise(String(value)), concept);
    expect([read(least), read(most), read(most + 1)]).toEqual([least, most, undefined]);
  });

  it.each<[string, string, number | 'unknown' | undefined]>([
    ['29', 'temperature', undefined],
    ['29', 'oxygen_saturation', undefined],
    ['9', 'glucose', undefined],
    ['2', 'breathing_rate', undefined],
    ['3', 'blood_pressure_systolic', undefined],
    ['12', 'blood_pressure_systolic', 120],
    ['29', 'blood_pressure_systolic', 290],
    ['2,6', 'symptom_duration', 3],
    ['uma semana e 3 dias', 'symptom_duration', 10],
    ['uma semana mais 3 dias', 'symptom_duration', 7],
    ['ontem não, desde 3 dias', 'symptom_duration', 3],
    ['38 e 5', 'temperature', 38.5],
    ['38 e 1', 'temperature', 38.1],
    ['38 e 9', 'temperature', 38.9],
    ['38 e 10', 'temperature', 38],
    ['38,2 e 5', 'temperature', 38.2],
    ['38 mais 5', 'temperature', 38],
    ['101', 'temperature', 'unknown'],
    ['a noite 39, agora 37', 'temperature', 37],
    ['agora 37, a noite 39', 'temperature', 37],
    ['37 agora, 39 ontem', 'temperature', 37],
    ['37 graus agora, 39 ontem', 'temperature', 37],
    ['ontem 39 hoje 37', 'temperature', 37],
    ['39 ontem 37 agora', 'temperature', 37],
    ['39 ontem, agora ela está bem melhor 37', 'temperature', 37],
    ['39 ontem, agora ela está bem bem melhor 37', 'temperature', 39],
    ['39 ontem 37', 'temperature', 39],
  ])('Given "%s" for %s Then %s', (text, concept, value) =>
    expect(readLoneNumber(tokenise(text), concept)).toBe(value),
  );
});

it.each<[string, boolean]>([
  ['86 f', true],
  ['85 f', false],
  ['86', false],
  ['90', true],
  ['89', false],
  ['115', true],
  ['116', false],
  ['fahrenheit', false],
])('Given "%s" Then degrees Fahrenheit: %s', (text, is) => expect(isFahrenheit(tokenise(text))).toBe(is));

it.each<[string, [number, number] | undefined]>([
  ['12 por 8', [120, 80]],
  ['12x8', [120, 80]],
  ['12 over 8', [120, 80]],
  ['12 sobre 8', [120, 80]],
  ['12 e 8', [120, 80]],
  ['deu 130 por 85', [130, 85]],
  ['12 a 8', undefined],
  ['8 por 12', undefined],
  ['8 por 8', undefined],
  ['12 por', undefined],
])('Given "%s" Then both pressures are %j', (text, both) =>
  expect(readBothPressures(tokenise(text))).toEqual(both),
);

describe('digits that answer nothing', () => {
  it.each<[string, string]>([
    ['529.982.247-25 e 38', '  e 38'],
    ['12/03/2024 38', '  38'],
    ['r$ 50,00 38', '  38'],
    ['http://x.com/99 38', '  38'],
    ['120 80', '120 80'],
    ['1234 567', '1234 567'],
    ['1234 5678', ' '],
  ])('Given "%s" Then "%s" is left', (text, left) => expect(withoutIdentifiers(text)).toBe(left));

  it('Given a text that is very long Then it is left as it is', () => {
    expect(withoutIdentifiers(`r$ 50 ${'a'.repeat(4_994)}`)).toMatch(/^ {2}a/);
    expect(withoutIdentifiers(`r$ 50 ${'a'.repeat(4_995)}`)).toMatch(/^r\$/);
  });
});

import { readsLike } from '../../../src/triage/reads-like';
import { fillParameters, placesIn } from '../../../src/triage/parameters';
import { choiceOfNumber, answerFromFinding, checkNumber } from '../../../src/triage/answer';
import { choice } from './findings-of';
import { yesNo } from './small-pack';

describe('In which language a text is written', () => {
  it.each<[string, 'pt-BR' | 'en' | 'es', string | undefined]>([
    ['Do you have a fever?', 'pt-BR', 'en'],
    ['Do you have a fever?', 'es', 'en'],
    ['Do you have a fever?', 'en', undefined],
    ['DO YOU HAVE A FEVER?', 'pt-BR', 'en'],
    ['¿Tiene usted fiebre?', 'pt-BR', 'es'],
    ['¿Tiene usted fiebre?', 'es', undefined],
    ['Você está com febre?', 'es', 'pt-BR'],
    ['Você está com febre?', 'pt-BR', undefined],
    ['the the the the', 'pt-BR', undefined],
    ['the fever of', 'pt-BR', 'en'],
    ['Generic paracetamol', 'pt-BR', undefined],
    ['the of and você', 'pt-BR', 'en'],
    ['the of você', 'pt-BR', undefined],
    ['the of and for você são', 'pt-BR', undefined],
    ['the of and for to você são', 'pt-BR', 'en'],
    ['{the} {of} {and}', 'pt-BR', undefined],
    ['fever {days} the {weeks} of', 'pt-BR', 'en'],
    ['', 'pt-BR', undefined],
    ['38,5', 'en', undefined],
  ])('%p, which should be %s', (text, wanted, other) => expect(readsLike(text, wanted)).toBe(other));
});

describe('Places in a text', () => {
  const parameters = {
    days: { value: 7, unit: 'days', validFrom: '2026-01-01', source: { citation: 'a', at: 'b' } },
  };
  it.each([
    ['For {days} days.', 'For 7 days.', ['days']],
    ['{days}{days}{other}', '77{other}', ['days', 'other']],
    [
      '{toString} {a-b.c_d} {} { days } {days',
      '{toString} {a-b.c_d} {} { days } {days',
      ['toString', 'a-b.c_d'],
    ],
    ['none', 'none', []],
  ])('%p', (text, filled, places) => {
    expect(fillParameters({ parameters }, text)).toBe(filled);
    expect(placesIn(text)).toEqual(places);
  });
});

describe('What counts as an answer', () => {
  const bins = [{ below: 5, choice: 'low' }, { below: 7, choice: 'middle' }, { choice: 'high' }];
  const binned = { ...choice('c', 'low', 'middle', 'high'), bins };
  it.each<[number, number | undefined, number | undefined, string | undefined]>([
    [4.9, 0, 9, 'low'],
    [5, 0, 9, 'middle'],
    [7, 0, 9, 'high'],
    [0, 0, 9, 'low'],
    [9, 0, 9, 'high'],
    [-0.1, 0, 9, undefined],
    [9.1, 0, 9, undefined],
    [-5, undefined, 9, 'low'],
    [500, 0, undefined, 'high'],
    [NaN, undefined, undefined, undefined],
  ])('%d from %p to %p falls in %p', (value, min, max, wanted) => {
    expect(choiceOfNumber({ ...binned, min, max }, value)).toBe(wanted);
    expect(choiceOfNumber({ ...choice('c', 'low'), min, max }, value)).toBeUndefined();
  });

  it.each<[unknown, number | undefined, number | undefined, unknown]>([
    [3, 3, 5, { ok: true, value: 3 }],
    [5, 3, 5, { ok: true, value: 5 }],
    [2.9, 3, 5, { ok: false, reason: 'must be a number from 3 to 5' }],
    [5.1, 3, 5, { ok: false, reason: 'must be a number from 3 to 5' }],
    ['4', 3, 5, { ok: false, reason: 'must be a number from 3 to 5' }],
    ['4', undefined, 5, { ok: false, reason: 'must be a number' }],
    ['4', 3, undefined, { ok: false, reason: 'must be a number' }],
    [NaN, undefined, undefined, { ok: false, reason: 'must be a number' }],
  ])('%p from %p to %p', (value, min, max, told) => expect(checkNumber(value, min, max)).toEqual(told));

  it.each<[string, Parameters<typeof answerFromFinding>, unknown]>([
    ['itself', [yesNo('fever'), 'fever', true], true],
    ['itself denied', [yesNo('fever'), 'fever', false], false],
    ['another', [yesNo('fever'), 'cough', true], undefined],
    ['its concept', [yesNo('hot', { concept: 'fever' }), 'fever', false], false],
    [
      'its id, where it names another concept',
      [yesNo('fever', { concept: 'cough' }), 'fever', true],
      undefined,
    ],
    ['what implies it', [yesNo('ill', { impliedBy: ['fever'] }), 'fever', true], true],
    ['what implies it denied', [yesNo('ill', { impliedBy: ['fever'] }), 'fever', false], undefined],
    ['a choice of yes and no', [choice('fever', 'yes', 'no'), 'fever', true], 'yes'],
    ['the same denied', [choice('fever', 'yes', 'no'), 'fever', false], 'no'],
    ['a choice without them', [choice('fever', 'high', 'low'), 'fever', true], undefined],
    ['a number', [yesNo('fever', { type: 'number' }), 'fever', true], undefined],
  ])('by what is told: %s', (_name, parameters, wanted) =>
    expect(answerFromFinding(...parameters)).toBe(wanted),
  );
});

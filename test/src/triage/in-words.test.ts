import type { Condition } from '../../../src/triage/pack';
import { formulaInWords, inWords } from '../../../src/triage/in-words';

const a: Condition = { is: ['a', true] };
const b: Condition = { is: ['b', false] };

it.each<[string, Condition]>([
  ['always', { always: true }],
  ['risk', { ref: 'risk' }],
  ['a', a],
  ['no b', b],
  ['age is old', { is: ['age', 'old'] }],
  ['age in {old, young}', { is: ['age', 'old', 'young'] }],
  ['kg ≥ 40', { gte: ['kg', 40] }],
  ['kg < 40', { lt: ['kg', 40] }],
  ['kg up by 2', { rise: ['kg', 2] }],
  ['kg down by 3', { fall: ['kg', 3] }],
  ['not a', { not: a }],
  ['a and no b', { all: [a, b] }],
  ['a or no b', { any: [a, b] }],
  ['not (a or no b)', { not: { any: [a, b] } }],
  ['not a', { not: { any: [a] } }],
  ['(a or no b) and risk', { all: [{ any: [a, b] }, { ref: 'risk' }] }],
  ['at least 2 of {a, no b, a and no b}', { atLeast: [2, a, b, { all: [a, b] }] }],
])('%s', (words, condition) => expect(inWords(condition)).toBe(words));

it('a formula is told by what it is made of', () => {
  expect(formulaInWords({ formula: 'bmi', weightKg: 'kg', heightCm: 'cm', min: 10, max: 70 })).toBe(
    'kg / (cm / 100)²',
  );
});

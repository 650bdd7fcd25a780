import { packs } from '../../../settings/packs';
import { answerFromFinding, checkAnswer, checkNumber, choiceOfNumber } from '../../../src/triage/answer';
import type { Question } from '../../../src/triage/pack';

const pack = packs['fr-covid-2020']!;
const question = (id: string): Question => pack.questions.find((item) => item.id === id)!;

it.each<[string, number, string | undefined]>([
  ['age_range', 0, 'inf_15'],
  ['age_range', 14.9, 'inf_15'],
  ['age_range', 15, 'from_15_to_49'],
  ['age_range', 49, 'from_15_to_49'],
  ['age_range', 50, 'from_50_to_64'],
  ['age_range', 64, 'from_50_to_64'],
  ['age_range', 65, 'sup_65'],
  ['age_range', 131, undefined],
  ['age_range', -1, undefined],
  ['temperature_cat', 35.4, 'inf_35.5'],
  ['temperature_cat', 35.5, '35.5-37.7'],
  ['temperature_cat', 37.7, '35.5-37.7'],
  ['temperature_cat', 37.8, '37.8-38.9'],
  ['temperature_cat', 38.9, '37.8-38.9'],
  ['temperature_cat', 39, 'sup_39'],
  ['temperature_cat', 385, undefined],
  ['temperature_cat', NaN, undefined],
  ['pregnant', 1, undefined],
])('%s: %d typed is %s', (id, value, wanted) => {
  expect(choiceOfNumber(question(id), value)).toBe(wanted);
});

it.each<[string, unknown, unknown]>([
  ['cough', true, true],
  ['cough', 'unknown', 'unknown'],
  ['cough', 'true', undefined],
  ['cough', 1, undefined],
  ['age_range', 'sup_65', 'sup_65'],
  ['age_range', 70, 'sup_65'],
  ['age_range', 'old', undefined],
  ['weight_kg', 70.5, 70.5],
  ['weight_kg', 19.9, undefined],
  ['weight_kg', NaN, undefined],
  ['weight_kg', '70', undefined],
  ['pregnant', 'not_applicable', 'not_applicable'],
  ['pregnant', true, undefined],
])('%s answered with %j is taken as %j', (id, value, wanted) => {
  const answer = checkAnswer(question(id), value);
  expect(answer.ok ? answer.value : undefined).toBe(wanted);
});

it.each<[string, unknown, string]>([
  ['cough', 'true', 'must be true or false'],
  ['weight_kg', 19.9, 'must be a number from 20 to 350'],
  ['pregnant', true, 'must be one of yes, no, not_applicable'],
])('%s answered with %j is refused in words: it %s', (id, value, reason) => {
  expect(checkAnswer(question(id), value)).toEqual({ ok: false, reason });
});

it('a number without limits is taken as it is, and what is none is refused without a range', () => {
  expect(checkNumber(-5)).toEqual({ ok: true, value: -5 });
  expect(checkNumber('x', 0)).toEqual({ ok: false, reason: 'must be a number' });
});

it('a question that may not be unknown is not answered so', () => {
  expect(checkAnswer({ ...question('cough'), unknown: { allowed: false } }, 'unknown').ok).toBe(false);
});

it.each<[string, string, boolean, unknown]>([
  ['breathlessness', 'dyspnea', true, true],
  ['breathlessness', 'dyspnea', false, false],
  ['breathlessness', 'cough', true, undefined],
  ['pregnant', 'pregnancy', true, 'yes'],
  ['pregnant', 'pregnancy', false, 'no'],
  ['agueusia_anosmia', 'anosmia', true, true],
  ['agueusia_anosmia', 'anosmia', false, undefined],
  ['age_range', 'age', true, undefined],
])('%s: %s found %s answers %s', (id, concept, present, wanted) => {
  expect(answerFromFinding(question(id), concept, present)).toBe(wanted);
});

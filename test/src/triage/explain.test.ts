import * as fc from 'fast-check';
import { decideNow } from '../../../src/triage/evaluate';
import { explain } from '../../../src/triage/explain';
import type { Answers } from '../../../src/triage/pack';
import { clinic } from './clinic-pack';
import { smallPack, yesNo } from './small-pack';
import { runs } from '../../support/runs';

const ill: Answers = {
  age: 59,
  dyspnea: false,
  fever: true,
  stiff_neck: false,
  cough: false,
  grey: false,
  diabetes: false,
  pregnancy: false,
};
const changesOf = (answers: Answers): string[] =>
  explain(clinic, answers).changes.map(
    ({ question, from, to, outcome }) => `${question} ${from}→${to} ${outcome}`,
  );

it('names the row, the answers, and the nearest answers that would have changed the outcome', () => {
  expect(explain(clinic, ill).decided).toMatchObject({ row: 'else', outcome: { id: 'home' } });
  expect(changesOf(ill)).toEqual(
    expect.arrayContaining([
      'age 59→60 today',
      'dyspnea false→true now',
      'diabetes false→true today',
      'cough false→true today',
      'stiff_neck false→true now',
    ]),
  );
  expect(changesOf(ill)).not.toContain('grey false→true now');
});

it('names no answer to what does not apply to this person', () => {
  const asked = changesOf({ ...ill, age: 8, pregnancy: undefined }).map((change) => change.split(' ')[0]);
  expect(asked).not.toContain('pregnancy');
  expect(asked).not.toContain('age_months');
  expect(asked).not.toContain('oxygen_saturation');
});

it('of a number names the nearest value on each side only', () => {
  const ages = changesOf({ ...ill, age: 70 }).filter((change) => change.startsWith('age '));
  expect(ages).toContain('age 70→59 home');
  expect(ages).toContain('age 70→100 elsewhere');
  expect(ages.filter((change) => change.endsWith('home'))).toHaveLength(1);
});

it('every change it names is true', () => {
  const bool = fc.oneof(fc.boolean(), fc.constant('unknown'));
  const people = fc.record({
    age: fc.constantFrom(0, 1, 30, 70, 100),
    dyspnea: bool,
    fever: bool,
    cough: bool,
    diabetes: bool,
    oxygen_saturation: fc.constantFrom(88, 93, 98),
  });
  fc.assert(
    fc.property(people, (answers) => {
      const { decided, changes } = explain(clinic, answers);
      for (const { question, to, outcome, row } of changes) {
        const other = decideNow(clinic, { ...answers, [question]: to });
        expect([other.outcome.id, other.row]).toEqual([outcome, row]);
        expect(outcome).not.toBe(decided.outcome.id);
      }
    }),
    runs(100),
  );
});

it('of a choice names each other choice that leads elsewhere', () => {
  const aged = smallPack(
    [yesNo('age_group', { type: 'choice', choices: ['child', 'adult', 'old'] })],
    [
      ['1', { is: ['age_group', 'old'] }, 'call'],
      ['2', { is: ['age_group', 'child'] }, 'see'],
    ],
  );
  const changes = (answers: Answers): unknown[] =>
    explain(aged, answers).changes.map(({ from, to, outcome }) => [from, to, outcome]);
  expect(changes({ age_group: 'adult' })).toEqual([
    ['adult', 'child', 'see'],
    ['adult', 'old', 'call'],
  ]);
  expect(changes({})).toEqual([
    [null, 'child', 'see'],
    [null, 'old', 'call'],
  ]);
});

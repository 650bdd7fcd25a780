import { decideNow, evaluate, questionsLeft } from '../../../src/triage/evaluate';
import { explain } from '../../../src/triage/explain';
import type { Answers, Condition, Pack, Question } from '../../../src/triage/pack';
import { smallPack, yesNo } from './small-pack';

const open = { allowed: true };
export const number = (id: string, min: number, max: number, more: Partial<Question> = {}): Question =>
  yesNo(id, { type: 'number', min, max, unknown: open, ...more });
export const is = (id: string, value: string | boolean = true): Condition => ({ is: [id, value] });

/** A little of everything that a protocol may say; no demonstration. */
export const rich: Pack = smallPack(
  [
    number('age', 0, 120, { unit: 'years', unknown: { allowed: false } }),
    number('age_months', 0, 24, { unit: 'months', when: { lt: ['age', 2] } }),
    yesNo('cough', { unknown: open }),
    yesNo('fever', { unknown: { allowed: true, means: 'yes' } }),
    yesNo('pain', {
      type: 'choice',
      choices: ['none', 'some', 'strong'],
      unknown: { allowed: true, means: 'blocks' },
    }),
    number('temp', 30, 45, { unit: '°C' }),
    yesNo('breath', { kind: 'vital', concept: 'dyspnea', unknown: open }),
    number('weight', 1, 300, { unit: 'kg' }),
    number('height', 30, 250, { unit: 'cm' }),
    yesNo('pregnant', { when: { all: [{ gte: ['age', 12] }, { lt: ['age', 56] }] } }),
    yesNo('travel', { kind: 'surveillance', when: is('fever') }),
  ],
  [
    ['hot', { gte: ['temp', 39] }, 'see'],
    ['two', { atLeast: [2, is('cough'), is('fever'), is('pain', 'some')] }, 'see'],
    ['heavy', { gte: ['bmi', 30] }, 'see'],
    ['baby', { lt: ['age_days', 90] }, 'soon'],
    ['pregnant', { all: [is('pregnant'), { not: is('cough') }] }, 'see'],
    ['old', { all: [{ ref: 'ill' }, { gte: ['age', 80] }] }, 'soon'],
  ],
  { id: 'rich', demonstration: false, status: 'active' },
);
rich.derived = { ill: { any: [is('cough'), is('fever')] } };
rich.computed = {
  bmi: { formula: 'bmi', weightKg: 'weight', heightCm: 'height', min: 10, max: 80 },
  age_days: { formula: 'age-days', months: 'age_months', years: 'age', min: 0, max: 44_000 },
};
rich.scope = {
  text: 'scope',
  when: { any: [{ ref: 'ill' }, { not: is('pain', 'none') }, is('pregnant'), { lt: ['age', 1] }] },
};
rich.redFlags = [
  {
    id: 'cough_and_pain',
    call: '192',
    when: { all: [is('cough'), is('pain', 'strong')] },
    source: rich.table[0]!.source,
  },
];
rich.redFlagOutcome = { outcome: 'call', source: rich.table[0]!.source };
rich.outOfScope = { outcome: 'see', source: rich.table[0]!.source };
rich.outcomes.push({
  ...rich.outcomes[1]!,
  id: 'soon',
  urgencyMinutes: 60,
  advice: 'soon',
  safetyNet: 'soon.net',
});
rich.table[2]!.unknown = 'holds';
rich.table[1]!.unknown = 'fails';

/** Nothing but what is asked of everybody, well. */
export const well = {
  age: 40,
  cough: false,
  fever: false,
  pain: 'none',
  temp: 36.5,
  breath: false,
  pregnant: false,
};
export const light = { weight: 70, height: 175 };

/** "see by hot: temp=39, not known: …"; "asks age of age, cough"; the changes as "temp 36.5→39 see by hot". */
export function decides(answers: Answers, pack = rich): string {
  const { outcome, row, because, redFlags, unknown } = decideNow(pack, answers);
  const flags = redFlags.map(({ concept, call }) => ` ${concept} ${call}`).join('');
  return `${outcome.id} by ${row}: ${because.join(' ')}${unknown.length > 0 ? `, not known: ${unknown.join(' ')}` : ''}${flags}`;
}
export function goesOn(answers: Answers, pack = rich): string {
  const next = evaluate(pack, answers);
  return `${next.kind === 'ask' ? `asks ${next.question.id}` : next.row} of ${questionsLeft(pack, answers).join(' ')}`.trim();
}
export function changed(answers: Answers, pack = rich): string {
  const { changes } = explain(pack, answers);
  return changes
    .map(({ question, from, to, outcome, row }) => `${question} ${from}→${to} ${outcome} by ${row}`)
    .join('; ');
}

import { AnswerSpace } from '../../../src/triage/analyse-space';
import type { Condition, Pack } from '../../../src/triage/pack';
import { choice } from './findings-of';
import { is, number, rich } from './rich-pack';
import { smallPack, source, yesNo } from './small-pack';

const never: Condition = { not: { always: true } };
const many = Array.from({ length: 40 }, (_, at) => `v${at}`);
const plan = { id: 'p', everyHours: 24, untilDay: 3, anchor: 'onset', tries: 1, source } as const;
const days: Pack['computed'] = {
  age_days: { formula: 'age-days', months: 'age_months', years: 'age', min: 0, max: 44_000 },
};
const bmi: Pack['computed'] = {
  bmi: { formula: 'bmi', weightKg: 'kg', heightCm: 'cm', min: 10, max: 80 },
};

/** "b?: false - true unknown!": asked sometimes, so it may be absent; not known, it keeps from a mild outcome. */
function optionsOf(pack: Pack): string[] {
  const space = new AnswerSpace(pack);
  const variables = space.variables.map((variable) => {
    const { slot, options, full, absentMask, blockMask, isOnlyTold, when } = variable;
    expect(full).toBe(2 ** options.length - 1);
    const told = options.map(({ answers, isAbsent, blocks }, at) => {
      expect([(absentMask >> at) & 1, (blockMask >> at) & 1]).toEqual([Number(isAbsent), Number(blocks)]);
      return `${Object.values(answers).join('/') || '-'}${blocks ? '!' : ''}`;
    });
    return `${slot.id}${when ? '?' : ''}${isOnlyTold ? ' (told)' : ''}: ${told.join(' ')}`;
  });
  return [...variables, space.isComplete ? 'complete' : 'not complete'];
}

describe('The answers that can be given to a protocol, as far as it tells them apart', () => {
  // prettier-ignore
  const packs: [string, Pack, string[]][] = [
    ['rich', rich, [
      'age: 30 2 5 6 12 56 60 65 80 0/0 0/2 0/3 1/12 0/unknown',
      'weight: 10 30 unknown/unknown',
      'cough: false true unknown',
      'fever: false true',
      'pain: strong some none unknown!',
      'temp: 30 39 unknown',
      'breath: false true unknown!',
      'pregnant?: false - true',
      'travel?: false -',
      'complete',
    ]],
    ['yes or no', smallPack([yesNo('a'), yesNo('b', { unknown: { allowed: false } }), yesNo('c', { kind: 'vital', unknown: { allowed: true } }), yesNo('d', { unknown: { allowed: true, means: 'blocks' } })], [['x', { any: [is('a'), is('b'), is('c'), is('d')] }, 'see']]), [
      'a: false true',
      'b: false true',
      'c: false true unknown!',
      'd: false true unknown!',
      'complete',
    ]],
    ['nobody looks at it', smallPack([yesNo('a'), number('n', 0, 9), choice('c', 'x', 'y')], []), [
      'a: false',
      'n: 0',
      'c: y',
      'complete',
    ]],
    ['asked sometimes', smallPack([yesNo('a'), yesNo('b', { when: is('a') }), yesNo('c', { when: never })], [['x', { any: [is('b'), is('c')] }, 'see']]), [
      'a: false true',
      'b?: false - true',
      'c? (told): false - true',
      'complete',
    ]],
    ['limits', smallPack([number('n', 0, 10), number('m', 2, 8, { unknown: { allowed: false } })], [['x', { any: [{ gte: ['n', 5] }, { lt: ['n', 2.5] }, { is: ['n', 7] }, { gte: ['n', 11] }, { gte: ['m', 1] }, { lt: ['m', 8] }] }, 'see']]), [
      'n: 0 2.5 5 7 unknown',
      'm: 2 8',
      'complete',
    ]],
    ['choices', smallPack([choice('c', 'x', 'y', 'z'), choice('many', ...many)], [['x', { any: [is('c', 'y'), ...many.map((value) => is('many', value))] }, 'see']]), [
      'c: z y',
      'many: v39 v38 v37 v36 v35 v34 v33 v32 v31 v30 v29 v28 v27 v26 v25 v24 v23 v22 v21 v20 v19 v18 v17 v16 v15 v14 v13 v12 v11 v10 v9',
      'not complete',
    ]],
    ['years only', smallPack([number('age', 0, 120)], [['x', { any: [{ gte: ['age', 60] }, { lt: ['age', 5] }] }, 'see']]), [
      'age: 30 2 5 6 60 65 0 0.08333333333333333 0.16666666666666666 0.25 1 unknown',
      'complete',
    ]],
    ['years, days compared', smallPack([number('age', 0, 120)], [['x', { lt: ['age_days', 90] }, 'see'], ['y', { gte: ['age_days', 4000] }, 'see']], { computed: days }), [
      'age: 30 2 5 6 60 65 11 0 0.08333333333333333 0.16666666666666666 0.25 1 unknown',
      'complete',
    ]],
    ['years and months', smallPack([number('age', 0, 120, { unknown: { allowed: false } }), number('age_months', 0, 24, { when: { lt: ['age', 2] } })], [['x', { lt: ['age_days', 90] }, 'see'], ['y', { gte: ['age_months', 40] }, 'see']], { computed: days }), [
      'age: 30 2 5 6 60 65 4 0/0 0/2 0/3 1/12 0/unknown',
      'complete',
    ]],
    ['adults', smallPack([number('age', 18, 99)], [['x', { gte: ['age', 60] }, 'see']]), [
      'age: 30 18 60 65 unknown',
      'complete',
    ]],
    ['months only', smallPack([number('age_months', 0, 24)], [['x', { lt: ['age_months', 3] }, 'see']]), [
      'age_months: 0 3 unknown',
      'complete',
    ]],
    ['days only', smallPack([number('age_days', 0, 400, { unknown: { allowed: false } })], [['x', { lt: ['age_days', 90] }, 'see']]), [
      'age_days: 0 37 61 90',
      'complete',
    ]],
    ['body mass', smallPack([number('kg', 1, 300), number('cm', 30, 250)], [['x', { gte: ['bmi', 30] }, 'see']], { computed: bmi }), [
      'kg: 10 30 unknown/unknown',
      'complete',
    ]],
    ['body mass, and the weight', smallPack([number('kg', 1, 300), number('cm', 30, 250)], [['x', { any: [{ gte: ['bmi', 30] }, { gte: ['kg', 100] }] }, 'see']], { computed: bmi }), [
      'kg: 1 100 unknown',
      'cm: 30',
      'complete',
    ]],
    ['change', smallPack([number('n', 0, 10), yesNo('a')], [['x', { rise: ['n', 2] }, 'see'], ['y', { gte: ['n', 9] }, 'see'], ['z', is('previous.a'), 'see']], { use: 'follow-up' }), [
      'n: 0 2 3 5 7 9 unknown',
      'a: false',
      'previous.n: 0 - 2 3 5 7 9',
      'previous.a: false - true',
      'not complete',
    ]],
    ['earlier compared', smallPack([number('n', 0, 10), choice('c', 'x', 'y')], [['y', { gte: ['previous.n', 9] }, 'see'], ['z', is('previous.c', 'x'), 'see']], { use: 'follow-up' }), [
      'n: 0',
      'c: y',
      'previous.n: 0 - 9',
      'previous.c: y - x',
      'complete',
    ]],
    ['plans', smallPack([number('n', 0, 10)], [], { plans: [{ ...plan, when: { gte: ['n', 4] } }] }), [
      'n: 0 4 unknown',
      'complete',
    ]],
  ];

  it.each(packs)('%s', (_title, pack, told) => expect(optionsOf(pack)).toEqual(told));
});

import * as fc from 'fast-check';
import { truthOf, type Truth } from '../../../src/triage/condition';
import { evaluate, vitalUnknownRow } from '../../../src/triage/evaluate';
import type { Answers, Condition, Question } from '../../../src/triage/pack';
import { smallPack, yesNo } from './small-pack';
import { runs } from '../../support/runs';

const is = (id: string): Condition => ({ is: [id, true] });
const abc = smallPack([yesNo('a'), yesNo('b'), yesNo('c')], []);

describe('three-valued logic', () => {
  const a: Record<string, Answers> = { yes: { a: true }, no: { a: false }, open: {} };
  const b: Record<string, Answers> = { yes: { b: true }, no: { b: false }, open: {} };
  it.each<[string, string, Truth, Truth]>([
    ['yes', 'yes', true, true],
    ['yes', 'no', false, true],
    ['yes', 'open', undefined, true],
    ['no', 'no', false, false],
    ['no', 'open', false, undefined],
    ['open', 'open', undefined, undefined],
  ])('a %s, b %s: and %s, or %s', (left, right, and, or) => {
    const answers = { ...a[left], ...b[right] };
    expect(truthOf(abc, answers, { all: [is('a'), is('b')] })).toBe(and);
    expect(truthOf(abc, answers, { any: [is('a'), is('b')] })).toBe(or);
    expect(truthOf(abc, answers, { not: { all: [is('a'), is('b')] } })).toBe(
      and === undefined ? undefined : !and,
    );
  });

  it.each<[Answers, Truth]>([
    [{ a: true, b: true }, true],
    [{ a: true, b: false }, undefined],
    [{ a: false, b: false }, false],
    [{ a: true, b: false, c: false }, false],
    [{ a: true, b: false, c: true }, true],
  ])('at least 2 of 3 with %j is %s', (answers, wanted) => {
    expect(truthOf(abc, answers, { atLeast: [2, is('a'), is('b'), is('c')] })).toBe(wanted);
  });

  it('what is decided early stays so, whatever is answered later', () => {
    const leaf = fc.constantFrom(...['a', 'b', 'c'].map(is));
    const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
        fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
        tie('tree').map((not) => ({ not })),
        fc
          .tuple(tie('tree'), tie('tree'), tie('tree'))
          .map((three): Condition => ({ atLeast: [2, ...three] })),
      ),
    }));
    const full = fc.record({ a: fc.boolean(), b: fc.boolean(), c: fc.boolean() });
    fc.assert(
      fc.property(tree, full, fc.subarray(['a', 'b', 'c'] as const), (condition, answers, hidden) => {
        const partial = { ...answers, ...Object.fromEntries(hidden.map((id) => [id, undefined])) };
        const early = truthOf(abc, partial, condition);
        const late = truthOf(abc, answers, condition);
        expect(late).toBeDefined();
        if (early !== undefined) expect(early).toBe(late);
      }),
      runs(400),
    );
  });
});

function next(questions: Question[], rows: Parameters<typeof smallPack>[1], answers: Answers): string {
  const result = evaluate(smallPack(questions, rows), answers);
  return result.kind === 'ask' ? `asks ${result.question.id}` : `${result.row}: ${result.outcome.id}`;
}

it.each<[number, boolean, boolean]>([
  [4.9, true, false],
  [5, false, true],
  [5.1, false, true],
])('%d: below 5 is %s, from 5 is %s', (n, below, from) => {
  const pack = smallPack([{ ...yesNo('n'), type: 'number', min: 0, max: 9 }], []);
  expect(truthOf(pack, { n }, { lt: ['n', 5] })).toBe(below);
  expect(truthOf(pack, { n }, { gte: ['n', 5] })).toBe(from);
});

describe('what is asked', () => {
  const ab: Condition = { all: [is('b'), is('a')] };
  it.each<[string, Answers, string]>([
    ['the first in pack order, not in the order of the row', {}, 'asks a'],
    ['not what can no longer matter to the row', { a: false }, 'else: home'],
    ['what still matters', { a: true }, 'asks b'],
    ['nothing once decided', { a: true, b: true }, 'both: see'],
  ])('%s', (_name, answers, wanted) => {
    expect(next([yesNo('a'), yesNo('b')], [['both', ab, 'see']], answers)).toBe(wanted);
  });

  const details = yesNo('details', { when: is('tired') });
  it.each<[string, Answers, string]>([
    ['first whether a question applies', {}, 'asks tired'],
    ['then the question', { tired: true }, 'asks details'],
    ['not at all when it does not apply: that is a no', { tired: false }, 'else: home'],
    ['again nothing when it applies and was answered', { tired: true, details: true }, 'details: see'],
    ['though an answer that came by itself counts', { tired: false, details: true }, 'details: see'],
  ])('%s', (_name, answers, wanted) => {
    expect(next([yesNo('tired'), details], [['details', is('details'), 'see']], answers)).toBe(wanted);
  });

  it('the earlier row wins, also when a later one is already certain', () => {
    const rows: Parameters<typeof smallPack>[1] = [
      ['first', is('b'), 'call'],
      ['second', is('a'), 'see'],
    ];
    expect(next([yesNo('a'), yesNo('b')], rows, { a: true })).toBe('asks b');
    expect(next([yesNo('a'), yesNo('b')], rows, { a: true, b: true })).toBe('first: call');
    expect(next([yesNo('a'), yesNo('b')], rows, { a: true, b: false })).toBe('second: see');
  });
});

describe('an answer that is not known', () => {
  const vital = yesNo('v', { kind: 'vital', unknown: { allowed: true, means: 'blocks' } });
  const caution = yesNo('c', { unknown: { allowed: true, means: 'yes' } });
  const choice: Question = { ...caution, id: 'k', type: 'choice', choices: ['x', 'y'] };
  const number: Question = {
    ...caution,
    id: 'n',
    type: 'number',
    min: 0,
    max: 9,
    unknown: { allowed: true, means: 'no' },
  };
  it.each<[string, Question[], Condition, Answers, string]>([
    ['counts as yes', [caution], is('c'), { c: 'unknown' }, 'row: see'],
    [
      'counts as yes also where no is asked for',
      [caution],
      { is: ['c', false] },
      { c: 'unknown' },
      'else: home',
    ],
    ['counts as no', [yesNo('a')], is('a'), { a: 'unknown' }, 'else: home'],
    ['of a choice makes its conditions hold', [choice], { is: ['k', 'y'] }, { k: 'unknown' }, 'row: see'],
    ['of a number makes none hold', [number], { gte: ['n', 5] }, { n: 'unknown' }, 'else: home'],
    [
      'of a number makes none hold, below a limit either',
      [number],
      { lt: ['n', 5] },
      { n: 'unknown' },
      'else: home',
    ],
    ['that blocks is not a no', [vital], { not: is('v') }, { v: 'unknown' }, `${vitalUnknownRow}: see`],
    ['blocks home care', [vital], is('v'), { v: 'unknown' }, `${vitalUnknownRow}: see`],
    [
      'blocks home care even where no row asks for it',
      [vital, yesNo('a')],
      is('a'),
      { v: 'unknown', a: false },
      `${vitalUnknownRow}: see`,
    ],
    ['does not block what is worse', [vital, yesNo('a')], is('a'), { v: 'unknown', a: true }, 'row: see'],
  ])('%s', (_name, questions, when, answers, wanted) => {
    expect(next(questions, [['row', when, 'see']], answers)).toBe(wanted);
  });

  it('a vital question that no row depends on is asked before anyone is sent home', () => {
    expect(next([yesNo('a'), vital], [['row', is('a'), 'see']], { a: false })).toBe('asks v');
    expect(next([yesNo('a'), vital], [['row', is('a'), 'see']], { a: true })).toBe('row: see');
    expect(next([yesNo('a'), vital], [['row', is('a'), 'see']], { a: false, v: false })).toBe('else: home');
  });

  it('a vital question that does not apply is not asked', () => {
    const applies = { ...vital, when: is('a') };
    expect(next([yesNo('a'), applies], [], { a: false })).toBe('else: home');
    expect(next([yesNo('a'), applies], [], { a: true })).toBe('asks v');
  });

  it('whose meaning the pack does not say blocks home care', () => {
    const silent = yesNo('s', { unknown: { allowed: false } });
    expect(next([silent], [['row', is('s'), 'see']], { s: 'unknown' })).toBe(`${vitalUnknownRow}: see`);
  });
});

describe('why', () => {
  const number: Question = { ...yesNo('n'), type: 'number', min: 0, max: 9 };
  it('names the answers by which the row holds, in pack order, and no others', () => {
    const rows: Parameters<typeof smallPack>[1] = [
      ['row', { all: [{ any: [{ gte: ['n', 5] }, is('a')] }, { not: is('b') }] }, 'see'],
    ];
    const result = evaluate(smallPack([yesNo('a'), yesNo('b'), number, yesNo('z')], rows), {
      n: 7,
      a: false,
      b: false,
      z: true,
    });
    expect(result).toMatchObject({ kind: 'decided', row: 'row', because: ['b=false', 'n=7'] });
  });

  it('of the last row names what ruled out the others', () => {
    const result = evaluate(smallPack([yesNo('a'), yesNo('b')], [['row', is('b'), 'see']]), {
      a: true,
      b: false,
    });
    expect(result).toMatchObject({ row: 'else', because: ['b=false'] });
  });

  it('of a missing vital answer names it', () => {
    const vital = yesNo('v', { kind: 'vital', unknown: { allowed: true, means: 'blocks' } });
    expect(evaluate(smallPack([vital], []), { v: 'unknown' })).toMatchObject({ because: ['v=unknown'] });
  });
});

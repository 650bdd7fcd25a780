import type { PackCase } from '../../../settings/pack-cases';
import { caseOf, fifteen, findingsOf, seen } from './findings-of';
import { is, number } from './rich-pack';
import { smallPack, yesNo } from './small-pack';

const limited = smallPack(
  [yesNo('a', { unknown: { allowed: true } }), number('n', 0, 10)],
  [
    ['x', is('a'), 'see'],
    ['y', { gte: ['n', 5] }, 'see'],
    ['z', { gte: ['n', 0] }, 'home'],
  ],
);
limited.table[0]!.unknown = 'blocks';

/** What is said of the cases; the last row is for nobody here. */
const found = (cases: PackCase[]): string[] =>
  findingsOf(limited, cases).filter((line) => /case|limit/.test(line) && !line.includes('of else'));

describe('What is found of the cases of a protocol', () => {
  // prettier-ignore
  const rows: [string, PackCase[], string[]][] = [
    ['as it should be', [caseOf('a', { a: true, n: 1 }, { expect: { ...seen, row: 'x' } }), caseOf('b', { n: 5 }, { expect: seen }), caseOf('c', { n: 4 })], [
    ]],
    ['too few', [caseOf('a', { a: true, n: 1 }, { expect: seen })], [
      'problem too-few-cases at cases: 1 embedded cases; 15 at least',
      'problem row-without-case at table.1 of y: no embedded case ends, as expected, in row y',
      'problem row-without-case at table.2 of z: no embedded case ends, as expected, in row z',
      'note threshold-without-case at questions.1: no embedded case has n just below 5 or at 5',
    ]],
    ['twice', [caseOf('a', { a: true, n: 1 }, { expect: seen }), caseOf('a', { n: 5 }, { expect: seen })], [
      'problem duplicate-id at cases.a: the case a is there twice',
      'note threshold-without-case at questions.1: no embedded case has n just below 5',
    ]],
    ['another outcome', [caseOf('a', { a: true, n: 1 }, { expect: { outcome: 'call' } })], [
      'problem case-failing at cases.a of x: case a: outcome is see, expected call; disposition is moderate, expected mild; urgencyMinutes is 720, expected 2880 (row x), seen in a:true,n:1',
      'problem row-without-case at table.0 of x: no embedded case ends, as expected, in row x',
      'problem row-without-case at table.1 of y: no embedded case ends, as expected, in row y',
      'note threshold-without-case at questions.1: no embedded case has n just below 5 or at 5',
    ]],
    ['another row', [caseOf('a', { a: true, n: 5 }, { expect: { ...seen, row: 'y' } })], [
      'problem case-failing at cases.a of x: case a: row is x, expected y (row x), seen in a:true,n:5',
      'problem row-without-case at table.0 of x: no embedded case ends, as expected, in row x',
      'problem row-without-case at table.1 of y: no embedded case ends, as expected, in row y',
      'note threshold-without-case at questions.1: no embedded case has n just below 5 or at 5',
    ]],
    ['a row that is not there', [caseOf('a', { a: true, n: 1 }, { expect: { ...seen, row: 'z' } })], [
      'problem case-failing at cases.a of x: case a: row is x, expected z (row x), seen in a:true,n:1',
      'problem row-without-case at table.0 of x: no embedded case ends, as expected, in row x',
      'problem row-without-case at table.1 of y: no embedded case ends, as expected, in row y',
      'note threshold-without-case at questions.1: no embedded case has n just below 5 or at 5',
    ]],
    ['a row of the evaluator\'s own', [caseOf('a', { a: null, n: 1 }, { expect: { ...seen, row: 'vital-unknown' } })], [
      'problem row-without-case at table.0 of x: no embedded case ends, as expected, in row x',
      'problem row-without-case at table.1 of y: no embedded case ends, as expected, in row y',
      'note threshold-without-case at questions.1: no embedded case has n just below 5 or at 5',
    ]],
    ['an outcome that is not there', [caseOf('a', { a: true, n: 1 }, { expect: { outcome: 'gone' } })], [
      'problem case-invalid at cases.a: case a: there is no outcome gone',
      'problem case-failing at cases.a of x: case a: outcome is see, expected gone; disposition is moderate, expected mild; urgencyMinutes is 720, expected 2880 (row x), seen in a:true,n:1',
      'problem row-without-case at table.0 of x: no embedded case ends, as expected, in row x',
      'problem row-without-case at table.1 of y: no embedded case ends, as expected, in row y',
      'note threshold-without-case at questions.1: no embedded case has n just below 5 or at 5',
    ]],
    ['a citation that is not there', [caseOf('a', { a: true, n: 1 }, { source: { citation: 'gone', at: 'p. 1' }, expect: seen })], [
      'problem case-invalid at cases.a: case a: there is no citation gone',
      'problem row-without-case at table.0 of x: no embedded case ends, as expected, in row x',
      'problem row-without-case at table.1 of y: no embedded case ends, as expected, in row y',
      'note threshold-without-case at questions.1: no embedded case has n just below 5 or at 5',
    ]],
    ['no question and no concept', [caseOf('a', { a: true, n: 1, zzz: true, sex: 'female', fever: true }, { expect: seen })], [
      'problem case-invalid at cases.a: case a: zzz is neither a question nor a concept',
      'problem row-without-case at table.0 of x: no embedded case ends, as expected, in row x',
      'problem row-without-case at table.1 of y: no embedded case ends, as expected, in row y',
      'note threshold-without-case at questions.1: no embedded case has n just below 5 or at 5',
    ]],
    ['no answer to its question', [caseOf('a', { a: 'maybe', n: 11 })], [
      'problem case-invalid at cases.a: case a: a must be true or false',
      'problem case-invalid at cases.a: case a: n must be a number from 0 to 10',
      'problem case-failing at cases.a of y: case a: outcome is see, expected home; disposition is moderate, expected mild; urgencyMinutes is 720, expected 2880 (row y), seen in a:maybe,n:11',
      'problem row-without-case at table.0 of x: no embedded case ends, as expected, in row x',
      'problem row-without-case at table.1 of y: no embedded case ends, as expected, in row y',
      'note threshold-without-case at questions.1: no embedded case has n just below 5 or at 5',
    ]],
    ['earlier answers of a pack that asks nobody again', [caseOf('a', { a: true, n: 1, 'previous.n': 1 }, { expect: seen })], [
      'problem case-invalid at cases.a: case a: previous.n is neither a question nor a concept',
      'problem row-without-case at table.0 of x: no embedded case ends, as expected, in row x',
      'problem row-without-case at table.1 of y: no embedded case ends, as expected, in row y',
      'note threshold-without-case at questions.1: no embedded case has n just below 5 or at 5',
    ]],
    ['what is not listed is not known', [caseOf('a', { n: 1 }, { rest: 'unknown', expect: seen })], [
      'problem row-without-case at table.0 of x: no embedded case ends, as expected, in row x',
      'problem row-without-case at table.1 of y: no embedded case ends, as expected, in row y',
      'note threshold-without-case at questions.1: no embedded case has n just below 5 or at 5',
    ]],
    ['a red flag that is not raised', [caseOf('a', { a: true, n: 1 }, { expect: { ...seen, redFlags: ['dyspnea'] } })], [
      'problem case-failing at cases.a of x: case a: red flag dyspnea is not raised (row x), seen in a:true,n:1',
      'problem row-without-case at table.0 of x: no embedded case ends, as expected, in row x',
      'problem row-without-case at table.1 of y: no embedded case ends, as expected, in row y',
      'note threshold-without-case at questions.1: no embedded case has n just below 5 or at 5',
    ]],
    ['a red flag that is raised', [caseOf('a', { a: true, n: 1, dyspnea: true }, { expect: { ...seen, redFlags: ['dyspnea'] } })], [
      'problem row-without-case at table.1 of y: no embedded case ends, as expected, in row y',
      'note threshold-without-case at questions.1: no embedded case has n just below 5 or at 5',
    ]],
    ['at the limit only', [caseOf('b', { n: 5 }, { expect: seen })], [
      'problem row-without-case at table.0 of x: no embedded case ends, as expected, in row x',
      'note threshold-without-case at questions.1: no embedded case has n just below 5',
    ]],
    ['above the limit only', [caseOf('b', { n: 5.9 }, { expect: seen })], [
      'problem row-without-case at table.0 of x: no embedded case ends, as expected, in row x',
      'note threshold-without-case at questions.1: no embedded case has n just below 5',
    ]],
    ['far above the limit', [caseOf('b', { n: 6 }, { expect: seen })], [
      'problem row-without-case at table.0 of x: no embedded case ends, as expected, in row x',
      'note threshold-without-case at questions.1: no embedded case has n just below 5 or at 5',
    ]],
    ['just below', [caseOf('c', { n: 4.1 })], [
      'problem row-without-case at table.0 of x: no embedded case ends, as expected, in row x',
      'problem row-without-case at table.1 of y: no embedded case ends, as expected, in row y',
      'note threshold-without-case at questions.1: no embedded case has n at 5',
    ]],
    ['far below', [caseOf('c', { n: 3.9 })], [
      'problem row-without-case at table.0 of x: no embedded case ends, as expected, in row x',
      'problem row-without-case at table.1 of y: no embedded case ends, as expected, in row y',
      'note threshold-without-case at questions.1: no embedded case has n just below 5 or at 5',
    ]],
  ];

  it.each(rows)('%s', (title, cases, told) =>
    expect(found(title === 'too few' ? cases : fifteen(cases))).toEqual(told),
  );
});

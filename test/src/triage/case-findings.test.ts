import type { PackCase } from '../../../settings/pack-cases';
import { caseOf, fifteen, findingsOf, seen } from './findings-of';
import type { Pack } from '../../../src/triage/pack';
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

describe('What is found of the cases of a follow-up, and of limits that are computed', () => {
  const again = smallPack(
    [yesNo('a', { unknown: { allowed: true } }), number('n', 0, 10)],
    [
      ['x', { fall: ['n', 2] }, 'see'],
      ['y', is('previous.a'), 'see'],
    ],
    { use: 'follow-up' },
  );
  const body = smallPack(
    [number('kg', 1, 300), number('cm', 30, 250), number('age_days', 0, 400)],
    [
      ['x', { gte: ['bmi', 30] }, 'see'],
      ['y', { lt: ['age_days', 90] }, 'see'],
    ],
    { computed: { bmi: { formula: 'bmi', weightKg: 'kg', heightCm: 'cm', min: 10, max: 80 } } },
  );
  const said = (pack: Pack, cases: PackCase[]): string[] =>
    findingsOf(pack, fifteen(cases)).filter(
      (line) => /case-invalid|threshold/.test(line) && !line.includes('like-'),
    );

  // prettier-ignore
  it.each<[string, Pack, PackCase[], string[]]>([
    ['earlier answers are answers', again, [caseOf('b', { n: 5, 'previous.n': 8, 'previous.a': true }, { expect: seen })], []],
    ['earlier answers that are none', again, [caseOf('b', { n: 5, 'previous.n': 11, 'previous.a': 'x', 'previous.z': 1, previous: 1 })], [
      'problem case-invalid at cases.b: case b: previous.z is neither a question nor a concept',
      'problem case-invalid at cases.b: case b: previous is neither a question nor a concept',
      'problem case-invalid at cases.b: case b: previous.n must be a number from 0 to 10',
      'problem case-invalid at cases.b: case b: previous.a must be true or false',
    ]],
    ['what is not known is an answer, and so is what is not told', again, [caseOf('b', { n: 'unknown', a: null })], []],
    ['rows that are there, or the evaluator\'s own', again, ['x', 'y', 'else', 'vital-unknown', 'red-flag', 'out-of-scope'].map((row) => caseOf(row, { n: 1 }, { expect: { row } })), []],
    ['a row that nobody knows', again, [caseOf('b', { n: 1 }, { expect: { row: 'gone' } })], [
      'problem case-invalid at cases.b: case b: there is no row gone',
    ]],
    ['none at its limits', body, [], [
      'note threshold-without-case at computed.bmi: no embedded case has bmi just below 30 or at 30',
      'note threshold-without-case at questions.2: no embedded case has age_days just below 90 or at 90',
    ]],
    ['at the index', body, [caseOf('b', { kg: 92, cm: 175, age_days: 200 }, { expect: seen })], [
      'note threshold-without-case at computed.bmi: no embedded case has bmi just below 30',
      'note threshold-without-case at questions.2: no embedded case has age_days just below 90 or at 90',
    ]],
    ['just below the index', body, [caseOf('b', { kg: 91, cm: 175, age_days: 200 })], [
      'note threshold-without-case at computed.bmi: no embedded case has bmi at 30',
      'note threshold-without-case at questions.2: no embedded case has age_days just below 90 or at 90',
    ]],
    ['days within a month below', body, [caseOf('b', { kg: 70, cm: 175, age_days: 59 }, { expect: seen })], [
      'note threshold-without-case at computed.bmi: no embedded case has bmi just below 30 or at 30',
      'note threshold-without-case at questions.2: no embedded case has age_days at 90',
    ]],
    ['days more than a month below', body, [caseOf('b', { kg: 70, cm: 175, age_days: 58 }, { expect: seen })], [
      'note threshold-without-case at computed.bmi: no embedded case has bmi just below 30 or at 30',
      'note threshold-without-case at questions.2: no embedded case has age_days just below 90 or at 90',
    ]],
    ['days within a month above', body, [caseOf('b', { kg: 70, cm: 175, age_days: 120 })], [
      'note threshold-without-case at computed.bmi: no embedded case has bmi just below 30 or at 30',
      'note threshold-without-case at questions.2: no embedded case has age_days just below 90',
    ]],
    ['days more than a month above', body, [caseOf('b', { kg: 70, cm: 175, age_days: 121 })], [
      'note threshold-without-case at computed.bmi: no embedded case has bmi just below 30 or at 30',
      'note threshold-without-case at questions.2: no embedded case has age_days just below 90 or at 90',
    ]],
  ])('%s', (_title, pack, cases, told) => expect(said(pack, cases)).toEqual(told));
});

import fc from 'fast-check';
import { conditionText, parseCondition } from '../../../settings/formats/condition-text';
import { CellError } from '../../../settings/formats/tokens';
import type { AnswerScalar, Condition } from '../../../settings/pack-condition';
import { condition as schema } from '../../../settings/pack-condition';
import { packs } from '../../../settings/packs';
import { runs } from '../../support/runs';

const derived = new Set(['under_5', 'risk', 'not', 'rule.2', '1e3']);

describe('Conditions written in a cell', () => {
  it.each<[string, Condition]>([
    ['fever', { is: ['fever', true] }],
    ['under_5', { ref: 'under_5' }],
    ['not diabetes', { not: { is: ['diabetes', true] } }],
    ['diabetes = no', { is: ['diabetes', false] }],
    [
      'fever and (age >= 60 or not diabetes)',
      {
        all: [{ is: ['fever', true] }, { any: [{ gte: ['age', 60] }, { not: { is: ['diabetes', true] } }] }],
      },
    ],
    ['age < 5', { lt: ['age', 5] }],
    ['contact_reason in (symptom, other)', { is: ['contact_reason', 'symptom', 'other'] }],
    ['contact_reason not in (symptom, other)', { not: { is: ['contact_reason', 'symptom', 'other'] } }],
    ['severity != mild', { not: { is: ['severity', 'mild'] } }],
    [
      'at least 2 of (cough, age < 5 or under_5, not risk)',
      {
        atLeast: [
          2,
          { is: ['cough', true] },
          { any: [{ lt: ['age', 5] }, { ref: 'under_5' }] },
          { not: { ref: 'risk' } },
        ],
      },
    ],
    ['oxygen_saturation falls by at least 3', { fall: ['oxygen_saturation', 3] }],
    ['previous.fever and fever', { all: [{ is: ['previous.fever', true] }, { is: ['fever', true] }] }],
    ['(a and b) and c', { all: [{ all: [{ is: ['a', true] }, { is: ['b', true] }] }, { is: ['c', true] }] }],
    ['all of (a)', { all: [{ is: ['a', true] }] }],
    ['fever in (yes, unknown)', { is: ['fever', true, 'unknown'] }],
    ['temperature_cat = 35.5-37.7', { is: ['temperature_cat', '35.5-37.7'] }],
    ['answer = "37"', { is: ['answer', '37'] }],
    ['answer = "yes"', { is: ['answer', 'yes'] }],
    ['under_5 = yes', { is: ['under_5', true] }],
    ['derived(fever)', { ref: 'fever' }],
    ['"not"', { ref: 'not' }],
    ['always', { always: true }],
  ])('Given %p, when read and printed, then it is itself', (text, condition) => {
    expect(parseCondition(text, derived)).toEqual(condition);
    expect(conditionText(condition, derived)).toBe(text);
  });

  it.each([
    ['FEVER AND fever', 'FEVER and fever'],
    ['fever is no', 'fever = no'],
    ['age≥60', 'age >= 60'],
    ['not(age < 5)', 'not (age < 5)'],
    ['temperature rises by 1', 'temperature rises by at least 1'],
    ['answer = “two words”', 'answer = "two words"'],
    ['((fever))', 'fever'],
    ['fever = true', 'fever'],
  ])('Given %p as some write it, when read, then it means %p', (text, printed) => {
    expect(conditionText(parseCondition(text, derived), derived)).toBe(printed);
  });

  it.each([
    ['', 1, 'expected a question'],
    ['fever and', 10, 'found the end of the cell'],
    ['fever and or cough', 11, 'found "or"'],
    ['fever and cough or age < 5', 17, 'brackets'],
    ['(fever', 7, 'expected "and", "or" or ")"'],
    ['fever)', 6, 'found ")"'],
    ['age > 60', 5, '">=" or "<"'],
    ['age <= 60', 5, '">=" or "<"'],
    ['age >= sixty', 8, 'a number'],
    ['temperature >= 37,8', 18, 'expected "and", "or" or the end'],
    ['at least two of (a, b)', 10, 'a number'],
    ['at least 0 of (a, b)', 10, 'whole number'],
    ['at least 1 of ()', 16, 'found ")"'],
    ['contact_reason in symptom', 19, 'expected ('],
    ['a = b c', 7, 'found "c"'],
    ['fever & cough', 7, 'is not expected here'],
    ['a = "b', 5, 'is not expected here'],
    [`${'('.repeat(500)}a${')'.repeat(500)}`, 102, 'brackets'],
    [`${'not '.repeat(500)}a`, 405, '"not"'],
  ])('Given %p, when read, then character %i is named', (text, at, reason) => {
    let error: unknown;
    try {
      parseCondition(text, derived);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(CellError);
    expect((error as CellError).at).toBe(at);
    expect((error as CellError).message).toContain(reason);
  });

  it('Given every condition of the packs built in, when printed and read, then nothing changed', () => {
    let seen = 0;
    for (const pack of Object.values(packs)) {
      const names = new Set(Object.keys(pack.derived));
      const conditions = [
        ...pack.table.map(({ when }) => when),
        ...Object.values(pack.derived),
        ...pack.questions.flatMap(({ when }) => (when ? [when] : [])),
        ...pack.redFlags.map(({ when }) => when),
      ];
      for (const condition of conditions) {
        expect(parseCondition(conditionText(condition, names), names)).toEqual(condition);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(300);
  });

  it('Given any condition, when printed and read, then nothing changed', () => {
    fc.assert(
      fc.property(anyCondition, (condition) => {
        expect(schema.safeParse(condition).success).toBe(true);
        expect(parseCondition(conditionText(condition, derived), derived)).toStrictEqual(condition);
      }),
      runs(200),
    );
  });

  it.each(['" "', 'not " "', 'at least 2 of (" ")', '"a b" = 5', '"" = 5'])(
    'Given %j, whose name nothing can have, then it is refused',
    (text) => expect(() => parseCondition(text, derived)).toThrow(CellError),
  );

  it('Given any text, when read, then it is a condition or a refusal that says where', () => {
    const pieces = fc.constantFrom(
      'a',
      'under_5',
      'not',
      'and',
      'or',
      '(',
      ')',
      ',',
      '=',
      '>=',
      '5',
      '"',
      'in',
      'at least',
      'of',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 20 }).map((list) => list.join(' ')),
        ),
        (text) => {
          try {
            expect(schema.safeParse(parseCondition(text, derived)).success).toBe(true);
          } catch (error) {
            if (!(error instanceof CellError)) throw error;
            expect(error.at).toBeGreaterThan(0);
          }
        },
      ),
    );
  });
});

const name = fc.oneof(
  fc.constantFrom(
    'fever',
    'under_5',
    'risk',
    'rule.2',
    'not',
    'previous.age',
    '1e3',
    '12',
    'a-',
    'AND',
    'e.g.',
  ),
  fc.stringMatching(/^[a-z0-9][a-z0-9_.-]{0,12}$/),
);
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
const answer: fc.Arbitrary<AnswerScalar> = fc.oneof(
  fc.boolean(),
  number,
  fc.constantFrom('unknown', 'yes', 'none', '5', '-5', '35.5-37.7', '', ' a ', 'ção', '“x”', '=1+1', "it's"),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);
const positive = fc.double({ min: Number.MIN_VALUE, noNaN: true, noDefaultInfinity: true });

const { anyCondition } = fc.letrec<{ anyCondition: Condition; leaf: Condition }>((tie) => ({
  leaf: fc.oneof(
    fc
      .tuple(name, answer, fc.array(answer, { maxLength: 3 }))
      .map(([q, first, more]): Condition => ({ is: [q, first, ...more] })),
    fc.tuple(name, number).map(([q, n]): Condition => ({ gte: [q, n] })),
    fc.tuple(name, number).map(([q, n]): Condition => ({ lt: [q, n] })),
    fc.tuple(name, positive).map(([q, n]): Condition => ({ rise: [q, n] })),
    fc.tuple(name, positive).map(([q, n]): Condition => ({ fall: [q, n] })),
    name.map((ref): Condition => ({ ref })),
    fc.constant<Condition>({ always: true }),
  ),
  anyCondition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.array(tie('anyCondition'), { minLength: 1, maxLength: 4 }).map((all): Condition => ({ all })),
    fc.array(tie('anyCondition'), { minLength: 1, maxLength: 4 }).map((any): Condition => ({ any })),
    tie('anyCondition').map((not): Condition => ({ not })),
    fc
      .tuple(
        fc.integer({ min: 1, max: 9 }),
        tie('anyCondition'),
        fc.array(tie('anyCondition'), { maxLength: 3 }),
      )
      .map(([count, first, more]): Condition => ({ atLeast: [count, first, ...more] })),
  ),
}));

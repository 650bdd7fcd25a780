import * as fc from 'fast-check';
import { truthOf } from '../../../src/triage/condition';
import { decideNow, evaluate, type Evaluation, questionsLeft } from '../../../src/triage/evaluate';
import type { Answers, Condition, Pack } from '../../../src/triage/pack';
import { clinicPack, is, number, open, row } from './clinic-pack';
import { yesNo } from './small-pack';
import { runs } from '../../support/runs';

const ids = ['a', 'b', 'c', 'd'];
const questions = [
  ...ids.map((id) => yesNo(id, open)),
  number('n', 0, 100),
  yesNo('k', { type: 'choice', choices: ['x', 'y', 'z'], ...open }),
];
const atom: fc.Arbitrary<Condition> = fc.oneof(
  fc.tuple(fc.constantFrom(...ids), fc.boolean()).map(([id, value]): Condition => ({ is: [id, value] })),
  fc.integer({ min: 0, max: 100 }).map((limit): Condition => ({ gte: ['n', limit] })),
  fc.integer({ min: 0, max: 100 }).map((limit): Condition => ({ lt: ['n', limit] })),
  fc.integer({ min: 0, max: 100 }).map((value): Condition => ({ is: ['n', value] })),
  fc.constantFrom('x', 'y', 'z').map((choice): Condition => ({ is: ['k', choice] })),
  fc.subarray(ids, { minLength: 1 }).map((some): Condition => ({ any: some.map(is) })),
);
const answers: fc.Arbitrary<Answers> = fc.record({
  ...Object.fromEntries(ids.map((id) => [id, fc.constantFrom(true, false, 'unknown')])),
  n: fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constant('unknown')),
  k: fc.constantFrom('x', 'y', 'z', 'unknown'),
});

it('Given a table of any length When decided Then by the first row that holds, looked at one by one', () => {
  const tables = fc.array(fc.array(atom, { minLength: 1, maxLength: 4 }), { minLength: 30, maxLength: 140 });
  fc.assert(
    fc.property(tables, fc.array(answers, { minLength: 5, maxLength: 5 }), (table, people) => {
      const pack = clinicPack(
        questions,
        table.map((all, at) => row(`r${at}`, { all }, at % 2 ? 'today' : 'hospital', 'fails')),
      );
      for (const who of people) {
        const first = pack.table.find(({ when }) => truthOf(pack, who, when) === true);
        expect(decideNow(pack, who).row).toBe(first?.id);
      }
    }),
    runs(30),
  );
});

it('Given the row that always matches Then its reasons are the answers that rule out the others', () => {
  const rows = Array.from({ length: 70 }, (_, at) =>
    row(`r${at}`, { all: [is('a'), { gte: ['n', at + 20] }] }, 'today'),
  );
  const pack = clinicPack(questions, rows);
  const rest = { b: true, c: true, d: true, k: 'x' };
  expect(decideNow(pack, { a: false, n: 10, ...rest })).toMatchObject({
    row: 'else',
    because: ['a=false', 'n=10'],
  });
  expect(decideNow(pack, { a: true, n: 19, ...rest })).toMatchObject({ row: 'else', because: ['n=19'] });
  expect(decideNow(pack, { a: true, n: 20, ...rest })).toMatchObject({
    row: 'r0',
    because: ['a=true', 'n=20'],
  });
});

it('Given answers that are missing When a long table decides Then as row by row, and by name of what is missing', () => {
  const single = atom.filter((condition) => !('any' in condition));
  const tables = fc.array(fc.array(single, { minLength: 2, maxLength: 4 }), { minLength: 40, maxLength: 90 });
  const partly = answers.chain((all) =>
    fc
      .subarray(Object.keys(all))
      .map((ids) => Object.fromEntries(Object.entries(all).filter(([id]) => ids.includes(id)))),
  );
  const rules = (['fails', 'blocks', 'holds'] as const).map((unknown) => fc.constant(unknown));
  fc.assert(
    fc.property(
      tables,
      fc.array(partly, { minLength: 5, maxLength: 5 }),
      fc.oneof(...rules),
      (table, people, rule) => {
        const pack = clinicPack(
          questions,
          table.map((all, at) => row(`r${at}`, { all }, at % 3 ? 'home' : 'today', at % 2 ? 'fails' : rule)),
        );
        for (const who of people) {
          const known = (id: string): boolean => who[id] !== undefined && who[id] !== 'unknown';
          const missing = new Set<string>();
          let isBlocked = false;
          let expected = 'else';
          for (const { id, when, unknown } of pack.table) {
            const truth = truthOf(
              pack,
              Object.fromEntries(Object.entries(who).filter(([key]) => known(key))),
              when,
            );
            if (truth === false) continue;
            if (truth === undefined) {
              for (const { id: asked } of questions)
                if (!known(asked) && JSON.stringify(when).includes(`["${asked}"`)) missing.add(asked);
              isBlocked ||= unknown === 'blocks';
              if (unknown !== 'holds') continue;
            }
            expected = id;
            break;
          }
          const decided = decideNow(pack, who);
          const isHome = pack.table.find(({ id }) => id === expected)?.outcome === 'home';
          expect(decided.row).toBe(isHome && isBlocked ? 'vital-unknown' : expected);
          expect([...decided.unknown].sort()).toEqual([...missing].sort());
        }
      },
    ),
    runs(30),
  );
});

describe('what a long table asks', () => {
  const gated = questions.map((item) => (item.id === 'd' ? { ...item, when: is('a') } : item));
  const meant = gated.map((item) =>
    item.id === 'b' ? { ...item, unknown: { allowed: true, means: 'no' as const } } : item,
  );
  const ends = ['now', 'hospital', 'today', 'home'];
  const rules = ['fails', 'blocks', 'holds'] as const;
  const table = fc.array(
    fc.tuple(
      fc.array(atom, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...ends),
      fc.constantFrom(...rules),
    ),
    { minLength: 33, maxLength: 80 },
  );
  const partly = fc
    .tuple(answers, fc.subarray([...ids, 'n', 'k']))
    .map(([all, told]): Answers => Object.fromEntries(told.map((id) => [id, all[id]])));
  const packOf = (rows: ReadonlyArray<[Condition, string, (typeof rules)[number]]>): Pack =>
    clinicPack(
      meant,
      rows.map(([when, end, unknown], at) => row(`r${at}`, when, end, unknown)),
    );

  const told = (result: Evaluation): string =>
    result.kind === 'ask' ? `asks ${result.question.id}` : `${result.row}: ${result.outcome.id}`;

  it('Given answers that are missing Then the same as where each row is looked at by itself', () => {
    fc.assert(
      fc.property(table, fc.array(partly, { minLength: 5, maxLength: 5 }), (made, people) => {
        const byMasks = packOf(made.map(([all, end, unknown]) => [{ all }, end, unknown]));
        // the same truths in a form that is not read by masks
        const byRow = packOf(made.map(([all, end, unknown]) => [{ not: { not: { all } } }, end, unknown]));
        for (const who of people) {
          expect(questionsLeft(byMasks, who)).toEqual(questionsLeft(byRow, who));
          expect(told(evaluate(byMasks, who))).toEqual(told(evaluate(byRow, who)));
        }
      }),
      runs(40),
    );
  });

  it('Given rows after which all ends alike Then they are not asked about', () => {
    const pack = packOf([
      [is('a'), 'hospital', 'fails'],
      [is('b'), 'home', 'fails'],
      [is('c'), 'home', 'fails'],
    ]);
    expect(questionsLeft(pack, {})).toEqual(['a']);
    expect(told(evaluate(pack, { a: false }))).toMatch(/: home$/);
  });

  it('Given anybody When asked until the decision Then it is that of all answers', () => {
    fc.assert(
      fc.property(table, answers, (made, who) => {
        const pack = packOf(made.map(([all, end, unknown]) => [{ all }, end, unknown]));
        const given: Record<string, Answers[string]> = {};
        let result = evaluate(pack, given);
        for (; result.kind === 'ask'; result = evaluate(pack, given))
          given[result.question.id] = who[result.question.id];
        const full = decideNow(pack, who['a'] === false ? { ...who, d: undefined } : who);
        expect(result.outcome.id).toBe(full.outcome.id);
      }),
      runs(40),
    );
  });
});

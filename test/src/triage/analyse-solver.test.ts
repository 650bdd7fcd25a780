import * as fc from 'fast-check';
import { No, Open, Yes, AnswerSpace, type Option, type Variable } from '../../../src/triage/analyse-space';
import { Solver } from '../../../src/triage/analyse-solver';
import { TableAnalysis } from '../../../src/triage/analyse-table';
import { analysePack } from '../../../src/triage/analyse';
import type { Answers, Condition, Pack } from '../../../src/triage/pack';
import { Situation } from '../../../src/triage/situation';
import { choice, real } from './findings-of';
import { is, number } from './rich-pack';
import { smallPack, source, yesNo } from './small-pack';
import { runs } from '../../support/runs';

const open = { unknown: { allowed: true } };
const never: Condition = { not: { always: true } };
const pack: Pack = real(
  [
    yesNo('a', open),
    yesNo('dyspnea', { kind: 'vital', ...open }),
    yesNo('b', { when: is('a'), ...open }),
    number('n', 0, 30, { unknown: { allowed: true, means: 'blocks' } }),
    { ...choice('kind', 'x', 'y', 'z'), when: { gte: ['n', 10] } },
    yesNo('said', { when: never, ...open }),
  ],
  [
    ['r', { any: [is('a'), is('dyspnea'), is('b'), is('kind', 'x'), is('kind', 'y'), is('said')] }, 'see'],
    ['s', { any: [{ gte: ['n', 10] }, { lt: ['n', 20] }] }, 'see'],
  ],
  { redFlags: [{ id: 'own', when: { all: [is('a'), is('b')] }, call: '192', source }] },
);
const space = new AnswerSpace(pack);

const leaf = fc.constantFrom<Condition>(
  ...[is('a'), is('a', false), is('b'), is('dyspnea'), is('said'), is('kind', 'x'), is('kind', 'y')],
  ...[{ gte: ['n', 10] } as Condition, { lt: ['n', 10] } as Condition, { lt: ['n', 20] } as Condition, never],
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2 },
    leaf,
    fc.array(tie('condition'), { minLength: 2, maxLength: 3 }).map((every): Condition => ({ all: every })),
    fc.array(tie('condition'), { minLength: 2, maxLength: 3 }).map((some): Condition => ({ any: some })),
    tie('condition').map((not): Condition => ({ not })),
    fc
      .tuple(tie('condition'), tie('condition'), tie('condition'))
      .map((three): Condition => ({ atLeast: [2, ...three] })),
  ),
}));

/** Each option of each variable, and the answers they make together. */
const everything = space.variables.reduce<Array<{ options: Option[]; answers: Answers }>>(
  (before, variable) =>
    before.flatMap(({ options, answers }) =>
      variable.options.map((option) => ({
        options: [...options, option],
        answers: { ...answers, ...option.answers },
      })),
    ),
  [{ options: [], answers: {} }],
);
const flags = [...space.pack.universalFlags, ...space.pack.addedFlags];

/** As the search is told to look: whom it may find. */
function isAllowed(
  { options, answers }: (typeof everything)[number],
  how: { noFlags: boolean; known: boolean; asked: boolean },
): boolean {
  const situation = new Situation(space.pack, answers, true);
  if (how.known && options.some(({ blocks }) => blocks)) return false;
  if (
    how.noFlags &&
    flags.some(({ when, inDoubt }) => {
      const bits = situation.bits(when);
      return bits === Yes || (bits === Open && inDoubt !== undefined && situation.bits(inDoubt) === Yes);
    })
  )
    return false;
  return space.variables.every(({ at, when, isOnlyTold }) => {
    if (!when || isOnlyTold) return true;
    const applies = situation.bits(when) !== No;
    return applies ? !options[at]!.isAbsent : !how.asked || options[at]!.isAbsent;
  });
}

describe('The search for answers', () => {
  const ways = fc.record({ noFlags: fc.boolean(), known: fc.boolean(), asked: fc.boolean() });
  const sets = fc.integer({ min: 1, max: 7 });

  it('finds some where there are any, and those do; else says that there are none', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(condition, sets), { minLength: 1, maxLength: 3 }), ways, (asked, how) => {
        const wanted = asked.map(([when, allow]) => ({ node: space.pack.node(when), allow }));
        const isGood = (answers: Answers): boolean => {
          const situation = new Situation(space.pack, answers, true);
          return wanted.every(({ node, allow }) => situation.bits(node) & allow);
        };
        const good = everything.filter((one) => isGood(one.answers) && isAllowed(one, how));
        const found = new Solver(space).solve(wanted, how, 5_000);
        expect(found.kind).toBe(good.length > 0 ? 'found' : 'none');
        if (found.kind !== 'found') return;
        expect(good.map(({ answers }) => answers)).toContainEqual(found.answers);
      }),
      runs(150),
    );
  });

  it.each([0, 1, 2])('keeps to the options of single variables that are left: %i', (place) => {
    const variable = space.variables.find(({ slot }) => slot.id === 'a') as Variable;
    const only = new Map([[variable, 1 << place]]);
    const how = { noFlags: false, known: false, asked: true, only };
    expect(new Solver(space).solve([], how, 1_000)).toMatchObject({
      ...{ kind: 'found', answers: variable.options[place]!.answers },
    });
    const none = new Map([[variable, 0]]);
    expect(new Solver(space).solve([], { ...how, only: none }, 1_000)).toEqual({ kind: 'none' });
  });

  it('begins with the plainest answers, and tells nothing unasked', () => {
    const how = { noFlags: true, known: true, asked: true };
    const found = new Solver(space).solve([], how, 1_000);
    expect(found).toEqual({ kind: 'found', answers: { a: false, dyspnea: false, n: 0 } });
  });
});

describe('Given what is too hard to search', () => {
  /** So many in fewer places, no two in one: nobody, which no single step shows. */
  const holes = ['1', '2', '3', '4', '5', '6', '7', '8'];
  const birds = [...holes, '9'].map((name) => `bird${name}`);
  const apart: Condition[] = holes.flatMap((hole) =>
    birds.flatMap((one, at) =>
      birds.slice(at + 1).map((other): Condition => ({ not: { all: [is(one, hole), is(other, hole)] } })),
    ),
  );
  const hard = (): Pack =>
    smallPack(
      birds.map((id) => ({ ...choice(id, ...holes), unknown: { allowed: false } })),
      [['x', { all: apart }, 'see']],
    );

  it('it gives up after so many steps, and does not say that there is nobody', () => {
    const own = new AnswerSpace(hard());
    const solver = new Solver(own);
    const wanted = [{ node: own.pack.rows[0]!.when, allow: Yes }];
    expect(solver.solve(wanted, { noFlags: false, known: false, asked: true }, 10)).toEqual({
      kind: 'gave-up',
    });
    // the short tries, the budget, and the step at which each notices
    expect(solver.steps).toBe(300 + 300 + 600 + 600 + 1_200 + 10 + 6);
  });

  it('what was not proved is told as that', () => {
    const { solve } = Solver.prototype;
    Solver.prototype.solve = () => ({ kind: 'gave-up' });
    try {
      const gated = real(
        [yesNo('a', open), yesNo('b', { when: is('a') }), yesNo('dyspnea', open)],
        [
          ['x', is('a'), 'see'],
          ['y', is('b'), 'call'],
        ],
      );
      const { findings, checked, valid } = analysePack(gated, { samples: 0 });
      expect(checked.unproved).toEqual([
        'whether row x can be reached',
        'whether row x (see, 720 min) hides row y (call, 0 min)',
        'whether row y can be reached',
        'whether row else can be reached',
        'whether a can end in the last row',
        'whether b can end in the last row',
        'whether b is ever asked',
        'whether a mild outcome waits for dyspnea',
      ]);
      const told = findings.filter(({ code }) => code === 'not-proved');
      expect(told.map(({ message }) => message)).toEqual(
        checked.unproved.map((what) => `not known after a long search: ${what}`),
      );
      expect(told[0]).toMatchObject({ severity: 'note', at: 'table', rows: [] });
      expect([valid, checked.table]).toEqual([true, 'searched']);
    } finally {
      Solver.prototype.solve = solve;
    }
  });

  it('progress is told row by row', () => {
    const told: string[] = [];
    new TableAnalysis(smallPack([yesNo('a')], [['x', is('a'), 'call']]), [], (done, of) =>
      told.push(`${done} of ${of}`),
    ).run();
    expect(told).toEqual(['0 of 2', '1 of 2', '2 of 2']);
  });
});

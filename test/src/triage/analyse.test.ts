import * as fc from 'fast-check';
import { casesOf, type PackCase } from '../../../settings/pack-cases';
import { packs, packTexts } from '../../../settings/packs';
import { analysePack, type Analysis } from '../../../src/triage/analyse';
import { TableAnalysis } from '../../../src/triage/analyse-table';
import { questionFindings } from '../../../src/triage/analyse-questions';
import { decideNow } from '../../../src/triage/evaluate';
import type { Answers, Condition, Pack } from '../../../src/triage/pack';
import { truthOf } from '../../../src/triage/condition';
import { smallPack, source, yesNo } from './small-pack';
import { runs } from '../../support/runs';

/** Everything a pack is made of, as a copy to plant defects in. */
interface Copy {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- broken on purpose
  pack: any;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- broken on purpose
  texts: any;
  cases: PackCase[];
}

function copyOf(id: string): Copy {
  const copy: unknown = JSON.parse(
    JSON.stringify({ pack: packs[id], texts: packTexts[id], cases: casesOf(id) }),
  );
  return copy as Copy;
}

const analyse = ({ pack, texts, cases }: Copy): Analysis => analysePack(pack, { texts, cases, samples: 100 });

const problems = ({ findings }: Analysis): string[] =>
  findings.filter(({ severity }) => severity === 'problem').map(({ code, message }) => `${code} ${message}`);

describe.each(Object.keys(packs))('Given the pack %s as it is', (id) => {
  it('nothing is wrong with it', () => {
    const analysis = analyse(copyOf(id));
    expect(problems(analysis)).toEqual([]);
    expect(analysis.valid).toBe(true);
    // only what compares numbers with earlier ones is not finite
    expect(analysis.checked.table).toBe(id === 'follow-up' ? 'searched' : 'exhaustive');
  });
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- broken on purpose
const vitalOf = (pack: any): any =>
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- broken on purpose
  pack.questions.find((item: any) => item.kind === 'vital' && item.type === 'yes-no' && !item.when);
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- broken on purpose
const mildOf = (pack: any): any => pack.outcomes.find((item: any) => item.disposition === 'mild');
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- broken on purpose
const planted = (when: unknown, outcome: string): any => ({
  id: 'planted',
  when,
  outcome,
  unknown: 'fails',
  source: undefined,
});

type Planted = [string, (copy: Copy) => void, RegExp];

const defects: Planted[] = [
  [
    'a row that an earlier one takes all of',
    ({ pack }) => pack.table.splice(3, 0, { ...pack.table[2], id: 'planted' }),
    /^unreachable-row row planted can never decide: row \S+ above takes all/,
  ],
  [
    'a row whose condition never holds',
    ({ pack }) =>
      pack.table.unshift({
        ...planted({ all: [{ gte: ['age', 60] }, { lt: ['age', 50] }] }, pack.table[0].outcome),
        source: pack.table[0].source,
      }),
    /^unreachable-row row planted can never decide: its condition never holds/,
  ],
  [
    'a row for red flags only, which go before the table',
    ({ pack }) =>
      pack.table.unshift({
        ...planted({ is: ['dyspnea', true] }, pack.table[0].outcome),
        source: pack.table[0].source,
      }),
    /^unreachable-row row planted can never decide: every answer it is for is a red flag/,
  ],
  [
    'a mild row above a more urgent one',
    ({ pack }) =>
      pack.table.unshift({
        ...planted({ lt: ['age', 40] }, mildOf(pack).id),
        source: pack.table[0].source,
      }),
    /^hidden-row row planted \(\S+, \d+ min\) hides row \S+ \(\S+, \d+ min\), which is below at table\.\d+/,
  ],
  [
    'a row that does not say what unknown means',
    ({ pack }) => delete pack.table[1].unknown,
    /^unknown-meaning row \S+ does not say what unknown means/,
  ],
  [
    'a question that does not say what unknown means',
    ({ pack }) => delete pack.questions[1].unknown,
    /^unknown-meaning \S+ does not say what unknown means/,
  ],
  [
    'a vital question whose unknown counts as no',
    ({ pack }) => (vitalOf(pack).unknown.means = 'no'),
    /^unknown-meaning \S+ is vital/,
  ],
  [
    'a text missing in one language',
    ({ pack, texts }) => (texts.es[mildOf(pack).advice] = ' '),
    /^text-missing/,
  ],
  ['a language without texts', ({ texts }) => (texts.en = {}), /^text-missing/],
  ['a row without a source', ({ pack }) => delete pack.table[2].source, /^uncited row \S+ has no source/],
  [
    'a row citing what is not there',
    ({ pack }) => (pack.table[2].source.citation = 'nowhere'),
    /^uncited row \S+ there is no citation nowhere/,
  ],
  ['a red-flag rule without a source', ({ pack }) => delete pack.redFlagOutcome.source, /^uncited/],
  [
    'a case that ends otherwise',
    ({ cases }) => (cases[0]!.expect.urgencyMinutes += 1),
    /^case-failing case \S+: urgencyMinutes is \d+, expected \d+/,
  ],
  [
    'a case with an answer that is none',
    ({ cases }) => (cases[0]!.answers['age'] = 'old'),
    /^case-invalid case \S+: age must be a number/,
  ],
  ['fourteen cases', ({ cases }) => cases.splice(14), /^too-few-cases 14 embedded cases; 15 at least/],
  [
    'a row without a case',
    (copy) => {
      const last = copy.pack.table[0].id;
      const meant = copy.cases.filter(
        (item) => decideNow(copy.pack as Pack, fill(copy.pack as Pack, item)).row !== last,
      );
      copy.cases.splice(0, copy.cases.length, ...meant);
    },
    /^row-without-case no embedded case ends, as expected, in row/,
  ],
  ['a case twice', ({ cases }) => cases.push(cases[0]!), /^duplicate-id the case \S+ is there twice/],
  [
    'a question no rule depends on',
    ({ pack, texts }) => {
      pack.questions.push({
        id: 'shoe_size',
        text: 'question.shoe',
        type: 'number',
        min: 1,
        max: 60,
        kind: 'deciding',
        unknown: { allowed: true },
      });
      for (const byKey of Object.values(texts)) (byKey as Record<string, string>)['question.shoe'] = 'Shoes?';
    },
    /^never-asked shoe_size is never asked: no rule depends on it/,
  ],
  [
    'a question whose condition never holds',
    ({ pack }) => (vitalOf(pack).when = { all: [{ lt: ['age', 5] }, { gte: ['age', 6] }] }),
    /^never-asked \S+ is never asked: its condition never holds/,
  ],
  [
    'a cycle of derived conditions',
    ({ pack }) =>
      Object.assign(pack.derived, { planted_a: { ref: 'planted_b' }, planted_b: { ref: 'planted_a' } }),
    /^cycle rests on itself/,
  ],
  [
    'a question asked when itself is answered',
    ({ pack }) => (vitalOf(pack).when = { is: [vitalOf(pack).id, true] }),
    /^cycle .*rests on itself/,
  ],
  ['a row twice', ({ pack }) => (pack.table[1].id = pack.table[0].id), /^duplicate-id \S+ is used twice/],
  [
    'an outcome without a safety net',
    ({ pack }) => delete pack.outcomes[0].safetyNet,
    /^no-safety-net \S+ has no safety net/,
  ],
  [
    'a safety net that is the advice again',
    ({ pack }) => (pack.outcomes[0].safetyNet = pack.outcomes[0].advice),
    /^no-safety-net outcome \S+ has no safety net/,
  ],
  [
    'a signed pack with one signature twice',
    ({ pack }) => {
      pack.status = 'signed';
      const at = '2026-11-21T10:00:00Z';
      pack.signatures = [
        { name: 'Ana Lima', role: 'physician', at },
        { name: 'ana  lima', role: 'physician', at },
      ];
    },
    /^signatures is signed with the signatures of one clinician/,
  ],
];

function fill(pack: Pack, { answers, rest }: PackCase): Answers {
  const full: Record<string, boolean | number | string> = {};
  for (const { id, type } of pack.questions)
    full[id] = type === 'yes-no' && rest === 'no' ? false : 'unknown';
  for (const [id, value] of Object.entries(answers)) full[id] = value ?? 'unknown';
  return full;
}

describe('Given a copy of a pack', () => {
  // what is looked for is looked for in the same way in each of them: they take turns
  const ids = ['respiratory', 'dengue', 'human-rescreen'];
  const planted = defects.map(([name, ...rest], at) => [ids[at % ids.length]!, name, ...rest] as const);
  it.each(planted)('of %s: %s is found', (id, _name, plant, expected) => {
    const copy = copyOf(id);
    plant(copy);
    const analysis = analyse(copy);
    expect(problems(analysis)).toContainEqual(expect.stringMatching(expected));
    expect(analysis.valid).toBe(false);
  });
});

it.each([
  ['dengue', 'fever', 'fever'],
  ['respiratory', 'one_sign', 'cough'],
])('Given %s without its row %s, %s told is a gap', (id, row, sign) => {
  const copy = copyOf(id);
  copy.pack.table = copy.pack.table.filter((item: { id: string }) => item.id !== row);
  const found = analyse(copy).findings.filter(
    ({ code, severity }) => code === 'gap' && severity === 'problem',
  );
  expect(found.map(({ message }) => message.split(' ')[0])).toContain(sign);
  expect(found[0]!.rows[0]).toBe(copy.pack.table.at(-1).id);
});

it('Given a danger sign that is not vital, a mild outcome without knowing it is noted', () => {
  const copy = copyOf('dengue');
  copy.pack.questions.find((item: { id: string }) => item.id === 'dyspnea').kind = 'deciding';
  copy.pack.questions.find((item: { id: string }) => item.id === 'dyspnea').unknown = { allowed: true };
  const analysis = analyse(copy);
  expect(
    analysis.findings.filter(({ code }) => code === 'not-vital').map(({ message }) => message),
  ).toContainEqual(expect.stringMatching(/^dyspnea is a red flag, but not vital/));
});

it('Given an order that an embedded case says is meant, it is no finding', () => {
  // in this tree, the age comes before the signs of an emergency
  const copy = copyOf('fr-covid-2020');
  expect(problems(analyse(copy))).toEqual([]);
  copy.cases = copy.cases.filter((item) => item.id !== 'child-breathless');
  expect(problems(analyse(copy))).toContainEqual(expect.stringMatching(/^hidden-row row 1 .* hides row 2 /));
});

it('Given two less urgent rows above a more urgent one, each is told apart from one that is as urgent', () => {
  const hot: Condition = { is: ['hot', true] };
  const either: Condition = { any: [hot, { is: ['tired', true] }] };
  const pairsOf = (rows: Array<[string, Condition, string]>): string[] => {
    const pack = smallPack([yesNo('hot'), yesNo('tired')], rows);
    const { findings } = analysePack(pack, { samples: 0 });
    return findings.filter(({ code }) => code === 'hidden-row').map(({ rows: pair }) => pair.join(' '));
  };
  const rows = (between: string): Array<[string, Condition, string]> => [
    ['first', hot, 'home'],
    ['between', either, between],
    ['urgent', hot, 'call'],
  ];
  // without the first row the one between would hide it as well
  expect(pairsOf(rows('home'))).toEqual(['first urgent']);
  // the one between is as urgent: it is what the first row hides
  expect(pairsOf(rows('call'))).toEqual(['first between']);
});

describe('Given small tables of any shape', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const atom = fc.oneof(
    fc.constantFrom(...ids).map((id): Condition => ({ is: [id, true] })),
    fc.constantFrom(...ids).map((id): Condition => ({ is: [id, false] })),
    fc.constantFrom(10, 20).map((limit): Condition => ({ gte: ['n', limit] })),
    fc.constantFrom(10, 20).map((limit): Condition => ({ lt: ['n', limit] })),
    fc.constantFrom('x', 'y').map((choice): Condition => ({ is: ['kind', choice] })),
  );
  const condition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      atom,
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })),
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })),
      tie('node').map((not): Condition => ({ not })),
      fc
        .array(tie('node'), { minLength: 2, maxLength: 4 })
        .map(([first, ...rest]): Condition => ({ atLeast: [2, first!, ...rest] })),
    ),
  })).node;
  const rows = fc.array(
    fc.record({
      when: condition,
      outcome: fc.constantFrom('call', 'see', 'home'),
      unknown: fc.constantFrom('holds' as const, 'fails' as const, 'blocks' as const),
    }),
    { minLength: 1, maxLength: 5 },
  );
  const means = fc.constantFrom(undefined, 'yes' as const, 'no' as const);
  const packOf = (
    made: Array<{ when: Condition; outcome: string; unknown: 'holds' | 'fails' | 'blocks' }>,
    unknown: Array<'yes' | 'no' | undefined>,
    gate: Condition | undefined,
  ): Pack => {
    const base = smallPack(
      [
        ...ids.map((id, at) =>
          yesNo(id, {
            unknown: { allowed: true, ...(unknown[at] ? { means: unknown[at] } : {}) },
            ...(id === 'd' && gate ? { when: gate } : {}),
          }),
        ),
        yesNo('n', { type: 'number', min: 0, max: 30, unknown: { allowed: true } }),
        yesNo('kind', { type: 'choice', choices: ['x', 'y', 'z'], unknown: { allowed: false } }),
      ],
      [],
    );
    const table = made.map((row, at) => ({ id: `r${at}`, ...row, source }));
    return { ...base, table: [...table, base.table.at(-1)!] };
  };

  /** Every answer set of people who are asked what applies to them. */
  function everyone(pack: Pack): Answers[] {
    const sets: Answers[] = [];
    for (const a of [true, false, 'unknown'])
      for (const b of [true, false, 'unknown'])
        for (const c of [true, false, 'unknown'])
          for (const d of [true, false, 'unknown', undefined])
            for (const n of [5, 10, 15, 20, 'unknown'])
              for (const kind of ['x', 'y', 'z']) {
                const others = { a, b, c, n, kind };
                const { when } = pack.questions.find(({ id }) => id === 'd')!;
                const applies = !when || truthOf(pack, others, when) !== false;
                if (applies === (d !== undefined)) sets.push(applies ? { ...others, d } : others);
              }
    return sets;
  }

  it('rows nothing reaches, and rows that hide more urgent ones, are those that trying every answer shows', () => {
    const gate = fc.option(
      fc.constantFrom<Condition>({ is: ['a', true] }, { gte: ['n', 10] }, { not: { is: ['kind', 'x'] } }),
      { nil: undefined },
    );
    fc.assert(
      fc.property(rows, fc.tuple(means, means, means, means), gate, (made, unknown, asked) => {
        const pack = packOf(made, unknown, asked);
        const analysis = new TableAnalysis(pack, []);
        analysis.run();
        questionFindings(analysis);
        expect(analysis.unproved).toEqual([]);
        const all = everyone(pack);
        const decided = all.map((answers) => decideNow(pack, answers).row);
        const reached = new Set(decided);
        const unreachable = analysis.findings
          .filter(({ code, severity }) => code === 'unreachable-row' && severity === 'problem')
          .map(({ rows: [id] }) => id);
        // what nobody is asked for can still be told unasked
        const onlyTold = analysis.findings
          .filter(({ code, severity }) => code === 'unreachable-row' && severity === 'note')
          .map(({ rows: [id] }) => id);
        const never = pack.table.map(({ id }) => id).filter((id) => !reached.has(id));
        expect([...unreachable, ...onlyTold].sort()).toEqual(never.sort());
        const pairs = new Set<string>();
        all.forEach((answers, at) => {
          const place = pack.table.findIndex(({ id }) => id === decided[at]);
          const next = place < 0 ? undefined : analysis.hiddenFrom(place, answers);
          if (next) pairs.add(`${decided[at]} ${next.row.id}`);
        });
        const found = analysis.findings
          .filter(({ code }) => code === 'hidden-row')
          .map(({ rows: pair }) => pair.join(' '));
        for (const pair of pairs) expect(found).toContain(pair);
        for (const {
          code,
          rows: [id],
          witness,
        } of analysis.findings)
          if (code === 'hidden-row') expect(decideNow(pack, witness!).row).toBe(id);
      }),
      { ...runs(60), seed: 7 },
    );
  });
});

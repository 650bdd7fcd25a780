import type { PackCase } from '../../../settings/pack-cases';
import { diffPacks, type PackDiff, type PackSide } from '../../../src/triage/diff';
import type { Pack } from '../../../src/triage/pack';
import { caseOf, seen } from './findings-of';
import { is, number } from './rich-pack';
import { smallPack, source, yesNo } from './small-pack';

const open = { unknown: { allowed: true } };
const old = smallPack(
  [yesNo('a', open), yesNo('b', open), number('n', 0, 9)],
  [
    ['x', is('a'), 'see'],
    ['y', is('b'), 'call'],
  ],
);
const now = smallPack(
  [yesNo('a', open), yesNo('b', open), number('n', 0, 9), yesNo('c', open)],
  [
    ['y', is('b'), 'call'],
    ['x', is('a'), 'home'],
    ['w', { all: [is('c'), { gte: ['n', 5] }] }, 'soon'],
  ],
  { version: '2' },
);
now.outcomes = [...now.outcomes, { ...now.outcomes[1]!, id: 'soon', urgencyMinutes: 60 }];

describe('Two versions of a small protocol', () => {
  it('differ in parts, told in the order in which they are read', () => {
    const { changes } = diffPacks({ pack: old }, { pack: now }, { samples: 0 });
    expect(
      changes.map(({ part, id, change, field, from, to }) =>
        [part, id, change, field, from, '→', to].filter((word) => word !== undefined).join(' '),
      ),
    ).toEqual([
      'pack small changed version 1 → 2',
      'row x changed outcome see → home',
      'row w added → when: c and n ≥ 5; outcome: soon; unknown: blocks; source: made, p. 1',
      'row x moved place 1 → place 2, below y',
      'outcome soon added → disposition: moderate; urgencyMinutes: 60; department: general; advice: see; safetyNet: see.net',
      'question c added → text: q.c; type: yes-no; kind: deciding; unknown: {"allowed":true}',
    ]);
  });

  it('end otherwise for generated people: the most frequent first, each with one who shows it', () => {
    const diff = diffPacks({ pack: old }, { pack: now }, { samples: 400, seed: 2 });
    const { groups, ...counts } = diff.generated;
    expect([diff.old, diff.new]).toEqual([
      { id: 'small', version: '1' },
      { id: 'small', version: '2' },
    ]);
    expect(counts).toEqual({ samples: 400, seed: 2, changed: 93, moreUrgent: 47, lessUrgent: 46 });
    expect(
      groups.map(({ from, to, direction, count, example: { answers, fromRow, toRow } }) =>
        [count, from, fromRow, to, toRow, direction, JSON.stringify(answers).replace(/["{}]/g, '')].join(' '),
      ),
    ).toEqual([
      '46 see x home x less-urgent a:true,b:false,n:5,c:false',
      '37 see x call y more-urgent c:false,a:true,b:true,n:0',
      '8 home else soon w more-urgent a:false,b:false,n:5,c:true',
      '1 see vital-unknown soon w more-urgent a:unknown,b:false,n:5,c:true',
      '1 home else see vital-unknown more-urgent a:false,b:false,n:unknown,c:true',
    ]);
  });

  const later = smallPack([yesNo('a', open)], [['x', is('a'), 'see']]);
  const changedTo = (change: (pack: Pack) => unknown): Pack => {
    const copy = JSON.parse(JSON.stringify(later)) as Pack;
    change(copy);
    return copy;
  };
  const casesOf = (o: boolean, more: PackCase[] = []): PackCase[] => [
    caseOf('k', { a: true }, { expect: seen }),
    caseOf('o', { a: o }),
    ...more,
  ];
  const movesOf = (pack: Pack): PackDiff =>
    diffPacks(
      { pack: later, cases: casesOf(false, [caseOf('q', { a: true })]) },
      { pack, cases: casesOf(true, [caseOf('p', { a: true })]) },
      { samples: 50 },
    );
  const way = ({ cases }: PackDiff): string[] =>
    cases.changed.map(
      ({ id, of, direction, from, to, expected }) =>
        `${id} of ${of} ${direction}: ${from.outcome} ${from.disposition} ${from.urgencyMinutes} by ${from.row} → ${to.outcome} ${to.disposition} ${to.urgencyMinutes} by ${to.row}, expected ${expected}`,
    );

  it.each<[string, (pack: Pack) => unknown, string, string, number, number]>([
    [
      'more urgent by time alone',
      (pack) => (pack.outcomes[1]!.urgencyMinutes = 600),
      'more-urgent: see moderate 720 by x → see moderate 600 by x',
      'more-urgent',
      ...([13, 0] as const),
    ],
    [
      'less urgent by its class alone',
      (pack) => (pack.outcomes[1]!.disposition = 'mild'),
      'less-urgent: see moderate 720 by x → see mild 720 by x',
      'less-urgent',
      ...([0, 13] as const),
    ],
    [
      'another outcome, as urgent',
      (pack) => {
        pack.outcomes[1]!.id = 'look';
        pack.table[0]!.outcome = 'look';
        pack.vitalUnknown.outcome = 'look';
      },
      'as-urgent: see moderate 720 by x → look moderate 720 by x',
      'as-urgent',
      ...([0, 0] as const),
    ],
    [
      'less urgent by time, more by class',
      (pack) => Object.assign(pack.outcomes[1]!, { disposition: 'emergency', urgencyMinutes: 800 }),
      'less-urgent: see moderate 720 by x → see emergency 800 by x',
      'less-urgent',
      ...([0, 13] as const),
    ],
  ])('%s: cases of both, of the new and of the old', (_name, change, told, direction, more, less) => {
    const diff = movesOf(changedTo(change));
    expect(diff.cases.compared).toBe(5);
    expect(way(diff)).toEqual([
      `k of both ${told}, expected see`,
      `o of new ${told}, expected home`,
      `p of new ${told}, expected home`,
      `q of old ${told}, expected home`,
    ]);
    expect(diff.generated).toMatchObject({ changed: 13, moreUrgent: more, lessUrgent: less });
    expect(diff.generated.groups).toMatchObject([{ direction, count: 13 }]);
  });

  it('the same decision by another row is no change', () => {
    const pack = changedTo((copy) => (copy.table[0]!.id = 'renamed'));
    expect(movesOf(pack).cases.changed).toEqual([]);
    expect(movesOf(pack).generated.groups).toEqual([]);
  });

  it('changed in every part, the parts are told in the order in which somebody looks at them', () => {
    const plan = { everyHours: 24, untilDay: 3, anchor: 'onset', tries: 1, source, when: is('a') } as const;
    const parameter = { value: 1, unit: 'days', validFrom: '2026-01-01', source };
    const bmi = { formula: 'bmi', weightKg: 'kg', heightCm: 'cm', min: 10, max: 80 } as const;
    const whole = (tag: string, more: Partial<Pack>): PackSide => ({
      pack: smallPack(
        [yesNo('a', tag === 'old' ? {} : open)],
        [['x', is('a'), tag === 'old' ? 'see' : 'call']],
        {
          ...{ title: tag, scope: { text: tag, when: { always: true } } },
          ...{ derived: { d: is('a', tag === 'old') }, computed: { bmi: { ...bmi, max: tag.length } } },
          ...{ parameters: { p: { ...parameter, value: tag === 'old' ? 1 : 2 } } },
          ...{ redFlags: [{ id: 'f', when: is('a'), call: tag === 'old' ? '192' : '190', source }] },
          ...{ plans: [{ ...plan, id: 'q', tries: tag === 'old' ? 1 : 2 }] },
          citations: { made: { title: tag, publisher: 'nobody', year: 2026 } },
          ...more,
        },
      ),
      texts: { en: { notice: tag } },
      cases: [caseOf('k', { a: tag === 'old' })],
    });
    const outcomes = [{ ...old.outcomes[0]!, advice: 'other' }, ...old.outcomes.slice(1)];
    const { changes } = diffPacks(whole('old', {}), whole('newer', { outcomes }), { samples: 0 });
    expect(changes.map(({ part, field }) => `${part} ${field}`)).toEqual([
      'pack title',
      'scope text',
      'row outcome',
      'red-flag call',
      'outcome advice',
      'question unknown',
      'derived when',
      'computed formula',
      'parameter value',
      'plan tries',
      'citation title',
      'text en',
      'case answers',
    ]);
    expect(changes.find(({ part }) => part === 'computed')).toMatchObject({
      from: 'kg / (cm / 100)²',
      to: 'kg / (cm / 100)²',
    });
  });
});

import { casesOf } from '../../../settings/pack-cases';
import { packs, packTexts } from '../../../settings/packs';
import { decideNow } from '../../../src/triage/evaluate';
import { diffPacks, type PackSide } from '../../../src/triage/diff';
import type { Condition, Pack } from '../../../src/triage/pack';
import { smallPack, source, yesNo } from './small-pack';

const side = (id: string): PackSide => ({ pack: packs[id]!, texts: packTexts[id], cases: casesOf(id) });

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- changed freely
function changed(id: string, change: (side: any) => void): PackSide {
  const copy = JSON.parse(JSON.stringify(side(id))) as PackSide;
  change(copy);
  return copy;
}

it('of a pack and itself, nothing changed, and nobody ends otherwise', () => {
  const diff = diffPacks(
    side('respiratory'),
    changed('respiratory', () => undefined),
    { samples: 200 },
  );
  expect(diff.changes).toEqual([]);
  expect(diff.cases).toEqual({ compared: casesOf('respiratory').length, changed: [] });
  expect(diff.generated).toMatchObject({ changed: 0, moreUrgent: 0, lessUrgent: 0, groups: [] });
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- changed freely
it.each<[string, (side: any) => void, unknown]>([
  [
    'the version',
    ({ pack }) => (pack.version = 'next'),
    { part: 'pack', change: 'changed', field: 'version', to: 'next' },
  ],
  [
    'the status',
    ({ pack }) => (pack.status = 'signed'),
    { part: 'pack', field: 'status', from: 'draft', to: 'signed' },
  ],
  [
    'a threshold',
    ({ pack }) => (pack.derived.from_60 = { gte: ['age', 65] }),
    { part: 'derived', id: 'from_60', change: 'changed', field: 'when', from: 'age ≥ 60', to: 'age ≥ 65' },
  ],
  [
    'the order of rows',
    ({ pack }) => pack.table.splice(5, 0, pack.table.splice(10, 1)[0]),
    {
      part: 'row',
      id: 'fever_rash',
      change: 'moved',
      from: 'place 11',
      to: 'place 6, below asthma_wheezing',
    },
  ],
  [
    'a row taken out',
    ({ pack }) => pack.table.splice(2, 1),
    { part: 'row', id: 'nasal_flaring', change: 'removed' },
  ],
  [
    'a row put in',
    ({ pack }) => pack.table.unshift({ ...pack.table[1], id: 'new_row' }),
    { part: 'row', id: 'new_row', change: 'added', to: expect.stringContaining('outcome: hospital_today') },
  ],
  [
    'what a row ends in',
    ({ pack }) => (pack.table[1].outcome = 'see_today'),
    { part: 'row', id: 'fast_breathing', field: 'outcome', from: 'hospital_today', to: 'see_today' },
  ],
  [
    'an urgency',
    ({ pack }) => (pack.outcomes.find((item: { id: string }) => item.id === 'see_today').urgencyMinutes = 60),
    { part: 'outcome', id: 'see_today', field: 'urgencyMinutes', from: '720', to: '60' },
  ],
  [
    'what unknown means to a question',
    ({ pack }) => (pack.questions[2].unknown = { allowed: false }),
    { part: 'question', id: 'dyspnea', field: 'unknown', to: '{"allowed":false}' },
  ],
  ['a red flag', ({ pack }) => pack.redFlags.shift(), { part: 'red-flag', change: 'removed' }],
  [
    'a citation',
    ({ pack }) => (pack.citations['who-imci-2014'].year = 2025),
    { part: 'citation', id: 'who-imci-2014', field: 'year', from: '2014', to: '2025' },
  ],
  [
    'a parameter',
    ({ pack }) => (Object.values(pack.parameters)[0] as { value: number }).value++,
    { part: 'parameter', change: 'changed', field: 'value' },
  ],
  [
    'a text',
    ({ texts }) => (texts.es.notice = 'Otro aviso'),
    { part: 'text', id: 'notice', change: 'changed', field: 'es', to: 'Otro aviso' },
  ],
  ['a case', ({ cases }) => cases.pop(), { part: 'case', change: 'removed' }],
])('%s that changed is told', (_name, change, expected) => {
  const { changes } = diffPacks(side('respiratory'), changed('respiratory', change), { samples: 0 });
  expect(changes).toHaveLength(1);
  expect(changes[0]).toMatchObject(expected as object);
});

it('cases whose outcome changes are named, with the way they go', () => {
  const later = changed('respiratory', ({ pack }) => (pack.derived.from_60 = { gte: ['age', 65] }));
  const { cases, generated } = diffPacks(side('respiratory'), later, { samples: 500 });
  expect(cases.changed.map(({ id }) => id)).toContain('age-60-influenza');
  expect(cases.changed.find(({ id }) => id === 'age-60-influenza')).toMatchObject({
    of: 'both',
    expected: 'see_today',
    from: { outcome: 'see_today', urgencyMinutes: 720 },
    to: { outcome: 'home_flu', disposition: 'mild' },
    direction: 'less-urgent',
  });
  expect(generated.moreUrgent).toBe(0);
  expect(generated.lessUrgent).toBe(generated.changed);
});

describe('Given a small pack in which fever becomes an emergency, and tiredness is asked now', () => {
  const old = smallPack([yesNo('hot')], [['1', { is: ['hot', true] }, 'see']]);
  const now: Pack = {
    ...smallPack(
      [yesNo('hot'), yesNo('tired')],
      [
        ['1', { is: ['hot', true] }, 'call'],
        ['2', { is: ['tired', true] }, 'see'],
      ],
    ),
    version: '2',
  };

  it('generated people are counted by where they go, each group with answers that show it', () => {
    const { generated } = diffPacks({ pack: old }, { pack: now }, { samples: 400, seed: 3 });
    const groups = generated.groups.map(({ from, to, direction }) => `${from} ${to} ${direction}`).sort();
    expect(groups).toEqual(['home see more-urgent', 'see call more-urgent']);
    expect(generated.groups.reduce((sum, { count }) => sum + count, 0)).toBe(generated.changed);
    expect(generated).toMatchObject({ samples: 400, seed: 3, moreUrgent: generated.changed, lessUrgent: 0 });
    for (const { from, to, example } of generated.groups) {
      expect(decideNow(old, example.answers).outcome.id).toBe(from);
      expect(decideNow(now, example.answers).outcome.id).toBe(to);
    }
  });

  it('what only one version asks is answered, whichever of them is asked first', () => {
    const both: Condition = { any: [{ is: ['only_now', true] }, { is: ['only_now', false] }] };
    const asked = yesNo('only_now', { unknown: { allowed: false } });
    const wider = smallPack([yesNo('a'), asked], [['asked', both, 'see']]);
    const narrower = smallPack([yesNo('a')], []);
    for (const [from, to] of [
      [narrower, wider],
      [wider, narrower],
    ]) {
      const { generated } = diffPacks({ pack: from! }, { pack: to! }, { samples: 50 });
      const answered = generated.groups.filter(({ example }) => example.answers['only_now'] !== undefined);
      expect(answered.map(({ count }) => count)).toEqual([50]);
      expect(answered.map(({ example }) => [example.fromRow, example.toRow].sort())).toEqual([
        ['asked', 'else'],
      ]);
    }
  });

  it('the same seed gives the same people', () => {
    const first = diffPacks({ pack: old }, { pack: now }, { samples: 100, seed: 9 });
    expect(diffPacks({ pack: old }, { pack: now }, { samples: 100, seed: 9 })).toEqual(first);
  });

  it('a case with other answers in each version is looked at as both were', () => {
    const item = (hot: boolean) => ({
      id: 'one',
      about: 'One',
      source,
      answers: { hot },
      rest: 'no' as const,
      expect: { outcome: 'see', disposition: 'moderate' as const, urgencyMinutes: 720 },
    });
    const { cases } = diffPacks(
      { pack: old, cases: [item(true)] },
      { pack: now, cases: [item(false)] },
      { samples: 0 },
    );
    expect(cases.compared).toBe(2);
    expect(cases.changed).toMatchObject([{ id: 'one', of: 'old', to: { outcome: 'call' } }]);
  });
});

import fc from 'fast-check';
import { parseCellKey } from '../../../crm-sync/cells/cell';
import { cellOf, cellsOf } from '../../../crm-sync/cells/count';
import { uncounted } from '../../../crm-sync/cells/touch';
import { indexes } from '../../../crm-sync/store/indexes';
import { addTo, medianOf, percentile, sumOf } from '../../../crm-sync/cells/histogram';
import type { Histogram } from '../../../crm-sync/store/documents';
import {
  cellKeysOf,
  contributionsOf,
  metrics,
  type CellFacts,
  type MetricName,
} from '../../../crm-sync/cells/metrics';
import { median } from '../../../crm-sync/supervision/figures';
import { anyFacts } from './arbitrary-facts';

const facts = (changes: Partial<CellFacts> = {}): CellFacts => ({
  startedAt: new Date('2026-05-04T15:59:59.999Z'),
  state: 'bot',
  containedByBot: false,
  channel: 'widget',
  redFlags: [],
  ...changes,
});

it('encounters that wait to be counted are found by what has an index', () => {
  const leading = indexes.encounters.map(({ key }) => Object.keys(key)[0]);
  expect(leading).toEqual(expect.arrayContaining(Object.keys(uncounted)));
});

describe('the cells of an encounter', () => {
  it.each<[string, CellFacts, string[]]>([
    ['just begun', facts(), ['conversations/2026-05-04T15//widget/none/open']],
    [
      'waiting',
      facts({ state: 'queued', disposition: 'mild', department: { id: 'd1', name: 'x' } }),
      ['conversations/2026-05-04T15/d1/widget/mild/waiting'],
    ],
    [
      'contained',
      facts({ state: 'closed', disposition: 'mild', containedByBot: true }),
      ['conversations/2026-05-04T15//widget/mild/contained'],
    ],
    [
      'answered by a person, with a red flag',
      facts({
        state: 'closed',
        disposition: 'emergency',
        firstResponseMs: 42,
        redFlags: ['dyspnea'],
        department: { id: 'a/b=c', name: 'x' },
      }),
      [
        'conversations/2026-05-04T15/a%2Fb%3Dc/widget/emergency/finished',
        'first-response/2026-05-04T15/a%2Fb%3Dc=42',
        'red-flags/2026-05-04T15/a%2Fb%3Dc/dyspnea',
      ],
    ],
    [
      'over without an outcome',
      facts({ state: 'closed', outcomeMissingSince: new Date(0), department: { id: 'd1', name: 'Um só' } }),
      ['conversations/2026-05-04T15/d1/widget/none/finished', 'endings/2026-05-04T15/Um%20s%C3%B3/none'],
    ],
    [
      'left before anybody answered',
      facts({ state: 'closed', leftUnseen: true }),
      ['conversations/2026-05-04T15//widget/none/finished', 'endings/2026-05-04T15//left'],
    ],
    [
      'resolved, and found good',
      facts({
        state: 'closed',
        serviceOutcome: { outcome: 'resolved', by: 'ana', at: new Date(0) },
        surveyScore: 4,
      }),
      [
        'conversations/2026-05-04T15//widget/none/finished',
        'endings/2026-05-04T15//resolved',
        'satisfaction/2026-05-04T15/=4',
      ],
    ],
    [
      'tried in vain, twice in the same way',
      facts({
        routingFailed: [
          { department: 'Urgência', why: 'full' },
          { department: 'Urgência', why: 'full' },
          { why: 'away' },
        ],
      }),
      [
        'conversations/2026-05-04T15//widget/none/open',
        'routing-failures/2026-05-04T15//away',
        'routing-failures/2026-05-04T15/Urg%C3%AAncia/full',
      ],
    ],
    [
      'an outcome of what goes on',
      facts({ state: 'served', serviceOutcome: { outcome: 'referred', by: 'ana', at: new Date(0) } }),
      ['conversations/2026-05-04T15//widget/none/open'],
    ],
  ])('%s', (_what, encounter, expected) => expect(contributionsOf(encounter)).toEqual(expected));

  it('have one value for each dimension of their metric', () => {
    fc.assert(
      fc.property(anyFacts(new Date(0)), (encounter) => {
        for (const key of cellKeysOf(encounter)) {
          const { metric, values } = parseCellKey(key);
          expect(values).toHaveLength(metrics[metric as MetricName].dimensions.length);
        }
      }),
    );
  });

  it('hold what a recount by hand gives', () => {
    fc.assert(
      fc.property(fc.array(anyFacts(new Date('2026-05-04T00:00:00.000Z'))), (encounters) => {
        const cells = cellsOf(encounters);
        for (const [key, cell] of cells) {
          const inside = encounters.filter((one) => cellKeysOf(one).includes(key));
          expect(cell).toEqual(cellOf(key, encounters));
          expect(cell.n).toBe(inside.length);
          if (!key.startsWith('first-response/')) continue;
          expect(cell.sum).toBe(inside.reduce((sum, one) => sum + (one.firstResponseMs ?? 0), 0));
        }
        const counted = [...cells].filter(([key]) => key.startsWith('conversations/'));
        expect(counted.reduce((sum, [, { n }]) => sum + n, 0)).toBe(encounters.length);
      }),
    );
  });
});

describe('a histogram', () => {
  const of = (values: readonly number[]): Histogram => {
    const histogram = {};
    for (const value of values) addTo(histogram, value);
    return histogram;
  };
  const within = (estimate: number | undefined, truth: number): void => {
    expect(estimate).toBeDefined();
    expect(Math.abs(estimate! - truth)).toBeLessThanOrEqual(truth * 0.01);
  };
  const values = fc.array(fc.oneof(fc.nat(3), fc.nat(5_000), fc.nat(2_000_000_000)), {
    minLength: 1,
    maxLength: 200,
  });

  it('gives every percentile and the median within 1 %', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        const sorted = [...list].sort((a, b) => a - b);
        within(percentile(of(list), share), sorted[Math.max(0, Math.ceil(list.length * share) - 1)]!);
        within(medianOf(of(list)), median(list)!);
      }),
    );
  });

  it('adds up', () => {
    fc.assert(fc.property(values, values, (a, b) => expect(sumOf([of(a), of(b)])).toEqual(of([...a, ...b]))));
  });

  it('of nothing says nothing', () => {
    expect(medianOf({})).toBeUndefined();
    expect(percentile({}, 0.5)).toBeUndefined();
  });
});

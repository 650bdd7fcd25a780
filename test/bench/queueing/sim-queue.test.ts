import { erlangC, meanWait } from '../../../src/routing/queue/erlang';
import { drawArrivals, type Workload } from '../../../bench/queueing/arrivals';
import { compare, mixOf, type Plan } from '../../../bench/queueing/compare';
import { checkErlang } from '../../../bench/queueing/erlang-check';
import { checkEstimate } from '../../../bench/queueing/estimate-check';
import { readOptions } from '../../../bench/queueing/options';
import { policyNames, type PolicyName } from '../../../bench/queueing/policies';
import { simulate } from '../../../bench/queueing/simulate';
import { fairness, ratioOf } from '../../../bench/queueing/statistics';

const plan: Plan = {
  ...{ agents: 3, places: 1, load: 0.9, urgent: 0.09, rest: { yellow: 45, green: 40, blue: 15 } },
  ...{ serviceMinutes: 12, cv: 1, patienceMinutes: 60, replications: 2, seed: 7, hours: 400 },
};

describe('one run', () => {
  const workload: Workload = {
    ...{ agents: 2, load: 0.9, mix: mixOf({ load: 0.9, urgent: 0.09, rest: plan.rest }) },
    ...{ serviceMinutes: 10, cv: 1, service: 'log-normal', patienceMinutes: 0 },
  };
  const minute = 60_000;

  it('Given three people and one agent, Then each policy serves them in its own order', () => {
    const arrivals = {
      atMs: Float64Array.from([0, 1, 2, 3].map((at) => at * minute)),
      serviceMs: Float64Array.from([10, 10, 10, 10].map((long) => long * minute)),
      patienceMs: new Float64Array(4).fill(Infinity),
      urgency: ['green', 'blue', 'yellow', 'orange'] as const,
    };
    const waits = (name: PolicyName): number[] =>
      [
        ...simulate({ ...arrivals, urgency: [...arrivals.urgency] }, name, { agents: 1, places: 1 }).waitMs,
      ].map((wait) => wait / minute);
    expect(waits('fifo')).toEqual([0, 9, 18, 27]);
    expect(waits('rocketchat')).toEqual([0, 9, 18, 27]);
    expect(waits('strict')).toEqual([0, 29, 18, 7]);
    expect(waits('acolhe')).toEqual([0, 29, 18, 7]);
  });

  it('Given two agents, Then auto-selection gives in turn, and whoever is given to a busy one waits for that one', () => {
    const arrivals = {
      atMs: Float64Array.from([0, 0, 1].map((at) => at * minute)),
      serviceMs: Float64Array.from([30, 5, 5].map((long) => long * minute)),
      patienceMs: new Float64Array(3).fill(Infinity),
      urgency: ['green' as const, 'green' as const, 'orange' as const],
    };
    const team = { agents: 2, places: 1 };
    expect([...simulate(arrivals, 'rocketchat', team).waitMs].map((wait) => wait / minute)).toEqual([
      0, 0, 29,
    ]);
    expect([...simulate(arrivals, 'acolhe', team).waitMs].map((wait) => wait / minute)).toEqual([0, 0, 4]);
  });

  it('Given patience, Then who left is no longer served, and comes free for nobody', () => {
    const arrivals = {
      atMs: Float64Array.from([0, 1, 2].map((at) => at * minute)),
      serviceMs: Float64Array.from([10, 10, 10].map((long) => long * minute)),
      patienceMs: Float64Array.from([Infinity, 3 * minute, Infinity]),
      urgency: ['green' as const, 'green' as const, 'green' as const],
    };
    for (const name of policyNames) {
      const { waitMs, served } = simulate(arrivals, name, { agents: 1, places: 1 });
      expect([...waitMs]).toEqual([0, NaN, 8 * minute]);
      expect(served).toEqual([2]);
    }
  });

  it.each(policyNames)('Given %s, Then everybody is served once, and nobody before they came', (name) => {
    const arrivals = drawArrivals(workload, 2_000, 3);
    const { waitMs, served } = simulate(arrivals, name, { agents: 2, places: 1 });
    expect(served.reduce((sum, one) => sum + one, 0)).toBe(2_000);
    expect(waitMs.every((wait) => wait >= 0)).toBe(true);
  });

  it('Given the same seed, Then the same people come; given another one, others', () => {
    expect(drawArrivals(workload, 50, 3)).toEqual(drawArrivals(workload, 50, 3));
    expect(drawArrivals(workload, 50, 3).atMs).not.toEqual(drawArrivals(workload, 50, 4).atMs);
  });
});

describe('the comparison', () => {
  const found = compare(plan);

  it('Given a steady load with little urgent work, Then the aims are reckoned against first in, first out, and hold', () => {
    expect(found.aims.map(({ name, holds }) => [name, holds])).toEqual([
      ['urgent p95 wait', true],
      ['mean wait of the rest', true],
    ]);
    const { acolhe, fifo, strict } = found.policies;
    expect(acolhe.urgentP95).toBe(strict.urgentP95);
    expect(acolhe.restMean).toBeCloseTo(strict.restMean, 6);
    expect(acolhe.urgentP95).toBeLessThan(fifo.urgentP95 / 2);
  });

  it('Given the same seed, Then the same figures', () => {
    expect(compare(plan)).toEqual(found);
  });

  it.each([
    ['more urgent work', { urgent: 0.3 }],
    ['a load below', { load: 0.6 }],
    ['a load above 1', { load: 1.3, hours: 12, replications: 5 }],
    ['a load with nobody urgent', { load: 0.98, urgent: 0 }],
    ['all of it urgent', { load: 0.9, urgent: 0.9 }],
    ['several at once', { places: 3, load: 0.97 }],
  ])('Given %s, Then within 2 %% of strict priority', (_name, given) => {
    const { aims } = compare({ ...plan, hours: 200, ...given });
    expect(aims.map(({ aim }) => aim)).toEqual(aims.map(() => 'within 2 % of strict priority'));
    expect(aims.every(({ holds }) => holds)).toBe(true);
  });

  it('Given a day with far too many, Then no blue waits longer than under strict priority', () => {
    const { policies } = compare({ ...plan, load: 1.4, hours: 48, replications: 3 });
    expect(policies.acolhe.blueP99).toBeLessThan(policies.strict.blueP99);
    expect(policies.acolhe.orangeP95).toBe(policies.strict.orangeP95);
  });

  it('Given more urgent work than work, Then it is refused', () => {
    expect(() => compare({ ...plan, urgent: 0.95 })).toThrow(
      'urgent work (0.95) is more than the load (0.9)',
    );
  });
});

describe('Erlang C beside the simulation', () => {
  it('Given exponential service, Then the simulated mean wait agrees within 2 %', () => {
    const check = checkErlang({ agents: 3, load: 0.7, serviceMinutes: 12, seed: 2, most: 1, batch: 15_000 })!;
    expect(check.verdict).toBe('agrees');
    expect(check.meanMinutes.erlangC).toBeCloseTo(meanWait({ arrivals: 0.175, service: 12, agents: 3 }), 10);
    expect(check.waitShare.simulated.value).toBeCloseTo(
      erlangC({ arrivals: 0.175, service: 12, agents: 3 }),
      2,
    );
  });

  it('Given a load of 1, Then there is nothing to compare', () => {
    expect(checkErlang({ agents: 3, load: 1, serviceMinutes: 12, seed: 2, most: 1 })).toBeUndefined();
  });
});

describe('the estimate beside the simulation', () => {
  it('Given exponential-like service, Then what is told is what is waited, within a tenth', () => {
    const { meanRatio, n } = checkEstimate({ ...plan, load: 0.85 }, 8_000);
    expect(n).toBeGreaterThan(3_000);
    expect(Math.abs(meanRatio - 1)).toBeLessThan(0.1);
  });
});

describe('options', () => {
  it('Given lists, Then every combination', () => {
    const { plans } = readOptions(['--loads', '0.5,1.2', '--agents', '2,3', '--urgent', '0,0.1']);
    expect(plans.map(({ agents, load, urgent }) => [agents, load, urgent])).toEqual([
      ...[
        [2, 0.5, 0],
        [2, 0.5, 0.1],
        [2, 1.2, 0],
        [2, 1.2, 0.1],
      ],
      ...[
        [3, 0.5, 0],
        [3, 0.5, 0.1],
        [3, 1.2, 0],
        [3, 1.2, 0.1],
      ],
    ]);
  });

  it.each([
    [['--loads', '0'], '--loads: 0'],
    [['--loads', 'high'], '--loads: high'],
    [['--loads', '0.5', '--urgent', '0.6'], '--urgent: 0.6'],
    [['--agents', '2.5'], '--agents: 2.5'],
    [['--rest', '1:2'], '--rest: 1:2'],
    [['--nonsense'], '--nonsense'],
  ])('Given %j, Then it is refused, named', (args, words) => {
    expect(() => readOptions(args)).toThrow(RangeError);
    expect(() => readOptions(args)).toThrow(words);
  });
});

describe('statistics', () => {
  it('Given nobody waits in either, Then the quotient is 1', () => {
    expect(ratioOf([0, 0], [0, 0])).toEqual({ value: 1, low: 1, high: 1 });
  });

  it('Given all equal, Then fairness is 1; given one has everything, one over their number', () => {
    expect([fairness([3, 3, 3]), fairness([9, 0, 0])]).toEqual([1, 1 / 3]);
  });
});

import fc from 'fast-check';
import {
  erlangB,
  erlangC,
  meanWait,
  waitQuantile,
  waitsByPriority,
} from '../../../../src/routing/queue/erlang';

const some = { arrivals: 1, service: 1 };

describe('Erlang B and C', () => {
  // published tables: B(10, 5) = 0.0184, C(10, 8) = 0.4092, C(2, 1.5) = 0.6429
  it.each([
    [10, 5, 0.018385],
    [1, 1, 0.5],
    [2, 1, 0.2],
  ])('Given %d agents and %d erlangs, Then blocked is %d', (agents, offered, expected) => {
    expect(erlangB(agents, offered)).toBeCloseTo(expected, 6);
  });

  it.each([
    [10, 8, 0.40918],
    [2, 1.5, 0.642857],
    [1, 0.9, 0.9],
  ])('Given %d agents and %d erlangs, Then the share that waits is %d', (agents, arrivals, expected) => {
    expect(erlangC({ arrivals, service: 1, agents })).toBeCloseTo(expected, 5);
  });

  it('Given thousands of agents, Then neither overflows', () => {
    expect(erlangB(5_000, 4_900)).toBeGreaterThan(0.001);
    expect(erlangC({ arrivals: 4_990, service: 1, agents: 5_000 })).toBeGreaterThan(0.5);
  });

  it('Given a load of 1 or more, Then everybody waits for ever', () => {
    const load = { ...some, arrivals: 2, agents: 2 };
    expect([erlangC(load), meanWait(load), waitQuantile(load, 0.95)]).toEqual([1, Infinity, Infinity]);
  });

  it('Given one agent, Then the mean wait is that of M/M/1', () => {
    expect(meanWait({ arrivals: 0.8, service: 1, agents: 1 })).toBeCloseTo(4, 10);
    expect(waitQuantile({ arrivals: 0.8, service: 1, agents: 1 }, 0.95)).toBeCloseTo(Math.log(16) / 0.2, 10);
    expect(waitQuantile({ arrivals: 0.04, service: 1, agents: 1 }, 0.95)).toBe(0);
  });

  it('Given more agents, Then nobody waits longer', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: 0.05, max: 0.99, noNaN: true }),
        (agents, busy) => {
          const arrivals = agents * busy;
          const load = { arrivals, service: 1, agents };
          expect(erlangC(load)).toBeGreaterThanOrEqual(0);
          expect(erlangC(load)).toBeLessThanOrEqual(1);
          expect(meanWait({ ...load, agents: agents + 1 })).toBeLessThanOrEqual(meanWait(load) + 1e-12);
        },
      ),
    );
  });
});

describe('waits by priority', () => {
  it('Given one class, Then it is the wait of all', () => {
    expect(waitsByPriority([3.2], 1, 4)[0]).toBeCloseTo(
      meanWait({ arrivals: 3.2, service: 1, agents: 4 }),
      10,
    );
  });

  it('Given any classes, Then the order changes who waits and not how much is waited in all', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 50 }),
        fc.double({ min: 0.1, max: 0.98, noNaN: true }),
        (shares, agents, busy) => {
          const sum = shares.reduce((a, b) => a + b, 0);
          const arrivals = shares.map((one) => (one / sum) * busy * agents);
          const waits = waitsByPriority(arrivals, 1, agents);
          const waited = waits.reduce((total, wait, k) => total + wait * arrivals[k]!, 0);
          const all = meanWait({ arrivals: busy * agents, service: 1, agents });
          expect(waited / (all * busy * agents)).toBeCloseTo(1, 6);
          expect([...waits].sort((a, b) => a - b)).toEqual(waits);
        },
      ),
    );
  });

  it('Given more than the agents can do, Then the urgent still wait shortly and the last for ever', () => {
    const [urgent, rest] = waitsByPriority([0.5, 1.2], 1, 1);
    expect(urgent).toBeCloseTo(2, 10);
    expect(rest).toBe(Infinity);
  });
});

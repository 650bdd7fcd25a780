import fc from 'fast-check';
import { between, choose, draw } from '../../../bench/chaos/draw';
import { fateOf, killKinds, killsOf, requestFates } from '../../../bench/chaos/plan';
import { Recovery } from '../../../bench/chaos/recovery';
import { comesAgain, markOf, scriptOf, visitsOf } from '../../../bench/chaos/script';
import { runs } from '../../support/runs';

const seeds = fc.integer({ min: 0, max: 1_000_000 });

describe('draws', () => {
  it('Given the same seed and name, then the same number; another for another name', () => {
    fc.assert(
      fc.property(seeds, fc.string(), (seed, name) => {
        const drawn = draw(seed, name);
        expect(drawn).toBe(draw(seed, name));
        expect(drawn).toBeGreaterThanOrEqual(0);
        expect(drawn).toBeLessThan(1);
        expect(drawn).not.toBe(draw(seed, name, 'other'));
      }),
    );
  });

  it('are spread evenly', () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let index = 0; index < 10_000; index += 1) tenths[between(draw(7, index), 0, 9)]! += 1;
    expect(Math.min(...tenths)).toBeGreaterThan(850);
    expect(Math.max(...tenths)).toBeLessThan(1_150);
  });

  it('choose by weight', () => {
    expect(choose(0, { a: 1, b: 3 })).toBe('a');
    expect(choose(0.25, { a: 1, b: 3 })).toBe('b');
    expect(choose(0.999, { a: 1, b: 3 })).toBe('b');
    expect(choose(0, { a: 0, b: 1 })).toBe('b');
  });

  it('have a value that never changes, or runs could not be repeated', () => {
    expect(draw(1, 'kind', 0)).toBeCloseTo(0.00787506, 8);
  });
});

describe('the plan', () => {
  const options = { conversations: 200, processes: 2, conversationsPerKill: 20 };

  it('is a function of the seed: every kind of kill, in the order of time, within the run', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const kills = killsOf({ seed, ...options });
        expect(kills).toEqual(killsOf({ seed, ...options }));
        expect(kills).toHaveLength(10);
        expect(new Set(kills.map(({ kind }) => kind))).toEqual(new Set(killKinds));
        const when = kills.map(({ atConversation }) => atConversation);
        expect(when).toEqual([...when].sort((a, b) => a - b));
        expect(when[0]).toBeGreaterThanOrEqual(1);
        expect(when.at(-1)).toBeLessThanOrEqual(200);
      }),
      runs(50),
    );
  });

  it('differs with the seed, and gives requests every fate', () => {
    expect(killsOf({ seed: 1, ...options })).not.toEqual(killsOf({ seed: 2, ...options }));
    const fates = Array.from({ length: 500 }, (_, n) => fateOf(1, n).fate);
    expect(new Set(fates)).toEqual(new Set(requestFates));
  });
});

describe('scripts', () => {
  it('say each sentence once in the whole run, and are the same for the same seed', () => {
    const said = [...visitsOf(3, 300)]
      .flat()
      .flatMap(({ lines, agent }) => [...lines.map(({ text }) => text), ...(agent?.says ?? [])]);
    expect(new Set(said).size).toBe(said.length);
    expect(scriptOf(3, 12)).toEqual(scriptOf(3, 12));
    expect(markOf(12, 3)).toBe('xxcd-f');
  });

  it('have every conversation once, and who comes again after their first', () => {
    const visits = [...visitsOf(3, 60)];
    expect(visits.flat().map(({ index }) => index)).toEqual(Array.from({ length: 60 }, (_, index) => index));
    for (const scripts of visits) {
      expect(new Set(scripts.map(({ visitor }) => visitor)).size).toBe(1);
      expect(scripts.length).toBe(comesAgain(scripts.at(-1)!.index) ? 2 : 1);
    }
  });
});

describe('recovery', () => {
  it('ends with the first sign of what began after the kill', () => {
    const recovery = new Recovery();
    recovery.killed('mongodb', 100);
    recovery.killed('runtime', 100);
    recovery.saw('accepted', 90, 110);
    recovery.saw('accepted', 120, 150);
    recovery.saw('accepted', 160, 170);
    expect(recovery.figures()).toEqual({ mongodb: { n: 1, p50Ms: 50, p95Ms: 50, maxMs: 50 } });
    expect(recovery.unseen()).toBe(1);
  });
});

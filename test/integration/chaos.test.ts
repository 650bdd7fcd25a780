/** A short run of `npm run chaos`: every kind of kill and of request fault, then peace, then judgement. */
import { Owned } from '../../cli/starting/owned';
import { killsOf } from '../../bench/chaos/plan';
import { reportLines } from '../../bench/chaos/report';
import { run, type Run, type RunOptions } from '../../bench/chaos/run';

const options: RunOptions = {
  ...{ seed: 1, conversations: 20, processes: 2, conversationsPerKill: 5, atOnce: 10 },
  ...{ secondsLimit: 60, patienceSeconds: 45, reconcile: true, sweepSeconds: 2 },
};
const owned = new Owned();
let chaos: Run;

beforeAll(async () => {
  chaos = await run(owned, options, () => undefined);
});
afterAll(() => owned.stopAll());

describe('conversations while processes are killed and requests go astray', () => {
  it('Given peace afterwards, then nothing is lost, doubled, out of order, miscounted or silent', () => {
    const { result } = chaos;
    expect(result.differences.map(({ what, where }) => `${what}: ${where}`)).toEqual([]);
    expect(result.settled).toBe(true);
    expect(result.conversations).toBe(options.conversations);
    expect(Object.values(result.kills).reduce((sum, n) => sum + n, 0)).toBe(killsOf(options).length);
    expect(Object.keys(result.kills)).toHaveLength(4);
    expect(Object.keys(result.requests).length).toBeGreaterThan(4);
    expect(result.told).toBeGreaterThan(200);
    expect(reportLines(result).join('\n')).toMatch(/lost, double, out of order +0, 0, 0/);
  });

  it.each([
    ['lose', 'lost'],
    ['double', 'double'],
    ['reorder', 'order'],
    ['cell', 'cell'],
  ] as const)('Given a defect that is planted (%s), then the judgement finds it', async (defect, what) => {
    const found = await chaos.damage(defect);
    expect(found.map((one) => one.what)).toContain(what);
  });
});

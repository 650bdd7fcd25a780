import { keepRunning } from '../../cli/starting/keep-running';
import type { Service } from '../../cli/starting/service';

/** Services that end when the test says so, and a clock that the test moves. */
function setup() {
  const clock = { ms: 0 };
  const ends: ((how: string) => void)[] = [];
  const pauses: { ms: number; over: () => void }[] = [];
  const said: string[] = [];
  const givenUp: string[] = [];
  let stops = 0;
  const start = (): Service => {
    let end: (how: string) => void = () => undefined;
    const gone = new Promise<string>((resolve) => (end = resolve));
    ends.push(end);
    const stop = async (): Promise<void> => {
      stops += 1;
      end('SIGTERM');
    };
    return { name: 'thing', pid: ends.length, gone, ready: Promise.resolve('http://127.0.0.1:1'), stop };
  };
  const kept = keepRunning({
    start,
    say: (line) => said.push(line),
    givenUp: (why) => givenUp.push(why),
    wait: (ms) => new Promise((resolve) => pauses.push({ ms, over: resolve })),
    random: () => 0.5,
    now: () => clock.ms,
  });
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  /** The one that runs now ends by itself after this long. */
  const endsAfter = async (ms: number): Promise<void> => {
    clock.ms += ms;
    ends.at(-1)?.('SIGKILL');
    await settle();
  };
  return { kept, ends, pauses, said, givenUp, settle, endsAfter, stops: () => stops };
}

describe('a service that ends by itself', () => {
  it('again and again at once is waited for ever longer, then given up', async () => {
    const { kept, ends, pauses, givenUp, endsAfter, settle } = setup();
    await kept.ready;
    for (let n = 0; n < 6; n += 1) {
      await endsAfter(100);
      pauses.at(-1)?.over();
      await settle();
    }
    const waits = pauses.map(({ ms }) => ms);
    expect(waits).toEqual([...new Set(waits)].sort((a, b) => a - b));
    expect(givenUp).toHaveLength(1);
    expect(ends).toHaveLength(6);
  });

  it('once a minute is never given up: what ran that long is well again', async () => {
    const { kept, ends, pauses, givenUp, endsAfter, settle } = setup();
    await kept.ready;
    for (let n = 0; n < 20; n += 1) {
      await endsAfter(60_000);
      pauses.at(-1)?.over();
      await settle();
    }
    expect(givenUp).toEqual([]);
    expect(ends).toHaveLength(21);
    expect(new Set(pauses.map(({ ms }) => ms)).size).toBe(1);
  });

  it('is not started again when all is stopped during the wait', async () => {
    const { kept, ends, pauses, endsAfter, settle } = setup();
    await kept.ready;
    await endsAfter(100);
    expect(pauses).toHaveLength(1);
    await kept.stop();
    pauses[0]?.over();
    await settle();
    expect(ends).toHaveLength(1);
  });
});

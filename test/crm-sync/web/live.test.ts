import { createChanges } from '../../../crm-sync/projector/changes';
import { createLiveHub, pollEveryMs } from '../../../crm-sync/web/live';

const settle = async () => {
  for (let i = 0; i < 5; i += 1) await Promise.resolve();
};

function given() {
  const changes = createChanges();
  const hub = createLiveHub(changes);
  const seen = { value: 'a', asked: 0, fails: false };
  const topic = {
    key: 'k',
    concerns: (change: { tenant: string }) => change.tenant === 't1',
    fingerprint: async () => {
      seen.asked += 1;
      if (seen.fails) throw new Error('away');
      return seen.value;
    },
  };
  return { changes, hub, seen, topic };
}

describe('live topics', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('tell at once what this process changed, and only who it concerns', async () => {
    const { changes, hub, topic } = given();
    const told = jest.fn();
    const end = hub.watch(topic, told);
    await settle();
    changes.emit({ tenant: 't2', conversation: 'c' });
    expect(told).toHaveBeenCalledTimes(0);
    changes.emit({ tenant: 't1', conversation: 'c' });
    expect(told).toHaveBeenCalledTimes(1);
    end();
  });

  it('tell within one poll what another process changed, and nothing when nothing changed', async () => {
    const { hub, topic, seen } = given();
    const told = jest.fn();
    const end = hub.watch(topic, told);
    await jest.advanceTimersByTimeAsync(pollEveryMs * 3);
    expect(told).toHaveBeenCalledTimes(0);
    seen.value = 'b';
    await jest.advanceTimersByTimeAsync(pollEveryMs);
    expect(told).toHaveBeenCalledTimes(1);
    end();
  });

  it('go on after the database was away', async () => {
    const { hub, topic, seen } = given();
    const told = jest.fn();
    const end = hub.watch(topic, told);
    await settle();
    seen.fails = true;
    await jest.advanceTimersByTimeAsync(pollEveryMs * 2);
    Object.assign(seen, { fails: false, value: 'b' });
    await jest.advanceTimersByTimeAsync(pollEveryMs);
    expect(told).toHaveBeenCalledTimes(1);
    end();
  });

  it('share one poll among all who watch, and stop it with the last', async () => {
    const { hub, topic, seen, changes } = given();
    const told = [jest.fn(), jest.fn()];
    const ends = told.map((listener) => hub.watch(topic, listener));
    await settle();
    expect(seen.asked).toBe(1);
    changes.emit({ tenant: 't1', conversation: 'c' });
    for (const listener of told) expect(listener).toHaveBeenCalledTimes(1);
    await settle();
    ends[0]!();
    changes.emit({ tenant: 't1', conversation: 'c' });
    expect(told.map((listener) => listener.mock.calls.length)).toEqual([1, 2]);
    await settle();
    ends[1]!();
    const asked = seen.asked;
    await jest.advanceTimersByTimeAsync(pollEveryMs * 4);
    expect(seen.asked).toBe(asked);
    expect(jest.getTimerCount()).toBe(0);
  });
});

import { createChanges } from '../../../crm-sync/projector/changes';
import { createLiveHub, echoAfterPolls, pollEveryMs } from '../../../crm-sync/web/live';
import type { PulseRow } from '../../../crm-sync/web/live-topics';

const settle = async () => {
  for (let i = 0; i < 5; i += 1) await Promise.resolve();
};

function given() {
  const changes = createChanges();
  const hub = createLiveHub(changes);
  const seen = { rows: [] as PulseRow[], asked: 0, fails: false };
  const pulse = {
    tenant: 't1',
    read: async () => {
      seen.asked += 1;
      if (seen.fails) throw new Error('away');
      return seen.rows;
    },
  };
  return { changes, hub, seen, pulse };
}

const listener = () => ({ ready: jest.fn(), changed: jest.fn() });
const row = (version: number, patientId = 'p1'): PulseRow => ({ _id: 'c', version, state: 'bot', patientId });
const common = ['queue', 'tasks', 'dashboard', 'patients'];

describe('live changes', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('of this process are told at once, to their tenant only', async () => {
    const { changes, hub, pulse } = given();
    const told = listener();
    const end = hub.watch(pulse, told);
    await settle();
    changes.emit({ tenant: 't2', conversation: 'c' });
    expect(told.changed.mock.calls).toEqual([]);
    changes.emit({ tenant: 't1', conversation: 'c', patientId: 'p1' });
    changes.emit({ tenant: 't1', conversation: 'd' });
    expect(told.changed.mock.calls).toEqual([[[...common, 'patients/p1']], [common]]);
    end();
  });

  it('of another process are told within one poll and once more when its messages are there; nothing else is', async () => {
    const { hub, pulse, seen } = given();
    const told = listener();
    const end = hub.watch(pulse, told);
    await jest.advanceTimersByTimeAsync(pollEveryMs * 3);
    expect(told.changed.mock.calls).toEqual([]);
    seen.rows = [row(1)];
    await jest.advanceTimersByTimeAsync(pollEveryMs);
    expect(told.changed.mock.calls).toEqual([[[...common, 'patients/p1']]]);
    await jest.advanceTimersByTimeAsync(pollEveryMs * echoAfterPolls);
    expect(told.changed).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(pollEveryMs * 5);
    expect(told.changed).toHaveBeenCalledTimes(2);
    end();
  });

  it('cannot be missed after “ready”, which waits for the database', async () => {
    const { hub, pulse, seen } = given();
    seen.fails = true;
    const told = listener();
    const end = hub.watch(pulse, told);
    await jest.advanceTimersByTimeAsync(pollEveryMs * 2);
    expect(told.ready).toHaveBeenCalledTimes(0);
    Object.assign(seen, { fails: false, rows: [row(1)] });
    await jest.advanceTimersByTimeAsync(pollEveryMs);
    expect([told.ready.mock.calls.length, told.changed.mock.calls.length]).toEqual([1, 0]);
    const late = listener();
    const endLate = hub.watch(pulse, late);
    expect(late.ready).toHaveBeenCalledTimes(1);
    seen.rows = [row(2)];
    await jest.advanceTimersByTimeAsync(pollEveryMs);
    for (const one of [told, late]) expect(one.changed).toHaveBeenCalledTimes(1);
    end();
    endLate();
  });

  it('are told after the database was away', async () => {
    const { hub, pulse, seen } = given();
    const told = listener();
    const end = hub.watch(pulse, told);
    await settle();
    seen.fails = true;
    await jest.advanceTimersByTimeAsync(pollEveryMs * 2);
    Object.assign(seen, { fails: false, rows: [row(1)] });
    await jest.advanceTimersByTimeAsync(pollEveryMs);
    expect(told.changed).toHaveBeenCalledTimes(1);
    end();
  });

  it('cost one poll however many listen, and none after the last', async () => {
    const { hub, pulse, seen, changes } = given();
    const told = [listener(), listener()];
    const ends = told.map((one) => hub.watch(pulse, one));
    await settle();
    expect(seen.asked).toBe(1);
    changes.emit({ tenant: 't1', conversation: 'c' });
    ends[0]!();
    changes.emit({ tenant: 't1', conversation: 'c' });
    expect(told.map((one) => one.changed.mock.calls.length)).toEqual([1, 2]);
    ends[1]!();
    const asked = seen.asked;
    await jest.advanceTimersByTimeAsync(pollEveryMs * 4);
    expect(seen.asked).toBe(asked);
    expect(jest.getTimerCount()).toBe(0);
  });
});

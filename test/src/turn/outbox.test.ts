import type { AcolheEvent } from '../../../contract/event';
import type { Input } from '../../../src/dialog/input';
import { backoffMs } from '../../../src/turn/backoff';
import { flush, newOutboxMemory, type OutboxWorld } from '../../../src/turn/outbox';
import type { TurnRecord } from '../../../src/turn/records';
import { memoryRecords } from '../../support/memory-records';

const unsent = (n: number, events = 1): TurnRecord => {
  const at = new Date(Date.UTC(2026, 0, 1, 0, 0, n)).toISOString();
  const input: Input = {
    kind: 'bot-message',
    id: `m${n}`,
    at,
    conversation: 'r',
    messageId: `m${n}`,
    text: 'x',
  };
  const made = Array.from({ length: events }, (_, i) => ({ id: `e${n}.${i}` }) as AcolheEvent);
  return { phase: 'unsent', input, receivedAt: at, claim: '2026-01-01/x', effects: [], events: made };
};

function setup(post: (events: AcolheEvent[], call: number) => unknown) {
  const records = memoryRecords();
  const calls: string[][] = [];
  const clock = { ms: 1_000_000 };
  const problems: string[] = [];
  const later: { ms: number; work: () => void }[] = [];
  const world: OutboxWorld = {
    records,
    now: () => new Date(clock.ms),
    random: () => 0.5,
    later: (ms, work) => void later.push({ ms, work }),
    configured: async () => true,
    delivered: () => undefined,
    post: async (events) => {
      calls.push(events.map((event) => event.id));
      return post(events, calls.length);
    },
    log: (problem) => problems.push(problem.code),
  };
  return { records, calls, clock, problems, later, world, memory: newOutboxMemory() };
}

const allStored = (events: AcolheEvent[]) => ({
  results: events.map((event) => ({ id: event.id, fate: 'stored' })),
});
const phasesOf = (records: ReturnType<typeof memoryRecords>) =>
  Object.fromEntries(records.all().map((record) => [record.input.id, record.phase]));

describe('outbox', () => {
  it('Given unsent records, when flushed, then their events go in the order of time and are done', async () => {
    const { records, calls, world, memory } = setup(allStored);
    for (const n of [3, 1, 2]) await records.insert(unsent(n));
    await flush(world, memory);
    expect(calls).toEqual([['e1.0', 'e2.0', 'e3.0']]);
    expect(phasesOf(records)).toEqual({ m1: 'done', m2: 'done', m3: 'done' });
  });

  it('Given a CRM that is away, then nothing is removed, and the next try waits for the back-off', async () => {
    const { records, calls, clock, problems, later, world, memory } = setup((events, call) => {
      if (call === 1) throw new Error('refused');
      return allStored(events);
    });
    await records.insert(unsent(1));
    await flush(world, memory);
    expect(phasesOf(records)).toEqual({ m1: 'unsent' });
    expect(problems).toEqual(['crm-unreachable']);
    // it comes back by itself, not only with the next message or sweep
    expect(later.map(({ ms }) => ms)).toEqual([memory.notBefore - clock.ms]);
    await flush(world, memory);
    expect(calls).toHaveLength(1);
    clock.ms += 1_000;
    await flush(world, memory);
    expect(calls).toHaveLength(2);
    expect(phasesOf(records)).toEqual({ m1: 'done' });
  });

  it('Given a refused event, then its record is set aside with the reason and the others go on', async () => {
    const { records, problems, world, memory } = setup((events) => ({
      results: events.map((event) =>
        event.id === 'e2.0'
          ? { id: event.id, fate: 'refused', reason: 'data.text: too_big' }
          : { id: event.id, fate: 'stored' },
      ),
    }));
    for (const n of [1, 2, 3]) await records.insert(unsent(n));
    await flush(world, memory);
    expect(phasesOf(records)).toEqual({ m1: 'done', m2: 'refused', m3: 'done' });
    expect(records.all().find((record) => record.phase === 'refused')?.reason).toBe('data.text: too_big');
    expect(problems).toEqual(['event-refused']);
  });

  it('Given an answer of nonsense, then nothing counts as acknowledged', async () => {
    const { records, world, memory } = setup(() => ({ results: [] }));
    await records.insert(unsent(1));
    await flush(world, memory);
    expect(phasesOf(records)).toEqual({ m1: 'unsent' });
  });

  it('Given an event the CRM has already, then its record is done', async () => {
    const { records, problems, world, memory } = setup((events) => ({
      results: events.map((event) => ({ id: event.id, fate: 'duplicate' })),
    }));
    await records.insert(unsent(1));
    await flush(world, memory);
    expect(phasesOf(records)).toEqual({ m1: 'done' });
    expect(problems).toEqual([]);
  });

  it('Given records of several events each, then each record has the fates of its own events', async () => {
    const { records, world, memory } = setup((events) => ({
      results: events.map(({ id }) => ({ id, fate: id === 'e2.1' ? 'refused' : 'stored' })),
    }));
    for (const n of [1, 2, 3]) await records.insert(unsent(n, 3));
    await flush(world, memory);
    expect(phasesOf(records)).toEqual({ m1: 'done', m2: 'refused', m3: 'done' });
  });

  it.each([-1, 1])(
    'Given an answer about %d events too many, then nothing counts as acknowledged',
    async (more) => {
      const { records, problems, world, memory } = setup((events) => ({
        results: Array.from({ length: events.length + more }, () => ({ id: 'e', fate: 'stored' })),
      }));
      await records.insert(unsent(1, 2));
      await flush(world, memory);
      expect(phasesOf(records)).toEqual({ m1: 'unsent' });
      expect(problems).toEqual(['crm-unreachable']);
    },
  );

  it('Given a CRM that was away and is back, then the next failure waits as short as a first one', async () => {
    const { records, calls, clock, world, memory } = setup((events, call) => {
      if (call !== 6) throw new Error('away');
      return allStored(events);
    });
    await records.insert(unsent(1));
    const nextTry = async (): Promise<number> => {
      const before = clock.ms;
      const made = calls.length;
      for (; calls.length === made; clock.ms += 250) await flush(world, memory);
      return clock.ms - before;
    };
    const waits: number[] = [];
    for (let call = 1; call <= 6; call += 1) waits.push(await nextTry());
    expect(waits[4]).toBeGreaterThan(4_000);
    expect(phasesOf(records)).toEqual({ m1: 'done' });
    await records.insert(unsent(2));
    await flush(world, memory);
    expect(await nextTry()).toBeLessThan(1_500);
  });

  it('Given no CRM is set, then events wait', async () => {
    const { records, world, memory } = setup(() => undefined);
    await records.insert(unsent(1));
    await flush(world, memory);
    expect(phasesOf(records)).toEqual({ m1: 'unsent' });
  });

  it('Given more than a batch holds, then records are never split and batches stay small enough', async () => {
    const { records, calls, world, memory } = setup(allStored);
    for (let n = 1; n <= 30; n += 1) await records.insert(unsent(n, 15));
    await flush(world, memory);
    expect(calls.map((batch) => batch.length)).toEqual([195, 195, 60]);
  });

  it('Given records of much text, then a batch stays below 400 kB of UTF-8', async () => {
    const sizes: number[] = [];
    const { records, world, memory } = setup((events) => {
      sizes.push(Buffer.byteLength(JSON.stringify(events)));
      return allStored(events);
    });
    for (let n = 1; n <= 20; n += 1) {
      const record = unsent(n);
      const data = { text: 'ã'.repeat(20_000) };
      await records.insert({ ...record, events: [{ id: `e${n}`, data } as unknown as AcolheEvent] });
    }
    await flush(world, memory);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(400_100);
    expect(sizes).toHaveLength(3);
    expect(new Set(Object.values(phasesOf(records)))).toEqual(new Set(['done']));
  });

  const answering = (status: number): Error => Object.assign(new Error(`answered ${status}`), { status });

  it.each([413, 400])(
    'Given a record that the CRM answers with %d, then it is set aside and the others go on',
    async (status) => {
      const { records, problems, world, memory } = setup((events) => {
        if (events.some(({ id }) => id === 'e3.0')) throw answering(status);
        return allStored(events);
      });
      for (const n of [1, 2, 3, 4, 5]) await records.insert(unsent(n));
      await flush(world, memory);
      expect(phasesOf(records)).toEqual({ m1: 'done', m2: 'done', m3: 'refused', m4: 'done', m5: 'done' });
      expect(records.all().find(({ phase }) => phase === 'refused')?.reason).toBe(
        `the CRM answered ${status}`,
      );
      expect(problems).toEqual(['event-refused']);
      expect(memory.failures).toBe(0);
    },
  );

  it('Given a proxy that takes half a batch at most, then all goes, in order', async () => {
    const taken: string[] = [];
    const { records, world, memory } = setup((events) => {
      if (events.length > 3) throw answering(413);
      taken.push(...events.map(({ id }) => id));
      return allStored(events);
    });
    for (const n of [1, 2, 3, 4, 5]) await records.insert(unsent(n));
    await flush(world, memory);
    expect(taken).toEqual(['e1.0', 'e2.0', 'e3.0', 'e4.0', 'e5.0']);
    expect(new Set(Object.values(phasesOf(records)))).toEqual(new Set(['done']));
  });

  it('Given a batch on which the CRM fails, then the batches after it still go, and it is tried again soon', async () => {
    const { records, clock, world, memory } = setup((events) => {
      if (events.some(({ id }) => id.startsWith('e1.'))) throw answering(500);
      return allStored(events);
    });
    for (const n of [1, 2, 3]) await records.insert(unsent(n, 150));
    for (let round = 0; round < 15; round += 1) {
      await flush(world, memory);
      clock.ms += 1_000;
    }
    expect(phasesOf(records)).toEqual({ m1: 'unsent', m2: 'done', m3: 'done' });
  });

  it('Given a CRM that is away and many batches, then two of them find it out', async () => {
    const { records, calls, world, memory } = setup(() => {
      throw new Error('away');
    });
    for (const n of [1, 2, 3, 4]) await records.insert(unsent(n, 150));
    await flush(world, memory);
    expect(calls).toHaveLength(2);
  });

  it('Given no CRM is set, then what waits is not even read', async () => {
    const { records, calls, world, memory } = setup(allStored);
    await records.insert(unsent(1));
    world.configured = async () => false;
    world.records = { ...records, unsentBuckets: () => Promise.reject(new Error('read')) };
    await flush(world, memory);
    expect(calls).toEqual([]);
    expect(memory.failures).toBe(0);
  });

  it.each(['post', 'configured'] as const)(
    'Given that %s never comes back, then the flush ends and the next one may try',
    async (hanging) => {
      jest.useFakeTimers();
      const { records, problems, world, memory } = setup(allStored);
      world[hanging] = () => new Promise<never>(() => undefined);
      await records.insert(unsent(1));
      const flushed = flush(world, memory);
      await jest.advanceTimersByTimeAsync(30_000);
      await flushed;
      jest.useRealTimers();
      expect(problems).toEqual(['crm-unreachable']);
      expect(memory.sending).toBeUndefined();
    },
  );

  it('Given a record that arrives while one call is sending, then one more round takes it', async () => {
    const rounds: (() => void)[] = [];
    const { records, calls, world, memory } = setup(
      (events) => new Promise((resolve) => rounds.push(() => resolve(allStored(events)))),
    );
    await records.insert(unsent(1));
    const first = flush(world, memory);
    while (rounds.length === 0) await Promise.resolve();
    await records.insert(unsent(2));
    const second = flush(world, memory);
    rounds.shift()?.();
    while (rounds.length === 0) await Promise.resolve();
    rounds.shift()?.();
    await Promise.all([first, second]);
    expect(calls).toEqual([['e1.0'], ['e2.0']]);
  });
});

describe('back-off', () => {
  it.each([
    [1, 500, 1_000],
    [2, 1_000, 2_000],
    [5, 8_000, 16_000],
    [12, 10_000, 20_000],
    [50, 150_000, 300_000],
  ])('after %d failures waits between %d and %d ms', (failures, least, most) => {
    expect(backoffMs(failures, () => 0)).toBe(least);
    expect(backoffMs(failures, () => 1)).toBe(most);
  });
});

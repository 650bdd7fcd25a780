import type { AcolheEvent } from '../../../contract/event';
import { appNotes } from '../../../src/turn/app-notes';
import { latestNote, noteInstead, type Notes } from '../../../src/turn/notes';
import { flush, newOutboxMemory } from '../../../src/turn/outbox';
import type { NoticeKind } from '../../../src/turn/outbox-notices';
import {
  countOutbox,
  isKeptByRocketChat,
  newWatchMemory,
  resendRefused,
  watchOutbox,
  type WatchWorld,
} from '../../../src/turn/outbox-watch';
import type { TurnRecord } from '../../../src/turn/records';
import { memoryNotes } from '../../support/memory-notes';
import { memoryRecords, unsentOf } from '../../support/memory-records';
import { weakPersistence } from '../../support/weak-persistence';

const startMs = Date.UTC(2026, 0, 1);
type What = 'words' | 'button' | 'decision';
const events: Record<What, object[]> = {
  words: [{ type: 'acolhe.message.recorded.v1', data: { via: 'text' } }],
  button: [{ type: 'acolhe.message.recorded.v1', data: { via: 'button' } }],
  decision: [
    { type: 'acolhe.message.recorded.v1', data: { via: 'text' } },
    { type: 'acolhe.triage.decided.v1', data: {} },
  ],
};
let serial = 0;

function unsent(what: What, atMs: number): TurnRecord {
  const at = new Date(atMs).toISOString();
  const id = `${what}${(serial += 1)}`;
  const made = events[what].map(
    (event, part) => ({ ...event, id: `${id}/${part}` }) as unknown as AcolheEvent,
  );
  return {
    phase: 'unsent',
    input: { kind: 'bot-message', id, at, conversation: `room${serial}`, messageId: id, text: 'x' },
    receivedAt: at,
    claim: at,
    unsentAt: at,
    events: made,
  };
}

function setup(bound = 100) {
  const records = memoryRecords();
  const clock = { ms: startMs };
  const told: NoticeKind[] = [];
  const world: WatchWorld = {
    records,
    notes: memoryNotes(),
    watching: newWatchMemory(),
    now: () => new Date(clock.ms),
    nonce: () => String((serial += 1)),
    log: () => undefined,
    configured: async () => true,
    outboxBound: async () => bound,
    tellAdministrators: async (notice) => (told.push(notice), true),
  };
  const fill = async (what: What, count: number, atMs = clock.ms) => {
    for (let n = 0; n < count; n += 1) await records.insert(unsent(what, atMs + n));
  };
  return { records, clock, told, world, fill };
}

describe('the bounded outbox', () => {
  it('Given 80 % of the bound, then administrators are told once, and again after an hour', async () => {
    const { clock, told, world, fill } = setup();
    await fill('words', 80);
    for (let minute = 0; minute < 14; minute += 1, clock.ms += 60_000) await watchOutbox(world);
    expect(told).toEqual(['near']);
    clock.ms = startMs + 61 * 60_000;
    await watchOutbox(world);
    expect([...told].sort()).toEqual(['near', 'near', 'old']);
  });

  it('Given the bound is reached, then the oldest words are let go and counted, and nothing clinical', async () => {
    const { records, told, world, fill } = setup();
    await fill('decision', 40, startMs - 3_000_000);
    await fill('button', 10, startMs - 2_900_000);
    await fill('words', 60);
    await watchOutbox(world);
    const left = await unsentOf(records);
    expect(left.length).toBeLessThanOrEqual(95);
    expect(left.filter((record) => !isKeptByRocketChat(record))).toHaveLength(50);
    const words = left.filter(isKeptByRocketChat).map(({ input }) => input.at);
    expect(words.sort()[0]).toBe(new Date(startMs + 15).toISOString());
    expect(await world.notes.of('left')).toEqual([{ at: new Date(startMs).toISOString(), count: 15 }]);
    expect(told).toContain('near');
  });

  it('Given a bound reached by what only the app knows, then all of it stays and administrators are told', async () => {
    const { records, told, world, fill } = setup();
    await fill('decision', 120);
    await watchOutbox(world);
    expect(await unsentOf(records)).toHaveLength(120);
    expect(told).toEqual(['full']);
    expect(await world.notes.of('left')).toEqual([]);
  });

  it('Given trouble that is over, then administrators are told that too', async () => {
    const { records, clock, told, world, fill } = setup();
    await fill('decision', 90);
    await watchOutbox(world);
    for (const record of await unsentOf(records)) await records.remove('unsent', record.input);
    clock.ms += 60_000;
    await watchOutbox(world);
    expect(told).toEqual(['near', 'healthy']);
  });

  it('Given what waited for days is sent just after it was counted, then administrators hear of it at the next look', async () => {
    const { records, clock, told, world, fill } = setup();
    await fill('decision', 5, startMs - 5 * 24 * 3_600_000);
    await watchOutbox(world);
    expect(told).toEqual(['old']);
    world.watching.sentAtMs = clock.ms;
    // an empty part is forgotten only by the round after
    const parts = await records.unsentBuckets();
    records.unsentBuckets = async () => parts;
    for (const record of await unsentOf(records)) await records.remove('unsent', record.input);
    clock.ms += 60_000;
    await watchOutbox(world);
    expect(told).toEqual(['old', 'healthy']);
  });

  it('Given two processes that look at the same time, then one tells', async () => {
    const { records, told, world, fill } = setup();
    await fill('decision', 90);
    await Promise.all([1, 2].map(() => watchOutbox({ ...world, records, watching: newWatchMemory() })));
    expect(told).toEqual(['near']);
  });

  it('Given no CRM is set, then nobody is told', async () => {
    const { told, world, fill } = setup();
    world.configured = async () => false;
    await fill('decision', 150);
    await watchOutbox(world);
    expect(told).toEqual([]);
  });

  it('Given a channel that is not set yet, then it is told once it is', async () => {
    const { clock, told, world, fill } = setup();
    const { tellAdministrators } = world;
    await fill('decision', 90);
    world.tellAdministrators = async () => false;
    await watchOutbox(world);
    world.tellAdministrators = tellAdministrators;
    clock.ms += 60_000;
    await watchOutbox(world);
    expect(told).toEqual(['near']);
  });
});

describe('refused records', () => {
  it('Given they are sent again and taken, then they are done, and new ones are told of anew', async () => {
    const { records, clock, told, world } = setup();
    await records.insert({ ...unsent('decision', startMs), phase: 'refused', reason: 'unknown-tenant' });
    await watchOutbox(world);
    expect(await resendRefused(world)).toBe(1);
    expect(await records.inPhase('refused')).toEqual([]);
    await flush(
      {
        records,
        now: world.now,
        random: () => 0.5,
        configured: async () => true,
        post: async (sent) => ({ results: sent.map(({ id }) => ({ id, fate: 'stored' })) }),
        later: () => undefined,
        delivered: () => undefined,
        log: () => undefined,
      },
      newOutboxMemory(),
    );
    expect(records.all().map(({ phase, reason }) => [phase, reason])).toEqual([['done', undefined]]);
    await records.insert({ ...unsent('decision', startMs), phase: 'refused', reason: 'other' });
    clock.ms += 60_000;
    await watchOutbox(world);
    expect(told).toEqual(['refused', 'refused']);
  });
});

describe('counting', () => {
  it('Given parts to which nothing comes any more, then they are not read again for ten minutes', async () => {
    const { records, clock, world, fill } = setup();
    await fill('words', 3, startMs - 3 * 3_600_000);
    await fill('words', 2);
    const memory = newWatchMemory();
    const read: string[] = [];
    const counted = {
      ...world,
      records: { ...records, unsentIn: (bucket: string) => (read.push(bucket), records.unsentIn(bucket)) },
    };
    expect(await countOutbox(counted, memory)).toEqual({ length: 5, oldestMs: startMs - 3 * 3_600_000 });
    clock.ms += 60_000;
    expect((await countOutbox(counted, memory)).length).toBe(5);
    expect(read).toHaveLength(3);
    clock.ms += 10 * 60_000;
    await countOutbox(counted, memory);
    expect(read).toHaveLength(5);
  });
});

const noteShelves: [string, () => Notes][] = [
  ['memory', memoryNotes],
  [
    'Rocket.Chat persistence',
    () => {
      const { write, read } = weakPersistence();
      return appNotes(write, read);
    },
  ],
];

describe.each(noteShelves)('notes in %s', (_name, make) => {
  it('keep the latest of a kind, and several of another', async () => {
    const notes = make();
    await noteInstead(notes, 'delivered', { at: '2026-01-01T00:00:00.000Z' });
    await noteInstead(notes, 'delivered', { at: '2026-01-01T00:01:00.000Z' });
    await notes.add('left', { at: '2026-01-01T00:00:00.000Z', count: 2 });
    await notes.add('left', { at: '2026-01-01T00:02:00.000Z', count: 3 });
    expect(await notes.of('delivered')).toEqual([{ at: '2026-01-01T00:01:00.000Z' }]);
    expect(latestNote(await notes.of('left'))?.count).toBe(3);
    await notes.remove('left', '2026-01-01T00:02:00.000Z');
    expect(await notes.of('left')).toEqual([{ at: '2026-01-01T00:00:00.000Z', count: 2 }]);
  });
});

import * as fc from 'fast-check';
import type { Effect } from '../../../src/dialog/effect';
import type { Input } from '../../../src/dialog/input';
import { claiming, claimVoidAfterMs } from '../../../src/turn/claims';
import type { Records } from '../../../src/turn/records';
import { sweep } from '../../../src/turn/sweep';
import { takeTurn } from '../../../src/turn/turn';
import { conversation } from '../../support/conversation';
import { memoryRecords } from '../../support/memory-records';
import { appProcess, left, say, shared, startMs } from './turn-world';
import { runs } from '../../support/runs';

const [start, message] = conversation().start().says('tosse').inputs as [Input, Input];

/** The store as another process sees it: each call lands, and is answered, in an order of the scheduler's choice. */
function behind(scheduler: fc.Scheduler, records: Records): Records {
  const delayed = Object.entries(records).map(([name, call]) => [
    name,
    async (...given: never[]) => {
      await scheduler.schedule(Promise.resolve(), name);
      const result = await (call as (...args: never[]) => Promise<unknown>)(...given);
      await scheduler.schedule(Promise.resolve(), `${name} answered`);
      return result;
    },
  ]);
  return Object.fromEntries(delayed) as Records;
}

describe('a claim', () => {
  it('Given several processes in any interleaving, then never two of them are at the work', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 4 }), async (scheduler, processes) => {
        const records = memoryRecords();
        let working = 0;
        let n = 0;
        const one = (ms: number) =>
          claiming(
            {
              records: behind(scheduler, records),
              now: () => new Date(startMs + ms),
              nonce: () => String((n += 1)),
            },
            'room1',
            'work',
            async () => {
              working += 1;
              expect(working).toBe(1);
              await scheduler.schedule(Promise.resolve(), 'work');
              working -= 1;
            },
          );
        const all = Promise.all(Array.from({ length: processes }, (_, i) => one(i)));
        await scheduler.waitFor(all);
        expect(await records.claims('room1', 'work')).toEqual([]);
      }),
      runs(40),
    );
  });

  const claimAt = (ms: number) => ({
    conversation: 'room1',
    work: 'work',
    claim: `${new Date(ms).toISOString()}/x`,
  });
  it.each([
    ['of another piece of work', { ...claimAt(startMs), work: 'other' }, true],
    ['just made', claimAt(startMs), false],
    ['nearly a minute old', claimAt(startMs - claimVoidAfterMs + 1), false],
    ['a minute old', claimAt(startMs - claimVoidAfterMs), true],
  ])('Given one of another process %s, then the work is done: %#', async (_name, claim, done) => {
    const chat = shared();
    await chat.records.claim(claim);
    const work = jest.fn(async () => undefined);
    await claiming(appProcess(chat).world, 'room1', 'work', work);
    expect(work).toHaveBeenCalledTimes(done ? 1 : 0);
  });

  it('Given work that fails, then the next may have it at once', async () => {
    const { world } = appProcess(shared());
    const fails = claiming(world, 'room1', 'work', () => Promise.reject(new Error('no')));
    await expect(fails).rejects.toThrow('no');
    expect(await claiming(world, 'room1', 'work', async () => 'done')).toBe('done');
  });
});

describe('sweeps at the same time', () => {
  const effects: Effect[] = [{ kind: 'watch' }, say('um'), say('dois')];

  it.each<[string, (chat: ReturnType<typeof shared>) => Promise<void>, string[]]>([
    ['a kept record', ({ records }) => records.insert(left('kept', start, effects)), ['um', 'dois']],
    [
      'a reminder',
      async ({ records, clock }) => {
        await appProcess({ ...shared(), records, clock }).take(
          conversation().start().says('atendente').inputs,
        );
        const dueAt = new Date(startMs).toISOString();
        await records.remind({ conversation: 'room1', reminder: 'try-hand-over', dueAt });
      },
      [],
    ],
  ])(
    'Given %s and two processes in any interleaving, then it is performed once',
    async (_name, prepare, said) => {
      await fc.assert(
        fc.asyncProperty(fc.scheduler(), async (scheduler) => {
          const chat = shared();
          await prepare(chat);
          chat.clock.ms += 25_000;
          const apps = [1, 2].map(() => appProcess(chat, undefined, behind(scheduler, chat.records)));
          await scheduler.waitFor(Promise.all(apps.map(({ world }) => sweep(world))));
          // both may have given way to each other; then the next sweep has it
          chat.clock.ms += 20_000;
          await scheduler.waitFor(sweep(apps[0]!.world));
          const performed = apps.flatMap((app) => app.performed);
          expect(apps.flatMap((app) => app.said())).toEqual(said);
          expect(new Set(performed.map((effect) => JSON.stringify(effect))).size).toBe(performed.length);
          expect(performed.length).toBeGreaterThan(0);
        }),
        runs(20),
      );
    },
  );

  it('Given a received record and two processes in any interleaving, then it is answered once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const chat = shared();
        await appProcess(chat).take([start]);
        await chat.records.insert(left('received', message));
        chat.clock.ms += 25_000;
        const apps = [1, 2].map(() => appProcess(chat, undefined, behind(scheduler, chat.records)));
        await scheduler.waitFor(Promise.all(apps.map(({ world }) => sweep(world))));
        chat.clock.ms += 30_000;
        await scheduler.waitFor(sweep(apps[0]!.world));
        const said = apps.flatMap((app) => app.said());
        expect(said.at(-1)).toContain('anos');
        expect(new Set(said).size).toBe(said.length);
      }),
      runs(20),
    );
  });

  it('Given one input told to several processes in any interleaving, then it is answered once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 3 }), async (scheduler, processes) => {
        const chat = shared();
        await appProcess(chat).take([start]);
        const apps = Array.from({ length: processes }, () =>
          appProcess(chat, undefined, behind(scheduler, chat.records)),
        );
        await scheduler.waitFor(Promise.all(apps.map(({ world }) => takeTurn(world, message))));
        chat.clock.ms += 20_000;
        await scheduler.waitFor(sweep(apps[0]!.world));
        const said = apps.flatMap((app) => app.said());
        expect(said.at(-1)).toContain('anos');
        expect(new Set(said).size).toBe(said.length);
        expect(chat.records.all().map(({ phase }) => phase)).toEqual(['unsent', 'unsent']);
      }),
      runs(40),
    );
  });

  it('Given two in one process, then the second leaves all to the first, unless that one is stuck', async () => {
    const chat = shared();
    await chat.records.insert(left('kept', start, effects));
    chat.clock.ms += 20_000;
    const app = appProcess(chat);
    const { reminders } = chat.records;
    let reads = 0;
    chat.records.reminders = () => {
      reads += 1;
      return reminders();
    };
    await Promise.all([sweep(app.world), sweep(app.world)]);
    expect(reads).toBe(1);
    app.world.sweeping.runningSinceMs = chat.clock.ms - 299_999;
    await sweep(app.world);
    expect(reads).toBe(1);
    app.world.sweeping.runningSinceMs = chat.clock.ms - 300_000;
    await sweep(app.world);
    expect(reads).toBe(2);
    expect(app.said()).toEqual(['um', 'dois']);
    await chat.records.insert(left('kept', message, [say('três')]));
    await sweep(app.world);
    expect(app.said()).toEqual(['um', 'dois', 'três']);
  });
});

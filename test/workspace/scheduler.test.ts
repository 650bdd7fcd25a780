import { Scheduler, type Job } from '../../workspace/engine/scheduler';

describe('the scheduler', () => {
  let ran: Job[];
  let scheduler: Scheduler;
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-03-02T12:00:00Z') });
    ran = [];
    let last = 0;
    scheduler = new Scheduler({ clock: () => new Date(), id: () => `job-${++last}` }, async (job) => {
      ran.push(job);
    });
  });
  afterEach(() => {
    scheduler.stop();
    jest.useRealTimers();
  });
  const soon = () => new Date(Date.now() + 5000);

  it('runs a one-time job once, at its time, with its data', async () => {
    scheduler.scheduleOnce({ id: 'p_app', when: soon(), data: { a: 1 } }, 'app');
    await jest.advanceTimersByTimeAsync(4999);
    expect(ran).toHaveLength(0);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(ran.map(({ name, data }) => [name, data])).toEqual([['p_app', { a: 1 }]]);
  });

  it('keeps several one-time jobs of one processor, and cancels them by its name', async () => {
    scheduler.scheduleOnce({ id: 'p_app', when: soon() }, 'app');
    scheduler.scheduleOnce({ id: 'p_app', when: soon() }, 'app');
    scheduler.scheduleOnce({ id: 'q_app', when: soon() }, 'app');
    expect(scheduler.waiting('p')).toHaveLength(2);
    scheduler.cancelJob('p_app');
    await jest.advanceTimersByTimeAsync(6000);
    expect(ran.map(({ name }) => name)).toEqual(['q_app']);
  });

  it('runs a recurring job at once and then at its interval; registered by a second instance it is still one', async () => {
    const setting = { type: 'recurring' as const, interval: '20 seconds' };
    scheduler.registerProcessors([{ id: 'sweep_app', startupSetting: setting }], 'app');
    await jest.advanceTimersByTimeAsync(1);
    scheduler.registerProcessors([{ id: 'sweep_app', startupSetting: setting }], 'app');
    expect(ran).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(ran).toHaveLength(4);
  });

  it('skips the immediate run when asked', async () => {
    scheduler.scheduleRecurring({ id: 'p_app', interval: '1 minute', skipImmediate: true }, 'app');
    await jest.advanceTimersByTimeAsync(59_000);
    expect(ran).toHaveLength(0);
    await jest.advanceTimersByTimeAsync(1000);
    expect(ran).toHaveLength(1);
  });

  it('keeps one start-up job that runs once, however many instances register it', () => {
    const startupSetting = { type: 'onetime' as const, when: '1 hour' };
    for (let instance = 0; instance < 2; instance++) {
      scheduler.registerProcessors([{ id: 'p_app', startupSetting }], 'app');
    }
    expect(scheduler.waiting('p_app')).toHaveLength(1);
  });

  it('runs jobs by hand: a one-time job is then done, a recurring one goes on', async () => {
    scheduler.scheduleOnce({ id: 'once_app', when: soon() }, 'app');
    scheduler.scheduleRecurring({ id: 'again_app', interval: '1 hour', skipImmediate: true }, 'app');
    await scheduler.runNow('once');
    await scheduler.runNow('again');
    expect(ran.map(({ name }) => name)).toEqual(['once_app', 'again_app']);
    expect(scheduler.waiting().map(({ name }) => name)).toEqual(['again_app']);
  });

  it('waits longer than a timer can', async () => {
    const when = new Date(Date.now() + 40 * 86_400_000);
    scheduler.scheduleOnce({ id: 'p_app', when }, 'app');
    await jest.advanceTimersByTimeAsync(39 * 86_400_000);
    expect(ran).toHaveLength(0);
    await jest.advanceTimersByTimeAsync(86_400_000);
    expect(ran).toHaveLength(1);
  });

  it('forgets the jobs of one app, and everything when it stops', () => {
    scheduler.scheduleOnce({ id: 'p_a', when: soon() }, 'a');
    scheduler.scheduleOnce({ id: 'p_b', when: soon() }, 'b');
    scheduler.cancelAllJobs('a');
    expect(scheduler.waiting().map(({ appId }) => appId)).toEqual(['b']);
    scheduler.stop();
    expect(jest.getTimerCount()).toBe(0);
  });
});

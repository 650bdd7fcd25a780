import { nextAt, onceAt } from './job-times';

export interface Job {
  id: string;
  /** The processor's name, which holds the app's id: jobs are cancelled by it. */
  name: string;
  appId: string;
  kind: 'once' | 'recurring';
  interval?: string | number;
  data: object;
  at: Date;
}

export interface StartupProcessor {
  id: string;
  startupSetting?:
    | { type: 'onetime'; when: string | Date; data?: object }
    | { type: 'recurring'; interval: string; skipImmediate?: boolean; data?: object };
}

/** setTimeout overflows beyond this; a longer wait is taken in steps. */
const longestTimerMs = 2_000_000_000;

/**
 * The jobs of all apps, with real timers. As in Rocket.Chat a one-time job is new each time, a recurring one is one per
 * processor: registering it again, by another instance too, moves it. A job runs once, on one instance, and is not retried.
 */
export class Scheduler {
  private readonly jobs = new Map<string, Job>();
  private readonly timers = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly edge: { clock: () => Date; id: () => string },
    private readonly run: (job: Job) => Promise<void>,
  ) {}

  registerProcessors(processors: StartupProcessor[], appId: string): string[] {
    const started: string[] = [];
    for (const { id, startupSetting } of processors) {
      if (startupSetting?.type === 'recurring') {
        started.push(this.scheduleRecurring({ id, ...startupSetting }, appId));
      } else if (startupSetting !== undefined && !this.waiting(id).some((job) => job.kind === 'once')) {
        started.push(this.scheduleOnce({ id, ...startupSetting }, appId));
      }
    }
    return started;
  }

  scheduleOnce(given: { id: string; when: string | Date; data?: object }, appId: string): string {
    const at = onceAt(given.when, this.edge.clock());
    const job: Job = { id: this.edge.id(), name: given.id, appId, kind: 'once', data: given.data ?? {}, at };
    this.keep(job);
    return job.id;
  }

  scheduleRecurring(
    given: { id: string; interval: string | number; skipImmediate?: boolean; data?: object },
    appId: string,
  ): string {
    const now = this.edge.clock();
    const next = nextAt(given.interval, now);
    const before = this.waiting(given.id).find((job) => job.kind === 'recurring');
    const job: Job = {
      id: before?.id ?? this.edge.id(),
      name: given.id,
      appId,
      kind: 'recurring',
      interval: given.interval,
      data: given.data ?? {},
      at: given.skipImmediate === true || before !== undefined ? next : now,
    };
    this.keep(job);
    return job.id;
  }

  cancelJob(name: string): void {
    for (const job of this.waiting(name)) this.forget(job);
  }

  cancelAllJobs(appId: string): void {
    for (const job of [...this.jobs.values()]) if (job.appId === appId) this.forget(job);
  }

  /** Jobs that wait, of one processor (its full name, or as the app calls it) or of all, soonest first. */
  waiting(processorId?: string): Job[] {
    return [...this.jobs.values()]
      .filter(
        ({ name, appId }) =>
          processorId === undefined || name === processorId || name === `${processorId}_${appId}`,
      )
      .sort((a, b) => a.at.getTime() - b.at.getTime());
  }

  /** Runs every waiting job of this processor now, without waiting for its time. */
  async runNow(processorId: string): Promise<void> {
    for (const job of this.waiting(processorId)) await this.perform(job);
  }

  stop(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
    this.jobs.clear();
  }

  private keep(job: Job): void {
    clearTimeout(this.timers.get(job.id));
    this.jobs.set(job.id, job);
    const waitMs = Math.max(0, job.at.getTime() - this.edge.clock().getTime());
    const timer =
      waitMs > longestTimerMs
        ? setTimeout(() => this.keep(job), longestTimerMs)
        : setTimeout(() => void this.perform(job), waitMs);
    this.timers.set(job.id, timer);
  }

  private forget(job: Job): void {
    clearTimeout(this.timers.get(job.id));
    this.timers.delete(job.id);
    this.jobs.delete(job.id);
  }

  private async perform(job: Job): Promise<void> {
    if (job.interval === undefined) this.forget(job);
    else this.keep({ ...job, at: nextAt(job.interval, this.edge.clock()) });
    await this.run(job);
  }
}

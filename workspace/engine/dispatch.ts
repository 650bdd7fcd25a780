/** Which instance hears of what happens, and whether any is still busy with it. */
export class Dispatch<T> {
  private pinned: number | undefined;
  private next = 0;
  private readonly busy = new Set<Promise<unknown>>();

  constructor(private readonly instances: readonly T[]) {}

  pin(instance: number | undefined): void {
    if (instance !== undefined && this.instances[instance] === undefined)
      throw new Error(`no instance ${instance}`);
    this.pinned = instance;
  }

  /** The pinned instance, or each in turn. */
  pick(): T {
    const index = this.pinned ?? this.next++ % this.instances.length;
    return this.instances[index] as T;
  }

  /** Work that `idle` waits for; answers the same promise. */
  track<R>(work: Promise<R>): Promise<R> {
    const settled = work.then(
      () => undefined,
      () => undefined,
    );
    this.busy.add(settled);
    void settled.then(() => this.busy.delete(settled));
    return work;
  }

  /** Resolves when nothing is being handled, what the handling itself caused included. */
  async idle(): Promise<void> {
    while (this.busy.size > 0) await Promise.all(this.busy);
  }
}

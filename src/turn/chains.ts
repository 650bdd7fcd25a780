import { within } from './within';

/** Work that hangs holds up what comes after it for this long. */
const holdMs = 30_000;

/** Work in one process, one after another per key. Other processes are not held back: records make that safe. */
export class Chains {
  private readonly tails = new Map<string, Promise<unknown>>();

  public run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.tails.get(key) ?? Promise.resolve();
    const result = before.then(work, work);
    const tail = within(holdMs, result).catch(() => undefined);
    this.tails.set(key, tail);
    void tail.then(() => {
      if (this.tails.get(key) === tail) this.tails.delete(key);
    });
    return result;
  }
}

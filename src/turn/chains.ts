/** Work in one process, one after another per key. Other processes are not held back: records make that safe. */
export class Chains {
  private readonly tails = new Map<string, Promise<unknown>>();

  public run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.tails.get(key) ?? Promise.resolve();
    const result = before.then(work, work);
    const tail = result.catch(() => undefined);
    this.tails.set(key, tail);
    void tail.then(() => {
      if (this.tails.get(key) === tail) this.tails.delete(key);
    });
    return result;
  }
}

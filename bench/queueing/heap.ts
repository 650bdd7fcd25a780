/** A binary heap of moments: the earliest comes out first, of one moment the smaller number. */
export class Moments {
  private readonly times: number[] = [];
  private readonly what: number[] = [];

  public get nextMs(): number {
    return this.times[0] ?? Infinity;
  }

  public add(timeMs: number, what: number): void {
    this.times.push(timeMs);
    this.what.push(what);
    let at = this.times.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.earlier(at, parent)) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  /** @returns what was kept under the earliest moment; undefined of an empty heap */
  public take(): number | undefined {
    const first = this.what[0];
    const lastTime = this.times.pop();
    const last = this.what.pop();
    if (this.times.length === 0 || lastTime === undefined || last === undefined) return first;
    this.times[0] = lastTime;
    this.what[0] = last;
    for (let at = 0; ;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < this.times.length && this.earlier(child, least)) least = child;
      }
      if (least === at) return first;
      this.swap(at, least);
      at = least;
    }
  }

  private earlier(a: number, b: number): boolean {
    return (
      this.times[a]! < this.times[b]! || (this.times[a] === this.times[b] && this.what[a]! < this.what[b]!)
    );
  }

  private swap(a: number, b: number): void {
    [this.times[a], this.times[b]] = [this.times[b]!, this.times[a]!];
    [this.what[a], this.what[b]] = [this.what[b]!, this.what[a]!];
  }
}

/** What a command has started and must stop, in reverse order, whatever happens. */
export interface Stoppable {
  stop(): Promise<void>;
}

export class Owned {
  readonly #things: Stoppable[] = [];
  #stopping?: Promise<void>;

  get isStopping(): boolean {
    return this.#stopping !== undefined;
  }

  /** Takes charge of a thing; when all is being stopped already, it is stopped at once. */
  async own<T extends Stoppable>(thing: T): Promise<T> {
    if (this.#stopping) await thing.stop();
    else this.#things.push(thing);
    return thing;
  }

  /** Stops all, the last first; one that fails does not keep the others from stopping. */
  stopAll(): Promise<void> {
    this.#stopping ??= (async () => {
      for (const thing of this.#things.reverse()) await thing.stop().catch(() => undefined);
    })();
    return this.#stopping;
  }
}

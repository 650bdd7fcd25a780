/** What an app asks of the engine while it handles one thing that happened. */

export interface Call {
  /** Of the accessors: `persistence`, `createWithAssociations`. */
  path: readonly string[];
  args: readonly unknown[];
  /** Positions of the calls of the same handling that had been answered when this one was made. */
  after: readonly number[];
}

/** Calls by what happened, `message/visitor/2` being the second message of a conversation's visitor. */
export type Handlings = Readonly<Record<string, readonly Call[]>>;

/** A call as it is told: began and ended are places in the order of all beginnings and ends. */
export interface ToldCall {
  told: true;
  handling: string;
  room: string;
  message?: string;
  path: string[];
  args: string;
  began: number;
  ended: number;
}

/** Stand for what is another's in each conversation. */
export const standIns = { room: '<<room>>', message: '<<message>>' };

/** Names what happened: the same in each conversation in which the same is said. */
export class Handling {
  private readonly seen = new Map<string, number>();

  public of(kind: string, room: string): string {
    const count = (this.seen.get(`${room}/${kind}`) ?? 0) + 1;
    this.seen.set(`${room}/${kind}`, count);
    return `${kind}/${count}`;
  }
}

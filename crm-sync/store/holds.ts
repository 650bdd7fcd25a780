/**
 * Rows of new streams that one process works on from the moment it makes them. While it holds a row, more events of the
 * stream need no mark in the database: the process knows of them and reads them before it gives the row back; should it die,
 * the row is a claimed one whose lease runs out, and whoever takes it over reads them.
 */
import type { StreamDocument } from './documents';
import type { Tenant } from './tenant';

/** Trusted for less than a lease lasts, by a clock that nobody sets: who takes rows over may have a clock that is ahead. */
export const heldForMs = 7_000;
/** Held longer, the lease is renewed before the work begins. */
export const renewAfterMs = 3_000;

/** Whoever told of them asks soon; those nobody asks for are let go of. */
const mostElsewhere = 10_000;

interface Hold {
  /** When its lease was asked for, in milliseconds of `performance.now()`. */
  sinceMs: number;
  /** Events were stored after the stream was last begun. */
  told: boolean;
  begun: boolean;
}

export interface Holds {
  readonly token: string;
  /** What a row says that is made now. */
  lease(): Pick<StreamDocument, 'claimedBy' | 'dueAt'>;
  /** Rows were made with `lease`. @param sinceMs read before it was asked for */
  took(subjects: readonly string[], sinceMs: number): void;
  /** Events of this stream were stored. @returns whether it is held: they are sure to be read */
  told(subject: string): boolean;
  /** Hands streams to the process that begins them. @returns whether they are marked or held there */
  handOver(subjects: readonly string[]): Promise<boolean>;
  /** Another process was handed this stream a moment ago; asked once. */
  isElsewhere(subject: string): boolean;
  /** Their events are about to be read. @returns those held; which of them for long; which for the first time */
  begin(subjects: readonly string[]): { held: string[]; old: string[]; first: Set<string> };
  /** They were read. @returns those told of since `begin`, which stay held; the others are not held any more */
  end(subjects: readonly string[]): Set<string>;
  /** Not held any more. @returns those that were */
  drop(subjects: readonly string[]): string[];
  /** All that are held. */
  subjects(): string[];
}

/** @param wake there is something to read of these streams */
export function createHolds(
  token: string,
  {
    lease,
    wake,
    hand = () => Promise.resolve(false),
  }: {
    lease: () => Date;
    wake: (subjects: readonly string[]) => void;
    /** Hands streams to the process that begins them. @returns false: this one, or it does not answer */
    hand?: (subjects: readonly string[]) => Promise<boolean>;
  },
): Holds {
  const holds = new Map<string, Hold>();
  const elsewhere = new Set<string>();

  function told(subject: string): boolean {
    const hold = holds.get(subject);
    if (!hold || performance.now() - hold.sinceMs > heldForMs) return false;
    hold.told = true;
    wake([subject]);
    return true;
  }

  return {
    token,
    lease: () => ({ claimedBy: token, dueAt: lease() }),
    took(subjects, sinceMs) {
      for (const subject of subjects) holds.set(subject, { sinceMs, told: false, begun: false });
      wake(subjects);
    },
    told,
    async handOver(subjects) {
      if (!(await hand(subjects))) return false;
      if (elsewhere.size + subjects.length > mostElsewhere) elsewhere.clear();
      for (const subject of subjects) elsewhere.add(subject);
      return true;
    },
    isElsewhere: (subject) => elsewhere.delete(subject),
    begin(subjects) {
      const held = subjects.filter((subject) => holds.has(subject));
      const nowMs = performance.now();
      const old = held.filter((subject) => nowMs - holds.get(subject)!.sinceMs > renewAfterMs);
      const first = new Set(held.filter((subject) => !holds.get(subject)!.begun));
      for (const subject of held) Object.assign(holds.get(subject)!, { told: false, begun: true });
      // The caller renews them at once.
      for (const subject of old) holds.get(subject)!.sinceMs = nowMs;
      return { held, old, first };
    },
    end(subjects) {
      const again = new Set(subjects.filter((subject) => holds.get(subject)?.told));
      for (const subject of subjects) if (!again.has(subject)) holds.delete(subject);
      return again;
    },
    drop: (subjects) => subjects.filter((subject) => holds.delete(subject)),
    subjects: () => [...holds.keys()],
  };
}

const registered = new WeakMap<Tenant['streams'], Holds>();

/** From now on new rows are made held. @returns a function that ends this */
export function holdNewStreams({ streams }: Tenant, holds: Holds): () => void {
  registered.set(streams, holds);
  return () => {
    if (registered.get(streams) === holds) registered.delete(streams);
  };
}

export function holdsOf({ streams }: Tenant): Holds | undefined {
  return registered.get(streams);
}

/** Seals and opens personal text with its owner's data key: one per conversation, per patient and per source of facts. */
import type { Sealed } from './documents';
import type { FoundKey, KeyShelf } from './key-shelf';
import { open, seal, SealingError, type RandomBytes, type SealingKey } from './sealing';

export type KeyOwner =
  | `conversation/${string}`
  | `patient/${string}`
  | `source/${string}`
  | `staff/${string}`
  | `investigation/${string}`
  | `report/${string}`
  | `agenda/${string}`
  | `professional/${string}`;

/** Where a sealed text stands; it opens nowhere else. */
export interface SealedPlace {
  /** Whose data key: the conversation's for its events and messages, the patient's for their record. */
  owner: KeyOwner;
  collection: string;
  /** `_id` of the document. */
  id: string;
  field: string;
}

/** `destroyed`: it was erased and never comes back. `none`: it was never made. `unreadable`: using it throws. */
export type KeyState = 'ready' | 'destroyed' | 'none' | 'unreadable';

export interface Sealing {
  /** @throws SealingError `destroyed` when the owner was erased */
  seal(place: SealedPlace, text: string): Promise<Sealed>;
  /** @throws SealingError when the key is gone or the text was not sealed for this place */
  open(place: SealedPlace, sealed: Sealed): Promise<string>;
  /**
   * Has the keys of many owners at hand with few reads, so that sealing and opening ask nobody afterwards.
   * @param make makes those that are missing
   */
  prepare(owners: Iterable<KeyOwner>, make: boolean): Promise<ReadonlyMap<KeyOwner, KeyState>>;
  /** Drops keys from this process's memory: they were destroyed. */
  forget(owners: Iterable<KeyOwner>): void;
}

/** A destroyed key is forgotten by every process within this time. */
export const keyCachedForMs = 60_000;
const cachedKeys = 10_000;

export interface SealingOptions {
  tenant: string;
  shelf: KeyShelf;
  randomBytes: RandomBytes;
  nowMs: () => number;
}

type Held = SealingKey | 'destroyed';

export function createSealing({ tenant, shelf, randomBytes, nowMs }: SealingOptions): Sealing {
  const cache = new Map<string, { held: Held; untilMs: number }>();
  const pending = new Map<string, Promise<Held | undefined>>();
  /** Owners whose keys some `prepare` is fetching: others who want them wait for it, not for the database. */
  const preparing = new Map<string, Promise<unknown>>();
  const binding = (place: SealedPlace): string[] => [tenant, place.collection, place.id, place.field];

  function remember(owner: string, held: Held): Held {
    cache.delete(owner);
    if (cache.size >= cachedKeys) cache.delete(cache.keys().next().value!);
    cache.set(owner, { held, untilMs: nowMs() + keyCachedForMs });
    return held;
  }

  function cached(owner: string): Held | undefined {
    const there = cache.get(owner);
    return there && there.untilMs > nowMs() ? there.held : undefined;
  }

  const stateOf = (held: Held): KeyState => (held === 'destroyed' ? 'destroyed' : 'ready');

  async function found(owner: string, make: boolean): Promise<Held | undefined> {
    try {
      return (await shelf.stored(owner)) ?? (make ? await shelf.made(owner) : undefined);
    } catch (error) {
      if (error instanceof SealingError && error.code === 'destroyed') return 'destroyed';
      throw error;
    }
  }

  async function keyOf(owner: string, make: boolean): Promise<SealingKey> {
    const held = cached(owner) ?? (await once(`${make} ${owner}`, () => found(owner, make)));
    if (!held) throw new SealingError('unknown-key');
    remember(owner, held);
    if (held === 'destroyed') throw new SealingError('destroyed');
    return held;
  }

  function once(name: string, work: () => Promise<Held | undefined>): Promise<Held | undefined> {
    const running = pending.get(name) ?? work().finally(() => pending.delete(name));
    pending.set(name, running);
    return running;
  }

  async function fetchAll(owners: readonly KeyOwner[], make: boolean): Promise<Map<KeyOwner, KeyState>> {
    const stored = await shelf.storedAll(owners);
    const missing = owners.filter((owner) => !stored.has(owner));
    const made = make ? await shelf.madeAll(missing) : new Map<string, FoundKey>();
    return new Map(
      owners.map((owner): [KeyOwner, KeyState] => {
        const held = stored.get(owner) ?? made.get(owner);
        if (held === undefined) return [owner, 'none'];
        return [owner, held === 'unreadable' ? held : stateOf(remember(owner, held))];
      }),
    );
  }

  return {
    async seal(place, text) {
      return seal(await keyOf(place.owner, true), binding(place), Buffer.from(text, 'utf8'), randomBytes);
    },
    async open(place, sealed) {
      return open([await keyOf(place.owner, false)], binding(place), sealed).toString('utf8');
    },
    async prepare(owners, make) {
      const states = new Map<KeyOwner, KeyState>();
      const wanted = [...new Set(owners)];
      await Promise.allSettled(wanted.flatMap((owner) => preparing.get(owner) ?? []));
      const absent: KeyOwner[] = [];
      for (const owner of wanted) {
        const held = cached(owner);
        if (held) states.set(owner, stateOf(held));
        else absent.push(owner);
      }
      if (absent.length === 0) return states;
      const fetched = fetchAll(absent, make);
      for (const owner of absent) preparing.set(owner, fetched);
      try {
        for (const [owner, state] of await fetched) states.set(owner, state);
      } finally {
        for (const owner of absent) if (preparing.get(owner) === fetched) preparing.delete(owner);
      }
      return states;
    },
    forget(owners) {
      for (const owner of owners) cache.delete(owner);
    },
  };
}

/** Seals and opens personal text with its owner's data key: one key per conversation and one per patient record. */
import type { Sealed } from './documents';
import type { KeyShelf } from './key-shelf';
import { open, seal, SealingError, type RandomBytes, type SealingKey } from './sealing';

/** Where a sealed text stands; it opens nowhere else. */
export interface SealedPlace {
  /** Whose data key: `conversation/<id>` for events and messages, `patient/<id>` for the patient record, `staff/<staff id>`. */
  owner: `conversation/${string}` | `patient/${string}` | `staff/${string}`;
  collection: string;
  /** `_id` of the document. */
  id: string;
  field: string;
}

export interface Sealing {
  seal(place: SealedPlace, text: string): Promise<Sealed>;
  /** @throws SealingError when the key is gone or the text was not sealed for this place */
  open(place: SealedPlace, sealed: Sealed): Promise<string>;
}

/** A destroyed key is forgotten by every process within this time. */
const cachedForMs = 60_000;
const cachedKeys = 2_000;

export interface SealingOptions {
  tenant: string;
  shelf: KeyShelf;
  randomBytes: RandomBytes;
  nowMs: () => number;
}

export function createSealing({ tenant, shelf, randomBytes, nowMs }: SealingOptions): Sealing {
  const cache = new Map<string, { key: SealingKey; untilMs: number }>();
  const pending = new Map<string, Promise<SealingKey | undefined>>();
  const binding = (place: SealedPlace): string[] => [tenant, place.collection, place.id, place.field];

  function remember(owner: string, key: SealingKey): SealingKey {
    if (cache.size >= cachedKeys) cache.delete(cache.keys().next().value!);
    cache.set(owner, { key, untilMs: nowMs() + cachedForMs });
    return key;
  }

  async function keyOf(owner: string, make: boolean): Promise<SealingKey> {
    const cached = cache.get(owner);
    if (cached && cached.untilMs > nowMs()) return cached.key;
    const key = await once(
      `${make} ${owner}`,
      async () => (await shelf.stored(owner)) ?? (make ? shelf.made(owner) : undefined),
    );
    if (!key) throw new SealingError('unknown-key');
    return remember(owner, key);
  }

  function once(name: string, work: () => Promise<SealingKey | undefined>): Promise<SealingKey | undefined> {
    const running = pending.get(name) ?? work().finally(() => pending.delete(name));
    pending.set(name, running);
    return running;
  }

  return {
    async seal(place, text) {
      return seal(await keyOf(place.owner, true), binding(place), Buffer.from(text, 'utf8'), randomBytes);
    },
    async open(place, sealed) {
      return open([await keyOf(place.owner, false)], binding(place), sealed).toString('utf8');
    },
  };
}

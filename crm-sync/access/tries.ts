/** Counts tries at a door across all processes: each is written down before what was typed is looked at. */
import { createHash } from 'crypto';
import { counted, forgottenAt, takenBack, waitMs, type DelayPolicy, type Tries } from './delay';
import type { AttemptShelf } from './shelves';

/** Where tries are counted. The value is hashed: neither e-mail nor address is kept. */
export interface Door {
  key: string;
  policy: DelayPolicy;
}

export function doorOf(kind: 'account' | 'address' | 'factor', value: string, policy: DelayPolicy): Door {
  return { key: `${kind}:${createHash('sha256').update(value).digest('base64url')}`, policy };
}

/** Who loses this often against others at the same door is one of very many at once. */
const mostRounds = 40;

async function change(
  shelf: AttemptShelf,
  door: Door,
  next: (tries: Tries | undefined) => Tries | undefined,
): Promise<boolean> {
  for (let round = 0; round < mostRounds; round += 1) {
    const row = await shelf.find(door.key);
    const tries = next(row?.tries);
    if (!tries) return false;
    if (await shelf.save(door.key, row?.revision, tries, forgottenAt(tries, door.policy))) return true;
  }
  return false;
}

/**
 * Asks to try. Of many who ask at the same moment only as many get through as one after another would.
 * @returns 0 = allowed and counted; else how long to wait, in milliseconds
 */
export async function claimTry(shelf: AttemptShelf, door: Door, now: Date): Promise<number> {
  let wait = 0;
  const claimed = await change(shelf, door, (tries) => {
    wait = waitMs(tries, now);
    return wait > 0 ? undefined : counted(tries, now, door.policy);
  });
  return claimed ? 0 : Math.max(wait, 1_000);
}

/** The try was right, but others at this door may not be. */
export async function takeBackTry(shelf: AttemptShelf, door: Door): Promise<void> {
  await change(shelf, door, (tries) => tries && takenBack(tries, door.policy));
}

/** How long the door stays shut from now on, in milliseconds. */
export async function waitAt(shelf: AttemptShelf, door: Door, now: Date): Promise<number> {
  return waitMs((await shelf.find(door.key))?.tries, now);
}

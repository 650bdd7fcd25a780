/** Work that several processes may find at the same time is done by one of them. */
import type { Claim } from './records';
import { pause } from './within';
import type { TurnWorld } from './world';

/** A claim this old has no living process. */
export const claimVoidAfterMs = 60_000;
/** How often, and how far apart, the smallest claim looks whether the others have given way. */
const looks = 10;
const lookAgainAfterMs = 25;

/**
 * Does the work unless another process has it. A process works only once it has seen no other claim beside its own, so
 * never two do; of several at the same moment the smallest claim stays and the others withdraw theirs.
 * @param work names it within the conversation
 * @returns what the work gave, or undefined when it was left to another process
 */
export async function claiming<T>(
  world: Pick<TurnWorld, 'records' | 'now' | 'nonce'>,
  conversation: string,
  work: string,
  act: () => Promise<T>,
): Promise<T | undefined> {
  const { records, now, nonce } = world;
  const others = async (): Promise<Claim[]> =>
    (await records.claims(conversation, work)).filter(
      ({ claim }) => claim !== mine.claim && now().getTime() - madeAtMs(claim) < claimVoidAfterMs,
    );
  const mine: Claim = { conversation, work, claim: `${now().toISOString()}/${nonce()}` };
  if ((await others()).length > 0) return undefined;
  await records.claim(mine);
  try {
    for (let look = 0; look < looks; look += 1) {
      const rivals = await others();
      if (rivals.length === 0) return await act();
      if (rivals.some(({ claim }) => claim < mine.claim)) return undefined;
      await pause(lookAgainAfterMs);
    }
    return undefined;
  } finally {
    // one that stays behind is void in a minute
    await records.unclaim(mine).catch(() => undefined);
  }
}

const madeAtMs = (claim: string): number => Date.parse(claim.slice(0, claim.indexOf('/')));

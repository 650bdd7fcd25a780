/** Performing what was kept: each effect once where that can be known, none for ever, and none holding up the others. */
import { type Effect, rungOf } from '../dialog/effect';
import type { Input } from '../dialog/input';
import { claiming } from './claims';
import { latestCopies, move, recordKey, type TurnRecord } from './records';
import { whereOf } from './where-of';
import { within } from './within';
import type { TurnWorld } from './world';

/** An effect that takes longer has failed. What it may yet do is looked for before it is done again. */
export const effectTimeoutMs = 10_000;
/** Effects that fail are tried again by the sweep for this long; then the record goes on without them. */
const giveUpAfterMs = 10 * 60_000;
/**
 * Nothing is begun later than this, so that all has ended before another process may take over: after 20 s from a
 * process that kept the record, after 60 s from one that claimed it.
 */
const beginWithinMs = { kept: 10_000, claimed: 45_000 };

/** Keeps an input as received, before anything else is done with it. */
export async function receive(world: TurnWorld, input: Input): Promise<TurnRecord> {
  const receivedAt = world.now().toISOString();
  const claim = `${receivedAt}/${world.nonce()}`;
  const record: TurnRecord = { phase: 'received', input, receivedAt, claim };
  await world.records.insert(record);
  return record;
}

/** Performs a record that this process has just kept. @returns the answers of its effects, received */
export function finish(world: TurnWorld, kept: TurnRecord): Promise<TurnRecord[]> {
  return world.chains.run(`finish/${recordKey(kept.input)}`, () =>
    performLeft(world, kept, new Set(), keptAtMs(kept) + beginWithinMs.kept),
  );
}

/** Performs what is left of a record that a dead process kept or that failed, unless another process is at it. */
export async function finishAgain(world: TurnWorld, { input }: TurnRecord): Promise<TurnRecord[]> {
  const { records } = world;
  const again = async (): Promise<TurnRecord[]> => {
    const copies = await records.ofConversation(input.conversation);
    const same = copies.filter((copy) => copy.input.id === input.id);
    const [latest] = latestCopies(same);
    if (latest?.phase === 'kept') {
      const performed = new Set(await records.performed(input));
      return performLeft(world, latest, performed, world.now().getTime() + beginWithinMs.claimed);
    }
    // it died between the two halves of a move
    if (latest && same.some((copy) => copy.phase === 'kept')) await records.remove('kept', input);
    return [];
  };
  const answers = await world.chains.run(`finish/${recordKey(input)}`, () =>
    claiming(world, input.conversation, `finish/${input.id}`, again),
  );
  return answers ?? [];
}

const keptAtMs = (kept: TurnRecord): number => Date.parse(kept.keptAt ?? kept.receivedAt);

const inRoom: ReadonlySet<Effect['kind']> = new Set([
  ...(['say', 'transfer', 'alert-agent', 'close'] as const),
  ...(['tell-agent', 'forward', 'write-as', 'close-as'] as const),
]);

const asksCrm: ReadonlySet<Effect['kind']> = new Set([
  ...(['ask-who', 'ask-wait', 'ask-slots', 'ask-appointment'] as const),
]);

/** @param settled effects, by index, that are done with; the others are tried and added */
async function performLeft(
  world: TurnWorld,
  kept: TurnRecord,
  settled: Set<number>,
  beginBeforeMs: number,
): Promise<TurnRecord[]> {
  const effects = kept.effects ?? [];
  const answers: TurnRecord[] = [];
  let marked = settled.size > 0;
  /** The answer is on disk before its effect counts as done, and the effect before the next one begins. */
  const settle = async (index: number, answer: Input | undefined): Promise<void> => {
    if (answer) answers.push(await receive(world, answer));
    settled.add(index);
    if (settled.size === effects.length) return;
    marked = true;
    await world.records.markPerformed(kept.input, index);
  };
  const attempt = async (effect: Effect, index: number): Promise<void> => {
    try {
      await settle(index, await within(effectTimeoutMs, world.perform(effect, kept)));
    } catch (error) {
      world.log({ code: `effect-failed/${effect.kind}`, detail: whereOf(error) });
      if (world.now().getTime() - keptAtMs(kept) <= giveUpAfterMs) return;
      await settle(index, insteadOf(effect, kept, world.now()));
    }
  };
  const performAll = async (chosen: (effect: Effect) => boolean): Promise<void> => {
    for (const [index, effect] of effects.entries()) {
      if (!chosen(effect) || settled.has(index) || world.now().getTime() > beginBeforeMs) continue;
      // one failed effect must not silence those after it
      await attempt(effect, index).catch((error: Error) =>
        world.log({ code: 'effect-unmarked', detail: whereOf(error) }),
      );
    }
  };
  // only what is seen in the room keeps its order. The rest runs outside the chain: a server may await the hooks that a
  // transfer fires, and they must not wait for that transfer; and a question to the CRM may take 2 s
  await performAll(({ kind }) => !asksCrm.has(kind) && !inRoom.has(kind));
  if (effects.some(({ kind }) => inRoom.has(kind)))
    await world.chains.run(`perform/${kept.input.conversation}`, () =>
      performAll(({ kind }) => inRoom.has(kind)),
    );
  await performAll(({ kind }) => asksCrm.has(kind));

  if (settled.size === effects.length) {
    if (kept.events?.length)
      await move(world.records, kept, 'unsent', { unsentAt: world.now().toISOString() });
    else await move(world.records, kept, 'done');
    if (marked) await world.records.forgetPerformed(kept.input);
    if (kept.events?.length) world.eventsWaiting();
  }
  return answers;
}

/** What an effect that is given up is answered with: a transfer counts as refused, so that the dialog tries elsewhere. */
function insteadOf(effect: Effect, kept: TurnRecord, now: Date): Input | undefined {
  if (effect.kind !== 'transfer') return undefined;
  const { conversation, id } = kept.input;
  return {
    kind: 'transfer-answered',
    id: `moved/${id}`,
    at: now.toISOString(),
    conversation,
    to: effect.to,
    department: effect.to,
    result: 'refused',
    agentsOnline: false,
    rung: rungOf(effect),
  };
}

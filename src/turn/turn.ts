/**
 * A turn: append → fold → step → keep → perform. The input is on disk before anything is done with it; what `step`
 * gave is on disk before it is performed; a process that dies in between leaves work that the sweep finishes.
 */
import type { Effect } from '../dialog/effect';
import { compareInputs, type Input } from '../dialog/input';
import type { Knowledge } from '../dialog/knowledge';
import { fold, step } from '../dialog/step';
import { currentQuestion } from '../dialog/current-question';
import type { Chains } from './chains';
import { latestCopies, move, type Records, type TurnRecord } from './records';

/** What a turn needs of the world. */
export interface TurnWorld {
  records: Records;
  knowledge: Knowledge;
  chains: Chains;
  now: () => Date;
  /** A text unlike any given before, by any process. */
  nonce: () => string;
  /** Performs one effect; an effect that is answered gives the answer as an input. */
  perform: (effect: Effect, record: TurnRecord) => Promise<Input | undefined>;
  /** Told when there are new events to send. Must not throw. */
  eventsWaiting: () => void;
  log: (problem: { code: string; detail: string }) => void;
}

const settled: ReadonlySet<TurnRecord['phase']> = new Set(['kept', 'unsent', 'done', 'refused']);

/**
 * Handles one input to the end of its effects. An input that was handled before does nothing.
 * @returns the kept record, or undefined for a repetition
 */
export async function takeTurn(world: TurnWorld, input: Input): Promise<TurnRecord | undefined> {
  const kept = await world.chains.run(`decide/${input.conversation}`, () => append(world, input));
  if (kept) await finish(world, kept);
  return kept;
}

/** As `takeTurn`, for an input whose record a dead process left behind. */
export async function resumeTurn(world: TurnWorld, received: TurnRecord): Promise<void> {
  const { conversation } = received.input;
  const kept = await world.chains.run(`decide/${conversation}`, async () => decide(world, received, true));
  if (kept) await finish(world, kept);
}

async function append(world: TurnWorld, input: Input): Promise<TurnRecord | undefined> {
  const receivedAt = world.now().toISOString();
  const record: TurnRecord = {
    phase: 'received',
    input,
    receivedAt,
    claim: `${receivedAt}/${world.nonce()}`,
  };
  await world.records.insert(record);
  return decide(world, record, false);
}

/** @param resumed the process that received it is gone: no other copy is being handled */
async function decide(
  world: TurnWorld,
  record: TurnRecord,
  resumed: boolean,
): Promise<TurnRecord | undefined> {
  const { input } = record;
  const copies = await world.records.ofConversation(input.conversation);
  const sameInput = copies.filter((copy) => copy.input.id === input.id);
  // another process has handled it, or received it a moment before and is handling it now
  const handled = sameInput.some((copy) => settled.has(copy.phase));
  const overtaken = sameInput.some((copy) => copy.phase === 'received' && copy.claim < record.claim);
  if (handled || (overtaken && !resumed)) {
    await world.records.withdraw(record);
    return undefined;
  }
  const inputs = latestCopies(copies).map((copy) => copy.input);
  const before = fold(
    inputs.filter((other) => compareInputs(other, input) < 0),
    world.knowledge,
  );
  const { effects, events } = step(before, input, world.knowledge);
  // a message that was overtaken: what it did is said, then the question that stands now is asked again
  const after = inputs.filter((other) => compareInputs(other, input) > 0);
  if (
    effects.some((effect) => effect.kind === 'say') &&
    after.some((other) => other.kind === 'patient-message')
  ) {
    const question = currentQuestion(fold(inputs, world.knowledge), world.knowledge);
    if (question) effects.push(question);
  }
  return move(world.records, record, 'kept', { effects, events, keptAt: world.now().toISOString() });
}

/** Effects that fail are tried again by the sweep for this long; then the record goes on without them. */
const giveUpAfterMs = 10 * 60_000;

const bookkeeping: ReadonlySet<Effect['kind']> = new Set(['remind', 'forget-reminders', 'watch', 'unwatch']);

/** Performs a kept record's effects in order, and hands its events to the outbox. */
export async function finish(world: TurnWorld, kept: TurnRecord): Promise<void> {
  const { conversation } = kept.input;
  const answers: Input[] = [];
  let failed = false;
  const performAll = async (effects: readonly Effect[]): Promise<void> => {
    for (const effect of effects) {
      try {
        const answer = await world.perform(effect, kept);
        if (answer) answers.push(answer);
      } catch (error) {
        // one failed effect must not silence those after it
        failed = true;
        world.log({ code: `effect-failed/${effect.kind}`, detail: (error as Error).message });
      }
    }
  };
  const effects = kept.effects ?? [];
  // only what is seen in the room keeps its order. The rest runs outside the chain: a server may await the hooks that a
  // transfer fires, and they must not wait for that transfer; and a question to the CRM may take 2 s
  await performAll(effects.filter((effect) => bookkeeping.has(effect.kind)));
  const seen = effects.filter((effect) => !bookkeeping.has(effect.kind) && effect.kind !== 'ask-who');
  if (seen.length) await world.chains.run(`perform/${conversation}`, () => performAll(seen));
  await performAll(effects.filter((effect) => effect.kind === 'ask-who'));

  const age = world.now().getTime() - Date.parse(kept.keptAt ?? kept.receivedAt);
  if (!failed || age > giveUpAfterMs) {
    await move(world.records, kept, kept.events?.length ? 'unsent' : 'done');
    if (kept.events?.length) world.eventsWaiting();
  }
  for (const answer of answers) await takeTurn(world, answer);
}

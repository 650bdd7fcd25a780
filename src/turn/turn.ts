/**
 * A turn: append → fold → step → keep → perform. The input is on disk before anything is done with it; what `step`
 * gave is on disk before it is performed; a process that dies in between leaves work that the sweep finishes.
 */
import { currentQuestion } from '../dialog/current-question';
import type { Effect } from '../dialog/effect';
import type { Knowledge } from '../dialog/knowledge';
import { compareInputs, type Input } from '../dialog/input';
import type { State } from '../dialog/state';
import { fallbackStep, fold, step, type Step } from '../dialog/step';
import { claiming } from './claims';
import { finish, finishAgain, receive } from './finish';
import { namedBy } from './knowledge-shelf';
import { latestCopies, move, type TurnRecord } from './records';
import { whereOf } from './where-of';
import { pause } from './within';
import type { TurnWorld } from './world';

const settled: ReadonlySet<TurnRecord['phase']> = new Set(['kept', 'unsent', 'done', 'refused']);

/**
 * Handles one input to the end of its effects. An input that was handled before does nothing.
 * @returns the kept record, or undefined for a repetition
 */
export async function takeTurn(world: TurnWorld, input: Input): Promise<TurnRecord | undefined> {
  const { kept, finished } = await beginTurn(world, input);
  await finished;
  return kept;
}

/** As `takeTurn`, but waits only until it is decided: what comes after may be decided then. */
export async function beginTurn(
  world: TurnWorld,
  input: Input,
): Promise<{ kept: TurnRecord | undefined; finished: Promise<void> }> {
  const kept = await world.chains.run(`decide/${input.conversation}`, async () =>
    decide(world, await receive(world, input), false),
  );
  const perform = async (): Promise<void> => {
    if (kept) await takeAnswers(world, await finish(world, kept));
  };
  return { kept, finished: perform() };
}

/** As `takeTurn`, for an input whose record a dead process left behind as received. */
export async function resumeReceived(world: TurnWorld, received: TurnRecord): Promise<void> {
  const { conversation, id } = received.input;
  const kept = await world.chains.run(`decide/${conversation}`, () =>
    claiming(world, conversation, `decide/${id}`, () => decide(world, received, true)),
  );
  if (kept) await takeAnswers(world, await finish(world, kept));
}

/** As `takeTurn`, for an input whose record a dead process left behind as kept, or whose effects failed. */
export async function resumeKept(world: TurnWorld, kept: TurnRecord): Promise<void> {
  await takeAnswers(world, await finishAgain(world, kept));
}

async function takeAnswers(world: TurnWorld, answers: readonly TurnRecord[]): Promise<void> {
  for (const answer of answers) {
    const kept = await world.chains.run(`decide/${answer.input.conversation}`, () =>
      decide(world, answer, false),
    );
    if (kept) await takeAnswers(world, await finish(world, kept));
  }
}

/** @param resumed the process that received it is gone: no other copy is being handled */
async function decide(
  world: TurnWorld,
  record: TurnRecord,
  resumed: boolean,
): Promise<TurnRecord | undefined> {
  const { input } = record;
  const copies = await copiesToGoOnWith(world, record, resumed);
  if (!copies) return undefined;
  const inputs = latestCopies(copies).map((copy) => copy.input);
  const knowledge = await knowledgeOf(world, inputs);
  // a late message is heard in the state that is; any other means what it meant at its time
  const late = input.kind === 'patient-message' && input.late;
  const earlier = inputs.filter((other) => (late ? other.id !== input.id : compareInputs(other, input) < 0));
  const before = world.folds.fold(input.conversation, earlier, knowledge);
  const led = { ...world, knowledge };
  const { effects, events, state, isKnown } = safeStep(led, before, input);
  if (isKnown && !late) world.folds.add(input.conversation, input, state);
  const question = questionAgain(led, inputs, input, effects);
  if (question) effects.push(question);
  return move(world.records, record, 'kept', { effects, events, keptAt: world.now().toISOString() });
}

type KnowledgeWorld = Pick<TurnWorld, 'knowledge' | 'knowledgeNamed'>;

/** Where a conversation stands, by what is known of it. */
export async function stateOf(
  world: KnowledgeWorld,
  records: readonly TurnRecord[],
): Promise<{ state: State | undefined; knowledge: Knowledge }> {
  const inputs = latestCopies(records).map((copy) => copy.input);
  const knowledge = await knowledgeOf(world, inputs);
  return { state: fold(inputs, knowledge), knowledge };
}

/** A conversation keeps the knowledge it began with, so that its fold is the same at every reading. */
async function knowledgeOf(world: KnowledgeWorld, inputs: readonly Input[]): Promise<Knowledge> {
  const named = namedBy(inputs);
  if (named === undefined || !world.knowledgeNamed) return world.knowledge;
  return world.knowledgeNamed(named);
}

/** How often, and how far apart, a process that received an input looks whether later ones have given way: 2 s. */
const looks = 80;
const lookAgainAfterMs = 25;

/** @returns what is known of the conversation, or undefined when the input is another process's to handle */
async function copiesToGoOnWith(
  world: TurnWorld,
  record: TurnRecord,
  resumed: boolean,
): Promise<TurnRecord[] | undefined> {
  const { records } = world;
  for (let look = 1; ; look += 1) {
    const copies = await records.ofConversation(record.input.conversation);
    const same = copies.filter((copy) => copy.input.id === record.input.id);
    // all of it was purged since the sweep saw it
    if (resumed && same.length === 0) return undefined;
    const others = same.filter((copy) => copy.phase === 'received' && copy.claim !== record.claim);
    // another process has handled it, or received it before and is handling it now
    const handled = same.some((copy) => settled.has(copy.phase));
    const overtaken = others.some((copy) => copy.claim < record.claim);
    if (handled || (overtaken && !resumed)) {
      await records.withdraw(record);
      return undefined;
    }
    // one that received it later gives way, or has not seen this copy and will have handled it; or it died
    if (resumed || others.length === 0 || look === looks) return copies;
    await pause(lookAgainAfterMs);
  }
}

/**
 * A fault in the dialog costs one input its answer, never the room its bot: the patient is handed to a person.
 * @returns `isKnown`: the state is the one that a fold gives
 */
function safeStep(world: TurnWorld, before: State | undefined, input: Input): Step & { isKnown: boolean } {
  try {
    const done = step(before, input, world.knowledge);
    if (done.fault) world.log({ code: 'triage-failed', detail: whereOf(done.fault) });
    return { ...done, isKnown: true };
  } catch (error) {
    world.log({ code: `step-failed/${input.kind}`, detail: whereOf(error) });
  }
  try {
    return { ...fallbackStep(before, input), isKnown: true };
  } catch (error) {
    world.log({ code: `fallback-failed/${input.kind}`, detail: whereOf(error) });
    const wrote = input.kind === 'patient-message' || input.kind === 'button';
    const effects: Effect[] = wrote ? [{ kind: 'transfer', to: 'general', waits: true }] : [];
    return { state: before, effects, events: [], isKnown: false };
  }
}

/** After a message that was overtaken: what it did is said, then the question that stands now is asked again. */
function questionAgain(
  world: TurnWorld,
  inputs: readonly Input[],
  input: Input,
  effects: readonly Effect[],
): Effect | undefined {
  const says = effects.flatMap((effect) => (effect.kind === 'say' ? [effect.text] : []));
  const overtaken = inputs.some(
    (other) =>
      compareInputs(other, input) > 0 && (other.kind === 'patient-message' || other.kind === 'button'),
  );
  if (says.length === 0 || !overtaken) return undefined;
  try {
    const stands = world.folds.fold(input.conversation, inputs, world.knowledge);
    const question = currentQuestion(stands, world.knowledge);
    return question?.kind === 'say' && question.text !== says.at(-1) ? question : undefined;
  } catch (error) {
    world.log({ code: 'question-failed', detail: whereOf(error) });
    return undefined;
  }
}

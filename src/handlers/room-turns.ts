/** Turns in rooms, and how a conversation begins. */
import { createHash } from 'crypto';
import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import { canonicalJson } from '../../contract/canonical-json';
import type { Input, InputOf } from '../dialog/input';
import { understand } from '../safety/understand';
import { lastServed } from '../turn/served';
import { clockOf } from '../turn/service-clock';
import { forgetSurvey, surveyOf } from '../turn/surveys';
import { beginTurn, takeTurn } from '../turn/turn';
import { saysWho, showsButtons, startedInput, visitorFacts, visitorInput } from './inputs';
import { readFieldNames, readReopenMs, readSetup, readTriageEnabled } from './settings';
import { isPatients, switchedOff } from './watched-room';
import type { World } from './world';

/** Forgetting costs a look-up each. */
const startedAtMost = 10_000;

/** What may be an emergency is heard at once: nothing waits for who it is. */
const isUrgent = (input: Input): boolean =>
  input.kind === 'patient-message' && understand(input.text, { language: 'pt-BR' }).flagsTold.length > 0;

/**
 * A turn in a room. A room that was never heard of (its start was lost, or it is older than the app) is started first.
 * Nothing is done in a closed room that is unknown: it is history.
 */
export async function turnInRoom(
  world: World,
  read: IRead,
  room: ILivechatRoom,
  input: Input,
): Promise<void> {
  const afterwards: Promise<unknown>[] = [];
  const urgent = !world.started.has(room.id) && isUrgent(input);
  if (!(await ensureStarted(world, read, room, urgent ? afterwards : undefined))) return;
  await takeTurn(world, isPatients(input) && !(await readTriageEnabled(read)) ? switchedOff(input) : input);
  await Promise.all(afterwards);
}

/**
 * @param afterwards where what comes cannot wait: takes what is done of the start beside it
 * @returns false for a closed room that nothing is known of
 */
export async function ensureStarted(
  world: World,
  read: IRead,
  room: ILivechatRoom,
  afterwards?: Promise<unknown>[],
): Promise<boolean> {
  if (world.started.has(room.id)) return true;
  const known = await world.records.ofConversation(room.id);
  if (!known.some((record) => record.input.kind === 'started')) {
    if (!room.isOpen && known.length === 0) return false;
    const started = await startOf(world, read, room, afterwards !== undefined);
    const { finished } = await beginTurn(world, started);
    const finish = async (): Promise<void> => {
      await finished;
      if (started.surveyOf) await forgetSurvey(world, started.visitor.id);
      await tellOfVisitor(world, read, room);
    };
    const tell = (error: Error): void => world.log({ code: 'start-unfinished', detail: error.name });
    if (afterwards) afterwards.push(finish().catch(tell));
    else await finish();
  }
  if (world.started.size >= startedAtMost) world.started.clear();
  if (room.isOpen) world.started.add(room.id);
  return true;
}

/** All that is known as a conversation begins. @param atOnce without asking who it is */
async function startOf(
  world: World,
  read: IRead,
  room: ILivechatRoom,
  atOnce: boolean,
): Promise<InputOf<'started'>> {
  const visitor = room.visitor.id ?? room.visitor.token;
  const asked = atOnce ? undefined : world.whoIsSoon(room.id, visitor);
  const setup = await readSetup(read, showsButtons(room));
  const { hash } = await world.newestKnowledge(setup.tenant);
  const last = await lastServed(
    { notes: world.notes, now: world.now, windowMs: () => readReopenMs(read) },
    visitor,
  );
  const clock = await clockOf(world.notes);
  const known = { ...setup, knowledge: hash, ...(clock && { clock }) };
  const started = startedInput(room, known, world.now());
  const about = setup.asksSurvey ? await surveyOf(world, visitor) : undefined;
  const who = await asked;
  return {
    ...started,
    ...(last && { lastServed: last }),
    ...(about && { surveyOf: about }),
    ...(who && { who }),
  };
}

/** Tells the CRM who the visitor says they are, when that is not what it was told last. */
export async function tellOfVisitor(world: World, read: IRead, room: ILivechatRoom): Promise<void> {
  const facts = visitorFacts(room, await readFieldNames(read));
  if (!saysWho(facts)) return;
  const digest = createHash('sha256').update(canonicalJson(facts)).digest('hex').slice(0, 24);
  if (world.visitors.get(room.id) === digest) return;
  if (world.visitors.size >= startedAtMost) world.visitors.clear();
  world.visitors.set(room.id, digest);
  // named by what it says: another process, or this one after a restart, does not tell it again
  await takeTurn(world, visitorInput(facts, room.id, digest, world.now()));
}

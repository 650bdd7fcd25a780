/**
 * Where the app may keep nothing it cannot lead a conversation: who writes has the emergency words where they apply, once
 * that a person is called, and goes to people.
 */
import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { Input, InputOf, Setup } from '../dialog/input';
import type { Knowledge } from '../dialog/knowledge';
import { fallbackStep, step } from '../dialog/step';
import { DeniedError } from '../effects/denied';
import type { RoomActions } from '../effects/room-actions';
import { redFlagsInText } from '../safety/red-flags';
import { whereOf } from '../turn/where-of';
import { startedInput } from './inputs';
import type { World } from './world';

type Resorting = Pick<World, 'lastResort' | 'log'>;

/** A room is not greeted where nothing may be kept: who writes is given to people. */
export async function unlessDenied({ log }: Resorting, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DeniedError)) throw error;
    log({ code: 'not-started', detail: whereOf(error) });
  }
}

/** @returns whether the turn was taken */
export async function orLastResort(
  { lastResort: resort, log }: Resorting,
  room: ILivechatRoom,
  input: Input,
  turn: () => Promise<void>,
): Promise<boolean> {
  try {
    await turn();
    return true;
  } catch (error) {
    if (!(error instanceof DeniedError) || input.kind !== 'patient-message') throw error;
    log({ code: 'last-resort', detail: whereOf(error) });
    await resort(room, input);
    return false;
  }
}

export interface LastResort {
  room: RoomActions;
  setup: Setup;
  now: () => Date;
  departmentOf: (to: 'urgent' | 'general') => Promise<string>;
  /** Rooms in which it was said, by this process. */
  told: Set<string>;
}

const unled: Knowledge = { hash: 'none', packs: {}, packText: () => '' };

export async function lastResort(
  { room, setup, now, departmentOf, told }: LastResort,
  of: ILivechatRoom,
  input: InputOf<'patient-message'>,
): Promise<void> {
  if (told.has(of.id) && redFlagsInText(input.text).length === 0) return;
  told.add(of.id);
  const { state } = step(undefined, startedInput(of, setup, now()), unled);
  const { effects } = fallbackStep(state, input);
  const at = now().toISOString();
  for (const effect of effects) {
    if (effect.kind === 'say') await room.say(of.id, effect.text, [], at).catch(() => undefined);
    if (effect.kind === 'alert-agent') await room.alertAgent(of.id, effect.text).catch(() => undefined);
    if (effect.kind !== 'transfer') continue;
    const department = await departmentOf(effect.to);
    await room.transfer(of.id, { department, waits: true }).catch(() => undefined);
  }
}

/** What is pressed and filled in on the card, and typed as a command: from the engine's objects to one input, and a turn. */
import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import { type CardAction, cardActions, immediateActions } from '../card/actions';
import { type Filled, formOf, readForm, typedForm } from '../card/forms';
import type { AgentAction } from '../dialog/service';
import { agentButtonBlock } from '../effects/agent-room';
import { personOf } from '../effects/person';
import { takeTurn } from '../turn/turn';
import {
  type Desk,
  livechatRoom,
  repliesOf,
  sayTo,
  seenOf,
  showCard,
  showForm,
  showReplies,
  whisper,
} from './card';
import { mayAct } from './card-access';
import { cardPrefix, readValue } from './card-blocks';
import { readCrmPages } from './settings';

export const isCardAction = (word: string | undefined): word is CardAction =>
  cardActions.some((action) => action === word);

interface Press {
  actionId: string;
  blockId?: string;
  value?: string;
  triggerId: string;
}

/** A press in the card, in one of its forms, or on a button beside a message to the agent. */
export async function onPress(
  desk: Desk,
  { actionId, blockId, value = '', triggerId }: Press,
): Promise<void> {
  const isBeside = blockId === agentButtonBlock;
  if (!isBeside && !actionId.startsWith(cardPrefix)) return;
  const name = isBeside ? actionId : actionId.slice(cardPrefix.length);
  const pressed = readValue(value);
  const room = await livechatRoom(desk.read, pressed.room);
  if (!room) return;
  if (name === 'page') {
    const skip = Math.max(0, Math.floor(Number(pressed.value)) || 0);
    return tellInstead(desk, room, await showCard(desk, room, triggerId, { skip, again: true }));
  }
  if (name === 'pick') return pickReply(desk, room, pressed.value ?? '', triggerId);
  if (!isCardAction(name)) return;
  if (!immediateActions.includes(name)) return openForm(desk, room, name, triggerId);
  await act(desk, room, { do: name } as AgentAction, triggerId);
  await tellInstead(desk, room, await showCard(desk, room, triggerId, { again: true }));
}

/** @returns what is wrong with what was filled in, by field */
export async function onSubmit(
  desk: Desk,
  view: { id: string; state?: unknown },
  triggerId: string,
): Promise<Record<string, string> | undefined> {
  const [action, roomId = ''] = view.id.split('/');
  if (!isCardAction(action)) return undefined;
  const room = await livechatRoom(desk.read, roomId);
  if (!room) return undefined;
  const read = readForm(
    action,
    filledIn(view.state),
    { departments: await departmentsFor(desk, room) },
    desk.user.username,
    desk.world.now(),
  );
  if (!read.ok) return { [read.field]: sayTo(desk, read.problem) };
  // the form's own id: sent twice, it is done once
  await act(desk, room, read.action, view.id);
  // drawn anew where it is open; elsewhere Rocket.Chat leaves it
  if (read.action.do !== 'outcome' || !read.action.close)
    await showCard(desk, (await livechatRoom(desk.read, room.id)) ?? room, triggerId, { again: true });
  return undefined;
}

/** `/acolhe <word> …` in a conversation with a patient. */
export async function onWord(
  desk: Desk,
  roomId: string,
  word: CardAction | 'card',
  typed: readonly string[],
  triggerId: string | undefined,
): Promise<string | undefined> {
  const room = await livechatRoom(desk.read, roomId);
  if (!room) return sayTo(desk, 'refused_not_livechat');
  if (word === 'card') return showCard(desk, room, triggerId);
  if (!mayAct(room, desk.user)) return sayTo(desk, 'refused_not_yours');
  if (immediateActions.includes(word)) {
    await act(desk, room, { do: word } as AgentAction, triggerId ?? desk.world.nonce());
    // what it leads to is on the card
    return word === 'rescreen' ? showCard(desk, room, triggerId) : undefined;
  }
  const departments = await departmentsFor(desk, room);
  const filled = typedForm(word, typed, { language: desk.language, departments });
  const read = filled && readForm(word, filled, { departments }, desk.user.username, desk.world.now());
  if (read?.ok) {
    await act(desk, room, read.action, triggerId ?? desk.world.nonce());
    return undefined;
  }
  if (!triggerId) return sayTo(desk, 'refused_no_trigger');
  await openForm(desk, room, word, triggerId);
  return undefined;
}

async function openForm(
  desk: Desk,
  room: ILivechatRoom,
  action: CardAction,
  triggerId: string,
): Promise<void> {
  if (!mayAct(room, desk.user)) return whisper(desk, room, sayTo(desk, 'refused_not_yours'));
  if (!desk.world.may('ui.interact')) return whisper(desk, room, sayTo(desk, 'refused_no_trigger'));
  if (action === 'reply') {
    const replies = await repliesOf(desk, room);
    return showReplies(desk, room.id, replies, triggerId);
  }
  const departments = action === 'forward' ? await departmentsFor(desk, room) : [];
  if (action === 'forward' && departments.length === 0)
    return whisper(desk, room, sayTo(desk, 'refused_no_departments'));
  const form = formOf(action, { language: desk.language, departments });
  if (form) await showForm(desk, room.id, action, form, triggerId);
}

async function pickReply(desk: Desk, room: ILivechatRoom, picked: string, triggerId: string): Promise<void> {
  const [at = '', viewId] = picked.split('|');
  const reply = (await repliesOf(desk, room))[Number(at)];
  if (!reply || !mayAct(room, desk.user)) return;
  const form = formOf('reply', { language: desk.language, departments: [], reply: reply.text });
  if (form) await showForm(desk, room.id, 'reply', form, triggerId, viewId);
}

/** One input, through the same transition as everything else. @param name unlike that of any other doing */
async function act(desk: Desk, room: ILivechatRoom, action: AgentAction, name: string): Promise<void> {
  if (!mayAct(room, desk.user)) return whisper(desk, room, sayTo(desk, 'refused_not_yours'));
  if (action.do === 'rescreen' && !(await readCrmPages(desk.read)))
    return whisper(desk, room, sayTo(desk, 'rescreen_no_crm'));
  if (!(await seenOf(desk, room))) return whisper(desk, room, sayTo(desk, 'refused_unknown'));
  await takeTurn(desk.world, {
    kind: 'agent-action',
    id: `agent/${name}`.slice(0, 160),
    at: desk.world.now().toISOString(),
    conversation: room.id,
    by: personOf(desk.user),
    action,
  });
}

async function tellInstead(desk: Desk, room: ILivechatRoom, text: string | undefined): Promise<void> {
  if (text) await whisper(desk, room, text);
}

/** Those with agents, but for the one it is in; none where the server does not tell them. */
async function departmentsFor({ read }: Desk, room: ILivechatRoom): Promise<{ id: string; name: string }[]> {
  const all = await read
    .getLivechatReader()
    .getDepartmentsEnabledWithAgents()
    .catch(() => undefined);
  return (all ?? [])
    .filter(({ id }) => id !== room.department?.id)
    .map(({ id, name }) => ({ id, name: name ?? id }));
}

/** Rocket.Chat groups what was filled in by block. */
function filledIn(state: unknown): Filled {
  const filled: Record<string, string> = {};
  for (const block of Object.values((state ?? {}) as Record<string, unknown>))
    for (const [field, value] of Object.entries((block ?? {}) as Record<string, unknown>))
      if (typeof value === 'string') filled[field] = value;
  return filled;
}

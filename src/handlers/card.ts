/** The patient card in Rocket.Chat: opened by a button of the room or by a command, seen by the one who asked and nobody else. */
import { randomUUID } from 'crypto';
import type { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import { UIKitSurfaceType } from '@rocket.chat/apps-engine/definition/uikit';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { LayoutBlock } from '@rocket.chat/ui-kit';
import type { Language } from '../../contract/event';
import { cardText, type CardTextKey } from '../../settings/card-texts';
import { nearestLanguage } from '../../settings/operator-texts';
import type { CardAction } from '../card/actions';
import { cardOf } from '../card/card';
import { type Form } from '../card/forms';
import { readReplies, fillReply, type Reply } from '../card/replies';
import type { CardRow } from '../card/row';
import type { History } from '../card/view';
import type { Seen } from '../dialog/summary';
import { stateOf } from '../turn/turn';
import { maySee } from './card-access';
import { cardPrefix, formBlocks, rowBlocks, rowsAsText, valueOf } from './card-blocks';
import { readCrmPages, readSetup, readSuggestedReplies } from './settings';
import { ensureStarted } from './room-turns';
import type { World } from './world';

/** What opening and acting needs; `user` is whoever asked. */
export interface Desk {
  world: World;
  read: IRead;
  modify: IModify;
  appId: string;
  user: IUser;
  language: Language;
}

export async function deskOf(
  world: World,
  read: IRead,
  modify: IModify,
  appId: string,
  user: IUser,
): Promise<Desk> {
  const { language } = await readSetup(read);
  const own = nearestLanguage(user.settings?.preferences?.language, language);
  return { world, read, modify, appId, user, language: own };
}

export const sayTo = (desk: Desk, key: CardTextKey, parameters?: Record<string, string>): string =>
  cardText(desk.language, key, parameters);

/** The livechat room of this id, as it is now. */
export async function livechatRoom(read: IRead, id: string): Promise<ILivechatRoom | undefined> {
  const room = await read.getRoomReader().getById(id);
  return room?.type === RoomType.LIVE_CHAT ? (room as ILivechatRoom) : undefined;
}

/** What is known of a conversation; undefined where the app has forgotten it. */
export async function seenOf({ world, read }: Desk, room: ILivechatRoom): Promise<Seen | undefined> {
  if (!(await ensureStarted(world, read, room))) return undefined;
  const { state, knowledge } = await stateOf(world, await world.records.ofConversation(room.id));
  return state && { state, knowledge };
}

/** @param skip earlier contacts that are left out */
async function cardRows(desk: Desk, room: ILivechatRoom, seen: Seen, skip: number): Promise<CardRow[]> {
  const { world, read, user, language } = desk;
  const crmUrl = await readCrmPages(read);
  const asked = { conversation: room.id, agent: user.id, ...(skip > 0 ? { skip } : {}) };
  const history: History = (await world.configured()) ? ((await world.card(asked)) ?? 'away') : 'off';
  return cardOf({
    ...{ seen, history, viewer: user.id, language, skip, now: world.now() },
    ...(crmUrl ? { crmUrl } : {}),
    utcOffset: user.utcOffset ?? 0,
  });
}

/**
 * Opens the card, or draws it anew where it is open.
 * @returns what is to be said instead, when it is not opened
 */
export async function showCard(
  desk: Desk,
  room: ILivechatRoom,
  triggerId: string | undefined,
  { skip = 0, again = false } = {},
): Promise<string | undefined> {
  if (!maySee(room, desk.user)) return sayTo(desk, 'refused_not_yours');
  const seen = await seenOf(desk, room);
  if (!seen) return sayTo(desk, 'refused_unknown');
  const rows = await cardRows(desk, room, seen, skip);
  // clients without a trigger open no view: the same card as a text that only this person sees
  if (!triggerId || !desk.world.may('ui.interact')) return rowsAsText(rows);
  const view = {
    type: UIKitSurfaceType.CONTEXTUAL_BAR,
    id: `card/${room.id}`,
    title: plain(sayTo(desk, 'card_title')),
    blocks: rowBlocks(desk.appId, room.id, rows),
    close: closeButton(desk),
  };
  const ui = desk.modify.getUiController();
  if (again) await ui.updateSurfaceView(view, { triggerId }, desk.user);
  else await ui.openSurfaceView(view, { triggerId }, desk.user);
  return undefined;
}

/** Its id names what it is for, and this one opening of it: sent twice, it is done once. */
export async function showForm(
  desk: Desk,
  room: string,
  action: CardAction,
  form: Form,
  triggerId: string,
  again?: string,
): Promise<void> {
  const view = {
    type: UIKitSurfaceType.MODAL,
    id: again ?? `${action}/${room}/${randomUUID()}`,
    title: plain(form.title),
    blocks: formBlocks(desk.appId, form, sayTo(desk, 'choose')),
    submit: button(desk, 'submit', form.submit),
    close: closeButton(desk),
  };
  const ui = desk.modify.getUiController();
  if (again) await ui.updateSurfaceView(view, { triggerId }, desk.user);
  else await ui.openSurfaceView(view, { triggerId }, desk.user);
}

export async function repliesOf(desk: Desk, room: ILivechatRoom): Promise<Reply[]> {
  const set = readReplies(await readSuggestedReplies(desk.read));
  const own = ([1, 2, 3, 4] as const).map((at) => sayTo(desk, `reply_${at}`)).join('\n');
  const seen = await seenOf(desk, room);
  const known = {
    name: seen?.state.visitor.name ?? room.visitor?.name,
    patient_id: seen?.state.patientId,
    agent: desk.user.name ?? desk.user.username,
    department: room.department?.name,
  };
  return (set.length > 0 ? set : readReplies(own)).map(({ title, text }) => ({
    title,
    text: fillReply(text, known),
  }));
}

/** Which text, before it can be read over. */
export async function showReplies(
  desk: Desk,
  room: string,
  replies: readonly Reply[],
  triggerId: string,
): Promise<void> {
  const id = `reply/${room}/${randomUUID()}`;
  const blocks = replies.flatMap(({ title, text }, at) => {
    const of = { appId: desk.appId, blockId: `reply-${at}` };
    const use = {
      ...{ type: 'button', ...of, actionId: `${cardPrefix}pick`, text: plain(title) },
      value: valueOf({ room, value: `${at}|${id}` }),
    };
    return [
      { type: 'actions', ...of, elements: [use] },
      { type: 'context', ...of, blockId: `reply-${at}-text`, elements: [{ type: 'mrkdwn', text }] },
    ];
  }) as unknown as LayoutBlock[];
  const title = plain(sayTo(desk, 'button_reply'));
  await desk.modify
    .getUiController()
    .openSurfaceView(
      { type: UIKitSurfaceType.MODAL, id, title, blocks, close: closeButton(desk) },
      { triggerId },
      desk.user,
    );
}

/** Said to whoever asked, in the room they asked in, and seen by nobody else. */
export async function whisper(desk: Desk, room: ILivechatRoom, text: string): Promise<void> {
  const bot = await desk.read.getUserReader().getAppUser(desk.appId);
  const message = desk.modify.getCreator().startMessage().setRoom(room).setText(text);
  await desk.modify.getNotifier().notifyUser(desk.user, message.setSender(bot ?? desk.user).getMessage());
}

const plain = (text: string) => ({ type: 'plain_text' as const, text });

const closeButton = (desk: Desk) => button(desk, 'close', sayTo(desk, 'close'));

function button({ appId }: Desk, actionId: string, text: string) {
  return { type: 'button' as const, appId, blockId: 'card', actionId, text: plain(text) };
}

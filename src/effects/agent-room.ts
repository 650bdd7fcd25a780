/** What is done for, or in the name of, the person who serves a livechat room. */
import type { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { IMessageBuilder } from '@rocket.chat/apps-engine/definition/accessors';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { LayoutBlock } from '@rocket.chat/ui-kit';
import { cardText } from '../../settings/card-texts';
import { nearestLanguage } from '../../settings/operator-texts';
import type { Effect } from '../dialog/effect';
import { directRoom } from './direct-room';
import { assertWritten } from './denied';
import { linkToRoom } from './room-link';
import { botUserOf, roomNamed } from './room-reads';

type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

/** Where whoever is given a patient is told of it; a direct message says less. */
export type NoticeWay = 'room' | 'direct' | 'off';

export interface AgentRoom {
  tell(roomId: string, notice: Of<'tell-agent'>): Promise<void>;
  /** @returns `name`: the department's own, when there is one */
  forward(roomId: string, department: string): Promise<{ result: 'transferred' | 'refused'; name?: string }>;
  writeAs(roomId: string, agent: string, text: string): Promise<void>;
  closeAs(roomId: string, agent: string): Promise<void>;
}

/** Of a button beside a message to an agent: what it opens is its value's first part, the room the rest. */
export const agentButtonBlock = 'acolhe-agent';

export function agentRoom(
  read: IRead,
  modify: IModify,
  appId: string,
  noticeWay: () => Promise<NoticeWay>,
): AgentRoom {
  const roomOf = (id: string): Promise<ILivechatRoom> => roomNamed(read, id);
  const botUser = (): Promise<IUser> => botUserOf(read, appId);
  const message = (sender: IUser, text: string): IMessageBuilder =>
    modify.getCreator().startMessage().setSender(sender).setText(text);
  /** Whoever has the room is known by it, where the app may not read users. */
  const agentOf = async ({ servedBy }: ILivechatRoom, id: string): Promise<IUser | undefined> =>
    (await read.getUserReader().getById(id)) ?? (servedBy?.id === id ? servedBy : undefined);
  /** Seen by this one person, and kept nowhere: who is away does not find it later. */
  const whisper = async (room: ILivechatRoom, to: IUser, notice: Of<'tell-agent'>): Promise<void> => {
    const { text, button } = notice;
    const said = message(await botUser(), text).setRoom(room);
    if (button) said.setBlocks(buttonBlocks(appId, room.id, text, button));
    await modify.getNotifier().notifyUser(to, said.getMessage());
  };
  return {
    async tell(roomId, notice) {
      const way = notice.way === 'as-set' ? await noticeWay() : notice.way;
      if (way === 'off') return;
      const room = await roomOf(roomId);
      const to = await agentOf(room, notice.agent);
      if (!to) return;
      if (way === 'room') return whisper(room, to, notice);
      try {
        const sender = await botUser();
        const direct = await directRoom(read, modify, sender, to);
        const link = await linkToRoom(read, roomId);
        const text = [notice.direct ?? notice.text, ...(link ? [link] : [])].join('\n');
        const said = message(sender, text).setRoom(direct);
        const { button } = notice;
        if (button) said.setBlocks(buttonBlocks(appId, roomId, text, button));
        assertWritten(await modify.getCreator().finish(said), 'message.write');
      } catch {
        // direct messages are switched off, or may not be begun: told in the room then, where they may still look
        await whisper(room, to, notice);
      }
    },

    async forward(roomId, department) {
      const room = await roomOf(roomId);
      const target = await read.getLivechatReader().getLivechatDepartmentByIdOrName(department);
      if (!target?.id || !target.enabled || !room.isOpen) return { result: 'refused' };
      const { id, name } = target;
      // a repetition, whose first try went well
      if (room.department?.id === id && !room.servedBy) return { result: 'transferred', name };
      const moved = await modify
        .getUpdater()
        .getLivechatUpdater()
        .transferVisitor(room.visitor, { currentRoom: room, targetDepartment: id })
        .catch(() => false);
      return { result: moved ? 'transferred' : 'refused', name };
    },

    async writeAs(roomId, agent, text) {
      const room = await roomOf(roomId);
      const sender = await agentOf(room, agent);
      if (!room.isOpen || !sender) return;
      try {
        assertWritten(await modify.getCreator().finish(message(sender, text).setRoom(room)), 'message.write');
      } catch {
        const language = nearestLanguage(sender.settings?.preferences?.language, 'pt-BR');
        const copy = cardText(language, 'reply_failed', { text });
        await whisper(room, sender, { kind: 'tell-agent', agent, text: copy, way: 'room' });
      }
    },

    async closeAs(roomId, agent) {
      const room = await roomOf(roomId);
      if (!room.isOpen) return;
      const closer = await agentOf(room, agent);
      const updater = modify.getUpdater().getLivechatUpdater();
      if (await updater.closeRoom(room, '', closer ?? (await botUser()))) return;
      const language = nearestLanguage(closer?.settings?.preferences?.language, 'pt-BR');
      const text = cardText(language, 'close_failed');
      if (closer) await whisper(room, closer, { kind: 'tell-agent', agent, text, way: 'room' });
    },
  };
}

/** Where a message has blocks Rocket.Chat's web client hides its text: they say it themselves. */
function buttonBlocks(
  appId: string,
  roomId: string,
  text: string,
  { label, value }: { label: string; value: string },
): LayoutBlock[] {
  const blockId = agentButtonBlock;
  const button = {
    ...{ type: 'button', appId, blockId, actionId: value, value: roomId, style: 'primary' },
    text: { type: 'plain_text', text: label },
  };
  return [
    { type: 'section', appId, blockId: `${blockId}-text`, text: { type: 'mrkdwn', text } },
    { type: 'actions', appId, blockId, elements: [button] },
  ] as unknown as LayoutBlock[];
}

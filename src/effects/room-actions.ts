/** What the bot can do in a livechat room. */
import type { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { LayoutBlock } from '@rocket.chat/ui-kit';
import type { Button } from '../dialog/effect';
import { assertWritten } from './denied';
import { botUserOf, roomNamed } from './room-reads';
import { isServed, toDepartment, toPerson } from './transfer';

/**
 * `department`: id or name; `agent`: username. `waits`: also where nobody is there now; `unstaffed`: even where no agents
 * belong to it. `from`: who gave the room to the bot; it is taken from them. `ifNowhere`: only a room that is in no department.
 */
export type TransferGoal = (
  { department: string; waits?: boolean; unstaffed?: boolean } | { agent: string }
) & {
  from?: string;
  ifNowhere?: true;
};

export interface TransferAnswer {
  result: 'transferred' | 'refused';
  agentsOnline: boolean;
  /** The department's or the person's own, when there is one. */
  name?: string;
  /** Of a refusal. */
  why?: 'gone' | 'away' | 'full' | 'refused' | 'unstaffed';
}

export interface RoomActions {
  /** @param since nothing the bot said after this instant (ISO) is said twice */
  say(roomId: string, text: string, buttons: Button[], since: string): Promise<void>;
  transfer(roomId: string, goal: TransferGoal): Promise<TransferAnswer>;
  /** @returns the id of who serves the room */
  alertAgent(roomId: string, text: string): Promise<string | undefined>;
  /** Ends it, unless a person has it. */
  close(roomId: string, from?: string): Promise<void>;
}

export function roomActions(read: IRead, modify: IModify, appId: string, repeated: boolean): RoomActions {
  const roomOf = (id: string): Promise<ILivechatRoom> => roomNamed(read, id);
  const botUser = (): Promise<IUser> => botUserOf(read, appId);
  return {
    async say(roomId, text, buttons, since) {
      const room = await roomOf(roomId);
      if (!room.isOpen) return;
      const sender = await botUser();
      if (!(repeated && (await wasSaid(read, roomId, sender.id, text, since)))) {
        const builder = modify.getCreator().startMessage().setRoom(room).setSender(sender).setText(text);
        assertWritten(await modify.getCreator().finish(builder), 'message.write');
      }
      if (buttons.length === 0) return;
      // a message of its own: Rocket.Chat's web client hides the text of a message that has blocks
      const builder = modify.getCreator().startMessage().setRoom(room).setSender(sender);
      builder.setBlocks(buttonBlocks(appId, buttons) as unknown as LayoutBlock[]);
      await modify.getCreator().finish(builder);
    },

    async transfer(roomId, goal) {
      const room = await roomOf(roomId);
      if (goal.ifNowhere && room.department) return { result: 'transferred', agentsOnline: true };
      if (!room.isOpen) return { result: 'refused', agentsOnline: false, why: 'refused' };
      return 'agent' in goal ? toPerson(read, modify, room, goal) : toDepartment(read, modify, room, goal);
    },

    async close(roomId, from) {
      const room = await roomOf(roomId);
      if (!room.isOpen || isServed(room, from)) return;
      await modify
        .getUpdater()
        .getLivechatUpdater()
        .closeRoom(room, '', await botUser());
    },

    async alertAgent(roomId, text) {
      const room = await roomOf(roomId);
      if (!room.servedBy) return undefined;
      const agent = (await read.getUserReader().getById(room.servedBy.id)) ?? room.servedBy;
      const message = modify
        .getCreator()
        .startMessage()
        .setRoom(room)
        .setSender(await botUser())
        .setText(text)
        .getMessage();
      await modify.getNotifier().notifyUser(agent, message);
      return agent.id;
    },
  };
}

/** The Livechat widget shows so many buttons of a block, and hides the others behind “more”. */
const mostInABlock = 5;

function buttonBlocks(appId: string, buttons: Button[]): object[] {
  const blocks: object[] = [];
  for (let from = 0; from < buttons.length; from += mostInABlock) {
    const blockId = from === 0 ? 'acolhe' : `acolhe-${from / mostInABlock + 1}`;
    const elements = buttons.slice(from, from + mostInABlock).map((button) => ({
      ...{ type: 'button', appId, blockId, actionId: button.value, value: button.value },
      text: { type: 'plain_text', text: button.label },
    }));
    blocks.push({ type: 'actions', appId, blockId, elements });
  }
  return blocks;
}

async function wasSaid(
  read: IRead,
  roomId: string,
  senderId: string,
  text: string,
  since: string,
): Promise<boolean> {
  const messages: IMessage[] = (await read.getLivechatReader()._fetchLivechatRoomMessages(roomId)) ?? [];
  return messages.some(
    (message) =>
      message.sender?.id === senderId &&
      message.text === text &&
      new Date(message.createdAt ?? 0).getTime() >= Date.parse(since),
  );
}

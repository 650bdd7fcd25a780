import type { BridgeContext, BridgeMethods, MessageShape, RoomShape, UserShape } from './bridge-context';

/** Messages and notices that an app's user (or whom the app names) writes. */
export function messageBridge({ omnichannel, convert, show }: BridgeContext): BridgeMethods {
  const appUserId = (appId: string): string | undefined =>
    [...omnichannel.users.values()].find((user) => user.appId === appId)?._id;
  const notice = (userId: string, message: MessageShape, appId: string): void =>
    show({
      kind: 'ephemeral',
      appId,
      userId,
      rid: message.room.id,
      msg: message.text ?? '',
      blocks: message.blocks,
    });
  return {
    create: (message: MessageShape, appId: string) => {
      const userId = message.sender?.id ?? appUserId(appId);
      if (userId === undefined) throw new Error('Invalid message: no sender');
      const { text = '', blocks, customFields } = message;
      if (omnichannel.channels.has(message.room.id))
        return omnichannel.writeInChannel(message.room.id, { userId, msg: text, blocks })._id;
      return omnichannel.sendUserMessage({ rid: message.room.id, userId, msg: text, blocks, customFields })
        ._id;
    },
    getById: (id: string) => {
      const message = omnichannel.messageById(id);
      return message && convert.message(message);
    },
    notifyUser: (user: UserShape, message: MessageShape, appId: string) => notice(user.id, message, appId),
    notifyRoom: (room: RoomShape, message: MessageShape, appId: string) => {
      const agent = omnichannel.rooms.get(room.id)?.servedBy;
      if (agent !== undefined) notice(agent._id, message, appId);
    },
    typing: (typing: { id: string; username?: string; isTyping: boolean }, appId: string) =>
      show({ kind: 'typing', appId, rid: typing.id, username: typing.username, isTyping: typing.isTyping }),
  };
}

/** What an app opens for a user: a modal, a contextual bar, errors in a form. */
export function uiInteractionBridge({ show }: BridgeContext): BridgeMethods {
  return {
    notifyUser: (
      user: UserShape,
      interaction: { triggerId?: string } & Record<string, unknown>,
      appId: string,
    ) => show({ kind: 'view', appId, userId: user.id, triggerId: interaction.triggerId, interaction }),
  };
}

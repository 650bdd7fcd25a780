/**
 * What Rocket.Chat lets the app do. It asks administrators for all of app.json at once, but a deployment may grant less; what
 * is not granted is answered with nothing. Reads are tried; of the rest the app knows what it was declared with.
 */
import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IVisitor } from '@rocket.chat/apps-engine/definition/livechat';

/** Those of app.json; `lacks_…` of the operator's texts says what does not work without each. */
export const abilities = [
  ...(['persistence', 'scheduler', 'networking', 'api', 'slashcommand'] as const),
  ...(['ui.interact', 'ui.registerButtons', 'message.write', 'room.read', 'room.write'] as const),
  ...(['server-setting.read', 'user.read', 'livechat-status.read', 'livechat-visitor.write'] as const),
  ...(['livechat-room.read', 'livechat-room.write', 'livechat-message.multiple'] as const),
  ...(['livechat-department.read', 'livechat-department.multiple'] as const),
] as const;
export type Ability = (typeof abilities)[number];

/** Undefined where the package names none: the engine then grants its own set. */
export type Declared = readonly { name: string }[] | undefined;

export const undeclared = (declared: Declared): Ability[] =>
  declared ? abilities.filter((ability) => !declared.some(({ name }) => name === ability)) : [];

/** @param about of whoever asks, and where: they are there, so that not to find them means not to be allowed */
export async function lacking(
  read: IRead,
  declared: Declared,
  about: { room: string; user: string },
): Promise<Ability[]> {
  const livechat = read.getLivechatReader();
  const nobody = { id: 'none', token: 'none' } as unknown as IVisitor;
  const tries: Partial<Record<Ability, () => Promise<unknown>>> = {
    persistence: () => read.getPersistenceReader().readByAssociations([]),
    'room.read': () => read.getRoomReader().getById(about.room),
    'user.read': () => read.getUserReader().getById(about.user),
    'server-setting.read': () => read.getEnvironmentReader().getServerSettings().getValueById('Site_Url'),
    'livechat-status.read': () => livechat.isOnlineAsync(),
    'livechat-room.read': () => livechat.getLivechatRooms(nobody),
    'livechat-message.multiple': () => livechat._fetchLivechatRoomMessages(about.room),
    'livechat-department.multiple': () => livechat.getDepartmentsEnabledWithAgents(),
  };
  const known = undeclared(declared);
  const missing = await Promise.all(
    abilities.map(async (ability) => {
      if (known.includes(ability)) return true;
      const tried = tries[ability];
      if (!tried) return false;
      const answer = await tried().catch(() => undefined);
      return answer === undefined || answer === null;
    }),
  );
  return abilities.filter((_, at) => missing[at]);
}

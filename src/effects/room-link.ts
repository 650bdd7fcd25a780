import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';

/** Where people open a livechat room; undefined where the server does not tell its address. */
export async function linkToRoom(read: IRead, conversation: string): Promise<string | undefined> {
  const settings = read.getEnvironmentReader().getServerSettings();
  const site: unknown = await settings.getValueById('Site_Url').catch(() => undefined);
  if (typeof site !== 'string' || !/^https?:/.test(site)) return undefined;
  return `${site.replace(/\/+$/, '')}/live/${encodeURIComponent(conversation)}`;
}

/** Tells those who lead that somebody waits, in a direct message of the bot with a link into the room. */
import type { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { Language } from '../../contract/event';
import { nearestLanguage, operatorText } from '../../settings/operator-texts';
import type { Effect } from '../dialog/effect';
import { directRoom } from './direct-room';
import { linkToRoom } from './room-link';
import { botUserOf } from './room-reads';

export type ManagerNotice = Extract<Effect, { kind: 'alert-manager' }>;

export interface Telling {
  read: IRead;
  modify: IModify;
  appId: string;
  /** Usernames. */
  managers: readonly string[];
  /** Of whoever's own is not known. */
  language: Language;
  /** Tells the administrators' channel, where there is one. */
  tellChannel: (text: string) => Promise<boolean>;
}

/**
 * @returns how many were told. Where no manager can be, the administrators' channel is
 * @throws Error when there was somebody to tell and nobody could be: it is tried again
 */
export async function tellManagers(
  telling: Telling,
  conversation: string,
  notice: ManagerNotice,
): Promise<number> {
  const { read, managers, language, tellChannel } = telling;
  const link = await linkToRoom(read, conversation);
  let [told, failed] = [0, 0];
  for (const username of managers) {
    const manager = await read.getUserReader().getByUsername(username);
    if (!manager) continue;
    const own = nearestLanguage(manager.settings?.preferences?.language, language);
    const sent = await writeTo(telling, manager, noticeText(own, notice, link)).then(
      () => true,
      () => false,
    );
    if (sent) told += 1;
    else failed += 1;
  }
  if (told > 0) return told;
  if (await tellChannel(noticeText(language, notice, link))) return 1;
  if (failed > 0) throw new Error('no manager could be written to');
  return 0;
}

/** Nothing of what was written or of who wrote: the patient's number, how urgent, where. */
export function noticeText(language: Language, notice: ManagerNotice, link: string | undefined): string {
  const { about, minutes, targetMinutes = 0, agent } = notice;
  const { urgency, patient, department } = about;
  const where = [
    ...(department ? [operatorText(language, 'manager_department', { department })] : []),
    ...(patient ? [operatorText(language, 'manager_patient', { patient })] : []),
    ...(agent ? [operatorText(language, 'manager_agent', { agent })] : []),
  ].join(' ');
  const words = {
    urgency: operatorText(language, `urgency_${urgency}`),
    minutes,
    target: targetMinutes,
    where,
  };
  const text = operatorText(language, `manager_${notice.notice}`, words).trim();
  return link ? `${text}\n${operatorText(language, 'manager_link', { link })}` : text;
}

async function writeTo({ read, modify, appId }: Telling, manager: IUser, text: string): Promise<void> {
  const bot = await botUserOf(read, appId);
  const room = await directRoom(read, modify, bot, manager);
  const creator = modify.getCreator();
  await creator.finish(creator.startMessage().setRoom(room).setSender(bot).setText(text));
}

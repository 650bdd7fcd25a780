/** Tells those who lead that somebody waits, in a direct message of the bot with a link into the room. */
import type { Language } from '../../contract/event';
import { operatorText } from '../../settings/operator-texts';
import type { Effect } from '../dialog/effect';
import { linkToRoom } from './room-link';
import { tellPeople, type Writing } from './tell-people';

export type ManagerNotice = Extract<Effect, { kind: 'alert-manager' }>;

export interface Telling extends Writing {
  /** Usernames. */
  managers: readonly string[];
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
  const { told, failed } = await tellPeople(telling, managers, (own) => noticeText(own, notice, link));
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

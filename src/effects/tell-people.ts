/** Direct messages of the bot to staff, each in their own language. */
import type { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { Language } from '../../contract/event';
import { nearestLanguage } from '../../settings/operator-texts';
import { directRoom } from './direct-room';
import { botUserOf } from './room-reads';

export interface Writing {
  read: IRead;
  modify: IModify;
  appId: string;
  /** Of whoever's own is not known. */
  language: Language;
}

/** @returns how many got it, and how many are there and could not be written to */
export async function tellPeople(
  writing: Writing,
  usernames: readonly string[],
  textIn: (language: Language) => string,
): Promise<{ told: number; failed: number }> {
  let [told, failed] = [0, 0];
  for (const username of new Set(usernames)) {
    const person = await writing.read.getUserReader().getByUsername(username);
    if (!person) continue;
    const own = nearestLanguage(person.settings?.preferences?.language, writing.language);
    const isSent = await writeTo(writing, person, textIn(own)).then(
      () => true,
      () => false,
    );
    if (isSent) told += 1;
    else failed += 1;
  }
  return { told, failed };
}

async function writeTo({ read, modify, appId }: Writing, person: IUser, text: string): Promise<void> {
  const bot = await botUserOf(read, appId);
  const room = await directRoom(read, modify, bot, person);
  const creator = modify.getCreator();
  await creator.finish(creator.startMessage().setRoom(room).setSender(bot).setText(text));
}

/** Whom the settings name to be told of trouble. */
import { type ManagerNotice, tellManagers } from '../effects/tell-managers';
import { appNotes } from '../turn/app-notes';
import { noteInstead } from '../turn/notes';
import { readAdminChannel, readManagers, readSetup } from './settings';
import type { Accessors } from './world';

/** @returns how many were told; whether any could be is noted for `/acolhe status` */
export async function tellThoseWhoLead(
  accessors: Accessors,
  appId: string,
  conversation: string,
  notice: ManagerNotice,
): Promise<number> {
  const { read, modify, persistence } = accessors;
  const notes = appNotes(persistence, read.getPersistenceReader());
  const note = (reason: 'told' | 'nobody' | 'failed'): Promise<void> =>
    noteInstead(notes, 'managers', { at: new Date().toISOString(), reason }).catch(() => undefined);
  const telling = {
    ...{ read, modify, appId, managers: await readManagers(read) },
    language: (await readSetup(read)).language,
    tellChannel: (text: string) => tellAdministrators(accessors, appId, text),
  };
  try {
    const told = await tellManagers(telling, conversation, notice);
    await note(told > 0 ? 'told' : 'nobody');
    return told;
  } catch (error) {
    await note('failed');
    throw error;
  }
}

/** @returns false when no channel is set, or none of that name is there */
export async function tellAdministrators(
  { read, modify }: Accessors,
  appId: string,
  text: string,
): Promise<boolean> {
  const channel = (await readAdminChannel(read)).replace(/^#/, '');
  if (!channel) return false;
  const room =
    (await read.getRoomReader().getByName(channel)) ?? (await read.getRoomReader().getById(channel));
  const sender = await read.getUserReader().getAppUser(appId);
  if (!room || !sender) return false;
  const creator = modify.getCreator();
  await creator.finish(creator.startMessage().setRoom(room).setSender(sender).setText(text));
  return true;
}

/** Whom the settings name to be told of trouble, and whose it is to do something. */
import type { Command } from '../../contract/command';
import { type ManagerNotice, tellManagers } from '../effects/tell-managers';
import { appNotes } from '../turn/app-notes';
import { noteInstead } from '../turn/notes';
import { ring, type RingNotice } from '../effects/ring';
import { claiming } from '../turn/claims';
import { type TeamWorld, teamOf } from '../turn/team';
import { readAdminChannel, readCrmPages, readManagers, readSetup } from './settings';
import type { Accessors, World } from './world';

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

/** What somebody has to do is told to staff. @returns how many were told */
export async function ringStaff(
  accessors: Accessors,
  appId: string,
  team: TeamWorld,
  conversation: string,
  notice: RingNotice,
): Promise<number> {
  const { read, modify } = accessors;
  const ringing = {
    ...{ read, modify, appId, managers: await readManagers(read), pages: await readCrmPages(read) },
    language: (await readSetup(read)).language,
    teamOf: (department: string) => teamOf(team, department),
    tellChannel: (text: string) => tellAdministrators(accessors, appId, text),
  };
  return ring(ringing, conversation, notice);
}

/** Which of the CRM's commands rang is remembered for so long: it gives up long before. */
const rungForMs = 7 * 24 * 3_600_000;

/** @returns false when it rang before */
export async function ringOnce(
  accessors: Accessors,
  world: Pick<World, 'notes' | 'now' | 'records' | 'nonce'>,
  appId: string,
  command: Extract<Command, { kind: 'ring' }>,
): Promise<boolean> {
  const { notes, now } = world;
  const { id, conversation, ...notice } = command;
  const isNew = await claiming(world, conversation, `ring/${id}`, async () => {
    const rung = await notes.of('rung');
    if (rung.some(({ reason }) => reason === id)) return false;
    await ringStaff(accessors, appId, world, conversation, notice);
    const at = now().toISOString();
    await notes.add('rung', { at, reason: id });
    const old = rung.filter((one) => Date.parse(at) - Date.parse(one.at) > rungForMs);
    for (const instant of new Set(old.map((one) => one.at))) await notes.remove('rung', instant);
    return true;
  });
  // another process is at it
  return isNew ?? false;
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

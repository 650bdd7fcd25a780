/** Who is told when somebody waits too long: are those names right, and could they be told? */
import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { latestNote, type Notes } from '../turn/notes';
import { readAdminChannel, readManagers } from './settings';

export interface ManagersStatus {
  /** Neither managers nor a channel are set. */
  none?: true;
  /** Usernames that nobody has. */
  unknown: string[];
  /** Of the last notice, where nobody could be told of it: when, UTC. */
  failedAt?: string;
}

export async function managersOf(read: IRead, notes: Notes): Promise<ManagersStatus> {
  const names = await readManagers(read);
  const users = read.getUserReader();
  const found = await Promise.all(names.map(async (name) => Boolean(await users.getByUsername(name))));
  const last = latestNote(await notes.of('managers'));
  return {
    ...(names.length === 0 && (await readAdminChannel(read)) === '' ? { none: true } : {}),
    unknown: names.filter((_, at) => !found[at]),
    ...(last && last.reason !== 'told' ? { failedAt: last.at } : {}),
  };
}

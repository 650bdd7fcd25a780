/** Brings the bytes of a room's files over, when the tenant keeps them. */
import type { Tenant } from '../store/tenant';
import type { RocketChat } from './client';
import { RocketChatError } from './failure';
import type { RoomFacts } from './facts';
import { keepFile, maxFileBytes } from '../files/file-store';
import { filesOf } from './message-events';
import { PieceError } from '../files/sealed-pieces';

/** What stays so however often it is asked for: gone there, not for us, larger than is kept. */
function isLasting(error: unknown): boolean {
  return (
    (error instanceof RocketChatError && error.kind !== 'temporary') ||
    (error instanceof PieceError && error.code === 'too-large')
  );
}

/** @throws RocketChatError temporary, MongoError: the room is looked at again */
export async function keepFilesOf(tenant: Tenant, client: RocketChat, facts: RoomFacts): Promise<void> {
  const said = facts.messages.filter(({ t }) => t === undefined);
  for (const { _id, name, size } of said.flatMap(filesOf)) {
    if ((size ?? 0) > maxFileBytes) continue;
    try {
      await keepFile(tenant, facts.room._id, _id, () => client.file(_id, name ?? 'file'));
    } catch (error) {
      if (!isLasting(error)) throw error;
    }
  }
}

import { MongoServerError } from 'mongodb';
import type { Command } from '../../contract/command';
import { commandPlace } from '../store/places';
import type { Tenant } from '../store/tenant';

/** Queues a command for a workspace's app. The same id again changes nothing. */
export async function queueCommand(
  tenant: Tenant,
  workspace: string,
  command: Command,
  now: Date,
): Promise<void> {
  const { id: _id, conversation, kind } = command;
  const sealedCommand = await tenant.sealing.seal(commandPlace(conversation, _id), JSON.stringify(command));
  try {
    await tenant.commands.insertOne({
      ...{ _id, workspace, conversation, kind, sealedCommand },
      ...{ state: 'waiting', attempts: 0, nextTryAt: now, createdAt: now },
    });
  } catch (error) {
    if (!(error instanceof MongoServerError && error.code === 11_000)) throw error;
  }
}

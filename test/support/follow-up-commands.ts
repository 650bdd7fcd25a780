import { command as commandSchema, type Command } from '../../contract/command';
import { commandPlace } from '../../crm-sync/store/places';
import type { Tenant } from '../../crm-sync/store/tenant';

/** What the bot was told to ask of a patient, whichever the disease. */
export async function followUpCommands(
  tenant: Tenant,
  patientId: string,
): Promise<Extract<Command, { kind: 'follow-up' }>[]> {
  const rows = await tenant.commands.find({ kind: 'follow-up' }).toArray();
  const theirs = rows.filter((row) => row._id.startsWith(`follow-up/${patientId}/`));
  const opened = theirs.map(async (row) => {
    const text = await tenant.sealing.open(commandPlace(row.conversation, row._id), row.sealedCommand);
    return commandSchema.parse(JSON.parse(text)) as Extract<Command, { kind: 'follow-up' }>;
  });
  return Promise.all(opened);
}

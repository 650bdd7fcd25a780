/** What agents noted in Rocket.Chat about a patient; beside what staff write on the pages here. */
import { knownEvent } from '../../contract/event';
import type { EncounterDocument } from '../store/documents';
import { keyWithin, openEvent } from '../store/sealed-events';
import type { Tenant } from '../store/tenant';

interface AgentNote {
  noteId: string;
  /** Username in Rocket.Chat. */
  by: string;
  at: Date;
  text: string;
}

/** Those that open, in no order. */
export async function agentNotes(
  tenant: Tenant,
  encounters: readonly Pick<EncounterDocument, '_id' | 'noted'>[],
): Promise<AgentNote[]> {
  const keys = encounters.flatMap(({ _id, noted = [] }) => noted.map((event) => keyWithin(_id, event)));
  if (keys.length === 0) return [];
  const documents = await tenant.events.find({ _id: { $in: keys } }).toArray();
  const opened = documents.map(async (document): Promise<AgentNote[]> => {
    const event = await openEvent(tenant, document).catch(() => undefined);
    const known = event && !event.erased ? knownEvent(event) : undefined;
    if (known?.type !== 'acolhe.conversation.noted.v1') return [];
    const { noteId, by, text } = known.data;
    return [{ noteId, by, at: new Date(known.time), text }];
  });
  return (await Promise.all(opened)).flat();
}

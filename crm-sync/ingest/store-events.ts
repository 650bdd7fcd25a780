/** Appends events to the truth and marks their streams for projection. What this returns is on disk. */
import { chunksOf } from '../store/in-chunks';
import { canonicalJson } from '../../contract/canonical-json';
import type { EventEnvelope } from '../../contract/event';
import { insertNew } from '../store/insert-new';
import { openEvent, sealEvents, type OpenedEvent } from '../store/sealed-events';
import { markDirty } from '../store/streams';
import type { Tenant } from '../store/tenant';

export interface EventFate {
  fate: 'stored' | 'duplicate';
  /** The same id came before with other content; what came first stays. */
  conflict: boolean;
}

/** What an event says. Whose patient it is, is told by whoever knows it already: Rocket.Chat does not. */
function factOf({
  patientid: _patientid,
  traceparent: _traceparent,
  sequence: _sequence,
  ...fact
}: EventEnvelope): string {
  return canonicalJson(fact);
}

/** What was erased cannot be compared: such an event is taken for the same. */
function differs(stored: OpenedEvent, event: EventEnvelope): boolean {
  const { coded: _coded, erased, ...known } = stored;
  return !erased && factOf(known) !== factOf(event);
}

async function openAll(tenant: Tenant, ids: readonly string[]): Promise<Map<string, OpenedEvent>> {
  const opened = new Map<string, OpenedEvent>();
  for (const some of chunksOf(ids)) {
    const found = await tenant.events.find({ _id: { $in: some } }).toArray();
    for (const document of found) opened.set(document._id, await openEvent(tenant, document));
  }
  return opened;
}

/**
 * @param shown the caller writes the documents of streams that are new, and sees to it should it die before
 * @returns one fate per event, in the order given
 * @throws MongoError when it is not certain that all are on disk; sending again is harmless
 */
export async function storeEvents(
  tenant: Tenant,
  events: readonly EventEnvelope[],
  now: Date,
  shown = false,
): Promise<EventFate[]> {
  if (events.length === 0) return [];
  const documents = await sealEvents(tenant, events, now);
  const duplicates = await insertNew(tenant.events, documents);
  // Duplicates too: the process that stored them may have died before this line.
  await markDirty(
    tenant,
    events.map((event) => event.subject),
    now,
    { doubted: duplicates.size > 0, shown: shown && duplicates.size === 0 },
  );
  const stored = await openAll(
    tenant,
    [...duplicates].map((index) => documents[index]!._id),
  );
  return events.map((event, index): EventFate => {
    if (!duplicates.has(index)) return { fate: 'stored', conflict: false };
    const first = stored.get(documents[index]!._id);
    return { fate: 'duplicate', conflict: first !== undefined && differs(first, event) };
  });
}

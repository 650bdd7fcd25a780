/** An event at rest: its envelope and its coded facts readable, its personal part sealed with the stream's key. */
import { joinData, splitData, type Data } from '../../contract/coded';
import type { EventEnvelope } from '../../contract/event';
import type { EventDocument } from './documents';
import { inChunks, streamIdChunk } from './in-chunks';
import { eventPlace, ownerOfStream } from './places';
import { SealingError } from './sealing';
import type { Tenant } from './tenant';

/** Between a stream and what is its own; ids hold no control characters. */
const separator = '\u0000';

export function keyWithin(stream: string, id: string): string {
  return `${stream}${separator}${id}`;
}

/** An event as a fold reads it. */
export interface OpenedEvent extends EventEnvelope {
  /** As stored: holds facts that were derived from what may be erased now. */
  coded?: Data;
  /** There was a personal part, and it is gone: blanks stand where the schema requires something. */
  erased?: true;
}

/** Asks for all their keys at once. Those of an owner who was erased are kept without their personal part. */
export async function sealEvents(
  tenant: Tenant,
  events: readonly EventEnvelope[],
  storedAt: Date,
): Promise<EventDocument[]> {
  const split = events.map((event) => ({ event, ...splitData(event) }));
  const personal = split.filter((one) => one.personal);
  const keys = await tenant.sealing.prepare(
    personal.map(({ event }) => ownerOfStream(event.subject)),
    true,
  );
  return Promise.all(
    split.map(async ({ event, coded, personal: sealed }): Promise<EventDocument> => {
      const { data: _data, ...envelope } = event;
      const _id = keyWithin(event.subject, event.id);
      const document = { _id, ...envelope, coded, storedAt };
      if (!sealed) return document;
      if (keys.get(ownerOfStream(event.subject)) === 'destroyed') return { ...document, withheld: true };
      const sealedData = await tenant.sealing.seal(eventPlace(event.subject, _id), JSON.stringify(sealed));
      return { ...document, sealedData };
    }),
  );
}

/** @throws SealingError when the stream's key is missing (not: destroyed) or the document was changed */
export async function openEvent(tenant: Tenant, document: EventDocument): Promise<OpenedEvent> {
  const { _id, sealedData, withheld, storedAt: _storedAt, coded = {}, ...envelope } = document;
  const opened = (personal?: Data, erased?: true): OpenedEvent => ({
    ...envelope,
    data: joinData(envelope.type, coded, personal),
    coded,
    ...(erased && { erased }),
  });
  if (withheld) return opened(undefined, true);
  if (sealedData === undefined) return opened();
  try {
    const text = await tenant.sealing.open(eventPlace(document.subject, _id), sealedData);
    return opened(JSON.parse(text) as Data);
  } catch (error) {
    if (error instanceof SealingError && error.code === 'destroyed') return opened(undefined, true);
    throw error;
  }
}

/** The events of these streams. Their keys are at hand afterwards. */
export async function eventsOf(tenant: Tenant, subjects: readonly string[]): Promise<EventDocument[]> {
  const documents = await inChunks(
    subjects,
    (some) => tenant.events.find({ subject: { $in: some } }, { batchSize: 1_000 }).toArray(),
    streamIdChunk,
  );
  await tenant.sealing.prepare(
    documents.filter((one) => one.sealedData !== undefined).map((one) => ownerOfStream(one.subject)),
    false,
  );
  return documents;
}

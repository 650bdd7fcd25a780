/** The service's own streams, `investigation/<id>` and `report/<id>`: few, and read from their events themselves. */
import { knownEvent, type AcolheEvent } from '../../contract/event';
import type { EventDocument } from './documents';
import { eventsOf, openEvent } from './sealed-events';
import type { Tenant } from './tenant';

export type ServiceStreamKind = 'investigation' | 'report';

async function opened(tenant: Tenant, documents: readonly EventDocument[]): Promise<AcolheEvent[]> {
  const events = await Promise.all(documents.map(async (one) => knownEvent(await openEvent(tenant, one))));
  return events.filter((event) => event !== undefined);
}

/** @returns its events, none when there is no such stream */
export async function eventsOfOne(
  tenant: Tenant,
  kind: ServiceStreamKind,
  id: string,
): Promise<AcolheEvent[]> {
  return opened(tenant, await eventsOf(tenant, [`${kind}/${id}`]));
}

/** The events of all streams of a kind, by the stream's id. */
export async function eventsOfAll(
  tenant: Tenant,
  kind: ServiceStreamKind,
): Promise<Map<string, AcolheEvent[]>> {
  // `/` is followed by `0`.
  const documents = await tenant.events.find({ subject: { $gte: `${kind}/`, $lt: `${kind}0` } }).toArray();
  const byId = new Map<string, AcolheEvent[]>();
  for (const event of await opened(tenant, documents)) {
    const id = event.subject.slice(kind.length + 1);
    byId.set(id, [...(byId.get(id) ?? []), event]);
  }
  return byId;
}

/** Streams that were set aside because their events could not be projected, and another try for them. */
import { chunksOf } from '../store/in-chunks';
import { markDirty } from '../store/streams';
import type { Tenant } from '../store/tenant';

export interface SetAside {
  stream: string;
  /** Code of the last failure. */
  reason: string;
  attempts: number;
  /** When it was set aside. */
  since: Date;
}

const ever = { poisonedAt: { $gt: new Date(0) } };

export async function listSetAside(tenant: Tenant, limit = 1_000): Promise<SetAside[]> {
  const rows = await tenant.streams.find(ever).limit(limit).toArray();
  return rows
    .map(({ _id, reason = 'unknown', attempts, lastingFailures = attempts, poisonedAt }) => ({
      ...{ stream: _id, reason, attempts: lastingFailures, since: poisonedAt ?? new Date(0) },
    }))
    .sort((a, b) => a.since.getTime() - b.since.getTime() || (a.stream < b.stream ? -1 : 1));
}

/**
 * Has workers try again, with a fresh count of failures.
 * @param stream one of them; without it all
 * @returns those that were set aside and wait for a worker now
 */
export async function retrySetAside(
  tenant: Tenant,
  stream: string | undefined,
  now: Date,
): Promise<string[]> {
  const filter = { ...ever, ...(stream !== undefined && { _id: stream }) };
  const rows = await tenant.streams.find(filter, { projection: { _id: 1 } }).toArray();
  const subjects = rows.map((row) => row._id);
  for (const some of chunksOf(subjects)) await markDirty(tenant, some, now);
  return subjects;
}

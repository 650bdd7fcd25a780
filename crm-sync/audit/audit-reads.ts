/** What the auditor reads: entries newest first, and how the log stands. Every query is narrowed by an index and a span of time. */
import { createPublicKey } from 'crypto';
import type { Filter } from 'mongodb';
import type { Tenant } from '../store/tenant';
import { auditStore, checkpointOf, lastCheckpoint } from './audit-store';
import { isAuthentic } from './chain';
import { checkpointKeyOf, isSigned, type Checkpoint } from './checkpoint';
import { entryId, type AuditDocument } from './entry';

export interface AuditFilter {
  patientId?: string;
  /** As who did it, or to whom it was done. */
  staffId?: string;
  action?: string;
  from?: Date;
  /** Exclusive. */
  to?: Date;
}

/** The entry after which an older page begins. */
export interface AuditCursor {
  at: Date;
  id: string;
}

export interface AuditState {
  entries: number;
  last?: Pick<Checkpoint, 'n' | 'at' | 'entries'>;
  /** Whether the newest checkpoint's signature holds and the entries it names are as it says. */
  lastHolds: boolean;
}

export interface AuditReads {
  /** Newest first. */
  entries(filter: AuditFilter, limit: number, now: Date, before?: AuditCursor): Promise<AuditDocument[]>;
  state(): Promise<AuditState>;
}

const dayMs = 86_400_000;
/** Looked through one after another, so that a busy log reads little more than it shows. */
const spansMs = [dayMs / 24, dayMs, 7 * dayMs, 30 * dayMs, 365 * dayMs, Infinity];

/** One for each index that is asked; together they are the filter. */
function alternatives({ patientId, staffId, action }: AuditFilter): Filter<AuditDocument>[] {
  const narrow = action ? { action } : {};
  const staff: Filter<AuditDocument>[] = staffId
    ? [{ actor: `staff/${staffId}` }, { target: `staff/${staffId}` }]
    : [{}];
  const patient: Filter<AuditDocument>[] = patientId
    ? [{ target: `patient/${patientId}` }, { patients: patientId }]
    : [{}];
  return staff.flatMap((one) => patient.map((other) => ({ $and: [one, other, narrow] })));
}

const newestFirst = (a: AuditDocument, b: AuditDocument): number =>
  b.at.getTime() - a.at.getTime() || (a._id < b._id ? 1 : -1);

export function auditReads(tenant: Pick<Tenant, 'id' | 'db' | 'keyring'>): AuditReads {
  const store = auditStore(tenant.db);

  async function within(
    filters: Filter<AuditDocument>[],
    from: Date | undefined,
    to: Date,
    limit: number,
    before: AuditCursor | undefined,
  ): Promise<AuditDocument[]> {
    const at = { ...(from ? { $gte: from } : {}), ...(before ? { $lte: to } : { $lt: to }) };
    const older = before ? { $or: [{ at: { $lt: before.at } }, { _id: { $lt: before.id } }] } : {};
    const found = await Promise.all(
      filters.map((filter) =>
        store.audit
          .find({ $and: [{ at }, filter, older] })
          .sort({ at: -1, _id: -1 })
          .limit(limit)
          .toArray(),
      ),
    );
    const unique = new Map(found.flat().map((entry) => [entry._id, entry]));
    return [...unique.values()].sort(newestFirst).slice(0, limit);
  }

  return {
    async entries(filter, limit, now, before) {
      const filters = alternatives(filter);
      // A little of the future: clocks of several machines differ.
      const end = before?.at ?? filter.to ?? new Date(now.getTime() + dayMs);
      let entries: AuditDocument[] = [];
      for (const span of spansMs) {
        const reach = span === Infinity ? undefined : new Date(end.getTime() - span - (before ? 0 : dayMs));
        const from = filter.from && (!reach || reach < filter.from) ? filter.from : reach;
        entries = await within(filters, from, end, limit, before);
        if (entries.length >= limit || (filter.from && from === filter.from)) break;
      }
      return entries;
    },
    async state() {
      const [entries, document] = await Promise.all([
        store.audit.estimatedDocumentCount(),
        lastCheckpoint(store),
      ]);
      if (!document) return { entries, lastHolds: true };
      const last = checkpointOf(document);
      const { privateKey } = checkpointKeyOf(await tenant.keyring.secret('tenant/checkpoint'));
      const key = { tenant: tenant.id, key: await tenant.keyring.secret('tenant/audit') };
      const ids = last.heads.map(({ writer, seq }) => entryId(writer, seq));
      const named = await store.audit.find({ _id: { $in: ids } }).toArray();
      const macs = new Map(named.map((entry) => [entry._id, isAuthentic(key, entry) ? entry.mac : '']));
      const lastHolds =
        isSigned(createPublicKey(privateKey), last) &&
        last.heads.every(({ writer, seq, mac }) => macs.get(entryId(writer, seq)) === mac);
      return { entries, last, lastHolds };
    },
  };
}

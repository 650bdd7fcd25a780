import { DateTime } from 'luxon';
import { auditReads, type AuditCursor, type AuditFilter } from '../../crm-sync/audit/audit-reads';
import type { AuditDocument } from '../../crm-sync/audit/entry';
import { readPatientId } from '../../crm-sync/patients/search';
import type { Tenant } from '../../crm-sync/store/tenant';
import { Failure } from '../failure';
import { onlyOne, withTenants } from '../with-tenants';

export interface ListOptions {
  tenant?: string;
  patient?: string;
  staff?: string;
  action?: string;
  day?: string;
  limit?: string;
  json?: boolean;
}

function filterOf(options: ListOptions, timeZone: string): AuditFilter {
  const filter: AuditFilter = {};
  if (options.patient !== undefined) {
    const reading = readPatientId(options.patient);
    if (!reading.ok) throw new Failure('bad-patient', '--patient is no patient ID such as 7K3M-9QX2-H', 2);
    filter.patientId = reading.patientId;
  }
  if (options.day !== undefined) {
    const day = DateTime.fromISO(options.day, { zone: timeZone });
    if (!/^\d{4}-\d\d-\d\d$/.test(options.day) || !day.isValid)
      throw new Failure('bad-day', '--day is a day such as 2026-05-04', 2);
    filter.from = day.toJSDate();
    filter.to = day.plus({ days: 1 }).toJSDate();
  }
  if (options.staff !== undefined) filter.staffId = options.staff;
  if (options.action !== undefined) filter.action = options.action;
  return filter;
}

/** `_id` names writer and seq already. */
export function lineOf({ _id, at, actor, action, target, patients, details }: AuditDocument): string {
  const rest = Object.entries(details ?? {}).map(([name, value]) => `${name}=${value}`);
  const shown = patients ? [`shown=${patients.join(',')}`] : [];
  return [at.toISOString(), actor, action, target ?? '-', ...shown, ...rest, `(${_id})`].join('  ');
}

export const plain = ({ _id, ...entry }: AuditDocument): string => JSON.stringify(entry);

export async function list(options: ListOptions): Promise<void> {
  const limit = options.limit === undefined ? 50 : Number(options.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > 10_000)
    throw new Failure('bad-limit', '--limit is a whole number, 1 to 10000', 2);
  await withTenants(options.tenant, async (tenants) => {
    const tenant = onlyOne(tenants, 'entries are one tenant’s');
    const filter = filterOf(options, tenant.timeZone);
    await noteRead(tenant, 'audit.read', filter);
    const entries = await auditReads(tenant).entries(filter, limit, new Date());
    for (const entry of entries) console.log(options.json ? plain(entry) : lineOf(entry));
  });
}

/** Whoever reads the log is in it. */
async function noteRead(tenant: Tenant, action: string, filter: AuditFilter): Promise<void> {
  const target = filter.patientId ? `patient/${filter.patientId}` : undefined;
  await tenant.audit.append({ actor: 'command', action, ...(target ? { target } : {}) });
}

const exportedAtOnce = 500;

/** Every entry of the filter as JSON lines, newest first. */
export async function exportEntries(options: ListOptions): Promise<void> {
  await withTenants(options.tenant, async (tenants) => {
    const tenant = onlyOne(tenants, 'entries are one tenant’s');
    const filter = filterOf(options, tenant.timeZone);
    await noteRead(tenant, 'audit.export', filter);
    const reads = auditReads(tenant);
    let before: AuditCursor | undefined;
    for (;;) {
      const entries = await reads.entries(filter, exportedAtOnce, new Date(), before);
      for (const entry of entries) console.log(plain(entry));
      const oldest = entries.at(-1);
      if (!oldest || entries.length < exportedAtOnce) return;
      before = { at: oldest.at, id: oldest._id };
    }
  });
}

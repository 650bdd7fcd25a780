/** Decisions from a tenant's database. Each part is written into the audit log, as an export, before it is given. */
import {
  decisionsOfDays,
  findDecision,
  type DecisionsPart,
  type ExportedDecision,
} from '../../crm-sync/patients/kept-decisions';
import type { Tenant } from '../../crm-sync/store/tenant';
import { Failure } from '../failure';

export interface Wanted {
  /** One decision, by its number. */
  decision?: string;
  /** ISO days, both included. */
  from?: string;
  to?: string;
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const longestDays = 3_700;

function isDay(text: string): boolean {
  return day.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}

/** @throws Failure bad-period, naming the option */
export function checkWanted({ decision, from, to }: Wanted): void {
  if (decision !== undefined) {
    if (from === undefined && to === undefined) return;
    throw new Failure('bad-period', '--decision names one decision: leave out --from and --to', 2);
  }
  if (from === undefined || to === undefined)
    throw new Failure('bad-period', 'Say which: --decision <number>, or --from <day> and --to <day>', 2);
  for (const [option, text] of [
    ['--from', from],
    ['--to', to],
  ] as const)
    if (!isDay(text)) throw new Failure('bad-period', `${option}: is no day such as 2026-05-04`, 2);
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  if (days < 0) throw new Failure('bad-period', '--to: is before --from', 2);
  if (days > longestDays) throw new Failure('bad-period', '--from: more than ten years before --to', 2);
}

/** As many patients as one entry of the audit log names. */
const perEntry = 500;

async function noteExport(
  tenant: Tenant,
  part: DecisionsPart,
  details: Record<string, string>,
): Promise<void> {
  const { patients, decisions } = part;
  for (let at = 0; at === 0 || at < patients.length; at += perEntry) {
    await tenant.audit.append({
      ...{ actor: 'command', action: 'decisions.export', target: 'tenant' },
      ...(patients.length > 0 && { patients: patients.slice(at, at + perEntry) }),
      details: { ...details, count: decisions.length },
    });
  }
}

/**
 * @param purpose why it is read, for the audit log
 * @throws Failure unknown-decision
 */
export async function* storedDecisions(
  tenant: Tenant,
  wanted: Wanted,
  purpose: 'file' | 'replay',
): AsyncGenerator<ExportedDecision> {
  const { decision, from = '', to = '' } = wanted;
  const parts = decision === undefined ? decisionsOfDays(tenant, { from, to }) : only(tenant, decision);
  for await (const part of parts) {
    await noteExport(tenant, part, decision === undefined ? { purpose, from, to } : { purpose });
    yield* part.decisions;
  }
}

async function* only(tenant: Tenant, number: string): AsyncGenerator<DecisionsPart> {
  const part = await findDecision(tenant, number);
  if (!part)
    throw new Failure('unknown-decision', '--decision: this tenant has no decision of that number', 2);
  yield part;
}

/** An investigation: one epidemiologist, one notifiable disease, one period, a reason, seven days. Pure. */
import { DateTime } from 'luxon';
import * as z from 'zod';
import type { AcolheEvent, EventEnvelope } from '../../contract/event';
import type { CaseDefinition } from '../../settings/notifiable-diseases';
import { notifiableDisease } from '../../settings/notifiable-diseases';

export interface Investigation {
  id: string;
  /** Id in settings/notifiable-diseases.ts. */
  disease: string;
  /** ISO days of the tenant's calendar, both included. */
  fromDay: string;
  toDay: string;
  reason: string;
  /** Staff ID of who opened it; nobody else looks through it. */
  staff: string;
  openedAt: Date;
  endsAt: Date;
  closedAt?: Date;
}

export const investigationDays = 7;
export const maxPeriodDays = 92;
export const minReasonCharacters = 20;
export const maxReasonCharacters = 1_000;

export type InvestigationProblem = 'disease' | 'period' | 'period-long' | 'period-future' | 'reason';

const asked = z.object({
  disease: z.string().max(100),
  fromDay: z.iso.date(),
  toDay: z.iso.date(),
  reason: z.string().trim(),
});

export interface Asked {
  disease: string;
  fromDay: string;
  toDay: string;
  reason: string;
}

/** What is asked for, if it can be an investigation. Days are of the tenant's calendar. */
export function readAsked(
  input: Record<keyof Asked, unknown>,
  now: Date,
  timeZone: string,
): { ok: true; asked: Asked } | { ok: false; problem: InvestigationProblem } {
  const refused = (problem: InvestigationProblem) => ({ ok: false, problem }) as const;
  const parsed = asked.safeParse(input);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path[0];
    return refused(field === 'disease' || field === 'reason' ? field : 'period');
  }
  const { disease, fromDay, toDay, reason } = parsed.data;
  if (!notifiableDisease(disease)) return refused('disease');
  if (fromDay > toDay) return refused('period');
  if (toDay > (DateTime.fromJSDate(now, { zone: timeZone }).toISODate() ?? ''))
    return refused('period-future');
  const days = DateTime.fromISO(toDay).diff(DateTime.fromISO(fromDay), 'days').days + 1;
  if (days > maxPeriodDays) return refused('period-long');
  const characters = [...reason].length;
  if (characters < minReasonCharacters || characters > maxReasonCharacters) return refused('reason');
  return { ok: true, asked: parsed.data };
}

type Told = Extract<
  AcolheEvent,
  { type: 'acolhe.investigation.opened.v1' | 'acolhe.investigation.closed.v1' }
>;

/** From its stream's events, in any order and number; undefined when it was never opened. */
export function foldInvestigation(id: string, events: readonly AcolheEvent[]): Investigation | undefined {
  const own = events.filter((event): event is Told => event.type.startsWith('acolhe.investigation.'));
  const inOrder = [...own].sort((a, b) => (a.time + a.id < b.time + b.id ? -1 : 1));
  let investigation: Investigation | undefined;
  for (const event of inOrder) {
    if (event.type === 'acolhe.investigation.opened.v1') {
      const { disease, fromDay, toDay, reason, staff, endsAt } = event.data;
      investigation ??= {
        ...{ id, disease, fromDay, toDay, reason, staff },
        openedAt: new Date(event.time),
        endsAt: new Date(endsAt),
      };
    } else if (investigation) investigation.closedAt ??= new Date(event.time);
  }
  return investigation;
}

export function isOpen({ closedAt, endsAt }: Investigation, now: Date): boolean {
  return closedAt === undefined && now < endsAt;
}

/** The instants of its days on the tenant's clock; `to` is not included. */
export function periodOf({ fromDay, toDay }: Pick<Investigation, 'fromDay' | 'toDay'>, zone: string) {
  const from = DateTime.fromISO(fromDay, { zone }).startOf('day');
  const to = DateTime.fromISO(toDay, { zone }).plus({ days: 1 }).startOf('day');
  return { from: from.toJSDate(), to: to.toJSDate() };
}

/** Does a screening's result count as a suspected case? */
export function isCase(
  definitions: readonly CaseDefinition[],
  decision: { pack: string; outcome: string; findings: readonly string[] },
): boolean {
  return definitions.some(
    ({ pack, outcomes, withFinding }) =>
      pack === decision.pack &&
      outcomes.includes(decision.outcome) &&
      (withFinding?.some((finding) => decision.findings.includes(finding)) ?? true),
  );
}

/** The event that opens one. @param id of the investigation; the stream is `investigation/<id>` */
export function openedEvent(
  { tenant, id, eventId, staff }: { tenant: string; id: string; eventId: string; staff: string },
  { disease, fromDay, toDay, reason }: Asked,
  now: Date,
): EventEnvelope {
  const endsAt = new Date(now.getTime() + investigationDays * 86_400_000).toISOString();
  return {
    ...{ specversion: '1.0', id: eventId, source: `/tenants/${tenant}/crm`, time: now.toISOString() },
    ...{ type: 'acolhe.investigation.opened.v1', subject: `investigation/${id}` },
    data: { disease, fromDay, toDay, endsAt, staff, reason },
  };
}

export function closedEvent(
  { tenant, id, eventId, staff }: { tenant: string; id: string; eventId: string; staff: string },
  now: Date,
): EventEnvelope {
  return {
    ...{ specversion: '1.0', id: eventId, source: `/tenants/${tenant}/crm`, time: now.toISOString() },
    ...{ type: 'acolhe.investigation.closed.v1', subject: `investigation/${id}` },
    data: { staff },
  };
}

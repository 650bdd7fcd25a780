/** Decisions of a tenant as they are exported and made again: coded, without who it was. */
import { DateTime } from 'luxon';
import type { Disposition } from '../../contract/event';
import type { DecisionDocument } from '../store/documents';
import { answersPlace } from '../store/places';
import { keyWithin } from '../store/sealed-events';
import type { Tenant } from '../store/tenant';
import { alarmsWithin, findAlarm } from './kept-alarms';

export interface ExportedDecision {
  /** `<conversation>/<event>`: how it is asked for again. */
  decision: string;
  at: string;
  pack: string;
  packVersion: string;
  knowledge: string;
  language?: string;
  outcome: string;
  disposition: Disposition;
  row: string;
  urgencyMinutes?: number;
  department?: string;
  /** By the published routing rules. */
  routed?: string;
  specialty?: string;
  redFlags?: string[];
  /** Instead of a protocol's decision: a red flag that came after it, or before any. */
  raised?: { concept: string; call: string; source: string };
  missing?: string[];
  /** Coded values only. Absent: erased, or somebody's words were among them. */
  answers?: Record<string, boolean | number | string>;
}

/** An export of some decisions, and whom they are about, for the audit log. */
export interface DecisionsPart {
  decisions: ExportedDecision[];
  patients: string[];
}

/** Values of choices are such codes; what somebody wrote is seldom one, and then says nothing more. */
const codeName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/;

async function answersOf(
  tenant: Tenant,
  { _id, conversation, sealedAnswers }: DecisionDocument,
): Promise<ExportedDecision['answers']> {
  if (sealedAnswers === undefined) return undefined;
  const text = await tenant.sealing
    .open(answersPlace(conversation, _id), sealedAnswers)
    .catch(() => undefined);
  if (text === undefined) return undefined;
  const answers = JSON.parse(text) as NonNullable<ExportedDecision['answers']>;
  const isCoded = Object.entries(answers).every(
    ([id, value]) => codeName.test(id) && (typeof value !== 'string' || codeName.test(value)),
  );
  return isCoded ? answers : undefined;
}

/** The event's id within its conversation. */
const numberOf = ({ _id, conversation }: DecisionDocument): string =>
  `${conversation}/${_id.slice(conversation.length + 1)}`;

async function exported(tenant: Tenant, document: DecisionDocument): Promise<ExportedDecision> {
  const { at, pack, packVersion, knowledge, outcome, disposition, row } = document;
  const { language, urgencyMinutes, department, routed, specialty, redFlags, missing } = document;
  const answers = await answersOf(tenant, document);
  return {
    ...{ decision: numberOf(document), at: at.toISOString(), pack, packVersion, knowledge },
    ...(language !== undefined && { language }),
    ...{ outcome, disposition, row },
    ...(urgencyMinutes !== undefined && { urgencyMinutes }),
    ...(department !== undefined && { department }),
    ...(routed !== undefined && { routed }),
    ...(specialty !== undefined && { specialty }),
    ...(redFlags && { redFlags }),
    ...(missing && { missing }),
    ...(answers && { answers }),
  };
}

async function partOf(tenant: Tenant, documents: readonly DecisionDocument[]): Promise<DecisionsPart> {
  const decisions = await Promise.all(documents.map((document) => exported(tenant, document)));
  return { decisions, patients: [...new Set(documents.flatMap(({ patientId }) => patientId ?? []))] };
}

/** Room ids hold no slash; an event's own id leads with workspace and room. */
function keysOf(number: string): string[] {
  const [first = '', second] = number.split('/');
  const within = keyWithin(first, number.slice(first.length + 1));
  return second === undefined ? [within] : [within, keyWithin(second, number)];
}

/** @param number as exported, or the id of the decision's event alone */
export async function findDecision(tenant: Tenant, number: string): Promise<DecisionsPart | undefined> {
  const found = await tenant.decisions.find({ _id: { $in: keysOf(number) } }).toArray();
  if (found.length > 0) return partOf(tenant, found.slice(0, 1));
  const alarm = await findAlarm(tenant, keysOf(number), (one) => answersOf(tenant, one));
  return alarm && { decisions: [alarm.exported], patients: alarm.patientId ? [alarm.patientId] : [] };
}

/**
 * Of these days of the tenant's calendar, both included, the oldest first: one part a day, so that memory stays flat.
 * @param from ISO days
 */
export async function* decisionsOfDays(
  tenant: Tenant,
  { from, to }: { from: string; to: string },
): AsyncGenerator<DecisionsPart> {
  const zone = { zone: tenant.timeZone };
  const last = DateTime.fromISO(to, zone).startOf('day');
  const whole = {
    from: DateTime.fromISO(from, zone).startOf('day').toJSDate(),
    to: last.plus({ days: 1 }).toJSDate(),
  };
  const alarms = await alarmsWithin(tenant, whole, (one) => answersOf(tenant, one));
  for (let day = DateTime.fromISO(from, zone).startOf('day'); day <= last; day = day.plus({ days: 1 })) {
    const range = { $gte: day.toJSDate(), $lt: day.plus({ days: 1 }).toJSDate() };
    const found = await tenant.decisions.find({ at: range }).toArray();
    const raised = alarms.filter(({ at }) => at >= range.$gte && at < range.$lt);
    if (found.length === 0 && raised.length === 0) continue;
    found.sort((a, b) => a.at.getTime() - b.at.getTime() || (a._id < b._id ? -1 : 1));
    const { decisions, patients } = await partOf(tenant, found);
    const all = [...decisions, ...raised.map(({ exported: one }) => one)];
    yield {
      // the time as it is exported sorts as text
      decisions: all.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
      patients: [...new Set([...patients, ...raised.flatMap(({ patientId }) => patientId ?? [])])],
    };
  }
}

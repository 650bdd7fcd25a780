/**
 * Red flags that no protocol's decision holds, such as an emergency told after one: each is a decision of its own. It is
 * made again from the answers of the decision before it and the concept that was told, by that decision's version.
 */
import { redFlagRow } from '../../src/triage/evaluate';
import type { DecisionDocument, EventDocument } from '../store/documents';
import type { Tenant } from '../store/tenant';
import { packsOf } from '../knowledge/kept-packs';
import type { ExportedDecision } from './kept-decisions';

const raised = 'acolhe.red-flag.raised.v1';

export interface KeptAlarm {
  at: Date;
  patientId?: string;
  exported: ExportedDecision;
}

interface Raised {
  concept: string;
  call: string;
  source: string;
}

type Answers = ExportedDecision['answers'];

export async function alarmsIn(
  tenant: Tenant,
  { _id, patientId }: { _id: string; patientId?: string },
  answersOf: (decision: DecisionDocument) => Promise<Answers>,
): Promise<KeptAlarm[]> {
  const [events, decisions] = await Promise.all([
    tenant.events.find({ subject: _id, type: raised }).toArray(),
    tenant.decisions.find({ conversation: _id }).toArray(),
  ]);
  const made = events.map(async (event): Promise<KeptAlarm[]> => {
    const { concept } = event.coded as unknown as Raised;
    if (decisions.some(({ redFlags = [] }) => redFlags.includes(concept))) return [];
    const at = new Date(event.time);
    const before = decisions
      .filter((one) => one.at <= at)
      .sort((a, b) => a.at.getTime() - b.at.getTime() || a.order - b.order)
      .at(-1);
    const exported = await exportedAlarm(tenant, event, before, answersOf);
    return [{ at, ...(patientId !== undefined && { patientId }), exported }];
  });
  return (await Promise.all(made)).flat();
}

async function exportedAlarm(
  tenant: Tenant,
  event: EventDocument,
  before: DecisionDocument | undefined,
  answersOf: (decision: DecisionDocument) => Promise<Answers>,
): Promise<ExportedDecision> {
  const { concept, call, source } = event.coded as unknown as Raised;
  const { pack = 'universal', packVersion = '', knowledge = '' } = before ?? {};
  const whole = before && (await packsOf(tenant).whole(pack, packVersion, knowledge));
  const outcome = whole?.pack.redFlagOutcome?.outcome;
  const told = before && outcome !== undefined ? await answersOf(before) : undefined;
  return {
    ...{ decision: `${event.subject}/${event.id}`, at: new Date(event.time).toISOString() },
    ...{ pack, packVersion, knowledge, raised: { concept, call, source } },
    ...(before?.language !== undefined && { language: before.language }),
    ...{ outcome: outcome ?? redFlagRow, disposition: 'emergency', row: redFlagRow },
    ...(told && { answers: { ...told, [concept]: true } }),
  };
}

/** Of conversations that went on within this period. */
export async function alarmsWithin(
  tenant: Tenant,
  { from, to }: { from: Date; to: Date },
  answersOf: (decision: DecisionDocument) => Promise<Answers>,
): Promise<KeptAlarm[]> {
  const flagged = tenant.encounters
    .find({ lastEventAt: { $gte: from }, startedAt: { $lt: to }, 'redFlags.0': { $exists: true } })
    .project<{ _id: string; patientId?: string }>({ patientId: 1 });
  const found: KeptAlarm[] = [];
  for await (const encounter of flagged) {
    const all = await alarmsIn(tenant, encounter, answersOf);
    found.push(...all.filter(({ at }) => at >= from && at < to));
  }
  return found;
}

/** @param keys the event's, as it may be kept */
export async function findAlarm(
  tenant: Tenant,
  keys: readonly string[],
  answersOf: (decision: DecisionDocument) => Promise<Answers>,
): Promise<KeptAlarm | undefined> {
  const event = await tenant.events.findOne({ _id: { $in: [...keys] }, type: raised });
  const encounter = event && (await tenant.encounters.findOne({ _id: event.subject }));
  if (!event || !encounter) return undefined;
  const all = await alarmsIn(tenant, encounter, answersOf);
  const number = `${event.subject}/${event.id}`;
  return all.find(({ exported }) => exported.decision === number);
}

/**
 * By what waits are measured: the minutes of the app's settings, as it tells with each question about knowledge, and the
 * hours that are published. The app's own clock goes by the same two, so that a page and a message to a manager agree.
 */
import type { DepartmentHours, WaitRules } from '../../contract/knowledge';
import type { Hours } from '../../src/routing/open-time';
import { countWait, type SlaTargets } from '../../src/routing/sla';
import { targetMinutes, type Urgency } from '../../src/routing/urgency';
import { knowledgeShelf } from '../knowledge/knowledge-shelf';
import { newestOf } from '../knowledge/version';
import { durable } from '../store/durable';
import type { Tenant } from '../store/tenant';

export interface Measures {
  /** What is missing is as the product has it; 0: no clock. */
  minutes: SlaTargets;
  /** Within how many at most what is written to whoever serves is answered; 0: no clock. */
  answerMinutes: number;
  hoursOf: (department: { id: string; name: string } | undefined) => Hours | undefined;
}

/** Of a workspace. */
export type MeasuresOf = (workspace: string) => Measures;

/** Where no app has told anything, and nothing is published. */
export const builtInMeasures: MeasuresOf = () => ({
  minutes: {},
  answerMinutes: 0,
  hoursOf: () => undefined,
});

interface RulesDocument extends WaitRules {
  _id: string;
  toldAt: Date;
}

const shelf = (tenant: Pick<Tenant, 'db'>) => tenant.db.collection<RulesDocument>('waitRules', durable);

/** What an app just told of its settings. */
export async function noteWaitRules(
  tenant: Pick<Tenant, 'db'>,
  workspace: string,
  rules: WaitRules,
  toldAt: Date,
): Promise<void> {
  const known = await shelf(tenant).findOne({ _id: workspace });
  const said = ({ minutes, answerMinutes, departments }: WaitRules): string =>
    JSON.stringify([minutes, answerMinutes, departments]);
  if (known && said(known) === said(rules)) return;
  await shelf(tenant).replaceOne({ _id: workspace }, { ...rules, toldAt }, { upsert: true });
}

/** @param published hours of all departments */
export function measuresOf(rules: WaitRules | undefined, published: DepartmentHours): Measures {
  const { minutes = {}, answerMinutes = 0, departments } = rules ?? {};
  return {
    minutes,
    answerMinutes,
    hoursOf(department) {
      if (!department) return undefined;
      const named = [department.name, department.id];
      const roles = (['urgent', 'general'] as const).filter((role) =>
        named.includes(departments?.[role] ?? ''),
      );
      return [...named, ...roles].flatMap(
        (name) => published.find((one) => one.department === name) ?? [],
      )[0];
    },
  };
}

/** A snapshot is large: its hours are kept while it is the newest, which is looked at every few seconds. */
const lookAgainMs = 5_000;
const kept = new WeakMap<object, { lookedMs: number; hash?: string; hours: DepartmentHours }>();

async function publishedHours(tenant: Tenant): Promise<DepartmentHours> {
  const known = kept.get(tenant.db);
  if (known && performance.now() - known.lookedMs < lookAgainMs) return known.hours;
  const knowledge = knowledgeShelf(tenant);
  const newest = newestOf(await knowledge.snapshots());
  const lookedMs = performance.now();
  if (known && known.hash === newest?.hash) {
    known.lookedMs = lookedMs;
    return known.hours;
  }
  const found = newest && (await knowledge.snapshot(newest._id));
  const { hours = [] } = found ? (JSON.parse(found.body) as { hours?: DepartmentHours }) : {};
  kept.set(tenant.db, { lookedMs, ...(newest && { hash: newest.hash }), hours });
  return hours;
}

export async function readMeasures(tenant: Tenant): Promise<MeasuresOf> {
  const [rules, hours] = await Promise.all([shelf(tenant).find({}).toArray(), publishedHours(tenant)]);
  const byWorkspace = new Map(rules.map((one) => [one._id, measuresOf(one, hours)]));
  const otherwise = measuresOf(undefined, hours);
  return (workspace) => byWorkspace.get(workspace) ?? otherwise;
}

export interface Measured {
  /** 0: no clock. */
  targetMs: number;
  waitedMs: number;
  /** Of its department's hours: time that does not count runs now. */
  paused: boolean;
}

/** How much of the time promised has gone, of the time that counts. */
export function measureWait(
  {
    urgency,
    since,
    department,
  }: { urgency: Urgency; since: Date; department?: { id: string; name: string } | undefined },
  { minutes, hoursOf }: Measures,
  now: Date,
): Measured {
  const wait = { urgency, targets: minutes, hours: hoursOf(department), now: now.toISOString() };
  const counted = countWait({ ...wait, since: since.toISOString() });
  const next = { ...wait, since: wait.now, now: new Date(now.getTime() + 1_000).toISOString() };
  const paused = counted.hours !== undefined && countWait(next).waitedMs === 0;
  return { targetMs: counted.targetMinutes * 60_000, waitedMs: counted.waitedMs, paused };
}

/** For the order of the queue: who has no clock of their own goes by the product's. */
export function targetsWaited({ targetMs, waitedMs }: Measured, urgency: Urgency): number {
  return waitedMs / (targetMs > 0 ? targetMs : targetMinutes[urgency] * 60_000);
}

/** Departments that take nobody new for a while. Apps are told with each answer about knowledge, and respect it. */
import type { PausedIntake } from '../../contract/knowledge';
import { durable } from '../store/durable';
import type { Tenant } from '../store/tenant';

/** Minutes a manager can choose: a pause always ends by itself. */
export const pauseMinutes = [15, 30, 60, 120] as const;

interface IntakeDocument extends Omit<PausedIntake, 'until'> {
  _id: string;
  workspace: string;
  department: string;
  until: Date;
  /** Staff ID. */
  staff: string;
  /** When an app of the workspace was last answered with it. */
  toldAt?: Date;
}

export interface Pause {
  workspace: string;
  department: string;
  name: string;
  until: Date;
  /** Absent: the app has not asked since. */
  toldAt?: Date;
}

const intakes = (tenant: Tenant) => tenant.db.collection<IntakeDocument>('pausedIntakes', durable);
const idOf = (workspace: string, department: string): string => `${workspace}/${department}`;

/** Of all workspaces, or of one. */
export async function pausesNow(tenant: Tenant, now: Date, workspace?: string): Promise<Pause[]> {
  const found = await intakes(tenant)
    .find(workspace === undefined ? {} : { workspace })
    .toArray();
  return found
    .filter(({ until }) => until > now)
    .map(({ workspace: where, department, name, until, toldAt }) => ({
      ...{ workspace: where, department, name, until, ...(toldAt && { toldAt }) },
    }));
}

export async function pauseIntake(
  tenant: Tenant,
  { workspace, department, name }: { workspace: string; department: string; name: string },
  { minutes, staff, now }: { minutes: number; staff: string; now: Date },
): Promise<void> {
  const _id = idOf(workspace, department);
  const until = new Date(now.getTime() + minutes * 60_000);
  const fresh = { _id, id: department, workspace, department, name, until, staff };
  await intakes(tenant).replaceOne({ _id }, fresh, { upsert: true });
}

/** Ends a pause now. What is over stays until the app was told, so that it can be told. */
export async function resumeIntake(
  tenant: Tenant,
  { workspace, department }: { workspace: string; department: string },
  { staff, now }: { staff: string; now: Date },
): Promise<void> {
  const over = { $set: { until: now, staff }, $unset: { toldAt: '' as const } };
  await intakes(tenant).updateOne({ _id: idOf(workspace, department) }, over);
}

/** Has the app asked since the last word about this department? */
export async function isTold(tenant: Tenant, workspace: string, department: string): Promise<boolean> {
  const found = await intakes(tenant).findOne({ _id: idOf(workspace, department) });
  return found === null || found.toldAt !== undefined;
}

/** What an app of this workspace is answered; from then on it is known there. */
export async function pausesToTell(tenant: Tenant, workspace: string, now: Date): Promise<PausedIntake[]> {
  const pauses = await pausesNow(tenant, now, workspace);
  const untold = { workspace, toldAt: { $exists: false } };
  if (await intakes(tenant).findOne(untold))
    await intakes(tenant).updateMany(untold, { $set: { toldAt: now } });
  return pauses.map(({ department, name, until }) => ({ id: department, name, until: until.toISOString() }));
}

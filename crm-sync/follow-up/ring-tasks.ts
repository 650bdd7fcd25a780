/**
 * Whom a person is to call by a monitoring is told to staff in Rocket.Chat: at once, when it is late, and at twice its time.
 * The app is told to; doing it twice tells it once.
 */
import { createHash } from 'crypto';
import type { Command } from '../../contract/command';
import { queueCommand } from '../commands/queue-command';
import type { FollowUpDocument } from '../store/follow-up-document';
import type { Tenant } from '../store/tenant';
import type { TaskReason } from './calendar';
import { mayContact } from './contact-hours';

const minuteMs = 60_000;
/** Minutes within which somebody is to call. Who gets worse is as urgent as orange in a queue of calls can be. */
const withinMinutes: Readonly<Record<TaskReason, number>> = {
  worse: 30,
  'no-answer': 4 * 60,
  unreachable: 4 * 60,
};
/** What is older has been told of all it can be. */
const lookBackMs = 48 * 3_600_000;
const limit = 500;

type Ring = Extract<Command, { kind: 'ring' }>;
type WithTask = FollowUpDocument & Required<Pick<FollowUpDocument, 'task'>>;

/** Pure. @returns the newest step of it */
export function ringOf({ _id: key, patientId, task, decision }: WithTask, zone: string, now: Date) {
  if (!decision) return undefined;
  const sinceMs = task.since.getTime();
  const withinMs = withinMinutes[task.reason] * minuteMs;
  const times = Math.floor((now.getTime() - sinceMs) / withinMs);
  const step = times >= 2 ? 'again' : times >= 1 ? 'overdue' : 'opened';
  const name = createHash('sha256').update(`${key}/${sinceMs}`).digest('hex').slice(0, 32);
  const isWorse = task.reason === 'worse';
  const ring: Ring = {
    ...{ id: `ring/${name}/${step}`, kind: 'ring', conversation: decision.conversation, step, zone },
    task: {
      ...{ taskId: key, kind: isWorse ? 'worse' : 'follow-up' },
      dueAt: new Date(sinceMs + withinMs).toISOString(),
      ...(isWorse && { urgency: 'orange' as const }),
    },
    ...{ page: `/tasks/${key}`, patient: patientId },
  };
  return ring;
}

/** @param rung ids of what this process knows to be queued */
export async function ringTasks(tenant: Tenant, rung: Set<string>, now: Date): Promise<void> {
  const since = new Date(now.getTime() - lookBackMs);
  const open = await tenant.followUps.find({ taskSince: { $gte: since } }, { limit }).toArray();
  for (const document of open) {
    const { task, decision } = document;
    // who is merely silent is called when people are called
    if (!task || !decision || (task.reason !== 'worse' && !mayContact(tenant, now))) continue;
    const ring = ringOf({ ...document, task }, tenant.timeZone, now);
    if (!ring || rung.has(ring.id)) continue;
    if (rung.size > 10_000) rung.clear();
    rung.add(ring.id);
    if (await tenant.commands.findOne({ _id: ring.id }, { projection: { _id: 1 } })) continue;
    const encounter = await tenant.encounters.findOne(
      { _id: decision.conversation },
      { projection: { workspace: 1 } },
    );
    const workspace = tenant.workspaces.find(({ id }) => id === encounter?.workspace);
    if (workspace?.appId !== undefined) await queueCommand(tenant, workspace.id, ring, now);
  }
}

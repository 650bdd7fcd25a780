/** What the app rings for was done, or tried, on a page of the CRM: the app is told, so that nobody else is called to it. */
import { createHash } from 'crypto';
import { queueCommand } from '../commands/queue-command';
import { afterTry } from '../projector/encounter-tasks';
import type { EncounterTask } from '../store/documents';
import type { Tenant } from '../store/tenant';
import type { TaskResult } from './open-tasks';

/** @param task as it was before */
export async function tellAppOfTask(
  tenant: Tenant,
  { conversation, workspace }: { conversation: string; workspace: string },
  task: EncounterTask,
  { result, by }: { result: TaskResult; by: string },
  now: Date,
): Promise<void> {
  const after = afterTry(task, { by, result, at: now });
  const { taskId, tries = 0 } = task;
  // ids of tasks are longer than those of commands may be
  const name = createHash('sha256').update(`${conversation}/${taskId}`).digest('hex').slice(0, 32);
  const command = {
    ...({ id: `task/${name}/${tries}`, kind: 'task', conversation, taskId } as const),
    ...(!after.done && { dueAt: after.dueAt.toISOString() }),
  };
  await queueCommand(tenant, workspace, command, now);
}

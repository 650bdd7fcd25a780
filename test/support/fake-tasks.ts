/** Follow-up tasks in memory. */
import type { FollowUpShelf } from '../../crm-sync/follow-up/task-reads';
import type { TaskDone } from '../../crm-sync/follow-up/task-changes';
import type { ShownTask } from '../../crm-sync/follow-up/tasks';

export interface FakeTasks {
  open: ShownTask[];
  done: (TaskDone & { staff: string })[];
}

export function fakeTasks({ open, done }: FakeTasks): FollowUpShelf {
  const of = (key: string) => open.find((one) => one.key === key);
  return {
    countTasks: async () => open.length,
    tasks: async () => open,
    task: async (key) => of(key),
    history: async () => [],
    async finish(finished, since, { staff }) {
      const task = of(finished.key);
      if (task?.task.since.getTime() !== since.getTime()) return false;
      open.splice(open.indexOf(task), 1);
      done.push({ ...finished, staff });
      return true;
    },
  };
}

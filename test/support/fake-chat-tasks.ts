/** Tasks of conversations in memory. */
import type { OpenTask } from '../../crm-sync/tasks/open-tasks';
import type { ConversationTasks, TaskKey } from '../../crm-sync/tasks/task-shelf';

export interface FakeChatTasks {
  open: OpenTask[];
  /** What was told, in its order. */
  told: object[];
}

export function fakeChatTasks({ open, told }: FakeChatTasks): ConversationTasks {
  const of = (key: TaskKey) =>
    open.find(({ conversation, taskId }) => conversation === key.conversation && taskId === key.taskId);
  return {
    open: async () => open,
    count: async (now) => ({
      open: open.length,
      overdue: open.filter(({ dueAt }) => dueAt <= now).length,
    }),
    one: async (key) => of(key),
    async take(key, staff, now) {
      const task = of(key);
      if (!task || (task.taken && task.taken.by !== staff)) return false;
      Object.assign(task, { taken: { by: staff, at: now }, takenBy: staff });
      told.push({ taken: key.taskId, by: staff });
      return true;
    },
    async finish(key, what, staff) {
      const task = of(key);
      if (!task) return false;
      open.splice(open.indexOf(task), 1);
      told.push({ ...what, done: key.taskId, by: staff });
      return true;
    },
  };
}

/**
 * What somebody has to do rings: when it is opened, when it is overdue, and once more at twice its time. The app does it by
 * itself for what it opened; what is done on the CRM's page is told by a command.
 */
import { zoneOf } from './call-hours';
import type { Draft } from './draft';
import type { RingStep } from './effect';
import type { Input } from './input';
import { nextLook } from './next-look';
import { hoursHere } from './sla';
import type { RingingTask, State } from './state';

/** What is due at once is not overdue twice in the same minute. */
const leastTimeMs = 10 * 60_000;
const tasksAtMost = 20;

/** After each input, last: whatever opened a task or ended one has told so. */
export function watchTasks(draft: Draft, input: Input): void {
  const stood = draft.state.tasks;
  const open = closedBy(input, afterEvents(draft, stood?.open ?? []));
  if (!stood && open.length === 0) return;
  const came = input.kind === 'due' && input.reminder === 'task';
  const rung = came ? open.map((task) => ringIfDue(draft, task)) : open;
  const wanted = nextAt(rung, input.at);
  nextLook(draft, 'task', { before: stood?.lookAt, wanted, came });
  draft.state = { ...draft.state, tasks: rung.length > 0 ? tasksOf(rung, wanted) : undefined };
}

const tasksOf = (open: RingingTask[], lookAt: string | undefined): State['tasks'] => ({
  open,
  ...(lookAt !== undefined && { lookAt }),
});

function afterEvents(draft: Draft, before: readonly RingingTask[]): RingingTask[] {
  let open = [...before];
  // rings are effects of this step: its events are read as they were
  for (const event of draft.events) {
    if (event.type === 'acolhe.task.done.v1') {
      const { taskId } = event.data;
      open = open.filter((task) => task.taskId !== taskId);
    }
    if (event.type !== 'acolhe.task.opened.v1' || open.length >= tasksAtMost) continue;
    const { text: _text, ...task } = event.data;
    if (!open.some(({ taskId }) => taskId === task.taskId)) open.push(opened(draft, task));
  }
  return open;
}

function opened(draft: Draft, task: Omit<RingingTask, 'openedAt' | 'told'>): RingingTask {
  const { input } = draft;
  const ringing = { ...task, openedAt: input.at };
  const isOwn = input.kind === 'agent-action' && input.by.username === task.owner;
  if (!isOwn) ring(draft, 'opened', ringing);
  return ringing;
}

/** Done on the CRM's page, or to be tried again later. */
function closedBy(input: Input, open: RingingTask[]): RingingTask[] {
  if (input.kind !== 'command' || input.command.kind !== 'task') return open;
  const { taskId, dueAt } = input.command;
  if (dueAt === undefined) return open.filter((task) => task.taskId !== taskId);
  return open.map((task) => {
    if (task.taskId !== taskId) return task;
    const { told: _told, ...rest } = task;
    return { ...rest, openedAt: input.at, dueAt };
  });
}

function stepsOf({ openedAt, dueAt }: RingingTask): { step: 'overdue' | 'again'; at: string }[] {
  const timeMs = Math.max(leastTimeMs, Date.parse(dueAt) - Date.parse(openedAt));
  const again = new Date(Date.parse(dueAt) + timeMs).toISOString();
  return [
    { step: 'overdue', at: dueAt },
    { step: 'again', at: again },
  ];
}

/** Steps that nobody was told of yet. */
function leftOf(task: RingingTask): ReturnType<typeof stepsOf> {
  const steps = stepsOf(task);
  return steps.slice(steps.findIndex(({ step }) => step === task.told) + 1);
}

function ringIfDue(draft: Draft, task: RingingTask): RingingTask {
  const due = leftOf(task).findLast(({ at }) => at <= draft.input.at);
  if (!due) return task;
  ring(draft, due.step, task);
  return { ...task, told: due.step };
}

function nextAt(open: readonly RingingTask[], now: string): string | undefined {
  const next = open.flatMap((task) => leftOf(task)[0]?.at ?? []).sort()[0];
  return next !== undefined && next < now ? now : next;
}

function ring(draft: Draft, step: RingStep, { told: _told, openedAt: _at, ...task }: RingingTask): void {
  const { patientId, setup } = draft.state;
  const zone = hoursHere(draft)?.timeZone ?? zoneOf(draft);
  // who has been brought nowhere is the general department's
  const department = task.department ?? setup.departments?.general;
  const told = { ...task, ...(department !== undefined && { department }) };
  draft.effects.push({ kind: 'ring', step, task: told, zone, ...(patientId && { patient: patientId }) });
}

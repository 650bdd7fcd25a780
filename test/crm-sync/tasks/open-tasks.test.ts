import { afterTry, changeTask, noteTaskDue } from '../../../crm-sync/projector/encounter-tasks';
import type { EncounterTask } from '../../../crm-sync/store/documents';
import { inOrder } from '../../../crm-sync/tasks/open-tasks';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute));
const task = (taskId: string, due: number, more: Partial<EncounterTask> = {}): EncounterTask => ({
  ...{ taskId, kind: 'left', event: `e/${taskId}`, openedAt: at(0), dueAt: at(due) },
  ...more,
});
const tried = (minute: number, result: 'done' | 'no-answer' | 'dropped' = 'no-answer') => ({
  ...{ by: 'ana', result, at: at(minute) },
});

describe('the order of tasks', () => {
  it.each([
    ['what is overdue before what is not', [task('later', 20), task('late', 5)], 'late later'],
    [
      'of what is overdue, the more urgent',
      [task('green', 1, { urgency: 'green' }), task('red', 9, { urgency: 'red' })],
      'red green',
    ],
    ['of equal urgency, what was due first', [task('b', 9), task('a', 3)], 'a b'],
    [
      'of what is not due, what is due next, however urgent',
      [task('red', 40, { urgency: 'red' }), task('blue', 30, { urgency: 'blue' })],
      'blue red',
    ],
    [
      'an urgency that nobody told counts as yellow',
      [task('green', 1, { urgency: 'green' }), task('none', 2), task('orange', 3, { urgency: 'orange' })],
      'orange none green',
    ],
  ])('Given tasks, then %s', (_name, tasks, order) => {
    const rows = tasks.map((one) => ({ ...one, conversation: 'r' }));
    expect(
      inOrder(rows, at(10))
        .map(({ taskId }) => taskId)
        .join(' '),
    ).toBe(order);
  });
});

describe('what came of a task', () => {
  it('Given nobody answers, then it is due again in half an hour, three times at most', () => {
    const once = afterTry(task('t', 5, { taken: { by: 'ana', at: at(4) } }), tried(6));
    expect(once).toEqual({ ...task('t', 36), tries: 1 });
    const twice = afterTry(once, tried(40));
    expect(twice).toMatchObject({ tries: 2, dueAt: at(70) });
    expect(afterTry(twice, tried(71))).toMatchObject({ tries: 3, done: { result: 'no-answer' } });
  });

  it('Given it is done, then nothing told later changes it', () => {
    const done = afterTry(task('t', 5), tried(6, 'done'));
    expect(done.done).toEqual(tried(6, 'done'));
    expect(afterTry(done, tried(7, 'dropped'))).toBe(done);
  });

  it('Given what nobody looked at, then there is nobody to try again', () => {
    expect(afterTry(task('t', 5, { kind: 'unread' }), tried(6)).done).toBeDefined();
  });

  it('keeps when the first open one is due, and nothing when none is', () => {
    const encounter: Parameters<typeof noteTaskDue>[0] = { tasks: [task('a', 30), task('b', 9)] };
    noteTaskDue(encounter);
    expect(encounter.taskDueAt).toEqual(at(9));
    changeTask(encounter, 'b', (one) => afterTry(one, tried(10, 'done')));
    expect(encounter.taskDueAt).toEqual(at(30));
    changeTask(encounter, 'a', (one) => afterTry(one, tried(11, 'dropped')));
    expect(encounter).not.toHaveProperty('taskDueAt');
  });
});

/**
 * The life of one patient's monitoring as a pure function: when the next question is due, how many tries are left, when it
 * ends, and when a person is needed. Instants are milliseconds; the clock comes in with the events.
 */
import type { Disposition } from '../../contract/event';

const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

export interface Calendar {
  /** Id of the plan in its pack. */
  plan: string;
  everyHours: number;
  /** The last day, counted from the onset's instant, which is day 0. */
  untilDay: number;
  /** Unanswered tries before it becomes a task for a person. */
  tries: number;
}

export const unreachableReasons = ['closed', 'in-service', 'refused', 'app-away'] as const;
/** Why a try had no answer: nobody wrote, or the bot could not write. */
export type UnansweredReason = 'silence' | (typeof unreachableReasons)[number];

export const taskOutcomes = ['better', 'worse', 'no-answer', 'seen'] as const;
/** `seen`: a health professional has taken over, and the monitoring ends. */
export type TaskOutcome = (typeof taskOutcomes)[number];

export type TaskReason = 'worse' | 'no-answer' | 'unreachable';
export interface Task {
  reason: TaskReason;
  sinceMs: number;
  /** Calls of a person that nobody answered. */
  calls: number;
}

export type EndReason = 'recovered' | 'handed-over' | 'last-day' | 'closed-by-person' | 'another-person';

export type FollowUpEvent = { atMs: number } & (
  | { kind: 'planned'; calendar: Calendar; onsetMs: number }
  /** @property ask counts all tries of this patient from 1 */
  | { kind: 'asked'; ask: number; answerByMs: number }
  | { kind: 'unanswered'; ask: number; reason: UnansweredReason }
  /** The questions were answered. Without `next` there is nothing more to ask. */
  | { kind: 'answered'; disposition: Disposition; next?: Calendar }
  | { kind: 'task-done'; outcome: TaskOutcome }
  | { kind: 'ended'; reason: EndReason }
);

export type FollowUpPhase =
  | { phase: 'none' }
  /** `tried`: tries in a row without an answer. */
  | { phase: 'waiting'; dueAtMs: number; tried: number }
  | { phase: 'asked'; ask: number; answerByMs: number; tried: number }
  /** Nothing is asked until a person has done the task. */
  | { phase: 'held' }
  | { phase: 'ended'; reason: EndReason; atMs: number };

export type FollowUpState = FollowUpPhase & {
  /** The number of the last try. */
  asks: number;
  calendar?: Calendar;
  onsetMs?: number;
  task?: Task;
};

export const noFollowUp: FollowUpState = { phase: 'none', asks: 0 };

/** Whole days since the first symptom: what `symptom_duration` means. */
export function dayOf(onsetMs: number, atMs: number): number {
  return Math.floor((atMs - onsetMs) / dayMs);
}

/** The first instant after the last day. */
export function endOf({ untilDay }: Calendar, onsetMs: number): number {
  return onsetMs + (untilDay + 1) * dayMs;
}

/**
 * One interval after `fromMs`. An interval that would pass the last day is shortened to one day, so that the last day is
 * asked about too. @returns undefined when the last day would be passed anyway
 */
export function nextDue(calendar: Calendar, onsetMs: number, fromMs: number): number | undefined {
  const end = endOf(calendar, onsetMs);
  const due = fromMs + calendar.everyHours * hourMs;
  if (due < end) return due;
  const dayLater = fromMs + dayMs;
  return dayLater < due && dayLater < end ? dayLater : undefined;
}

/** What stays whatever phase comes next. */
function kept({ asks, calendar, onsetMs, task }: FollowUpState): Omit<FollowUpState, 'phase'> {
  return {
    asks,
    ...(calendar && { calendar }),
    ...(onsetMs !== undefined && { onsetMs }),
    ...(task && { task }),
  };
}

function to(state: FollowUpState, phase: FollowUpPhase): FollowUpState {
  return { ...kept(state), ...phase };
}

function withTask(state: FollowUpState, task: Task | undefined): FollowUpState {
  const { task: _task, ...rest } = state;
  return task ? { ...rest, task } : rest;
}

/** The next interval begins; the monitoring ends when there is none. */
function goOn(state: FollowUpState, atMs: number): FollowUpState {
  const { calendar, onsetMs } = state;
  if (!calendar || onsetMs === undefined) return to(state, { phase: 'none' });
  const dueAtMs = nextDue(calendar, onsetMs, atMs);
  if (dueAtMs === undefined) return to(state, { phase: 'ended', reason: 'last-day', atMs });
  return to(state, { phase: 'waiting', dueAtMs, tried: 0 });
}

/** Who gets worse comes before whoever is silent; and stays so until a person has looked. */
function opened(state: FollowUpState, reason: TaskReason, atMs: number): FollowUpState {
  const { task } = state;
  if (task && (task.reason === 'worse' || task.reason === reason)) return state;
  return withTask(state, { reason, sinceMs: atMs, calls: 0 });
}

/** They were heard: whoever was to call them because they were silent need not. */
function heard(state: FollowUpState): FollowUpState {
  return state.task?.reason === 'worse' ? state : withTask(state, undefined);
}

function unanswered(
  state: Extract<FollowUpState, { phase: 'asked' }>,
  { reason, atMs }: Extract<FollowUpEvent, { kind: 'unanswered' }>,
): FollowUpState {
  const { calendar, onsetMs, tried } = state;
  const silent = reason === 'silence';
  const triesLeft = silent && tried < (calendar?.tries ?? 0);
  if (triesLeft && calendar && atMs < endOf(calendar, onsetMs ?? atMs))
    return to(state, { phase: 'waiting', dueAtMs: atMs, tried });
  return opened(to(state, { phase: 'held' }), silent ? 'no-answer' : 'unreachable', atMs);
}

function answered(
  state: FollowUpState,
  { disposition, next, atMs }: Extract<FollowUpEvent, { kind: 'answered' }>,
): FollowUpState {
  const worse = disposition !== 'mild';
  const told = worse ? opened(state, 'worse', atMs) : heard(state);
  // Ended by a person, or never begun: only what is bad is news.
  if (state.phase === 'ended' || state.phase === 'none') return told;
  if (next) return goOn({ ...told, calendar: next }, atMs);
  return to(told, { phase: 'ended', reason: worse ? 'handed-over' : 'recovered', atMs });
}

function taskDone(
  state: FollowUpState,
  { outcome, atMs }: Extract<FollowUpEvent, { kind: 'task-done' }>,
): FollowUpState {
  const { task } = state;
  if (!task) return state;
  switch (outcome) {
    case 'seen':
      return to(withTask(state, undefined), { phase: 'ended', reason: 'closed-by-person', atMs });
    case 'worse':
      // To be triaged again by a person.
      return opened(state, 'worse', atMs);
    case 'no-answer':
      // Nobody who gets worse is let go because a telephone rang unheard.
      if (task.reason === 'worse') return withTask(state, { ...task, calls: task.calls + 1 });
      break;
    case 'better':
  }
  const free = withTask(state, undefined);
  return free.phase === 'held' ? goOn(free, atMs) : free;
}

/** The one transition function. What cannot be, changes nothing: events may come late, twice, and in any order. */
export function followUp(state: FollowUpState, event: FollowUpEvent): FollowUpState {
  switch (event.kind) {
    case 'planned':
      return goOn({ ...heard(state), calendar: event.calendar, onsetMs: event.onsetMs }, event.atMs);
    case 'asked': {
      const counted = { ...state, asks: Math.max(state.asks, event.ask) };
      if (state.phase !== 'waiting') return counted;
      const { ask, answerByMs } = event;
      return to(counted, { phase: 'asked', ask, answerByMs, tried: state.tried + 1 });
    }
    case 'unanswered':
      return state.phase === 'asked' && state.ask === event.ask ? unanswered(state, event) : state;
    case 'answered':
      return answered(state, event);
    case 'task-done':
      return taskDone(state, event);
    case 'ended':
      return to(withTask(state, undefined), { phase: 'ended', reason: event.reason, atMs: event.atMs });
  }
}

/** When something is to be done next: a try, or its end. */
export function dueAtOf(state: FollowUpState): number | undefined {
  if (state.phase === 'waiting') return state.dueAtMs;
  return state.phase === 'asked' ? state.answerByMs : undefined;
}

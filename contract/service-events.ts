/**
 * What becomes of somebody who waits for a person, and of a conversation once a person had it: clocks, priority, outcome,
 * tasks, the survey. In the conversation's stream; told by the app, or by the CRM for what staff do on its pages.
 */
import * as z from 'zod';

const id = z.string().min(1).max(200);
const instant = z.iso.datetime({ precision: 3 });
const text = z.string().max(20_000);

/** By the colours of the Manchester Triage System: red is never a queue, blue can wait longest. */
export const urgencies = ['red', 'orange', 'yellow', 'green', 'blue'] as const;
export type Urgency = (typeof urgencies)[number];

/** What a conversation came to, as whoever served it registers it. */
export const serviceOutcomes = [
  'consultation-confirmed',
  'exam-delivered',
  'prescription-renewed',
  'referred',
  'resolved',
  'not-resolved',
] as const;
export type ServiceOutcome = (typeof serviceOutcomes)[number];

/**
 * Why a person has something to do: to call somebody back (`call-back`: they asked; `left`: they went before anybody
 * answered), to answer what was left for somebody (`message`), to look at what the bot cannot read (`unread`), other.
 */
export const taskKinds = ['call-back', 'left', 'message', 'unread', 'other'] as const;
export type TaskKind = (typeof taskKinds)[number];

const wait = {
  urgency: z.enum(urgencies),
  department: z.string().max(200).optional(),
  targetMinutes: z.number().min(0),
  waitedMinutes: z.number().min(0),
};

export const serviceEventData = {
  /** How soon a person is needed, when it is first known and each time it changes. */
  'acolhe.urgency.changed.v1': z.object({
    urgency: z.enum(urgencies),
    reason: z.enum(['triage', 'red-flag', 'sla', 'staff']),
    staff: id.optional(),
  }),
  /** 80 % of the target's time has gone. */
  'acolhe.sla.warned.v1': z.object(wait),
  /** `times`: the wait is this many times the target. */
  'acolhe.sla.breached.v1': z.object({ ...wait, times: z.number().int().min(1).max(2) }),
  /** One rung of the ladder was tried. `rule`: id of the routing rule. */
  'acolhe.routing.tried.v1': z.object({
    rung: z.enum(['department', 'person', 'on-call', 'queue', 'appointment', 'call-back']),
    department: z.string().max(200).optional(),
    rule: z.string().max(100).optional(),
    result: z.enum(['taken', 'refused', 'closed', 'away', 'full', 'paused', 'gone', 'unstaffed', 'offered']),
    /** Of the rule. */
    tags: z.array(z.string().max(100)).max(20).optional(),
  }),
  /** Left without being seen: the room ended before a person had answered. */
  'acolhe.conversation.left.v1': z.object({ urgency: z.enum(urgencies), waitedMs: z.number().min(0) }),
  /** `by`: the username of the agent, or the id of a member of staff of the CRM. */
  'acolhe.outcome.registered.v1': z.object({
    outcome: z.enum(serviceOutcomes),
    by: id,
    note: text.optional(),
  }),
  /** Whoever served closed without one, and was asked for it. */
  'acolhe.outcome.asked.v1': z.object({ of: id }),
  /** What an agent wrote down about the patient, for whoever comes after; no patient ever reads it. `by`: their username. */
  'acolhe.conversation.noted.v1': z.object({ noteId: id, by: id, text }),
  /** Neither member: the patient would rather not. */
  'acolhe.survey.answered.v1': z.object({
    score: z.number().int().min(1).max(5).optional(),
    comment: text.optional(),
  }),
  'acolhe.task.opened.v1': z.object({
    taskId: id,
    kind: z.enum(taskKinds),
    dueAt: instant,
    urgency: z.enum(urgencies).optional(),
    /** Username of whose it is; absent: the department's. */
    owner: id.optional(),
    department: z.string().max(200).optional(),
    /** What is to be done, in words: personal. */
    text: text.optional(),
  }),
  /** Somebody has it in hand: the username of an agent, or the id of a member of staff of the CRM. */
  'acolhe.task.taken.v1': z.object({ taskId: id, by: id }),
  'acolhe.task.done.v1': z.object({
    taskId: id,
    by: id,
    result: z.enum(['done', 'no-answer', 'dropped']),
    note: text.optional(),
  }),
  /** What a manager did about this conversation on the CRM's page, and what really came of it. */
  'acolhe.supervision.acted.v1': z.object({
    staff: id,
    action: z.enum(['transfer', 'take-over', 'message', 'priority', 'close', 'return-to-queue']),
    result: z.enum(['done', 'refused', 'unknown']),
    to: z.string().max(200).optional(),
    reason: text.optional(),
  }),
} as const;

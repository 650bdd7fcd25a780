/**
 * What the CRM tells itself of a patient's monitoring, in the stream `follow-up/<patient id>`. Coded facts only, but for the
 * note of whoever called: the answers themselves stay with the decisions that these events name.
 */
import * as z from 'zod';

const id = z.string().min(1).max(200);
const instant = z.iso.datetime({ precision: 3 });
const count = z.number().int().min(1);

/** A plan of a protocol pack, as it was when it was taken. */
const calendar = {
  plan: z.string().max(100),
  everyHours: z.number().min(1).max(720),
  untilDay: count.max(365),
  /** Unanswered tries before a person calls. */
  tries: count.max(5),
};

/** The decision it follows from: an event of that conversation. */
const decided = { conversation: id, decision: id };

export const followUpEventData = {
  /** A decision's outcome begins a monitoring, or begins it anew. */
  'acolhe.follow-up.planned.v1': z.object({
    ...decided,
    pack: z.string().max(100),
    packVersion: z.string().max(100),
    ...calendar,
    /** What the follow-up questions are about. */
    disease: z.enum(['respiratory', 'dengue']),
    group: z.enum(['A', 'B']).optional(),
    /** Day 0. */
    onset: instant,
  }),
  /** The bot was told to ask. `ask` counts all tries of this patient from 1. */
  'acolhe.follow-up.asked.v1': z.object({ conversation: id, ask: count, answerBy: instant }),
  'acolhe.follow-up.unanswered.v1': z.object({
    ask: count,
    reason: z.enum(['silence', 'closed', 'in-service', 'refused', 'app-away']),
  }),
  /** The follow-up questions came to a decision. Without `next` there is nothing more to ask. */
  'acolhe.follow-up.answered.v1': z.object({
    ...decided,
    outcome: z.string().max(100),
    disposition: z.enum(['emergency', 'moderate', 'mild']),
    next: z.object(calendar).optional(),
  }),
  /** A person has called, or tried to. */
  'acolhe.follow-up.task-done.v1': z.object({
    staff: id,
    outcome: z.enum(['better', 'worse', 'no-answer', 'seen']),
    note: z.string().max(20_000).optional(),
  }),
  /** The conversation turned out to be about somebody else. */
  'acolhe.follow-up.ended.v1': z.object({ reason: z.enum(['another-person']) }),
} as const;

/**
 * Questions: what the app asks the CRM during a chat. An answer is optional: after 2 s the app goes on without.
 * `POST /v1/tenants/{tenant}/workspaces/{workspace}/questions/{name}`, signed like events.
 */
import * as z from 'zod';
import { answerValue, instant } from './event';

export const questionTimeoutMs = 2_000;

/**
 * Who is this? The CRM gives the visitor's patient ID, a new one when the visitor is new. With `dependent` the visitor
 * writes for another: the answer is that person's own ID. The same guardian and the same name (case, accents and
 * spaces aside) are the same dependent; without a name it is the guardian's one dependent who has none.
 */
export const whoIsQuestion = z.object({
  conversation: z.string().min(1).max(200),
  visitor: z.string().min(1).max(200),
  dependent: z.object({ name: z.string().trim().min(1).max(200).optional() }).optional(),
});
export type WhoIsQuestion = z.infer<typeof whoIsQuestion>;

/** A question of a monitoring that is due, or was not answered, when the patient comes of their own accord. */
const dueFollowUp = z.object({
  /** Names the calendar it is of. */
  task: z.string().min(1).max(200),
  /** The pack that asks. */
  pack: z.string().min(1).max(100),
  disease: z.enum(['respiratory', 'dengue']),
  /** Since when an answer is waited for. */
  due: instant,
  /** What is known, as in the command `follow-up`. */
  answers: z.record(z.string().max(100), answerValue),
});
export type DueFollowUp = z.infer<typeof dueFollowUp>;

export const whoIsAnswer = z.object({
  /** Of the dependent, when the question was about one. */
  patientId: z.string(),
  /** The guardian's own ID, when the question was about a dependent: `dependentOf` of the identified event. */
  guardianId: z.string().optional(),
  /** Earlier conversations of the same patient; 0 for a new one. */
  earlierConversations: z.number().int().min(0),
  /** When the last of those began. */
  lastConversationAt: instant.optional(),
  /** In the last one where consent was asked, it was given and not taken back. */
  consented: z.boolean().optional(),
  /**
   * What the record says of that patient and stays true for long, by id of the question: age, chronic diseases. Never a
   * symptom. The patient is asked whether it still holds.
   */
  known: z.record(z.string().max(80), answerValue).optional(),
  /** That patient is under monitoring, and it is time. One that cannot be read must not cost the patient their ID. */
  followUp: dueFollowUp.optional().catch(undefined),
});
export type WhoIsAnswer = z.infer<typeof whoIsAnswer>;

/** `questions/wait`: where in the queue of its department is this conversation, and for how long still? */
export const waitQuestion = z.object({ conversation: z.string().min(1).max(200) });

/**
 * `before`: how many of the same department go before it, by urgency, then by arrival; missing where the conversation is in no
 * queue that the CRM knows of. `minutes`: how long it still waits, as reckoned from how fast that department lately served;
 * missing where nothing can be said. One that cannot be read must not cost the other.
 */
export const waitAnswer = z.object({
  before: z.number().int().min(0).optional().catch(undefined),
  minutes: z.number().min(0).optional().catch(undefined),
});
export type WaitAnswer = z.infer<typeof waitAnswer>;

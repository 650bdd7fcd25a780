/** Decisions, the bot's and a person's: what was decided, and of what, so that it can be read and made again long after. */
import * as z from 'zod';

const id = z.string().min(1).max(200);

export const dispositions = ['emergency', 'moderate', 'mild'] as const;
export type Disposition = (typeof dispositions)[number];

export const languages = ['pt-BR', 'en', 'es'] as const;
export type Language = (typeof languages)[number];

/** A patient's answer: coded value of a question. `unknown` = asked and not known. */
export const answerValue = z.union([z.boolean(), z.number(), z.string().max(200)]);

/** What a decision was made of, so that it can be read and re-run long after. */
const decisionReasons = {
  /** Within which time a person is to see the patient; emergency: 0. */
  urgencyMinutes: z.number().int().min(0).optional(),
  /** As the outcome names them. */
  specialty: z.string().max(100).optional(),
  department: z.string().max(100).optional(),
  /** The answers that made the row match, as `question=value`. */
  because: z.array(z.string().max(400)).max(400).optional(),
  /** Concepts of the red flags in the answers, the most urgent call first. */
  redFlags: z.array(id).max(200).optional(),
  /** Questions whose answer was not known, and on which a rule up to the row depended. */
  missing: z.array(id).max(400).optional(),
} as const;

export const decisionEventData = {
  'acolhe.triage.decided.v1': z.object({
    pack: id,
    packVersion: z.string(),
    /** Hash of the knowledge snapshot that decided. */
    knowledge: z.string(),
    outcome: z.string().max(100),
    disposition: z.enum(dispositions),
    /** Id of the decision-table row that matched. */
    row: z.string().max(100),
    answers: z.record(z.string(), answerValue),
    // Told since 2026-11; a decision from before has none of them.
    ...decisionReasons,
    /**
     * Where a person is waited for by the published routing rules: a department's name or id, `urgent` or `general`.
     * `department` stays what the outcome says. Absent when no rule holds.
     */
    routed: z.string().max(200).optional(),
    language: z.enum(languages).optional(),
  }),
  /**
   * The second screening, by a member of staff who did not see the bot's decision before theirs (`blind`). The CRM's own,
   * in the conversation's stream.
   */
  'acolhe.rescreen.decided.v1': z.object({
    staff: id,
    blind: z.boolean(),
    pack: id,
    packVersion: z.string(),
    /** Hash of the snapshot the form was published in; absent where it was the product's own. */
    knowledge: z.string().max(100).optional(),
    outcome: z.string().max(100),
    disposition: z.enum(dispositions),
    row: z.string().max(100),
    answers: z.record(z.string(), answerValue),
    ...decisionReasons,
    /** What the person chose themselves, where red flags or contradictions made the form decide otherwise or not. */
    own: z.enum(dispositions).optional(),
    /** What the bot had decided until then; absent when nothing. `decision`: the id of its event. */
    bot: z
      .object({
        disposition: z.enum(dispositions),
        decision: id.optional(),
        urgencyMinutes: z.number().int().min(0).optional(),
      })
      .optional(),
    comment: z.string().max(20_000).optional(),
  }),
} as const;

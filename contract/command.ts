/**
 * Commands: what the CRM tells the app's one endpoint. Signed over the canonical JSON of the body (the engine hands
 * apps no raw body), idempotent by `id`: a command is one more input of its conversation and passes through `step`.
 */
import * as z from 'zod';
import { taskKinds, urgencies } from './service-events';

const base = z.object({ id: z.string().min(1).max(100), conversation: z.string().min(1).max(200) });

export const ringSteps = ['opened', 'overdue', 'again'] as const;
/** `follow-up`: to call somebody under monitoring; `worse`: who got worse there. */
export const rungKinds = [...taskKinds, 'follow-up', 'worse'] as const;
export type RungKind = (typeof rungKinds)[number];

const instant = z.iso.datetime({ precision: 3 });
const named = z.string().min(1).max(200);

export const command = z.discriminatedUnion('kind', [
  base.extend({ kind: z.literal('say'), text: z.string().min(1).max(5_000) }),
  base.extend({ kind: z.literal('hand-over'), reason: z.string().max(200).optional() }),
  /**
   * How soon a person is needed, as staff decided it. Refused: `closed`, or `red-flag` where it would be less urgent than a
   * red flag that was raised. `staff`: their staff ID.
   */
  base.extend({
    kind: z.literal('urgency'),
    urgency: z.enum(urgencies),
    staff: z.string().min(1).max(200),
  }),
  /** The ID the app minted was taken: this one replaces it, and the patient is told. */
  base.extend({ kind: z.literal('replace-patient-id'), patientId: z.string() }),
  /**
   * Asks the questions of a follow-up pack again of a patient under monitoring. `answers` is what the CRM knows: the disease,
   * the day, what stays as it is, and what was answered last time as `previous.<question>`. Refused where the bot cannot
   * write: `closed`, or `in-service` while a person has the room.
   */
  base.extend({
    kind: z.literal('follow-up'),
    pack: z.string().min(1).max(100),
    answers: z.record(z.string().max(100), z.union([z.boolean(), z.number(), z.string().max(200)])),
  }),
  /** A task of this conversation was done on the CRM's page; with `dueAt`: nobody answered, and it is tried again by then. */
  base.extend({ kind: z.literal('task'), taskId: named, dueAt: instant.optional() }),
  /**
   * What somebody has to do by the CRM's reckoning is told to staff now, by direct message. The conversation need not be known
   * any more. `zone`: the tenant's; `page`: path of the CRM's page.
   */
  base.extend({
    kind: z.literal('ring'),
    step: z.enum(ringSteps),
    task: z.object({
      taskId: named,
      kind: z.enum(rungKinds),
      dueAt: instant,
      urgency: z.enum(urgencies).optional(),
      /** A username. */
      owner: named.optional(),
      department: named.optional(),
    }),
    zone: z.string().max(100),
    page: z
      .string()
      .regex(/^\/[\w/%.-]*$/)
      .max(300),
    patient: z.string().max(20).optional(),
  }),
]);
export type Command = z.infer<typeof command>;

export const commandAnswer = z.object({
  result: z.enum(['accepted', 'duplicate', 'refused']),
  reason: z.string().optional(),
});
export type CommandAnswer = z.infer<typeof commandAnswer>;

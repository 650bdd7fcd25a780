/**
 * Ping: whether the two sides reach and believe each other. `POST /v1/tenants/{tenant}/workspaces/{workspace}/ping` of the
 * CRM and the app's endpoint `ping`, signed like events and like commands. With `onward` the one who is asked asks the
 * other side in turn (never further), so that one question tries both directions.
 */
import * as z from 'zod';
import { instant } from './event';

export const pingQuestion = z.object({
  onward: z.boolean().optional(),
  /** Of the CRM to the app: there is newly published knowledge, come and ask. */
  knowledge: z.boolean().optional(),
});

export type PingQuestion = z.infer<typeof pingQuestion>;

/** How the other side answered. */
export const pingOutcome = z.object({
  reached: z.boolean(),
  /** Why not; a code, never an address or a secret. */
  reason: z.string().max(200).optional(),
  /** How far the other clock is ahead, in milliseconds. */
  clockAheadMs: z.number().optional(),
  /** Of the other side's program. */
  version: z.string().max(40).optional(),
  /** How the other side reached back, when it was asked to. */
  back: z.object({ reached: z.boolean(), reason: z.string().max(200).optional() }).optional(),
});
export type PingOutcome = z.infer<typeof pingOutcome>;

export const pingAnswer = z.object({
  time: instant,
  version: z.string().max(40),
  onward: pingOutcome.optional(),
});
export type PingAnswer = z.infer<typeof pingAnswer>;

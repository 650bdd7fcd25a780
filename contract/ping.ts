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

/**
 * Who gives conversations to agents, and what stands in the way of the urgent going first, as the CRM found it last.
 * `assigns`: Rocket.Chat assigns by itself, so that ours does nothing · `premium`: the plan has no priorities.
 */
export const urgentFirst = z.object({
  dispatcher: z.enum(['rocketchat', 'acolhe']),
  dispatcherIs: z.enum(['working', 'assigns', 'failing']).optional(),
  prioritiesAre: z.enum(['working', 'premium', 'refused', 'failing']).optional(),
  code: z.string().max(100).optional(),
});
export type UrgentFirst = z.infer<typeof urgentFirst>;

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
  urgentFirst: urgentFirst.optional().catch(undefined),
});
export type PingOutcome = z.infer<typeof pingOutcome>;

export const pingAnswer = z.object({
  time: instant,
  version: z.string().max(40),
  onward: pingOutcome.optional(),
  /** Of the CRM, where it has an account in Rocket.Chat. */
  urgentFirst: urgentFirst.optional().catch(undefined),
});
export type PingAnswer = z.infer<typeof pingAnswer>;

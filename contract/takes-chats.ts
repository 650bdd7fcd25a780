/**
 * Whether an agent takes conversations, set for them by the CRM, since an app cannot. `POST
 * /v1/tenants/{tenant}/workspaces/{workspace}/agents/takes-chats`, signed like events. Asked only for whoever typed it.
 */
import * as z from 'zod';

/** The app waits so long; Rocket.Chat is asked twice, and looked at again. */
export const takesChatsTimeoutMs = 12_000;

export const takesChatsOrder = z.object({
  /** Rocket.Chat's id. */
  agent: z.string().min(1).max(200),
  takes: z.boolean(),
});
export type TakesChatsOrder = z.infer<typeof takesChatsOrder>;

export const takesChatsAnswer = z.object({
  /**
   * done: it is so now · hours: Rocket.Chat keeps it as it is, outside business hours · permission: the CRM's user may not ·
   * off: the CRM has no user there · unknown: Rocket.Chat did not say
   */
  result: z.enum(['done', 'hours', 'permission', 'off', 'unknown']),
});
export type TakesChatsAnswer = z.infer<typeof takesChatsAnswer>;

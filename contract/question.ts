/**
 * Questions: what the app asks the CRM during a chat. An answer is optional: after 2 s the app goes on without.
 * `POST /v1/tenants/{tenant}/workspaces/{workspace}/questions/{name}`, signed like events.
 */
import * as z from 'zod';

export const questionTimeoutMs = 2_000;

/** Who is this? The CRM gives the visitor's patient ID, a new one when the visitor is new. */
export const whoIsQuestion = z.object({
  conversation: z.string().min(1).max(200),
  visitor: z.string().min(1).max(200),
});
export type WhoIsQuestion = z.infer<typeof whoIsQuestion>;

export const whoIsAnswer = z.object({
  patientId: z.string(),
  /** Earlier conversations of the same patient; 0 for a new one. */
  earlierConversations: z.number().int().min(0),
});
export type WhoIsAnswer = z.infer<typeof whoIsAnswer>;

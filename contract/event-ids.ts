/**
 * Ids of events that derive from what Rocket.Chat names, so that the app's hook, the webhook and REST make the same
 * event of the same fact: `{workspace}/{room}/{input}/{part}`.
 */

const longestId = 200;

/**
 * @param input what happened: for a Rocket.Chat object one of `inputIds`
 * @param part what of it this event is; unique within the input
 */
export function eventId(workspace: string, conversation: string, input: string, part: string): string {
  return `${workspace}/${conversation}/${input}/${part}`.slice(0, longestId);
}

/** Inputs as the app names them. `at` is the clock of whoever noticed. */
export const inputIds = {
  started: 'started',
  closed: 'closed',
  message: (messageId: string): string => `message/${messageId}`,
  assigned: (agentId: string, at: string): string => `assigned/${agentId}/${at}`,
  transferred: (at: string): string => `transferred/${at}`,
  visitorSaved: (at: string): string => `visitor-saved/${at}`,
} as const;

export const eventParts = {
  started: 'started',
  closed: 'closed',
  recorded: 'recorded/0',
  assigned: 'assigned',
  transferred: 'transferred',
  visitorSaved: 'visitor-saved',
  queued: 'queued',
  /** Of a message: an edit is named by its instant, a file by its id. */
  edited: (at: string): string => `edited/${at}`,
  deleted: 'deleted/0',
  file: (fileId: string): string => `file/${fileId}`,
} as const;

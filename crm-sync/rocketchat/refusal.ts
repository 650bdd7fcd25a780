/** Why Rocket.Chat did not do what was asked of it, in our words. Pure. */
import type { RocketChatError } from './failure';

export const refusals = [
  'permission',
  'closed',
  'gone',
  'agent-away',
  'agent-full',
  'agent-gone',
  'same',
  'taken',
  'no-agents',
  'department',
  'comment',
  'tags',
  'premium',
  'version',
  'too-fast',
  'unreachable',
  'other',
] as const;
export type Refusal = (typeof refusals)[number];

/** Rocket.Chat's codes; older and newer versions name some of them differently. */
const known: Readonly<Record<string, Refusal>> = {
  'error-not-authorized': 'permission',
  'error-not-allowed': 'permission',
  'error-unauthorized': 'permission',
  unauthorized: 'permission',
  'error-room-already-closed': 'closed',
  'error-room-closed': 'closed',
  'room-closed': 'closed',
  This_conversation_is_already_closed: 'closed',
  'error-invalid-room': 'gone',
  'invalid-room': 'gone',
  'error-room-not-found': 'gone',
  'error-room-does-not-exist': 'gone',
  'error-invalid-inquiry': 'gone',
  'error-not-found': 'gone',
  'error-user-is-offline': 'agent-away',
  'error-agent-status-service-offline': 'agent-away',
  'error-max-number-simultaneous-chats-reached': 'agent-full',
  'error-invalid-user': 'agent-gone',
  'error-invalid-agent': 'agent-gone',
  'error-selected-agent-room-agent-are-same': 'same',
  'error-forwarding-chat-same-department': 'same',
  'error-inquiry-taken': 'taken',
  'error-no-agents-online-in-department': 'no-agents',
  'error-no-agents-available-for-service-on-department': 'no-agents',
  'error-invalid-department': 'department',
  'error-department-not-found': 'department',
  'error-department-archived': 'department',
  'error-user-not-belong-to-department': 'department',
  'error-comment-is-required': 'comment',
  'error-tags-must-be-assigned-before-closing-chat': 'tags',
};

/** Endpoints that only some plans or versions have. */
const absent: Readonly<Record<string, Refusal>> = {
  'livechat/room/:rid/priority': 'premium',
  'livechat/inquiries.returnAsInquiry': 'version',
};

/** @returns undefined: nobody knows whether it was done */
export function refusalOf(error: RocketChatError): Refusal | undefined {
  if (error.code === 'rate-limited') return 'too-fast';
  // it never arrived; of all else that passes nobody knows what came of it
  if (error.kind === 'temporary') return error.code === 'unreachable' ? 'unreachable' : undefined;
  if (error.code === 'http-404' && absent[error.endpoint]) return absent[error.endpoint];
  const named = error.reason === undefined ? undefined : known[error.reason];
  if (named) return named;
  if (error.kind === 'permission') return 'permission';
  return error.kind === 'gone' ? 'gone' : 'other';
}

/** Codes are Rocket.Chat's own where it has one, so that REST answers and callers read them unchanged. */
export type OmnichannelErrorCode =
  | 'error-invalid-user'
  | 'error-invalid-room'
  | 'error-invalid-department'
  | 'error-invalid-inquiry'
  | 'error-room-closed'
  | 'error-inquiry-taken'
  | 'error-not-allowed'
  | 'error-user-is-offline'
  | 'error-agent-status-service-offline'
  | 'error-max-number-simultaneous-chats-reached'
  | 'error-selected-agent-room-agent-are-same'
  | 'error-forwarding-chat-same-department'
  | 'error-no-agents-online-in-department'
  | 'error-user-not-belong-to-department'
  | 'error-field-unavailable'
  | 'error-department-not-found'
  | 'error-department-removal-disabled'
  | 'error-invalid-custom-field-name'
  | 'error-invalid-custom-field'
  | 'error-duplicate-channel-name'
  | 'error-room-not-found'
  | 'invalid-token'
  | 'invalid-room'
  | 'invalid-message'
  | 'no-agent-online'
  | 'room-closed';

export class OmnichannelError extends Error {
  constructor(
    readonly code: OmnichannelErrorCode,
    detail?: string,
  ) {
    super(detail === undefined ? code : `${code}: ${detail}`);
    this.name = 'OmnichannelError';
  }
}

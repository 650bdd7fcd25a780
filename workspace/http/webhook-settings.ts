/** The webhook as Rocket.Chat's settings say now: where to, with which token, and which kinds are told. */
import type { Omnichannel } from '../omnichannel/omnichannel';
import type { WebhookOptions } from './webhook';
import type { WebhookPayload, WebhookType } from './webhook-payload';

/** Edits of rooms and guests are always told. */
const toggles: Partial<Record<WebhookType, string>> = {
  LivechatSessionStart: 'Livechat_webhook_on_start',
  LivechatSession: 'Livechat_webhook_on_close',
  LivechatSessionTaken: 'Livechat_webhook_on_chat_taken',
  LivechatSessionQueued: 'Livechat_webhook_on_chat_queued',
  LivechatSessionForwarded: 'Livechat_webhook_on_forward',
};
const messageToggles = ['Livechat_webhook_on_visitor_message', 'Livechat_webhook_on_agent_message'] as const;

export function webhookBySettings(
  omnichannel: Omnichannel,
): Pick<WebhookOptions, 'url' | 'token'> & Required<Pick<WebhookOptions, 'wants'>> {
  const text = (id: string): string => String(omnichannel.serverSetting(id) ?? '');
  return {
    get url() {
      return text('Livechat_webhookUrl');
    },
    get token() {
      return text('Livechat_secret_token');
    },
    wants: (payload) => omnichannel.serverSetting(toggleOf(payload)) !== false,
  };
}

function toggleOf({ type, messages }: WebhookPayload): string {
  if (type !== 'Message') return toggles[type] ?? '';
  return messages[0]?.['agentId'] === undefined ? messageToggles[0] : messageToggles[1];
}

/** Everything is told, there. */
export function setWebhook(omnichannel: Omnichannel, { url, token }: { url: string; token: string }): void {
  omnichannel.setServerSetting('Livechat_webhookUrl', url);
  omnichannel.setServerSetting('Livechat_secret_token', token);
  for (const id of [...Object.values(toggles), ...messageToggles]) omnichannel.setServerSetting(id, true);
}

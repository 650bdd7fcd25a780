/** The server's settings that matter to an omnichannel, by Rocket.Chat's ids. Three of them rule it; the webhook reads its own. */
import type { OmnichannelState } from './state';

export type SettingValue = string | number | boolean;

/** Values a new workspace starts with, which also give each setting its type. */
const defaults: Readonly<Record<string, SettingValue>> = {
  Livechat_enabled: true,
  Livechat_assign_new_conversation_to_bot: true,
  Livechat_accept_chats_with_no_agents: false,
  Livechat_Routing_Method: 'Manual_Selection',
  Omnichannel_enable_department_removal: false,
  Livechat_webhookUrl: '',
  Livechat_secret_token: '',
  Livechat_webhook_on_start: false,
  Livechat_webhook_on_close: false,
  Livechat_webhook_on_chat_taken: false,
  Livechat_webhook_on_chat_queued: false,
  Livechat_webhook_on_forward: false,
  Livechat_webhook_on_offline_msg: false,
  Livechat_webhook_on_visitor_message: false,
  Livechat_webhook_on_agent_message: false,
};
export const serverSettingIds = Object.keys(defaults);

export function serverSetting(state: OmnichannelState, id: string): SettingValue | undefined {
  switch (id) {
    case 'Livechat_assign_new_conversation_to_bot':
      return state.settings.assignNewConversationToBot;
    case 'Livechat_accept_chats_with_no_agents':
      return state.settings.acceptChatsWithNoAgents;
    case 'Livechat_Routing_Method':
      return state.settings.routing === 'auto' ? 'Auto_Selection' : 'Manual_Selection';
    default:
      return state.serverSettings.get(id) ?? defaults[id];
  }
}

/** @returns false when there is no such setting or its type is another */
export function setServerSetting(state: OmnichannelState, id: string, value: SettingValue): boolean {
  if (!Object.hasOwn(defaults, id) || typeof value !== typeof defaults[id]) return false;
  if (id === 'Livechat_assign_new_conversation_to_bot')
    state.settings.assignNewConversationToBot = value === true;
  else if (id === 'Livechat_accept_chats_with_no_agents')
    state.settings.acceptChatsWithNoAgents = value === true;
  else if (id === 'Livechat_Routing_Method')
    state.settings.routing = value === 'Auto_Selection' ? 'auto' : 'manual';
  else state.serverSettings.set(id, value);
  state.changed();
  return true;
}

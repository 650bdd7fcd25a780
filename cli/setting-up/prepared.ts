/** What a prepared workspace has, and what one has now: plain data, so that the plan between the two is pure. */

export interface Wanted {
  /** The CRM's http(s) address as Rocket.Chat's server reaches it, without a slash at its end. */
  crmUrl: string;
  tenant: string;
  workspace: string;
  /** Of the chat; left as it is when not given. */
  language?: string;
  urgent: string;
  general: string;
  bot: string;
  /** Whom reconciliation reads the workspace as. */
  reader: string;
  adminChannel: string;
  /** Usernames of who is told when somebody waits too long; left as it is when not given. */
  managers?: readonly string[];
  /** Also when the webhook tells another system now. */
  takeWebhook: boolean;
  /** Also when there may be one already. */
  newToken: boolean;
}

export interface CurrentUser {
  id: string;
  username: string;
  roles: string[];
  /** Of agents. */
  available?: boolean;
}

export interface CurrentDepartment {
  id: string;
  name: string;
  enabled: boolean;
  email: string;
  showOnRegistration: boolean;
  showOnOfflineForm: boolean;
  allowReceiveForwardOffline: boolean;
  /** How many people serve there. */
  people: number;
}

export type Value = string | number | boolean;

export interface Current {
  departments: CurrentDepartment[];
  /** How many more the plan allows. */
  departmentsLeft: 'none' | 'one' | 'many';
  bot?: CurrentUser;
  reader?: CurrentUser;
  customFields: string[];
  hasAdminChannel: boolean;
  /** Of those who are to be told of long waits, or are set to be: usernames that nobody has. */
  unknownManagers: string[];
  /** Rocket.Chat's settings by id; those it does not have are missing. */
  settings: Record<string, Value>;
  appSettings: Record<string, Value>;
}

/** Secrets of the two sides: those that are there, or new ones. */
export interface Secrets {
  signing: string;
  webhookToken: string;
}

export const webhookUrl = ({
  crmUrl,
  tenant,
  workspace,
}: Pick<Wanted, 'crmUrl' | 'tenant' | 'workspace'>): string =>
  `${crmUrl}/v1/tenants/${tenant}/workspaces/${workspace}/webhook`;

/** The events that the webhook tells; forms filled in while nobody was there are no conversations. */
export const webhookToggles = [
  'Livechat_webhook_on_start',
  'Livechat_webhook_on_close',
  'Livechat_webhook_on_chat_taken',
  'Livechat_webhook_on_chat_queued',
  'Livechat_webhook_on_forward',
  'Livechat_webhook_on_visitor_message',
  'Livechat_webhook_on_agent_message',
] as const;

export const settingIds: readonly string[] = [
  'Livechat_enabled',
  'Livechat_assign_new_conversation_to_bot',
  'Livechat_accept_chats_with_no_agents',
  'Livechat_webhookUrl',
  'Livechat_secret_token',
  ...webhookToggles,
];

export const customFields: Readonly<Record<string, string>> = {
  cpf: 'CPF',
  cns: 'CNS',
  birthDate: 'Data de nascimento',
  patientId: 'Número de paciente',
};

/** As the app reads its setting. */
export const namesIn = (managers: Value | undefined): string[] => [
  ...new Set(
    String(managers ?? '')
      .split(/[\s,;]+/)
      .map((name) => name.replace(/^@/, ''))
      .filter(Boolean),
  ),
];

/** Which of the secrets that are there stay. @param make a new secret */
export function secretsOf(current: Current, wanted: Wanted, make: () => string): Secrets {
  const text = (value: Value | undefined): string => (typeof value === 'string' ? value : '');
  const isOurs = text(current.settings['Livechat_webhookUrl']) === webhookUrl(wanted);
  const token = text(current.settings['Livechat_secret_token']);
  return {
    signing: text(current.appSettings['crm_secret']) || `whsec_${make()}`,
    webhookToken: isOurs && token.length >= 16 ? token : make(),
  };
}

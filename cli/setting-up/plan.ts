/** From what is there to what is wanted: the list of changes, and what this workspace cannot do. Pure. */
import {
  type Current,
  type CurrentDepartment,
  customFields,
  namesIn,
  type Secrets,
  settingIds,
  type Value,
  type Wanted,
  webhookToggles,
  webhookUrl,
} from './prepared';

export type Change =
  | { kind: 'custom-field'; field: string; label: string }
  | { kind: 'channel'; name: string }
  | { kind: 'department'; name: string }
  | { kind: 'department-offline'; department: CurrentDepartment }
  | { kind: 'user'; username: string; name: string; roles: string[] }
  | { kind: 'roles'; username: string; add: string[] }
  | { kind: 'agent'; username: string }
  | { kind: 'available'; username: string }
  | { kind: 'app-setting'; id: string; before: Value; after: Value; secret: boolean }
  | { kind: 'setting'; id: string; before: Value; after: Value; secret: boolean }
  | { kind: 'token'; username: string };

export interface Plan {
  changes: Change[];
  /** What cannot be prepared, or is left alone, and what that means. */
  notes: string[];
}

/** A name as people compare names. */
const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

export function planChanges(current: Current, wanted: Wanted, secrets: Secrets): Plan {
  const notes: string[] = [];
  const departments = planDepartments(current, wanted, notes);
  const changes: Change[] = [
    ...Object.entries(customFields)
      .filter(([field]) => !current.customFields.includes(field))
      .map(([field, label]): Change => ({ kind: 'custom-field', field, label })),
    ...(current.hasAdminChannel ? [] : [{ kind: 'channel', name: wanted.adminChannel } as const]),
    ...departments.changes,
    ...planBot(current, wanted),
    ...planAppSettings(current, wanted, secrets, departments),
    ...planManagers(current, wanted, notes),
    ...planSettings(current, wanted, secrets, notes),
    ...planReader(current, wanted),
  ];
  return { changes, notes };
}

interface PlannedDepartments {
  urgent: string;
  general: string;
  changes: Change[];
}

/** Departments of these names are kept as they are, but for taking patients while nobody is there. */
function planDepartments(current: Current, wanted: Wanted, notes: string[]): PlannedDepartments {
  const changes: Change[] = [];
  let left = { none: 0, one: 1, many: 2 }[current.departmentsLeft];
  const place = (name: string): string | undefined => {
    const found = current.departments.find((one) => same(one.name, name));
    if (!found && left === 0) return undefined;
    if (!found) {
      left -= 1;
      changes.push({ kind: 'department', name });
      return name;
    }
    if (!found.enabled)
      notes.push(`The department ${found.name} is disabled: patients cannot be handed to it.`);
    if (!found.allowReceiveForwardOffline) changes.push({ kind: 'department-offline', department: found });
    return found.name;
  };
  const general = place(wanted.general) ?? current.departments.find(({ enabled }) => enabled)?.name;
  if (!general) {
    notes.push('There is no department, and the plan allows none: nobody can be handed over.');
    return { urgent: wanted.urgent, general: wanted.general, changes };
  }
  const urgent = same(wanted.urgent, wanted.general) ? general : place(wanted.urgent);
  if (!urgent || !same(general, wanted.general))
    notes.push(
      `The workspace's plan allows no further department (Community has a single one): ${general} receives ` +
        'emergencies and everything else. Rocket.Chat hands them out by arrival: set "dispatcher": "acolhe" in crm-sync’s ' +
        'configuration of this workspace, and Omnichannel > Routing to manual selection, so that the urgent go first.',
    );
  return { urgent: urgent ?? general, general, changes };
}

/**
 * The bot serves new rooms, and is in no department: Rocket.Chat hands a room that is moved to a department to whoever
 * is available there, and that must be a person.
 */
function planBot({ bot }: Current, { bot: username }: Wanted): Change[] {
  if (!bot)
    return [
      { kind: 'user', username, name: 'Acolhe', roles: ['bot'] },
      { kind: 'agent', username },
      { kind: 'available', username },
    ];
  return [
    ...(bot.roles.includes('bot') ? [] : [{ kind: 'roles' as const, username, add: ['bot'] }]),
    ...(bot.roles.includes('livechat-agent') ? [] : [{ kind: 'agent', username } as const]),
    ...(bot.available ? [] : [{ kind: 'available', username } as const]),
  ];
}

function planAppSettings(
  { appSettings }: Current,
  wanted: Wanted,
  secrets: Secrets,
  { urgent, general }: PlannedDepartments,
): Change[] {
  const { crmUrl, tenant, workspace, adminChannel, language } = wanted;
  const values: Record<string, Value> = {
    ...{ crm_url: crmUrl, tenant, workspace, crm_secret: secrets.signing },
    ...{ department_urgent: urgent, department_general: general, admin_channel: adminChannel },
    ...(language ? { language } : {}),
  };
  return Object.entries(values).flatMap(([id, after]): Change[] => {
    const before = appSettings[id] ?? '';
    return before === after ? [] : [{ kind: 'app-setting', id, before, after, secret: id === 'crm_secret' }];
  });
}

/** Names that nobody has are left out, and said. */
function planManagers({ appSettings, unknownManagers }: Current, wanted: Wanted, notes: string[]): Change[] {
  const before = String(appSettings['managers'] ?? '');
  if (unknownManagers.length > 0)
    notes.push(
      `Nobody has the username ${unknownManagers.join(', ')}: not among those who are told when somebody waits too long.`,
    );
  const named = (wanted.managers ?? namesIn(before)).filter((name) => !unknownManagers.includes(name));
  if (named.length === 0)
    notes.push(
      `No manager is named (--managers): of who waits too long only the channel ${wanted.adminChannel} is told.`,
    );
  const after = named.join(', ');
  if (!wanted.managers || after === before) return [];
  return [{ kind: 'app-setting', id: 'managers', before, after, secret: false }];
}

function planSettings({ settings }: Current, wanted: Wanted, secrets: Secrets, notes: string[]): Change[] {
  const values: Record<string, Value> = {
    Livechat_enabled: true,
    // the bot welcomes patients also while nobody is there
    Livechat_assign_new_conversation_to_bot: true,
    // with it every department says that somebody is there, and patients would be told so
    Livechat_accept_chats_with_no_agents: false,
  };
  const url = webhookUrl(wanted);
  const now = String(settings['Livechat_webhookUrl'] ?? '');
  if (now === '' || now === url || wanted.takeWebhook)
    Object.assign(
      values,
      { Livechat_webhookUrl: url, Livechat_secret_token: secrets.webhookToken },
      Object.fromEntries(webhookToggles.map((id) => [id, true])),
    );
  else
    notes.push(
      `The omnichannel webhook tells ${hostOf(now)}, and Rocket.Chat has a single one: it is left alone. With ` +
        '--take-webhook it is taken over; without it the CRM learns what the app did not tell only by reconciliation.',
    );
  const missing = settingIds.filter((id) => id in values && settings[id] === undefined);
  if (missing.length > 0) notes.push(`This Rocket.Chat has no setting ${missing.join(', ')}: left out.`);
  return Object.entries(values).flatMap(([id, after]): Change[] => {
    const before = settings[id];
    if (before === undefined || before === after) return [];
    return [{ kind: 'setting', id, before, after, secret: id === 'Livechat_secret_token' }];
  });
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return 'another address';
  }
}

/** Its role comes last: one without it was interrupted before its token was kept. */
function planReader({ reader }: Current, { reader: username, newToken }: Wanted): Change[] {
  const role: Change = { kind: 'roles', username, add: ['livechat-manager'] };
  const token: Change = { kind: 'token', username };
  if (!reader) return [{ kind: 'user', username, name: 'Acolhe CRM', roles: ['user'] }, token, role];
  if (!reader.roles.includes('livechat-manager')) return [token, role];
  return newToken ? [token] : [];
}

const shown = (value: Value, secret: boolean): string => {
  if (value === '') return '(empty)';
  return secret ? '(secret)' : String(value);
};

/** One change as a row of the table. */
export function describeChange(change: Change): { what: string; from: string; to: string } {
  switch (change.kind) {
    case 'custom-field':
      return { what: `custom field ${change.field}`, from: '-', to: `${change.label}, of visitors` };
    case 'channel':
      return { what: `private channel ${change.name}`, from: '-', to: 'made' };
    case 'department':
      return {
        what: `department ${change.name}`,
        from: '-',
        to: 'made, takes patients while nobody is there',
      };
    case 'department-offline':
      return {
        what: `department ${change.department.name}`,
        from: 'refuses patients while nobody is there',
        to: 'takes them',
      };
    case 'user':
      return { what: `user ${change.username}`, from: '-', to: `made, role ${change.roles.join(', ')}` };
    case 'roles':
      return { what: `user ${change.username}`, from: '', to: `gets the role ${change.add.join(', ')}` };
    case 'agent':
      return { what: `user ${change.username}`, from: '', to: 'becomes an omnichannel agent' };
    case 'available':
      return { what: `agent ${change.username}`, from: 'not available', to: 'available' };
    case 'app-setting':
    case 'setting':
      return {
        what: `${change.kind === 'setting' ? 'setting' : "the app's setting"} ${change.id}`,
        from: shown(change.before, change.secret),
        to: shown(change.after, change.secret),
      };
    case 'token':
      return {
        what: `user ${change.username}`,
        from: '',
        to: 'gets a new password and an access token for the CRM',
      };
  }
}

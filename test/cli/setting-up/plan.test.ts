import { workspaceOf } from '../../../cli/setting-up/crm-side';
import { defaults } from '../../../cli/setting-up/defaults';
import { type Change, describeChange, planChanges } from '../../../cli/setting-up/plan';
import {
  type Current,
  customFields,
  secretsOf,
  settingIds,
  type Wanted,
  webhookToggles,
  webhookUrl,
} from '../../../cli/setting-up/prepared';

const wanted: Wanted = {
  crmUrl: 'https://crm.example',
  tenant: 'clinic',
  workspace: 'main',
  ...defaults,
  takeWebhook: false,
  newToken: false,
};
const secrets = { signing: 'whsec_signing', webhookToken: 'webhook-token-of-16' };
const department = (name: string, more: Partial<Current['departments'][number]> = {}) => ({
  ...{ id: name, name, enabled: true, email: 'a@clinic.example', showOnRegistration: true },
  ...{ showOnOfflineForm: false, allowReceiveForwardOffline: true, people: 1 },
  ...more,
});

const bare: Current = {
  departments: [],
  departmentsLeft: 'many',
  customFields: [],
  hasAdminChannel: false,
  unknownManagers: [],
  settings: Object.fromEntries(
    settingIds.map((id) => [id, id === 'Livechat_webhookUrl' || id === 'Livechat_secret_token' ? '' : false]),
  ),
  appSettings: { crm_url: '', crm_secret: '', tenant: 'demo', workspace: 'main', admin_channel: '' },
};
const prepared: Current = {
  departments: [department('Urgência'), department('Atendimento geral')],
  departmentsLeft: 'many',
  bot: { id: 'b', username: wanted.bot, roles: ['bot', 'livechat-agent'], available: true },
  reader: { id: 'r', username: wanted.reader, roles: ['user', 'livechat-manager'] },
  customFields: Object.keys(customFields),
  hasAdminChannel: true,
  unknownManagers: [],
  settings: {
    ...Object.fromEntries(settingIds.map((id) => [id, true])),
    Livechat_accept_chats_with_no_agents: false,
    Livechat_webhookUrl: webhookUrl(wanted),
    Livechat_secret_token: secrets.webhookToken,
  },
  appSettings: {
    ...{ crm_url: wanted.crmUrl, crm_secret: secrets.signing, tenant: 'clinic', workspace: 'main' },
    ...{ department_urgent: 'Urgência', department_general: 'Atendimento geral' },
    admin_channel: wanted.adminChannel,
    managers: 'rita',
  },
};
const names = (changes: readonly Change[]): string[] => changes.map((change) => describeChange(change).what);

describe('who is told when somebody waits too long', () => {
  const planned = (current: Partial<Current>, managers?: string[]) => {
    const { changes, notes } = planChanges(
      { ...prepared, ...current },
      { ...wanted, ...(managers && { managers }) },
      secrets,
    );
    return [changes.map(describeChange).map(({ to }) => to), notes.join()] as const;
  };
  const unset = { appSettings: { ...prepared.appSettings, managers: '' } };

  it('is set as given, without names that nobody has, which are said', () => {
    expect(planned(unset, ['rita', 'davi'])).toEqual([['rita, davi'], '']);
    const [to, notes] = planned({ ...unset, unknownManagers: ['dvai'] }, ['rita', 'dvai']);
    expect([to, notes]).toEqual([['rita'], expect.stringContaining('username dvai')]);
  });

  it('stays as it is where nothing is given, and that nobody is named is said', () => {
    expect(planned({})).toEqual([[], '']);
    expect(planned(unset)).toEqual([[], expect.stringContaining('--managers')]);
    expect(planned({ unknownManagers: ['rita'] })[1]).toMatch(/username rita[\s\S]*--managers/);
  });
});

describe('the plan of a workspace', () => {
  it('Given a prepared one, then nothing changes', () => {
    expect(planChanges(prepared, wanted, secrets)).toEqual({ changes: [], notes: [] });
  });

  it('Given a bare one, then all is made, and no secret is shown', () => {
    const { changes, notes } = planChanges(bare, { ...wanted, managers: ['rita'] }, secrets);
    expect(notes).toEqual([]);
    expect(names(changes)).toEqual(
      expect.arrayContaining([
        ...['custom field cpf', 'custom field cns', 'custom field birthDate', 'custom field patientId'],
        ...['department Urgência', 'department Atendimento geral', 'private channel acolhe-admin'],
        ...["the app's setting crm_url", "the app's setting crm_secret", 'setting Livechat_webhookUrl'],
        ...webhookToggles.map((id) => `setting ${id}`),
      ]),
    );
    expect(JSON.stringify(changes.map(describeChange))).not.toMatch(/whsec|webhook-token/);
  });

  const table: [string, Partial<Current>, Partial<Wanted>, string[]][] = [
    [
      'a bot that is no agent',
      { bot: { id: 'b', username: 'x', roles: ['bot'] } },
      {},
      ['user acolhe.triagem', 'agent acolhe.triagem'],
    ],
    [
      'a department that refuses patients offline',
      {
        departments: [
          department('urgência', { allowReceiveForwardOffline: false }),
          department('Atendimento geral'),
        ],
        appSettings: { ...prepared.appSettings, department_urgent: 'urgência' },
      },
      {},
      ['department urgência'],
    ],
    [
      'a CRM user without its role: interrupted before its token was kept',
      { reader: { id: 'r', username: 'x', roles: ['user'] } },
      {},
      ['user acolhe.crm', 'user acolhe.crm'],
    ],
    ['a new token wanted', {}, { newToken: true }, ['user acolhe.crm']],
    ['another language', {}, { language: 'es' }, ["the app's setting language"]],
    [
      'a bot switched off',
      { settings: { ...prepared.settings, Livechat_assign_new_conversation_to_bot: false } },
      {},
      ['setting Livechat_assign_new_conversation_to_bot'],
    ],
    ['a field missing', { customFields: ['cpf', 'cns', 'patientId'] }, {}, ['custom field birthDate']],
  ];
  it.each(table)('Given %s, then just that changes', (_what, current, want, expected) => {
    const { changes } = planChanges({ ...prepared, ...current }, { ...wanted, ...want }, secrets);
    expect(names(changes)).toEqual(expected);
  });

  it('Given a plan with a single department, then it is named and used for both', () => {
    const { changes, notes } = planChanges({ ...bare, departmentsLeft: 'one' }, wanted, secrets);
    expect(names(changes).filter((name) => name.startsWith('department'))).toEqual([
      'department Atendimento geral',
    ]);
    expect(changes).toContainEqual(
      expect.objectContaining({ id: 'department_urgent', after: 'Atendimento geral' }),
    );
    expect(notes.join()).toMatch(/single one/);
  });

  it('Given a single department of another name and no more, then it receives all', () => {
    const current: Current = { ...bare, departmentsLeft: 'none', departments: [department('Recepção')] };
    const { changes, notes } = planChanges(current, wanted, secrets);
    expect(changes).toContainEqual(expect.objectContaining({ id: 'department_general', after: 'Recepção' }));
    expect(changes).toContainEqual(expect.objectContaining({ id: 'department_urgent', after: 'Recepção' }));
    expect(notes.filter((note) => !note.includes('--managers'))).toHaveLength(1);
  });

  it('Given a webhook that tells another system, then it is left alone unless taken', () => {
    const settings = { ...prepared.settings, Livechat_webhookUrl: 'https://other.example/hook?key=1' };
    const current = { ...prepared, settings };
    const { changes, notes } = planChanges(current, wanted, secrets);
    expect(changes).toEqual([]);
    expect(notes.join()).toMatch(/other\.example,/);
    expect(notes.join()).not.toContain('key=1');
    expect(names(planChanges(current, { ...wanted, takeWebhook: true }, secrets).changes)).toEqual([
      'setting Livechat_webhookUrl',
    ]);
  });

  it('Given a setting that this Rocket.Chat does not have, then it is named and left out', () => {
    const { Livechat_webhook_on_forward: _gone, ...settings } = prepared.settings;
    const { changes, notes } = planChanges({ ...prepared, settings }, wanted, secrets);
    expect(changes).toEqual([]);
    expect(notes.join()).toContain('Livechat_webhook_on_forward');
  });
});

describe('secrets', () => {
  const made = () => 'new';
  it.each([
    ['both are there and the webhook is ours', prepared, secrets],
    ['nothing is there', bare, { signing: 'whsec_new', webhookToken: 'new' }],
    [
      'the token is that of another system',
      { ...prepared, settings: { ...prepared.settings, Livechat_webhookUrl: 'https://other.example' } },
      { signing: secrets.signing, webhookToken: 'new' },
    ],
  ])('Given %s', (_what, current, expected) => {
    expect(secretsOf(current, wanted, made)).toEqual(expected);
  });
});

describe("the CRM's half", () => {
  const half = { url: 'https://chat.example', appId: 'app', wanted, secrets, token: undefined };
  it('keeps the token and the further members of before, and takes over a new secret', () => {
    const before = {
      secrets: ['the-old-secret-of-before'],
      rocketchat: { userId: 'r', token: 't', everySeconds: 30, bots: ['other.bot'] },
    };
    const bots = ['other.bot', wanted.bot];
    expect(workspaceOf(half, before)).toEqual({
      ...{ id: 'main', url: 'https://chat.example', appId: 'app' },
      secrets: [secrets.signing],
      webhookToken: secrets.webhookToken,
      rocketchat: { userId: 'r', token: 't', everySeconds: 30, bots },
    });
    expect(workspaceOf({ ...half, token: { userId: 'n', token: 'u' } }, before)['rocketchat']).toEqual({
      ...{ userId: 'n', token: 'u', everySeconds: 30, bots },
    });
  });
});

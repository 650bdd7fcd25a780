/** What an operator may change in Rocket.Chat's app settings. Ids are used everywhere else; labels are i18n keys. */
import { SettingType } from '@rocket.chat/apps-engine/definition/settings';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';

export const settingIds = [
  'language',
  'pack',
  'triage_enabled',
  'admit_drafts',
  'department_urgent',
  'department_general',
  'tenant',
  'workspace',
  'crm_url',
  'crm_secret',
  'crm_secret_previous',
  'outbox_bound',
  'admin_channel',
  'field_cpf',
  'field_cns',
  'field_birth_date',
] as const;
export type SettingId = (typeof settingIds)[number];

/** The job that sweeps. */
export const sweepJob = 'acolhe-sweep';

export const defaultDepartments = { urgent: 'Urgência', general: 'Atendimento geral' };

/** About 30 MB in Rocket.Chat's database: some 500 conversations, a day or two of a busy service without its CRM. */
export const defaultOutboxBound = 20_000;

/** Names of the livechat custom fields that these facts stand in. */
export const defaultFields = { cpf: 'cpf', cns: 'cns', birthDate: 'birthDate' };

const section = { clinic: 'section_clinic', crm: 'section_crm', operation: 'section_operation' };

function setting(
  id: SettingId,
  type: SettingType,
  packageValue: string | number | boolean,
  inSection: string,
  more: Partial<ISetting> = {},
): ISetting {
  return {
    id,
    type,
    packageValue,
    required: false,
    public: false,
    section: inSection,
    i18nLabel: `${id}_label`,
    i18nDescription: `${id}_description`,
    ...more,
  };
}

export const appSettings: readonly ISetting[] = [
  setting('language', SettingType.SELECT, 'pt-BR', section.clinic, {
    values: [
      { key: 'pt-BR', i18nLabel: 'language_pt_br' },
      { key: 'en', i18nLabel: 'language_en' },
      { key: 'es', i18nLabel: 'language_es' },
    ],
  }),
  setting('pack', SettingType.STRING, 'respiratory', section.clinic),
  setting('triage_enabled', SettingType.BOOLEAN, true, section.clinic),
  setting('admit_drafts', SettingType.BOOLEAN, false, section.clinic),
  setting('department_urgent', SettingType.STRING, defaultDepartments.urgent, section.clinic),
  setting('department_general', SettingType.STRING, defaultDepartments.general, section.clinic),
  setting('tenant', SettingType.STRING, 'demo', section.crm),
  setting('workspace', SettingType.STRING, 'main', section.crm),
  setting('crm_url', SettingType.STRING, '', section.crm),
  setting('crm_secret', SettingType.PASSWORD, '', section.crm),
  setting('crm_secret_previous', SettingType.PASSWORD, '', section.crm),
  setting('admin_channel', SettingType.STRING, '', section.operation),
  setting('outbox_bound', SettingType.NUMBER, defaultOutboxBound, section.operation),
  setting('field_cpf', SettingType.STRING, defaultFields.cpf, section.operation),
  setting('field_cns', SettingType.STRING, defaultFields.cns, section.operation),
  setting('field_birth_date', SettingType.STRING, defaultFields.birthDate, section.operation),
];

/** What an operator may change in Rocket.Chat's app settings. Ids are used everywhere else; labels are i18n keys. */
import { SettingType } from '@rocket.chat/apps-engine/definition/settings';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';

export const settingIds = [
  'language',
  'pack',
  'department_urgent',
  'department_general',
  'tenant',
  'workspace',
  'crm_url',
  'crm_secret',
  'crm_secret_previous',
] as const;
export type SettingId = (typeof settingIds)[number];

export const defaultDepartments = { urgent: 'Urgência', general: 'Atendimento geral' };

const section = { clinic: 'section_clinic', crm: 'section_crm' };

function setting(
  id: SettingId,
  type: SettingType,
  packageValue: string,
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
  setting('pack', SettingType.STRING, 'fr-covid-2020', section.clinic),
  setting('department_urgent', SettingType.STRING, defaultDepartments.urgent, section.clinic),
  setting('department_general', SettingType.STRING, defaultDepartments.general, section.clinic),
  setting('tenant', SettingType.STRING, 'demo', section.crm),
  setting('workspace', SettingType.STRING, 'main', section.crm),
  setting('crm_url', SettingType.STRING, '', section.crm),
  setting('crm_secret', SettingType.PASSWORD, '', section.crm),
  setting('crm_secret_previous', SettingType.PASSWORD, '', section.crm),
];

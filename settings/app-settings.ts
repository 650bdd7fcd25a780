/** What an operator may change in Rocket.Chat's app settings. Ids are used everywhere else; labels are i18n keys. */
import { SettingType } from '@rocket.chat/apps-engine/definition/settings';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import type { Urgency } from '../contract/service-events';
import { targetMinutes } from './target-minutes';

export const settingIds = [
  'language',
  'pack',
  'triage_enabled',
  'admit_drafts',
  'ask_consent',
  'consent_url',
  'ask_for_whom',
  'ask_survey',
  'choices_numbered',
  'silence_ask_minutes',
  'silence_close_minutes',
  'department_urgent',
  'department_general',
  'extensions',
  'reopen_hours',
  'managers',
  'sla_red_minutes',
  'sla_orange_minutes',
  'sla_yellow_minutes',
  'sla_green_minutes',
  'sla_blue_minutes',
  'answer_minutes',
  'agent_notice',
  'suggested_replies',
  'tenant',
  'workspace',
  'crm_url',
  'crm_pages_url',
  'crm_secret',
  'crm_secret_previous',
  'outbox_bound',
  'admin_channel',
  'field_cpf',
  'field_cns',
  'field_birth_date',
] as const;
export type SettingId = (typeof settingIds)[number];

/** The button of a livechat room that opens the patient card, and who is offered it. */
export const cardButton = 'patient-card';
export const cardRoles = ['livechat-agent', 'livechat-manager', 'livechat-monitor', 'admin'] as const;

/** The job that sweeps. */
export const sweepJob = 'acolhe-sweep';

export const defaultDepartments = { urgent: 'Urgência', general: 'Atendimento geral' };

/** About 30 MB in Rocket.Chat's database: some 500 conversations, a day or two of a busy service without its CRM. */
export const defaultOutboxBound = 20_000;

/** A patient who has not written for so long is asked whether they are there; then the conversation is closed. 0: never. */
export const defaultSilence = { askMinutes: 3, closeMinutes: 30 };

/** Within how many minutes a person is to answer, by urgency. 0: no target. */
const slaSettings = (Object.keys(targetMinutes) as Urgency[]).map(
  (urgency) => [`sla_${urgency}_minutes`, targetMinutes[urgency]] as const,
);

/** Who serves is to answer within so many minutes, sooner where it is urgent. 0: nobody is reminded. */
export const defaultAnswerMinutes = 30;

/** Who comes back within so many hours goes to the professional who had them, where that one is there. 0: never. */
export const defaultReopenHours = 24;

/** Names of the livechat custom fields that these facts stand in. */
export const defaultFields = { cpf: 'cpf', cns: 'cns', birthDate: 'birthDate' };

const section = {
  clinic: 'section_clinic',
  crm: 'section_crm',
  operation: 'section_operation',
  agents: 'section_agents',
  waiting: 'section_waiting',
};

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
  setting('ask_consent', SettingType.BOOLEAN, true, section.clinic),
  setting('consent_url', SettingType.STRING, '', section.clinic),
  setting('ask_for_whom', SettingType.BOOLEAN, true, section.clinic),
  setting('ask_survey', SettingType.BOOLEAN, true, section.clinic),
  setting('choices_numbered', SettingType.SELECT, 'auto', section.clinic, {
    values: [
      { key: 'auto', i18nLabel: 'choices_numbered_auto' },
      { key: 'always', i18nLabel: 'choices_numbered_always' },
      { key: 'never', i18nLabel: 'choices_numbered_never' },
    ],
  }),
  setting('silence_ask_minutes', SettingType.NUMBER, defaultSilence.askMinutes, section.clinic),
  setting('silence_close_minutes', SettingType.NUMBER, defaultSilence.closeMinutes, section.clinic),
  setting('department_urgent', SettingType.STRING, defaultDepartments.urgent, section.clinic),
  setting('department_general', SettingType.STRING, defaultDepartments.general, section.clinic),
  setting('extensions', SettingType.STRING, '', section.clinic, { multiline: true }),
  setting('reopen_hours', SettingType.NUMBER, defaultReopenHours, section.clinic),
  setting('managers', SettingType.STRING, '', section.waiting),
  ...slaSettings.map(([id, minutes]) => setting(id, SettingType.NUMBER, minutes, section.waiting)),
  setting('answer_minutes', SettingType.NUMBER, defaultAnswerMinutes, section.waiting),
  setting('agent_notice', SettingType.SELECT, 'room', section.agents, {
    values: [
      { key: 'room', i18nLabel: 'agent_notice_room' },
      { key: 'direct', i18nLabel: 'agent_notice_direct' },
      { key: 'off', i18nLabel: 'agent_notice_off' },
    ],
  }),
  setting('suggested_replies', SettingType.STRING, '', section.agents, { multiline: true }),
  setting('tenant', SettingType.STRING, 'demo', section.crm),
  setting('workspace', SettingType.STRING, 'main', section.crm),
  setting('crm_url', SettingType.STRING, '', section.crm),
  setting('crm_pages_url', SettingType.STRING, '', section.crm),
  setting('crm_secret', SettingType.PASSWORD, '', section.crm),
  setting('crm_secret_previous', SettingType.PASSWORD, '', section.crm),
  setting('admin_channel', SettingType.STRING, '', section.operation),
  setting('outbox_bound', SettingType.NUMBER, defaultOutboxBound, section.operation),
  setting('field_cpf', SettingType.STRING, defaultFields.cpf, section.operation),
  setting('field_cns', SettingType.STRING, defaultFields.cns, section.operation),
  setting('field_birth_date', SettingType.STRING, defaultFields.birthDate, section.operation),
];

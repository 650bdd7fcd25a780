import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import * as z from 'zod';
import { languages } from '../../contract/event';
import type { WaitRules } from '../../contract/knowledge';
import { urgencies, type Urgency } from '../../contract/service-events';
import {
  defaultAnswerMinutes,
  defaultDepartments,
  defaultFields,
  defaultOutboxBound,
  defaultReopenHours,
  defaultSilence,
  type SettingId,
} from '../../settings/app-settings';
import { targetMinutes } from '../../settings/target-minutes';
import type { DepartmentRole, Setup } from '../dialog/input';
import type { NoticeWay } from '../effects/agent-room';
import type { CrmAddress } from '../effects/crm-client';
import { type Professional, readProfessionals } from '../routing/professionals';
import type { FieldNames } from './inputs';

const slug = z.string().regex(/^[a-z0-9-]{1,40}$/);

async function valueOf(read: IRead, id: SettingId): Promise<string> {
  const value: unknown = await read.getEnvironmentReader().getSettings().getValueById(id);
  return typeof value === 'string' ? value.trim() : '';
}

/** A switch of the settings; one that was never set is as the product has it. */
async function isOn(read: IRead, id: SettingId, otherwise: boolean): Promise<boolean> {
  const value: unknown = await read.getEnvironmentReader().getSettings().getValueById(id);
  return typeof value === 'boolean' ? value : otherwise;
}

/** Off: no conversation is triaged from the next message on. */
export function readTriageEnabled(read: IRead): Promise<boolean> {
  return isOn(read, 'triage_enabled', true);
}

async function minutesOf(read: IRead, id: SettingId, otherwise: number): Promise<number> {
  const value: unknown = await read.getEnvironmentReader().getSettings().getValueById(id);
  return z.coerce
    .number()
    .min(0)
    .max(10_000)
    .catch(otherwise)
    .parse(value ?? otherwise);
}

/** Undefined: patients are not asked whether they are there, and nothing is closed by itself. */
async function readSilence(read: IRead): Promise<Setup['silence']> {
  const ask = await minutesOf(read, 'silence_ask_minutes', defaultSilence.askMinutes);
  const close = await minutesOf(read, 'silence_close_minutes', defaultSilence.closeMinutes);
  if (ask === 0 || close === 0) return undefined;
  return { askMs: ask * 60_000, closeMs: Math.max(close, ask) * 60_000 };
}

/** Within how many minutes a person is to answer. */
async function readSla(read: IRead): Promise<NonNullable<Setup['sla']>> {
  const of = async (urgency: Urgency): Promise<[Urgency, number]> => [
    urgency,
    await minutesOf(read, `sla_${urgency}_minutes`, targetMinutes[urgency]),
  ];
  return { minutes: Object.fromEntries(await Promise.all(urgencies.map(of))) };
}

/** As the CRM is to measure waits: by what these settings say now. */
export async function readWaitRules(read: IRead): Promise<WaitRules> {
  const [urgent, general] = [await readDepartment(read, 'urgent'), await readDepartment(read, 'general')];
  const answerMinutes = await minutesOf(read, 'answer_minutes', defaultAnswerMinutes);
  return { minutes: (await readSla(read)).minutes, answerMinutes, departments: { urgent, general } };
}

/** Usernames of those who are told when somebody waits too long, as the setting says now. */
export async function readManagers(read: IRead): Promise<string[]> {
  const names = (await valueOf(read, 'managers')).split(/[\s,;]+/).map((name) => name.replace(/^@/, ''));
  return [...new Set(names.filter(Boolean))].slice(0, 20);
}

/** A link patients may be shown. */
const webAddress = z.url({ protocol: /^https?$/ }).max(500);

async function readConversation(read: IRead, showsButtons: boolean): Promise<Partial<Setup>> {
  const numbered = await valueOf(read, 'choices_numbered');
  const url = webAddress.safeParse(await valueOf(read, 'consent_url'));
  const silence = await readSilence(read);
  return {
    ...((await isOn(read, 'ask_consent', true)) ? { consent: url.success ? { url: url.data } : {} } : {}),
    ...((await isOn(read, 'ask_for_whom', true)) ? { asksForWhom: true } : {}),
    ...((await isOn(read, 'ask_survey', true)) ? { asksSurvey: true } : {}),
    ...(numbered === 'always' || (numbered !== 'never' && !showsButtons) ? { numbered: true } : {}),
    ...(silence ? { silence } : {}),
    sla: await readSla(read),
    answerMinutes: await minutesOf(read, 'answer_minutes', defaultAnswerMinutes),
  };
}

/**
 * What a new conversation is set up with. A setting that makes no sense falls back to its default: patients come first.
 * @param showsButtons the channel of the conversation does
 */
export async function readSetup(read: IRead, showsButtons = true): Promise<Setup> {
  const [language, pack, tenant, workspace] = await Promise.all(
    (['language', 'pack', 'tenant', 'workspace'] as const).map((id) => valueOf(read, id)),
  );
  const admitDrafts = await isOn(read, 'admit_drafts', false);
  return {
    language: z.enum(languages).catch('pt-BR').parse(language),
    pack: pack ?? '',
    tenant: slug.catch('demo').parse(tenant),
    workspace: slug.catch('main').parse(workspace),
    ...(admitDrafts ? { admitDrafts } : {}),
    departments: {
      urgent: await readDepartment(read, 'urgent'),
      general: await readDepartment(read, 'general'),
    },
    ...(await readConversation(read, showsButtons)),
  };
}

/** The department a room goes to, by id or name, as the setting says now: mending it helps those who wait already. */
export async function readDepartment(read: IRead, to: DepartmentRole): Promise<string> {
  const id = to === 'urgent' ? 'department_urgent' : 'department_general';
  return (await valueOf(read, id)) || defaultDepartments[to];
}

/** Professionals whom patients may ask for by extension or name, as the setting says now. */
export async function readListedProfessionals(read: IRead): Promise<Professional[]> {
  return readProfessionals(await valueOf(read, 'extensions'));
}

/** Who comes back within this time goes to the same professional. 0: never. */
export async function readReopenMs(read: IRead): Promise<number> {
  const value: unknown = await read.getEnvironmentReader().getSettings().getValueById('reopen_hours');
  const hours = z.coerce
    .number()
    .min(0)
    .max(24 * 90)
    .catch(defaultReopenHours);
  return hours.parse(value ?? defaultReopenHours) * 3_600_000;
}

/** Where the CRM is; undefined when the operator has set none. */
export async function readCrmAddress(read: IRead): Promise<CrmAddress | undefined> {
  const [url, tenant, workspace, secret] = await Promise.all(
    (['crm_url', 'tenant', 'workspace', 'crm_secret'] as const).map((id) => valueOf(read, id)),
  );
  if (!url || !secret || !slug.safeParse(tenant).success || !slug.safeParse(workspace).success)
    return undefined;
  return { url: url.replace(/\/+$/, ''), tenant: tenant as string, workspace: workspace as string, secret };
}

/** The keys that commands of the CRM may be signed with: two while one is being rotated. */
export async function readCommandSecrets(read: IRead): Promise<string[]> {
  const secrets = [await valueOf(read, 'crm_secret'), await valueOf(read, 'crm_secret_previous')];
  return secrets.filter((secret) => secret !== '');
}

/** Names of the livechat custom fields that identify a visitor. */
export async function readFieldNames(read: IRead): Promise<FieldNames> {
  const [cpf, cns, birthDate] = await Promise.all(
    (['field_cpf', 'field_cns', 'field_birth_date'] as const).map((id) => valueOf(read, id)),
  );
  return {
    cpf: cpf || defaultFields.cpf,
    cns: cns || defaultFields.cns,
    birthDate: birthDate || defaultFields.birthDate,
  };
}

/** Where whoever is given a patient is told of it. */
export async function readNoticeWay(read: IRead): Promise<NoticeWay> {
  return z
    .enum(['room', 'direct', 'off'])
    .catch('room')
    .parse(await valueOf(read, 'agent_notice'));
}

/** One a line. */
export function readSuggestedReplies(read: IRead): Promise<string> {
  return valueOf(read, 'suggested_replies');
}

/** Where the pages of the CRM are for the people who work here; the address the app itself uses, where no other is set. */
export async function readCrmPages(read: IRead): Promise<string | undefined> {
  const given = webAddress.safeParse(
    (await valueOf(read, 'crm_pages_url')) || (await valueOf(read, 'crm_url')),
  );
  return given.success ? given.data.replace(/\/+$/, '') : undefined;
}

/** How many records may wait for the CRM. */
export async function readOutboxBound(read: IRead): Promise<number> {
  const value: unknown = await read.getEnvironmentReader().getSettings().getValueById('outbox_bound');
  return z.coerce.number().int().min(100).catch(defaultOutboxBound).parse(value);
}

/** Name or id of the channel that is told of trouble; empty when there is none. */
export function readAdminChannel(read: IRead): Promise<string> {
  return valueOf(read, 'admin_channel');
}

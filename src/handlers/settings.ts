import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import * as z from 'zod';
import { languages } from '../../contract/event';
import {
  defaultDepartments,
  defaultFields,
  defaultOutboxBound,
  type SettingId,
} from '../../settings/app-settings';
import type { DepartmentRole, Setup } from '../dialog/input';
import type { CrmAddress } from '../effects/crm-client';
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

/** What a new conversation is set up with. A setting that makes no sense falls back to its default: patients come first. */
export async function readSetup(read: IRead): Promise<Setup> {
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
  };
}

/** The department a room goes to, by id or name, as the setting says now: mending it helps those who wait already. */
export async function readDepartment(read: IRead, to: DepartmentRole): Promise<string> {
  const id = to === 'urgent' ? 'department_urgent' : 'department_general';
  return (await valueOf(read, id)) || defaultDepartments[to];
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

/** How many records may wait for the CRM. */
export async function readOutboxBound(read: IRead): Promise<number> {
  const value: unknown = await read.getEnvironmentReader().getSettings().getValueById('outbox_bound');
  return z.coerce.number().int().min(100).catch(defaultOutboxBound).parse(value);
}

/** Name or id of the channel that is told of trouble; empty when there is none. */
export function readAdminChannel(read: IRead): Promise<string> {
  return valueOf(read, 'admin_channel');
}

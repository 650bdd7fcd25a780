/** Reads what a workspace has of all that setup prepares. Changes nothing. */
import * as z from 'zod';
import type { AdminClient } from './admin-client';
import {
  type Current,
  type CurrentDepartment,
  type CurrentUser,
  namesIn,
  settingIds,
  type Value,
  type Wanted,
} from './prepared';

const value = z.union([z.string(), z.number(), z.boolean()]);
const userInfo = z.object({
  user: z.looseObject({ _id: z.string(), username: z.string(), roles: z.array(z.string()).default([]) }),
});
const agents = z.object({
  users: z.array(z.looseObject({ _id: z.string(), statusLivechat: z.string().optional() })),
  total: z.number().optional(),
});
const departmentList = z.object({
  departments: z.array(z.looseObject({ _id: z.string() })),
  total: z.number().optional(),
});
const department = z.object({
  department: z.looseObject({
    _id: z.string(),
    name: z.string(),
    enabled: z.boolean(),
    email: z.string().default(''),
    showOnRegistration: z.boolean().default(false),
    showOnOfflineForm: z.boolean().default(false),
    allowReceiveForwardOffline: z.boolean().default(false),
  }),
  agents: z.array(z.looseObject({ agentId: z.string() })).default([]),
});
const fields = z.object({ customFields: z.array(z.looseObject({ _id: z.string() })) });
const creation = z.object({ isDepartmentCreationAvailable: z.boolean() });
const license = z.object({
  license: z.looseObject({ activeModules: z.array(z.string()).default([]) }).optional(),
});
const setting = z.object({ value: value.nullish() });
const appSettings = z.object({
  settings: z.record(z.string(), z.looseObject({ value: value.nullish(), packageValue: value.nullish() })),
});

const pageSize = 100;

export async function readWorkspace(admin: AdminClient, appId: string, wanted: Wanted): Promise<Current> {
  const settings = await readSettings(admin);
  const appNow = await readAppSettings(admin, appId);
  const [bot, reader] = [await readUser(admin, wanted.bot), await readUser(admin, wanted.reader)];
  const departments = await readDepartments(admin, bot?.id);
  return {
    departments,
    departmentsLeft: await readDepartmentsLeft(admin, departments.length),
    ...(bot ? { bot } : {}),
    ...(reader ? { reader } : {}),
    customFields: (
      await admin.get(`/api/v1/livechat/custom-fields?count=${pageSize}`, fields)
    ).customFields.map(({ _id }) => _id),
    hasAdminChannel: await hasChannel(admin, wanted.adminChannel),
    settings,
    unknownManagers: await unknownOf(admin, wanted.managers ?? namesIn(appNow['managers'])),
    appSettings: appNow,
  };
}

export async function readAppSettings(admin: AdminClient, appId: string): Promise<Record<string, Value>> {
  const { settings } = await admin.get(`/api/apps/${encodeURIComponent(appId)}/settings`, appSettings);
  return Object.fromEntries(
    Object.entries(settings).map(([id, { value: now, packageValue }]) => [id, now ?? packageValue ?? '']),
  );
}

async function readSettings(admin: AdminClient): Promise<Record<string, Value>> {
  const found: Record<string, Value> = {};
  for (const id of settingIds) {
    // one that this version does not have is answered with a refusal without words
    const read = await admin.find(`/api/v1/settings/${id}`, setting);
    if (read && read.value !== null && read.value !== undefined) found[id] = read.value;
  }
  return found;
}

async function readUser(admin: AdminClient, username: string): Promise<CurrentUser | undefined> {
  const found = await admin.find(`/api/v1/users.info?username=${encodeURIComponent(username)}`, userInfo);
  if (!found) return undefined;
  const { _id: id, roles } = found.user;
  if (!roles.includes('livechat-agent')) return { id, username: found.user.username, roles };
  for (let offset = 0; ; offset += pageSize) {
    const page = await admin.get(`/api/v1/livechat/users/agent?offset=${offset}&count=${pageSize}`, agents);
    const agent = page.users.find((one) => one._id === id);
    if (agent)
      return { id, username: found.user.username, roles, available: agent.statusLivechat === 'available' };
    if (offset + pageSize >= (page.total ?? 0))
      return { id, username: found.user.username, roles, available: false };
  }
}

async function unknownOf(admin: AdminClient, names: readonly string[]): Promise<string[]> {
  const unknown: string[] = [];
  for (const name of names) {
    const found = await admin.find(`/api/v1/users.info?username=${encodeURIComponent(name)}`, userInfo);
    if (!found) unknown.push(name);
  }
  return unknown;
}

async function readDepartments(admin: AdminClient, botId: string | undefined): Promise<CurrentDepartment[]> {
  const ids: string[] = [];
  for (let offset = 0; ; offset += pageSize) {
    const page = await admin.get(
      `/api/v1/livechat/department?offset=${offset}&count=${pageSize}`,
      departmentList,
    );
    ids.push(...page.departments.map(({ _id }) => _id));
    if (page.departments.length === 0 || ids.length >= (page.total ?? 0)) break;
  }
  const found: CurrentDepartment[] = [];
  for (const id of ids) {
    const { department: one, agents: serving } = await admin.get(
      `/api/v1/livechat/department/${encodeURIComponent(id)}`,
      department,
    );
    const { name, enabled, email, showOnRegistration, showOnOfflineForm, allowReceiveForwardOffline } = one;
    const people = serving.filter(({ agentId }) => agentId !== botId).length;
    found.push({
      id,
      name,
      enabled,
      email,
      showOnRegistration,
      showOnOfflineForm,
      allowReceiveForwardOffline,
      people,
    });
  }
  return found;
}

/** Without the omnichannel of Enterprise a workspace has a single department. */
async function readDepartmentsLeft(admin: AdminClient, there: number): Promise<Current['departmentsLeft']> {
  const { isDepartmentCreationAvailable } = await admin.get(
    '/api/v1/livechat/department/isDepartmentCreationAvailable',
    creation,
  );
  if (!isDepartmentCreationAvailable) return 'none';
  const info = await admin.get('/api/v1/licenses.info', license);
  const isEnterprise = info.license?.activeModules.includes('livechat-enterprise') ?? false;
  return isEnterprise || there > 0 ? 'many' : 'one';
}

async function hasChannel(admin: AdminClient, name: string): Promise<boolean> {
  const info = z.looseObject({ success: z.literal(true) });
  return (await admin.find(`/api/v1/groups.info?roomName=${encodeURIComponent(name)}`, info)) !== undefined;
}

/** Departments and custom fields of livechat, as an administrator handles them over REST. */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';

import type { DepartmentRecord } from '../omnichannel/documents';
import { requireUser } from './authenticate';
import type { HttpContext } from './context';
import { ApiError } from './errors';
import { page } from './present';

const id = z.string().min(1).max(200);
const managers = ['livechat-manager', 'admin'] as const;
const department = z.object({
  name: z.string().min(1).max(200),
  enabled: z.boolean(),
  email: z.email().max(320),
  showOnRegistration: z.boolean(),
  showOnOfflineForm: z.boolean(),
  description: z.string().max(1_000).optional(),
  allowReceiveForwardOffline: z.boolean().optional(),
});
const agentChange = z.object({
  upsert: z.array(z.object({ agentId: id, username: id })),
  remove: z.array(z.object({ agentId: id, username: id })),
});
const customField = z.object({
  field: z.string().min(1).max(100),
  label: z.string().min(1).max(200),
  visibility: z.enum(['visible', 'hidden']),
  scope: z.enum(['visitor', 'room']),
  regexp: z.string().max(500).default(''),
  searchable: z.boolean().optional(),
  type: z.string().max(40).optional(),
  required: z.boolean().optional(),
  defaultValue: z.string().max(500).optional(),
  options: z.string().max(2_000).optional(),
  public: z.boolean().optional(),
});
const paging = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  count: z.coerce.number().int().min(0).default(50),
  text: z.string().max(200).optional(),
});

export function restAdminLivechatRoutes(app: FastifyInstance, context: HttpContext): void {
  const { omnichannel } = context;
  const agentsOf = (found: DepartmentRecord): Record<string, unknown>[] =>
    found.agents.map((agentId, order) => ({
      _id: `${found._id}:${agentId}`,
      agentId,
      departmentId: found._id,
      departmentEnabled: found.enabled,
      username: omnichannel.users.get(agentId)?.username,
      count: 0,
      order,
    }));
  const find = (departmentId: string): DepartmentRecord => {
    const found = omnichannel.departments.get(departmentId);
    if (!found) throw new ApiError(400, 'error-department-not-found', 'Department not found');
    return found;
  };
  /** Plans without the omnichannel of Enterprise have one department. */
  const mayCreate = (): boolean => context.plan !== 'community' || omnichannel.departments.size === 0;

  app.get('/api/v1/livechat/department/isDepartmentCreationAvailable', (request) => {
    requireUser(context, request, managers);
    return { isDepartmentCreationAvailable: mayCreate(), success: true };
  });

  app.post('/api/v1/livechat/department', (request) => {
    requireUser(context, request, managers);
    if (!mayCreate())
      throw new ApiError(
        400,
        'error-max-departments-number-reached',
        'Maximum number of departments reached',
      );
    const body = z
      .object({ department, agents: z.array(z.object({ agentId: id })).optional() })
      .parse(request.body);
    const agents = (body.agents ?? []).map(({ agentId }) => agentId);
    const made = omnichannel.addDepartment({ ...body.department, agents });
    return { department: presentDepartment(made), agents: agentsOf(made), success: true };
  });

  app.put<{ Params: { id: string } }>('/api/v1/livechat/department/:id', (request) => {
    requireUser(context, request, managers);
    const body = z.object({ department: department.partial() }).parse(request.body);
    const changed = omnichannel.changeDepartment(find(request.params.id)._id, body.department);
    return { department: presentDepartment(changed), agents: agentsOf(changed), success: true };
  });

  app.delete<{ Params: { id: string } }>('/api/v1/livechat/department/:id', (request) => {
    requireUser(context, request, managers);
    omnichannel.removeDepartment(find(request.params.id)._id);
    return { success: true };
  });

  app.get<{ Params: { id: string } }>('/api/v1/livechat/department/:id/agents', (request) => {
    requireUser(context, request, managers);
    const { items, ...rest } = page(agentsOf(find(request.params.id)), paging.parse(request.query));
    return { agents: items, ...rest, success: true };
  });

  app.post<{ Params: { id: string } }>('/api/v1/livechat/department/:id/agents', (request) => {
    requireUser(context, request, managers);
    const { upsert, remove } = agentChange.parse(request.body);
    const ids = (list: { agentId: string }[]): string[] => list.map(({ agentId }) => agentId);
    omnichannel.changeDepartment(
      find(request.params.id)._id,
      {},
      { upsert: ids(upsert), remove: ids(remove) },
    );
    return { success: true };
  });

  app.get('/api/v1/livechat/custom-fields', (request) => {
    requireUser(context, request, [...managers, 'livechat-agent']);
    const query = paging.parse(request.query);
    const all = [...omnichannel.customFields.values()].filter(
      ({ _id }) => !query.text || _id.includes(query.text),
    );
    const { items, ...rest } = page(all, query);
    return { customFields: items, ...rest, success: true };
  });

  app.post('/api/v1/livechat/custom-fields.save', (request) => {
    requireUser(context, request, managers);
    const { customFieldId, customFieldData } = z
      .object({ customFieldId: z.string().nullish(), customFieldData: customField })
      .parse(request.body);
    const { field, ...given } = customFieldData;
    const saved = omnichannel.saveCustomField({ _id: customFieldId ?? field, ...given });
    return { customField: saved, success: true };
  });

  app.post('/api/v1/livechat/custom-fields.delete', (request) => {
    requireUser(context, request, managers);
    const { customFieldId } = z.object({ customFieldId: id }).parse(request.body);
    omnichannel.removeCustomField(customFieldId);
    return { success: true };
  });
}

function presentDepartment(found: DepartmentRecord): Record<string, unknown> {
  const { agents, ...rest } = found;
  return { ...rest, numAgents: agents.length, type: 'd' };
}

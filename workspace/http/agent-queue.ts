import type { FastifyInstance } from 'fastify';
import * as z from 'zod';

import type { InquiryRecord, UserRecord } from '../omnichannel/documents';
import { agentRoles, requireUser } from './authenticate';
import { departmentsOf, isManager } from './context';
import type { HttpContext } from './context';
import { ApiError } from './errors';
import { page } from './present';

const listQuery = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  count: z.coerce.number().int().min(0).max(1_000).default(50),
  department: z.string().max(200).optional(),
});
const takeBody = z.object({
  inquiryId: z.string().min(1).max(200),
  userId: z.string().min(1).max(200).optional(),
});

/** Waiting patients this user may take: of their departments, or of none. */
function queueFor(context: HttpContext, user: UserRecord): InquiryRecord[] {
  const mine = departmentsOf(context.omnichannel, user._id);
  return context.omnichannel
    .queue()
    .filter(({ department }) => isManager(user) || department === undefined || mine.includes(department));
}

/** The queue and the departments. */
export function agentQueueRoutes(app: FastifyInstance, context: HttpContext): void {
  const { omnichannel } = context;

  for (const name of ['inquiries.list', 'inquiries.queuedForUser']) {
    app.get(`/api/v1/livechat/${name}`, (request) => {
      const user = requireUser(context, request, agentRoles);
      const query = listQuery.parse(request.query);
      const department = [...omnichannel.departments.values()].find(
        ({ _id, name: called }) => query.department === _id || query.department === called,
      );
      if (query.department !== undefined && !department)
        throw new ApiError(400, 'error-invalid-department', 'department: unknown');
      const queue = queueFor(context, user).filter(
        (inquiry) => !department || inquiry.department === department._id,
      );
      const { items, ...rest } = page(queue, query);
      return { inquiries: items, ...rest, success: true };
    });
  }

  app.post('/api/v1/livechat/inquiries.take', (request) => {
    const user = requireUser(context, request, agentRoles);
    const { inquiryId, userId = user._id } = takeBody.parse(request.body);
    if (userId !== user._id && !isManager(user)) throw new ApiError(403, 'error-not-allowed', 'Not allowed');
    const inquiry = omnichannel.inquiries.get(inquiryId);
    if (!inquiry) throw new ApiError(400, 'error-not-found', 'Inquiry not found');
    const allowed =
      inquiry.status !== 'queued' ||
      userId !== user._id ||
      queueFor(context, user).some(({ _id }) => _id === inquiryId);
    if (!allowed) throw new ApiError(403, 'error-not-allowed', 'Not allowed');
    return { inquiry: omnichannel.takeInquiry(inquiryId, userId), success: true };
  });

  app.get('/api/v1/livechat/inquiries.getOne', (request) => {
    requireUser(context, request, agentRoles);
    const { roomId } = z.object({ roomId: z.string().min(1).max(200) }).parse(request.query);
    const inquiry = [...omnichannel.inquiries.values()].find(({ rid }) => rid === roomId);
    return { inquiry: inquiry ?? null, success: true };
  });

  /** Of Rocket.Chat 7.12 on. */
  app.post('/api/v1/livechat/inquiries.returnAsInquiry', (request) => {
    requireUser(context, request, agentRoles);
    const { roomId, departmentId } = z
      .object({ roomId: z.string().min(1).max(200), departmentId: z.string().min(1).max(200).optional() })
      .parse(request.body);
    if (!omnichannel.rooms.has(roomId)) throw new ApiError(400, 'error-room-not-found');
    return { result: omnichannel.returnToQueue(roomId, departmentId), success: true };
  });

  /** Of all that Rocket.Chat tells of its routing method: whether it assigns by itself. */
  app.get('/api/v1/livechat/config/routing', (request) => {
    requireUser(context, request);
    return { config: { autoAssignAgent: omnichannel.settings.routing === 'auto' }, success: true };
  });

  app.get('/api/v1/livechat/department', (request) => {
    requireUser(context, request, agentRoles);
    const query = listQuery.parse(request.query);
    const all = [...omnichannel.departments.values()].map(({ agents, ...department }) => ({
      ...department,
      numAgents: agents.length,
    }));
    const { items, ...rest } = page(all, query);
    return { departments: items, ...rest, success: true };
  });

  app.get<{ Params: { id: string } }>('/api/v1/livechat/department/:id', (request) => {
    requireUser(context, request, agentRoles);
    const department = omnichannel.departments.get(request.params.id);
    if (!department) throw new ApiError(404, 'error-department-not-found', 'Department not found');
    const { agents: userIds, ...shown } = department;
    const agents = userIds.map((agentId) => ({
      _id: `${department._id}:${agentId}`,
      agentId,
      departmentId: department._id,
      username: omnichannel.users.get(agentId)?.username,
    }));
    return { department: { ...shown, numAgents: userIds.length }, agents, success: true };
  });

  app.get('/api/v1/livechat/visitors.info', (request) => {
    requireUser(context, request, agentRoles);
    const { visitorId } = z.object({ visitorId: z.string().min(1) }).parse(request.query);
    const visitor = omnichannel.visitors.get(visitorId);
    if (!visitor) throw new ApiError(400, 'error-visitor-not-found', 'visitor-not-found');
    return { visitor, success: true };
  });
}

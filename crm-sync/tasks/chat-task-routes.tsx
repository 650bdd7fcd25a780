/** One task of a conversation: seen, taken, done. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { insider, viewerOf } from '../access/guard';
import type { PageContext, PageTools } from '../web/page';
import { sendPage } from '../web/render';
import { ChatTaskPage } from './chat-task-page';
import { taskResults } from './open-tasks';
import { taskPath } from './task-rows';

type MakeContext = (request: FastifyRequest, reply: FastifyReply) => PageContext;
type ById = { Params: { conversation: string; taskId: string } };

export const chatTaskForm = z.object({
  result: z.enum(['', ...taskResults]).default(''),
  note: z.string().max(10_000).default(''),
});

export function registerChatTasks(app: FastifyInstance, tools: PageTools, contextFor: MakeContext): void {
  /** The task's page, or back to the list when it is not open. */
  const show = async (
    request: FastifyRequest<ById>,
    reply: FastifyReply,
    shown: { error?: string; typed?: { note: string } } = {},
  ): Promise<FastifyReply> => {
    const task = await insider(request).tenant.conversationTasks.one(request.params);
    if (!task) return reply.redirect('/tasks', 303);
    if (task.patientId) request.audited = { ...request.audited, patients: [task.patientId] };
    const props = { context: contextFor(request, reply), viewer: viewerOf(request), task, ...shown };
    return sendPage(reply, <ChatTaskPage {...props} />, shown.error ? 400 : 200);
  };

  app.get<ById>(
    '/tasks/chats/:conversation/:taskId',
    { config: { access: 'tasks.read' } },
    (request, reply) => show(request, reply),
  );

  const acts = { config: { access: 'tasks.do' } } as const;
  app.post<ById>('/tasks/chats/:conversation/:taskId/take', acts, async (request, reply) => {
    const { tenant, staffId } = insider(request);
    const { conversation, taskId } = request.params;
    request.audited = { details: { conversation, task: taskId, step: 'taken' } };
    const mine = await tenant.conversationTasks.take(request.params, staffId, tools.now());
    if (mine) return reply.redirect(taskPath(request.params), 303);
    return show(request, reply, { error: contextFor(request, reply).speech.t('taskTakenByOther') });
  });

  app.post<ById>('/tasks/chats/:conversation/:taskId/done', acts, async (request, reply) => {
    const { tenant, staffId } = insider(request);
    const { conversation, taskId } = request.params;
    const { result, note: typed } = chatTaskForm.parse(request.body ?? {});
    const note = typed.trim();
    if (result === '') {
      const error = contextFor(request, reply).speech.t('taskResultMissing');
      return show(request, reply, { error, typed: { note } });
    }
    request.audited = { details: { conversation, task: taskId, result } };
    const what = { result, ...(note !== '' && { note }) };
    await tenant.conversationTasks.finish(request.params, what, staffId, tools.now());
    return reply.redirect('/tasks', 303);
  });
}

/** Whom a person is to call, and what came of it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { insider } from '../access/guard';
import { readPatientId } from '../patients/search';
import type { PageContext, PageTools } from '../web/page';
import { sendFragment, sendPage } from '../web/render';
import { taskOutcomes } from './calendar';
import { TaskPage } from './task-page';
import { taskOrder } from './tasks';
import { maxTaskRows, Tasks, TasksPage } from './tasks-page';

type MakeContext = (request: FastifyRequest, reply: FastifyReply) => PageContext;
type ById = { Params: { patientId: string } };

/** `since` names the task as it was shown: what another person has done meanwhile is not done again. */
export const taskForm = z.object({
  since: z.iso.datetime(),
  outcome: z.enum(['', ...taskOutcomes]).default(''),
  note: z.string().max(10_000).default(''),
});

export function registerTasks(app: FastifyInstance, tools: PageTools, contextFor: MakeContext): void {
  const read = { config: { access: 'tasks.read' } } as const;

  const rowsOf = async (request: FastifyRequest) => {
    const rows = taskOrder(await insider(request).tenant.followUps.tasks());
    // Names and answers are a look at each of these patients.
    request.audited = { patients: rows.slice(0, maxTaskRows).map(({ patientId }) => patientId) };
    return rows;
  };

  app.get('/tasks', read, async (request, reply) => {
    const rows = await rowsOf(request);
    return sendPage(reply, <TasksPage context={contextFor(request, reply)} rows={rows} />);
  });

  app.get('/tasks/rows', { config: { access: 'tasks.read', background: true } }, async (request, reply) => {
    const rows = await rowsOf(request);
    const { speech } = contextFor(request, reply);
    return sendFragment(reply, <Tasks speech={speech} rows={rows} now={tools.now()} />);
  });

  /** The task's page, or back to the list when there is none any more. */
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    shown: { error?: string; typed?: { outcome?: string; note?: string } } = {},
  ): Promise<FastifyReply> => {
    const { followUps } = insider(request).tenant;
    const reading = readPatientId(id);
    const task = reading.ok ? await followUps.task(reading.patientId) : undefined;
    if (!task) return reply.redirect('/tasks', 303);
    const history = await followUps.history(task.patientId);
    const props = { context: contextFor(request, reply), task, history, ...shown };
    return sendPage(reply, <TaskPage {...props} />, shown.error ? 400 : 200);
  };

  app.get<ById>('/tasks/:patientId', read, (request, reply) =>
    show(request, reply, request.params.patientId),
  );

  app.post<ById>('/tasks/:patientId/done', { config: { access: 'tasks.do' } }, async (request, reply) => {
    const { tenant, staffId } = insider(request);
    const { outcome, note: typedNote, since } = taskForm.parse(request.body ?? {});
    const reading = readPatientId(request.params.patientId);
    if (!reading.ok) return reply.redirect('/tasks', 303);
    const note = typedNote.trim();
    if (outcome === '') {
      const error = contextFor(request, reply).speech.t('taskOutcomeMissing');
      return show(request, reply, reading.patientId, { error, typed: { note } });
    }
    request.audited = { details: { outcome } };
    const done = { patientId: reading.patientId, outcome, ...(note !== '' && { note }) };
    await tenant.followUps.finish(done, new Date(since), { staff: staffId, now: tools.now() });
    return reply.redirect('/tasks', 303);
  });
}

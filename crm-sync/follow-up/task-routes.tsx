/** Whom a person is to call, and what came of it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { insider, viewerOf } from '../access/guard';
import { readPatientId } from '../patients/search';
import { inOrder } from '../tasks/open-tasks';
import { maxChatTasks } from '../tasks/task-rows';
import type { PageContext, PageTools } from '../web/page';
import { sendFragment, sendPage } from '../web/render';
import { taskOutcomes } from './calendar';
import { calendarKey, diseases } from './calendar-key';
import { TaskPage } from './task-page';
import { taskOrder } from './tasks';
import { AllTasks, maxTaskRows, TasksPage } from './tasks-page';

type MakeContext = (request: FastifyRequest, reply: FastifyReply) => PageContext;
type ById = { Params: { patientId: string; disease: string } };

/** @returns undefined where there is no such calendar */
function keyOf({ patientId, disease }: ById['Params']): string | undefined {
  const reading = readPatientId(patientId);
  const known = diseases.find((one) => one === disease);
  return reading.ok && known ? calendarKey(reading.patientId, known) : undefined;
}

/** `since` names the task as it was shown: what another person has done meanwhile is not done again. */
export const taskForm = z.object({
  since: z.iso.datetime(),
  outcome: z.enum(['', ...taskOutcomes]).default(''),
  note: z.string().max(10_000).default(''),
});

export function registerTasks(app: FastifyInstance, tools: PageTools, contextFor: MakeContext): void {
  const read = { config: { access: 'tasks.read' } } as const;

  const rowsOf = async (request: FastifyRequest) => {
    const { followUps, conversationTasks } = insider(request).tenant;
    const [rows, chats] = [taskOrder(await followUps.tasks()), await conversationTasks.open()];
    // Names and answers are a look at each of these patients.
    const called = rows.slice(0, maxTaskRows).map(({ patientId }) => patientId);
    const waited = inOrder(chats, tools.now()).slice(0, maxChatTasks);
    request.audited = { patients: [...called, ...waited.flatMap(({ patientId }) => patientId ?? [])] };
    return { rows, chats, viewer: viewerOf(request) };
  };

  app.get('/tasks', read, async (request, reply) => {
    const props = { context: contextFor(request, reply), ...(await rowsOf(request)) };
    return sendPage(reply, <TasksPage {...props} />);
  });

  app.get('/tasks/rows', { config: { access: 'tasks.read', background: true } }, async (request, reply) => {
    const all = await rowsOf(request);
    const { speech } = contextFor(request, reply);
    return sendFragment(reply, <AllTasks speech={speech} now={tools.now()} {...all} />);
  });

  /** The task's page, or back to the list when there is none any more. */
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    key: string | undefined,
    shown: { error?: string; typed?: { outcome?: string; note?: string } } = {},
  ): Promise<FastifyReply> => {
    const { followUps } = insider(request).tenant;
    const task = key === undefined ? undefined : await followUps.task(key);
    if (!task) return reply.redirect('/tasks', 303);
    const history = await followUps.history(task.key);
    const props = { context: contextFor(request, reply), task, history, ...shown };
    return sendPage(reply, <TaskPage {...props} />, shown.error ? 400 : 200);
  };

  app.get<ById>('/tasks/:patientId/:disease', read, (request, reply) =>
    show(request, reply, keyOf(request.params)),
  );

  const done = { config: { access: 'tasks.do' } } as const;
  app.post<ById>('/tasks/:patientId/:disease/done', done, async (request, reply) => {
    const { tenant, staffId } = insider(request);
    const { outcome, note: typedNote, since } = taskForm.parse(request.body ?? {});
    const key = keyOf(request.params);
    if (key === undefined) return reply.redirect('/tasks', 303);
    const note = typedNote.trim();
    if (outcome === '') {
      const error = contextFor(request, reply).speech.t('taskOutcomeMissing');
      return show(request, reply, key, { error, typed: { note } });
    }
    request.audited = { details: { outcome } };
    const called = { key, outcome, ...(note !== '' && { note }) };
    await tenant.followUps.finish(called, new Date(since), { staff: staffId, now: tools.now() });
    return reply.redirect('/tasks', 303);
  });
}

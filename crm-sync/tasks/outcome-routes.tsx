/** Working through the conversations without outcome. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { serviceOutcomes } from '../../contract/service-events';
import { insider } from '../access/guard';
import type { PageContext, PageTools } from '../web/page';
import { sendPage } from '../web/render';
import { maxOutcomeRows, outcomeDays, OutcomesPage, type OutcomeProblem } from './outcomes-page';

type MakeContext = (request: FastifyRequest, reply: FastifyReply) => PageContext;

const dayMs = 24 * 3_600_000;

const filter = {
  department: z.string().max(200).default(''),
  days: z.enum(outcomeDays.map(String)).default('7'),
};
export const outcomesQuery = z.object({ ...filter, done: z.enum(['yes']).optional() });
export const outcomeForm = z.object({
  ...filter,
  conversation: z.string().min(1).max(200),
  outcome: z.enum(['', ...serviceOutcomes]).default(''),
});

type Filter = Pick<z.infer<typeof outcomesQuery>, 'department' | 'days'>;

export function registerOutcomes(app: FastifyInstance, tools: PageTools, contextFor: MakeContext): void {
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { department, days }: Filter,
    told: { done?: boolean; problem?: OutcomeProblem },
  ): Promise<FastifyReply> => {
    const since = new Date(tools.now().getTime() - Number(days) * dayMs);
    const all = await insider(request).tenant.outcomes.missing(since);
    const names = [...new Set(all.flatMap((row) => row.department?.name ?? []))].sort();
    const rows = department === '' ? all : all.filter((row) => row.department?.name === department);
    const shown = rows.slice(0, maxOutcomeRows).flatMap(({ patientId }) => patientId ?? []);
    request.audited = { ...request.audited, patients: shown };
    // one that has none any more can still be chosen, so that the page says so of it
    const departments = department === '' || names.includes(department) ? names : [...names, department];
    const props = { context: contextFor(request, reply), rows, departments, days: Number(days), ...told };
    const page = <OutcomesPage {...props} {...(department !== '' && { department })} />;
    return sendPage(reply, page, told.problem ? 400 : 200);
  };

  app.get('/tasks/outcomes', { config: { access: 'tasks.read' } }, (request, reply) => {
    const { done, ...wanted } = outcomesQuery.parse(request.query);
    return show(request, reply, wanted, { done: done === 'yes' });
  });

  app.post('/tasks/outcomes', { config: { access: 'tasks.do' } }, async (request, reply) => {
    const { tenant, staffId } = insider(request);
    const { conversation, outcome, ...wanted } = outcomeForm.parse(request.body ?? {});
    request.audited = { details: { conversation, ...(outcome !== '' && { outcome }) } };
    if (outcome === '') return show(request, reply, wanted, { problem: 'choose' });
    const isDone = await tenant.outcomes.register(conversation, outcome, staffId, tools.now());
    if (!isDone) return show(request, reply, wanted, { problem: 'gone' });
    const query = new URLSearchParams({ ...wanted, done: 'yes' }).toString();
    return reply.redirect(`/tasks/outcomes?${query}`, 303);
  });
}

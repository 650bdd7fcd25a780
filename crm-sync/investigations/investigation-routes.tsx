import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DateTime } from 'luxon';
import { insider } from '../access/guard';
import type { PageContext, PageTools } from '../web/page';
import { sendPage } from '../web/render';
import { isOpen, readAsked, type Asked } from './investigation';
import { CasesPage, InvestigationsPage, type ShownCase } from './investigation-pages';

/** Who needs more narrows the period: nobody calls so many people from one page. */
const mostShown = 200;

type MakeContext = (request: FastifyRequest, reply: FastifyReply) => PageContext;
type ById = { Params: { investigationId: string } };

export function registerInvestigations(
  app: FastifyInstance,
  tools: PageTools,
  contextFor: MakeContext,
): void {
  const mine = { config: { access: 'investigations.open' } } as const;
  const within = { config: { access: 'cases.read' } } as const;

  const list = async (
    request: FastifyRequest,
    reply: FastifyReply,
    shown: { error?: string; typed?: Partial<Asked> } = {},
  ): Promise<FastifyReply> => {
    const { tenant, staffId } = insider(request);
    const investigations = await tenant.investigations.listOf(staffId);
    const today = DateTime.fromJSDate(tools.now(), { zone: tenant.timeZone }).toISODate() ?? '';
    const props = { context: contextFor(request, reply), investigations, today, ...shown };
    return sendPage(reply, <InvestigationsPage {...props} />, shown.error ? 400 : 200);
  };

  app.get('/investigations', mine, (request, reply) => list(request, reply));

  app.post('/investigations/open', mine, async (request, reply) => {
    const { tenant, staffId } = insider(request);
    const body = (request.body ?? {}) as Record<string, unknown>;
    const text = (name: keyof Asked) => (typeof body[name] === 'string' ? body[name] : '');
    const typed = {
      disease: text('disease'),
      fromDay: text('fromDay'),
      toDay: text('toDay'),
      reason: text('reason').slice(0, 2_000),
    };
    const reading = readAsked(typed, tools.now(), tenant.timeZone);
    if (!reading.ok) {
      const error = contextFor(request, reply).speech.coded('investigationProblem', reading.problem);
      return list(request, reply, { error, typed });
    }
    const opened = await tenant.investigations.open(reading.asked, staffId, tools.now());
    return reply.redirect(`/investigations/${opened.id}`, 303);
  });

  app.get<ById>('/investigations/:investigationId', within, async (request, reply) => {
    const { tenant } = insider(request);
    // The guard has let in only who opened it, while it is open.
    const investigation = await tenant.investigations.find(request.params.investigationId);
    if (!investigation || !isOpen(investigation, tools.now())) return reply.redirect('/investigations', 303);
    const all = await tenant.investigations.cases(investigation);
    const newest = all.slice(0, mostShown);
    const cases = await Promise.all(
      newest.map(async (one): Promise<ShownCase> => {
        const profile = one.patientId ? await tenant.patients.profile(one.patientId) : undefined;
        if (!profile) return one;
        const { name, phones, emails } = profile;
        return { ...one, contact: { name, phones, emails } };
      }),
    );
    request.audited = {
      patients: cases.flatMap(({ patientId }) => patientId ?? []),
      details: { disease: investigation.disease, cases: cases.length },
    };
    const props = { context: contextFor(request, reply), investigation, cases, total: all.length };
    return sendPage(reply, <CasesPage {...props} />);
  });

  const close = { config: { access: 'cases.read', audit: { action: 'investigations.close' } } } as const;
  app.post<ById>('/investigations/:investigationId/close', close, async (request, reply) => {
    const { tenant, staffId } = insider(request);
    await tenant.investigations.close(request.params.investigationId, staffId, tools.now());
    return reply.redirect('/investigations', 303);
  });
}

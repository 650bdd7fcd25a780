import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DateTime } from 'luxon';
import { insider } from '../access/guard';
import { can } from '../access/permissions';
import { calendarDay, lastDay } from '../supervision/figures';
import type { PageContext, PageTools } from '../web/page';
import { sendPage } from '../web/render';
import { publishedFigures, readTitle } from './report';
import { NewReportPage, ReportPage, ReportsPage } from './report-pages';

type MakeContext = (request: FastifyRequest, reply: FastifyReply) => PageContext;
type ById = { Params: { reportId: string } };

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export function registerReports(app: FastifyInstance, tools: PageTools, contextFor: MakeContext): void {
  const read = { config: { access: 'reports.read' } } as const;
  const publish = { config: { access: 'reports.publish' } } as const;

  const draft = async (
    request: FastifyRequest,
    reply: FastifyReply,
    asked: { day: string; typed?: string; error?: string },
  ): Promise<FastifyReply> => {
    const { tenant } = insider(request);
    const context = contextFor(request, reply);
    const now = tools.now();
    const chosen = asked.day === '' ? undefined : calendarDay(asked.day, tenant.timeZone);
    const period = chosen ?? lastDay(now, tenant.timeZone);
    const figures = publishedFigures(await tenant.supervision.figures(period));
    const badDay = asked.day !== '' && !chosen ? context.speech.t('badDay') : undefined;
    const error = asked.error ?? badDay;
    const today = DateTime.fromJSDate(now, { zone: tenant.timeZone }).toISODate() ?? '';
    const day = chosen ? asked.day : undefined;
    const props = { context, figures, period, day, today, error, typed: asked.typed };
    return sendPage(reply, <NewReportPage {...props} />, asked.error ? 400 : 200);
  };

  app.get('/reports', read, async (request, reply) => {
    const { tenant, signedIn } = insider(request);
    const all = await tenant.reports.list();
    // What was withdrawn is seen only by those who publish.
    const reports = can(signedIn.person.role, 'reports.publish')
      ? all
      : all.filter((report) => !report.withdrawnAt);
    return sendPage(reply, <ReportsPage context={contextFor(request, reply)} reports={reports} />);
  });

  app.get('/reports/new', publish, (request, reply) =>
    draft(request, reply, { day: textOf((request.query as { day?: unknown }).day) }),
  );

  app.post('/reports/publish', publish, async (request, reply) => {
    const { tenant, staffId } = insider(request);
    const body = (request.body ?? {}) as Record<string, unknown>;
    const day = textOf(body['day']);
    const title = readTitle(body['title']);
    const now = tools.now();
    const period = day === '' ? lastDay(now, tenant.timeZone) : calendarDay(day, tenant.timeZone);
    if (!title || !period) {
      const { t } = contextFor(request, reply).speech;
      const error = t(period ? 'badReportTitle' : 'badReportDay');
      return draft(request, reply, { day, typed: textOf(body['title']).slice(0, 200), error });
    }
    const figures = await tenant.supervision.figures(period);
    const id = await tenant.reports.publish({ title, period, figures }, staffId, now);
    return reply.redirect(`/reports/${id}`, 303);
  });

  app.get<ById>('/reports/:reportId', read, async (request, reply) => {
    const { tenant, signedIn } = insider(request);
    const report = await tenant.reports.find(request.params.reportId);
    const hidden = report?.withdrawnAt && !can(signedIn.person.role, 'reports.publish');
    if (!report || hidden) {
      reply.callNotFound();
      return reply;
    }
    return sendPage(reply, <ReportPage context={contextFor(request, reply)} report={report} />);
  });

  app.post<ById>('/reports/:reportId/withdraw', publish, async (request, reply) => {
    const { tenant, staffId } = insider(request);
    const report = await tenant.reports.find(request.params.reportId);
    if (report && !report.withdrawnAt) await tenant.reports.withdraw(report.id, staffId, tools.now());
    return reply.redirect('/reports', 303);
  });
}

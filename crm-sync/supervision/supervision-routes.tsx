import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DateTime } from 'luxon';
import { insider, viewerOf } from '../access/guard';
import { can } from '../access/permissions';
import type { PageContext, PageTenant, PageTools } from '../web/page';
import { sendFragment, sendPage } from '../web/render';
import { Dashboard, DashboardPage } from './dashboard-page';
import { calendarDay, lastDay } from './figures';
import { queueOrder } from './queue';
import { maxQueueRows, Queue, QueuePage, type Overview } from './queue-page';
import { registerActs } from './act-routes';
import { registerIntake } from './intake-routes';
import { maxServedRows } from './served-table';

type MakeContext = (request: FastifyRequest, reply: FastifyReply) => PageContext;

async function readDashboard(tenant: PageTenant, day: string | undefined, now: Date) {
  const chosen = day === undefined ? undefined : calendarDay(day, tenant.timeZone);
  const period = chosen ?? lastDay(now, tenant.timeZone);
  const [figures, waitingNow, agreement] = await Promise.all([
    tenant.supervision.figures(period),
    tenant.supervision.countWaiting(),
    tenant.rescreens.agreement(period),
  ]);
  return {
    chosen: chosen ? day : undefined,
    shown: { figures, period, waitingNow, agreement, now },
  };
}

async function readOverview(
  { desk, followUps, conversationTasks }: PageTenant,
  now: Date,
): Promise<Overview> {
  const [boards, served, pauses, dispatch, toCall, ofChats] = await Promise.all([
    desk.boards(),
    desk.served(),
    desk.pauses(),
    desk.dispatch(),
    followUps.countTasks(),
    conversationTasks.count(now),
  ]);
  return {
    boards,
    served,
    pauses,
    dispatch,
    tasks: { open: toCall + ofChats.open, overdue: ofChats.overdue },
  };
}

/** `?day=` as given once; anything else is no day. */
function dayOf(request: FastifyRequest): string | undefined {
  const { day } = request.query as { day?: unknown };
  return day === undefined || day === '' ? undefined : String(day);
}

const works = (request: FastifyRequest): boolean => can(viewerOf(request).role, 'tasks.read');

export function registerSupervision(app: FastifyInstance, tools: PageTools, contextFor: MakeContext): void {
  /** The queue; for who may act, also agents, what they have, and figures. */
  const shown = async (request: FastifyRequest) => {
    const { tenant } = insider(request);
    const viewer = viewerOf(request);
    const acts = can(viewer.role, 'supervision.act');
    const [waiting, measuresOf, overview] = await Promise.all([
      tenant.supervision.waiting(),
      tenant.supervision.measures(),
      acts ? readOverview(tenant, tools.now()) : undefined,
    ]);
    const rows = queueOrder(waiting, tools.now(), measuresOf);
    const served = overview?.served.slice(0, maxServedRows) ?? [];
    const seen = [...rows.slice(0, maxQueueRows), ...served];
    // Red flags beside an ID are a look at that patient.
    request.audited = { patients: seen.flatMap(({ patientId }) => patientId ?? []) };
    return { rows, viewer, measuresOf, ...(overview && { overview }) };
  };

  app.get('/queue', { config: { access: 'queue.read' } }, async (request, reply) => {
    const props = await shown(request);
    return sendPage(reply, <QueuePage context={contextFor(request, reply)} {...props} />);
  });

  app.get('/queue/rows', { config: { access: 'queue.read', background: true } }, async (request, reply) => {
    const props = await shown(request);
    const { speech } = contextFor(request, reply);
    return sendFragment(reply, <Queue speech={speech} now={tools.now()} {...props} />);
  });

  registerActs(app, tools, contextFor);
  registerIntake(app, tools, contextFor);

  app.get('/dashboard', { config: { access: 'dashboard.read' } }, async (request, reply) => {
    const { tenant } = insider(request);
    const day = dayOf(request);
    const { chosen, shown } = await readDashboard(tenant, day, tools.now());
    const context = contextFor(request, reply);
    const today = DateTime.fromJSDate(tools.now(), { zone: tenant.timeZone }).toISODate() ?? '';
    const error = day !== undefined && chosen === undefined ? context.speech.t('badDay') : undefined;
    return sendPage(
      reply,
      <DashboardPage {...{ context, day: chosen, today, error, works: works(request) }} {...shown} />,
    );
  });

  app.get(
    '/dashboard/figures',
    { config: { access: 'dashboard.read', background: true } },
    async (request, reply) => {
      const { shown } = await readDashboard(insider(request).tenant, dayOf(request), tools.now());
      const props = { speech: contextFor(request, reply).speech, works: works(request), ...shown };
      return sendFragment(reply, <Dashboard {...props} />);
    },
  );
}

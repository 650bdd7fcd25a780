import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { insider } from '../access/guard';
import { readPatientId } from '../patients/search';
import { calendarDay } from '../supervision/figures';
import type { PageContext, PageTools } from '../web/page';
import { sendPage } from '../web/render';
import type { AuditQuery } from './audit-filters';
import { AuditPage } from './audit-page';
import type { AuditCursor, AuditFilter } from './audit-reads';
import { placeOf } from './entry';
import { knownActions } from './known-actions';

const entriesPerPage = 50;

const text = z.string().trim().max(60).catch('');
const queryForm = z.object({
  patient: text,
  staff: text,
  action: text,
  day: text,
  /** Instant and `_id` of the entry after which this page begins. */
  before: text,
});

type MakeContext = (request: FastifyRequest, reply: FastifyReply) => PageContext;
type Problem = 'auditBadPatient' | 'badDayAudit';

function read(raw: unknown, timeZone: string) {
  const typed = queryForm.parse(raw ?? {});
  const filter: AuditFilter = {};
  const query: AuditQuery = {};
  let problem: Problem | undefined;
  if (typed.patient) {
    query.patient = typed.patient.slice(0, 40);
    const reading = readPatientId(typed.patient);
    if (reading.ok) filter.patientId = query.patient = reading.patientId;
    else problem = 'auditBadPatient';
  }
  if (/^S[0-9A-Z-]{1,20}$/i.test(typed.staff)) filter.staffId = query.staff = typed.staff;
  const action = knownActions.find((known) => known === typed.action);
  if (action) filter.action = query.action = action;
  const day = typed.day ? calendarDay(typed.day, timeZone) : undefined;
  if (day) {
    Object.assign(filter, { from: day.from, to: day.to });
    query.day = typed.day;
  } else if (typed.day) problem = 'badDayAudit';
  return { filter, query, problem, before: cursorOf(typed.before) };
}

function cursorOf(value: string): AuditCursor | undefined {
  const match = /^(\d{1,15})\.(.+)$/.exec(value);
  return match && placeOf(match[2]) ? { at: new Date(Number(match[1])), id: match[2]! } : undefined;
}

export function registerAudit(app: FastifyInstance, tools: PageTools, contextFor: MakeContext): void {
  app.get('/audit', { config: { access: 'audit.read' } }, async (request, reply) => {
    const { tenant } = insider(request);
    const { filter, query, problem, before } = read(request.query, tenant.timeZone);
    const [found, state, people] = await Promise.all([
      tenant.audit.entries(filter, entriesPerPage + 1, tools.now(), before),
      tenant.audit.state(),
      tenant.access.staff.list(),
    ]);
    // Who reads about one patient is found under that patient.
    if (filter.patientId) request.audited = { target: `patient/${filter.patientId}` };
    const entries = found.slice(0, entriesPerPage);
    const last = found.length > entriesPerPage ? entries.at(-1) : undefined;
    const older =
      last && new URLSearchParams({ ...query, before: `${last.at.getTime()}.${last._id}` }).toString();
    const context = contextFor(request, reply);
    const { t } = context.speech;
    return sendPage(
      reply,
      <AuditPage
        context={context}
        entries={entries}
        state={state}
        people={people}
        query={query}
        paged={before !== undefined}
        {...(older ? { older } : {})}
        {...(problem ? { error: t(problem) } : {})}
      />,
      problem ? 400 : 200,
    );
  });
}

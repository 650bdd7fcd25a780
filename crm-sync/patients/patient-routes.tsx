import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { insider } from '../access/guard';
import { instant } from '../../contract/event';
import { Notice } from '../web/components';
import type { PageContext, PageTenant, PageTools } from '../web/page';
import { sendFragment, sendPage } from '../web/render';
import { Shell } from '../web/shell';
import { LatestPatients, PatientsPage } from './patients-page';
import { readPatientId } from './search';
import { timelineOf } from './timeline';
import { PatientPage, Timeline } from './timeline-page';

const latestShown = 25;
const conversationsPerPage = 20;

export const searchForm = z.object({ patientId: z.string().min(1).max(400) });
export const query = z.object({ before: instant.optional() });

type MakeContext = (request: FastifyRequest, reply: FastifyReply) => PageContext;
type ByPatient = { Params: { patientId: string } };

async function readTimeline(tenant: PageTenant, patientId: string, before: Date | undefined) {
  const rows = await tenant.patients.encounters(patientId, conversationsPerPage + 1, before);
  const encounters = rows.slice(0, conversationsPerPage);
  const ids = encounters.map((encounter) => encounter._id);
  const [messages, decisions] = await Promise.all([
    tenant.patients.messages(ids),
    tenant.patients.decisions(ids),
  ]);
  return {
    patientId,
    conversations: timelineOf(encounters, messages, decisions),
    olderBefore: rows.length > conversationsPerPage ? encounters.at(-1)?.startedAt : undefined,
    paged: before !== undefined,
  };
}

export function registerPatients(app: FastifyInstance, tools: PageTools, contextFor: MakeContext): void {
  const read = { config: { access: 'patients.read' } } as const;
  const background = { config: { access: 'patients.read', background: true } } as const;
  const notFound = (request: FastifyRequest, reply: FastifyReply, typed: string) => {
    const context = contextFor(request, reply);
    const { t } = context.speech;
    return sendPage(
      reply,
      <Shell context={context} title={t('patient')} active="/patients" narrow>
        <Notice kind="error">{t('idUnknown', { id: typed })}</Notice>
        <p>
          <a class="button" href="/patients">
            {t('searchPatient')}
          </a>
        </p>
      </Shell>,
      404,
    );
  };

  app.get('/patients', read, async (request, reply) => {
    const latest = await insider(request).tenant.patients.latest(tools.now(), latestShown);
    request.audited = { patients: latest.map((one) => one.patientId) };
    return sendPage(reply, <PatientsPage context={contextFor(request, reply)} latest={latest} />);
  });

  app.get('/patients/latest', background, async (request, reply) => {
    const latest = await insider(request).tenant.patients.latest(tools.now(), latestShown);
    request.audited = { patients: latest.map((one) => one.patientId) };
    return sendFragment(reply, <LatestPatients speech={contextFor(request, reply).speech} latest={latest} />);
  });

  app.post('/patients/search', read, async (request, reply) => {
    const { tenant } = insider(request);
    const typed = searchForm.parse(request.body).patientId;
    const reading = readPatientId(typed);
    const known = reading.ok && (await tenant.patients.profile(reading.patientId));
    if (reading.ok && known) return reply.redirect(`/patients/${reading.patientId}`, 303);
    const context = contextFor(request, reply);
    const error = reading.ok
      ? context.speech.t('idUnknown', { id: reading.patientId })
      : context.speech.t(reading.problem);
    const latest = await tenant.patients.latest(tools.now(), latestShown);
    request.audited = { patients: latest.map((one) => one.patientId) };
    const page = <PatientsPage context={context} latest={latest} typed={typed.slice(0, 40)} error={error} />;
    return sendPage(reply, page, reading.ok ? 404 : 400);
  });

  const patientPage =
    (part: 'page' | 'timeline') => async (request: FastifyRequest<ByPatient>, reply: FastifyReply) => {
      const { tenant } = insider(request);
      const reading = readPatientId(request.params.patientId);
      if (!reading.ok) return notFound(request, reply, request.params.patientId.slice(0, 40));
      const { patientId } = reading;
      const { before } = query.parse(request.query);
      const profile = await tenant.patients.profile(patientId);
      if (!profile) return notFound(request, reply, patientId);
      const timeline = await readTimeline(tenant, patientId, before ? new Date(before) : undefined);
      const context = contextFor(request, reply);
      if (part === 'timeline') return sendFragment(reply, <Timeline speech={context.speech} {...timeline} />);
      const kept = before ? `?before=${before}` : '';
      return sendPage(reply, <PatientPage context={context} profile={profile} query={kept} {...timeline} />);
    };
  app.get<ByPatient>('/patients/:patientId', read, patientPage('page'));
  app.get<ByPatient>('/patients/:patientId/timeline', background, patientPage('timeline'));
}

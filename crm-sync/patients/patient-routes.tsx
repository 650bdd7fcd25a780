import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { insider } from '../access/guard';
import { instant } from '../../contract/event';
import { Notice } from '../web/components';
import type { PageContext, PageTenant, PageTools } from '../web/page';
import { sendFragment, sendPage } from '../web/render';
import { Shell } from '../web/shell';
import type { Refused } from './change-forms';
import { registerChanges } from './change-routes';
import { registerErase } from './erase-page';
import { PatientPage, PatientPart } from './patient-page';
import type { PatientRecord } from './patient-record';
import { readPatientId } from './search';
import { registerSearch } from './search-routes';
import { timelineOf } from './timeline';

const conversationsPerPage = 20;

export const doneKinds = ['noted', 'corrected', 'linked', 'separated'] as const;
export const query = z.object({ before: instant.optional(), done: z.enum(doneKinds).optional() });

export type MakeContext = (request: FastifyRequest, reply: FastifyReply) => PageContext;
export type ByPatient = { Params: { patientId: string } };

async function readTimeline(tenant: PageTenant, record: PatientRecord, before: Date | undefined) {
  const people = record.ids.map((one) => one.patientId);
  const rows = await tenant.patients.encounters(people, conversationsPerPage + 1, before);
  const encounters = rows.slice(0, conversationsPerPage);
  const ids = encounters.map((encounter) => encounter._id);
  const [messages, decisions] = await Promise.all([
    tenant.patients.messages(ids),
    tenant.patients.decisions(ids),
  ]);
  return {
    patientId: record.patientId,
    conversations: timelineOf(encounters, messages, decisions),
    olderBefore: rows.length > conversationsPerPage ? encounters.at(-1)?.startedAt : undefined,
    paged: before !== undefined,
  };
}

/** Who else is on the page: the person's other IDs, and those it names. Who asks for the reads of one of them finds this one. */
function othersShown({ patientId, ids, dependents, guardian }: PatientRecord): string[] {
  const all = [...ids, ...dependents, ...(guardian ? [guardian] : [])].map((one) => one.patientId);
  return all.filter((id) => id !== patientId);
}

/** Answers with the patient's page, or says that there is no such patient. */
export type ShowPatient = (
  request: FastifyRequest<ByPatient>,
  reply: FastifyReply,
  how?: { part?: boolean; refused?: Refused },
) => Promise<FastifyReply>;

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

  const show: ShowPatient = async (request, reply, { part = false, refused } = {}) => {
    const { tenant } = insider(request);
    const reading = readPatientId(request.params.patientId);
    if (!reading.ok) return notFound(request, reply, request.params.patientId.slice(0, 40));
    const { before, done } = query.parse(request.method === 'GET' ? request.query : {});
    const record = await tenant.patients.record(reading.patientId);
    if (!record) return notFound(request, reply, reading.patientId);
    request.audited = { patients: othersShown(record) };
    const timeline = await readTimeline(tenant, record, before ? new Date(before) : undefined);
    const parts = { context: contextFor(request, reply), record, timeline };
    if (part) return sendFragment(reply, <PatientPart {...parts} />);
    const page = (
      <PatientPage
        {...parts}
        query={before ? `?before=${before}` : ''}
        done={done && `done_${done}`}
        refused={refused}
      />
    );
    return sendPage(reply, page, refused ? 400 : 200);
  };

  registerSearch(app, tools, contextFor);
  app.get<ByPatient>('/patients/:patientId', read, (request, reply) => show(request, reply));
  app.get<ByPatient>('/patients/:patientId/timeline', background, (request, reply) =>
    show(request, reply, { part: true }),
  );
  registerChanges(app, tools, show);
  registerErase(app, tools, contextFor);
}

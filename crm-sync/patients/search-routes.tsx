import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { insider, viewerOf } from '../access/guard';
import { searchKinds } from '../identity/search-term';
import type { PageContext, PageTools } from '../web/page';
import { sendFragment, sendPage } from '../web/render';
import type { SearchOutcome } from './found-people';
import { LatestPatients, PatientsPage } from './patients-page';
import { readTerm, type TermReading } from './search';

const latestShown = 25;
const peoplePerPage = 20;

/** What is looked for travels in the body of a form: addresses are kept in histories and logs. */
export const searchForm = z.object({
  term: z.string().min(1).max(400),
  kind: z.enum(searchKinds).optional(),
  page: z.coerce.number().int().min(0).max(100).default(0),
});

type MakeContext = (request: FastifyRequest, reply: FastifyReply) => PageContext;
type Search = z.infer<typeof searchForm>;

export function registerSearch(app: FastifyInstance, tools: PageTools, contextFor: MakeContext): void {
  const read = { config: { access: 'patients.read' } } as const;
  const background = { config: { access: 'patients.read', background: true } } as const;

  app.get('/patients', read, async (request, reply) => {
    const latest = await insider(request).tenant.patients.latest(tools.now(), latestShown);
    request.audited = { patients: latest.map((one) => one.patientId) };
    return sendPage(reply, <PatientsPage context={contextFor(request, reply)} latest={latest} />);
  });

  app.get('/patients/latest', background, async (request, reply) => {
    const latest = await insider(request).tenant.patients.latest(tools.now(), latestShown);
    request.audited = { patients: latest.map((one) => one.patientId) };
    const { speech } = contextFor(request, reply);
    return sendFragment(reply, <LatestPatients speech={speech} latest={latest} viewer={viewerOf(request)} />);
  });

  async function refuse(
    request: FastifyRequest,
    reply: FastifyReply,
    term: string,
    error: string,
    status: number,
  ) {
    const latest = await insider(request).tenant.patients.latest(tools.now(), latestShown);
    request.audited = { patients: latest.map((one) => one.patientId) };
    const context = contextFor(request, reply);
    return sendPage(
      reply,
      <PatientsPage context={context} latest={latest} typed={term.slice(0, 200)} error={error} />,
      status,
    );
  }

  async function look(
    request: FastifyRequest,
    { term, kind, page }: Search,
    reading: TermReading & { ok: true },
  ) {
    const { patients } = insider(request).tenant;
    const { found, total, cut } = await patients.search(reading.terms, { page, size: peoplePerPage });
    const pages = Math.max(1, Math.ceil(total / peoplePerPage));
    const outcome: SearchOutcome = { term, kinds: reading.kinds, kind, page, pages, total, cut, found };
    return outcome;
  }

  app.post('/patients/search', read, async (request, reply) => {
    const search = searchForm.parse(request.body);
    const { t } = contextFor(request, reply).speech;
    const reading = readTerm(search.term, search.kind);
    if (!reading.ok) return refuse(request, reply, search.term, t(reading.problem), 400);
    const outcome = await look(request, search, reading);
    const [only] = outcome.found;
    // Who types an ID has one person in mind; so has who types a number of theirs.
    if (only && outcome.total === 1 && only.kind !== 'name') {
      const asked = reading.terms.flatMap((term) => (term.kind === 'id' ? term.value : []))[0];
      return reply.redirect(`/patients/${asked ?? only.patientIds[0]}`, 303);
    }
    const [first] = reading.terms;
    if (outcome.total === 0 && reading.terms.length === 1 && first?.kind === 'id')
      return refuse(request, reply, search.term, t('idUnknown', { id: first.value }), 404);
    request.audited = { patients: outcome.found.flatMap((one) => one.patientIds) };
    const context = contextFor(request, reply);
    return sendPage(
      reply,
      <PatientsPage context={context} latest={[]} typed={search.term.slice(0, 200)} outcome={outcome} />,
    );
  });
}

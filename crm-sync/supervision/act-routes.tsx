/** A manager acts: chooses, sees again what is ordered, confirms, and is told what really came of each. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { insider } from '../access/guard';
import type { PageContext, PageTools } from '../web/page';
import { sendPage } from '../web/render';
import { ActPage } from './act-page';
import { chosenQuery, mostRooms, orderForm, orderFrom } from './order-form';
import { ConfirmPage, ResultPage } from './order-pages';
import type { OpenRow } from './supervision-desk';

type MakeContext = (request: FastifyRequest, reply: FastifyReply) => PageContext;

const patientsOf = (rows: readonly OpenRow[]): string[] => rows.flatMap(({ patientId }) => patientId ?? []);

export function registerActs(app: FastifyInstance, tools: PageTools, contextFor: MakeContext): void {
  const acts = { config: { access: 'supervision.act' } } as const;

  app.get('/queue/act', acts, async (request, reply) => {
    const { desk } = insider(request).tenant;
    const { room, workspace, agent } = chosenQuery.parse(request.query);
    const all =
      agent !== undefined && workspace !== undefined
        ? await desk.served({ workspace, id: agent })
        : await desk.conversations([...new Set(room)].slice(0, mostRooms));
    const rows = all.filter(({ state }) => state !== 'closed').slice(0, mostRooms);
    request.audited = { patients: patientsOf(rows) };
    const key32 = Buffer.from(tools.randomBytes(16)).toString('hex');
    const boards = await desk.boards();
    const context = contextFor(request, reply);
    return sendPage(reply, <ActPage context={context} rows={rows} boards={boards} key32={key32} />);
  });

  app.post('/queue/act', acts, async (request, reply) => {
    const { tenant, signedIn, staffId } = insider(request);
    const { desk } = tenant;
    const form = orderForm.parse(request.body ?? {});
    const { _id: email, name } = signedIn.person;
    const context = contextFor(request, reply);
    const order = orderFrom(form, { email, name });
    const rooms = [...new Set(form.room)];
    const [rows, boards] = await Promise.all([desk.conversations(rooms), desk.boards()]);
    const details = { order: form.action, conversations: rooms.length };
    request.audited = { patients: patientsOf(rows), details };
    if ('problem' in order) {
      const props = { context, rows, boards, key32: form.key, problem: order.problem };
      return sendPage(reply, <ActPage {...props} />, 400);
    }
    if (form.confirm !== 'yes') {
      request.audited.details = { ...details, confirmed: false };
      return sendPage(reply, <ConfirmPage context={context} form={form} rows={rows} boards={boards} />);
    }
    const by = { staff: staffId, key: form.key, now: tools.now() };
    const outcomes = await desk.order(order, rooms, by);
    const count = (wanted: string): number => outcomes.filter(({ result }) => result === wanted).length;
    request.audited.details = {
      ...{ ...details, confirmed: true },
      ...{ done: count('done'), refused: count('refused'), unknown: count('unknown') },
    };
    return sendPage(reply, <ResultPage context={context} rows={rows} boards={boards} outcomes={outcomes} />);
  });
}

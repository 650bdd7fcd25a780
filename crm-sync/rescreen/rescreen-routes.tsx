import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { checkAnswer } from '../../src/triage/answer';
import type { Answers, Pack } from '../../src/triage/pack';
import { insider, viewerOf } from '../access/guard';
import { readPatientId } from '../patients/search';
import { rescreenPath } from '../patients/timeline-page';
import { Notice } from '../web/components';
import type { PageContext, PageTools } from '../web/page';
import { sendPage } from '../web/render';
import { Shell } from '../web/shell';
import { screensBlind } from './blind';
import { needed, readForm, shownQuestions } from './form';
import { botStand, hasScreened } from './rescreen';
import type { Sent } from './rescreen-form';
import { RescreenPage } from './rescreen-page';
import type { Screened } from './rescreen-store';
import { toldOf } from './told';

type MakeContext = (request: FastifyRequest, reply: FastifyReply) => PageContext;
type ByConversation = { Params: { patientId: string; conversation: string } };

/** Answers are fields `q_<question>`, read by the pack; they are left to it here. */
export const rescreenForm = z.looseObject({
  submission: z.string().regex(/^[0-9a-f]{32}$/),
  comment: z.string().max(5_000).optional(),
});
export const rescreenQuery = z.object({
  done: z.enum(['yes']).optional(),
  again: z.enum(['yes']).optional(),
  /** What became of how urgent the decision says it is. */
  urgency: z.enum(['accepted', 'red-flag', 'closed', 'later']).optional(),
});

const address = '/patients/:patientId/conversations/:conversation/rescreen';

/** What the record may be taken for: age, chronic disease; never a symptom, which the person asks again. */
function stableAnswers(pack: Pack, told: Answers): Answers {
  const known = pack.questions.flatMap((question) => {
    const value = told[question.id];
    const isKnown =
      question.stable && value !== undefined && value !== 'unknown' && checkAnswer(question, value).ok;
    return isKnown ? [[question.id, value] as const] : [];
  });
  return Object.fromEntries(known);
}

export function registerRescreen(app: FastifyInstance, tools: PageTools, contextFor: MakeContext): void {
  const rescreen = { config: { access: 'patients.rescreen' } } as const;

  const notFound = (request: FastifyRequest, reply: FastifyReply) => {
    const context = contextFor(request, reply);
    const { t } = context.speech;
    return sendPage(
      reply,
      <Shell context={context} title={t('rescreen')} active="/patients" narrow>
        <Notice kind="error">{t('rescreenUnknown')}</Notice>
      </Shell>,
      404,
    );
  };

  /** The conversation, when it is this person's: of any of their linked IDs. */
  const find = async (
    request: FastifyRequest<ByConversation>,
  ): Promise<{ patientId: string; screened: Screened } | undefined> => {
    const reading = readPatientId(request.params.patientId);
    if (!reading.ok) return undefined;
    const { tenant } = insider(request);
    const { patientId } = reading;
    const record = await tenant.patients.record(patientId);
    const screened = record && (await tenant.rescreens.find(request.params.conversation));
    const isTheirs = record?.ids.some((one) => one.patientId === screened?.encounter.patientId);
    return screened && isTheirs ? { patientId, screened } : undefined;
  };

  const showForm = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { patientId, screened }: { patientId: string; screened: Screened },
    sent?: Sent & { submission: string; answers: Answers },
  ) => {
    const inForce = await insider(request).tenant.rescreens.form();
    const { pack } = inForce;
    const told = toldOf(screened.encounter, screened.decisions, screened.said);
    const start = stableAnswers(pack, told?.answers ?? {});
    const path = rescreenPath(patientId, screened.encounter._id);
    const asked = new Set([
      ...shownQuestions(pack, sent?.answers ?? start).map(({ id }) => id),
      ...(sent?.needed ?? []),
    ]);
    const form = {
      ...{
        form: inForce,
        start,
        sent,
        action: path,
        questions: pack.questions.filter(({ id }) => asked.has(id)),
      },
      ...(told && { told }),
      submission: sent?.submission ?? Buffer.from(tools.randomBytes(16)).toString('hex'),
    };
    const props = { patientId, screened, form, isErased: false, isDone: false };
    return sendPage(
      reply,
      <RescreenPage context={contextFor(request, reply)} {...props} />,
      sent ? 400 : 200,
    );
  };

  app.get<ByConversation>(address, rescreen, async (request, reply) => {
    const found = await find(request);
    if (!found) return notFound(request, reply);
    const { screened } = found;
    const { done, again, urgency } = rescreenQuery.parse(request.query);
    const bot = botStand(screened.encounter, screened.decisions);
    const isErased = screened.encounter.erased === true;
    const hasDecided = hasScreened(screened.rescreens, insider(request).staffId, bot);
    if (!isErased && (!hasDecided || again)) return showForm(request, reply, found);
    const props = { ...found, isErased, isDone: done === 'yes', ...(urgency && { urgency }) };
    return sendPage(reply, <RescreenPage context={contextFor(request, reply)} {...props} />);
  });

  app.post<ByConversation>(address, rescreen, async (request, reply) => {
    const body = rescreenForm.parse(request.body);
    const found = await find(request);
    if (!found) return notFound(request, reply);
    const { screened, patientId } = found;
    const { tenant, staffId } = insider(request);
    const { encounter, decisions, rescreens } = screened;
    if (encounter.erased) {
      const props = { ...found, isErased: true, isDone: false };
      return sendPage(reply, <RescreenPage context={contextFor(request, reply)} {...props} />, 400);
    }
    const { pack, knowledge } = await tenant.rescreens.form();
    const { submission, comment = '' } = body;
    const { answers, invalid } = readForm(pack, body);
    const missing = needed(pack, answers).filter((id) => !invalid.includes(id));
    if (invalid.length > 0 || missing.length > 0)
      return showForm(request, reply, found, { body, invalid, needed: missing, submission, answers });
    const bot = botStand(encounter, decisions);
    const blind = screensBlind(viewerOf(request), encounter) && !hasScreened(rescreens, staffId, bot);
    const asked = {
      ...{ conversation: encounter._id, staff: staffId, submission, pack, answers, bot, blind },
      ...(knowledge !== undefined && { knowledge }),
    };
    const urgency = await tenant.rescreens.decide({ ...asked, comment: comment.trim() }, tools.now());
    const back = rescreenPath(patientId, encounter._id);
    return reply.redirect(`${back}?done=yes${urgency ? `&urgency=${urgency}` : ''}`, 303);
  });
}

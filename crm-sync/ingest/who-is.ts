import { whoIsQuestion, type WhoIsAnswer, type WhoIsQuestion } from '../../contract/question';
import { patientOfVisitor } from '../patients/patient-ids';
import type { Tenant } from '../store/tenant';
import { RefusedRequest, type SignedHandler } from './signed-routes';

/** After this the app's two seconds would be over before the answer is there. */
const answerLimitMs = 1_000;

async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new RefusedRequest(503, 'too-slow', 'no answer in time')), limitMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function answer(
  tenant: Tenant,
  workspace: string,
  { conversation, visitor }: WhoIsQuestion,
  now: Date,
): Promise<WhoIsAnswer> {
  const { _id: patientId } = await patientOfVisitor(tenant, { workspace, visitorId: visitor }, now);
  const earlierConversations = await tenant.encounters.countDocuments({
    patientId,
    _id: { $ne: conversation },
  });
  return { patientId, earlierConversations };
}

/** Who is this visitor? A patient known before, or a new one with an ID of its own. */
export function whoIsHandler({ now }: { now: () => Date }): SignedHandler {
  return async ({ tenant, workspace, body }): Promise<WhoIsAnswer> => {
    const question = whoIsQuestion.safeParse(body);
    if (!question.success) {
      const where = question.error.issues[0]?.path.join('.') || 'body';
      throw new RefusedRequest(400, 'malformed-question', `${where}: ${question.error.issues[0]?.code}`);
    }
    return within(answerLimitMs, answer(tenant, workspace.id, question.data, now()));
  };
}

import { whoIsQuestion, type WhoIsAnswer } from '../../contract/question';
import { patientOfVisitor } from '../patients/patient-ids';
import { RefusedRequest, type SignedHandler } from './signed-routes';

/** Who is this visitor? A patient known before, or a new one with an ID of its own. */
export function whoIsHandler({ now }: { now: () => Date }): SignedHandler {
  return async ({ tenant, workspace, body }): Promise<WhoIsAnswer> => {
    const question = whoIsQuestion.safeParse(body);
    if (!question.success) {
      const where = question.error.issues[0]?.path.join('.') || 'body';
      throw new RefusedRequest(400, 'malformed-question', `${where}: ${question.error.issues[0]?.code}`);
    }
    const { conversation, visitor } = question.data;
    const { _id: patientId } = await patientOfVisitor(
      tenant,
      { workspace: workspace.id, visitorId: visitor },
      now(),
    );
    const earlierConversations = await tenant.encounters.countDocuments({
      patientId,
      _id: { $ne: conversation },
    });
    return { patientId, earlierConversations };
  };
}

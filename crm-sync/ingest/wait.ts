import { waitQuestion, type WaitAnswer } from '../../contract/question';
import type { EncounterDocument } from '../store/documents';
import { RefusedRequest, type SignedHandler } from './signed-routes';

type Waiting = Pick<EncounterDocument, '_id' | 'workspace' | 'department' | 'waitingSince'>;

/** Where in the queue of its department is this conversation? Nothing is told of the others but how many they are. */
export function waitHandler(): SignedHandler {
  return async ({ tenant, workspace, body }): Promise<WaitAnswer> => {
    const question = waitQuestion.safeParse(body);
    if (!question.success) {
      const where = question.error.issues[0]?.path.join('.') || 'body';
      throw new RefusedRequest(400, 'malformed-question', `${where}: ${question.error.issues[0]?.code}`);
    }
    const waiting = await tenant.encounters
      .find({ state: 'queued' })
      .project<Waiting>({ workspace: 1, department: 1, waitingSince: 1 })
      .toArray();
    const own = waiting.find(({ _id }) => _id === question.data.conversation);
    if (!own?.waitingSince || own.workspace !== workspace.id) return {};
    const since = own.waitingSince.getTime();
    const before = waiting.filter(
      (other) =>
        other.workspace === own.workspace &&
        other.department?.id === own.department?.id &&
        other.waitingSince !== undefined &&
        other.waitingSince.getTime() < since,
    );
    return { before: before.length };
  };
}

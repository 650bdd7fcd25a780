/** Answers an app that asks for knowledge, signed in turn: what leads patients must not be what somebody on the way wrote. */
import { randomUUID } from 'crypto';
import { knowledgeQuestion, signKnowledge, type KnowledgeAnswer } from '../../contract/knowledge';
import { RefusedRequest, type SignedHandler } from '../ingest/signed-routes';
import { knowledgeShelf } from './knowledge-shelf';
import { newestOf } from './version';

export function knowledgeHandler({ now }: { now: () => Date }): SignedHandler {
  return async ({ tenant, workspace, body }): Promise<KnowledgeAnswer> => {
    const question = knowledgeQuestion.safeParse(body);
    if (!question.success)
      throw new RefusedRequest(400, 'malformed-question', `${question.error.issues[0]?.path.join('.')}`);
    const { nonce, have } = question.data;
    const message = { id: randomUUID(), atMs: now().getTime() };
    const shelf = knowledgeShelf(tenant);
    const newest = newestOf(await shelf.snapshots());
    if (!newest) return signKnowledge(workspace.secrets, { nonce, state: 'none' }, message);
    const { _id: number, hash } = newest;
    if (hash === have) return signKnowledge(workspace.secrets, { nonce, state: 'unchanged', hash }, message);
    const snapshot = JSON.parse((await shelf.snapshot(number))!.body) as Record<string, unknown>;
    return signKnowledge(workspace.secrets, { nonce, state: 'changed', hash, snapshot }, message);
  };
}

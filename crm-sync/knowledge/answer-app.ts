/** Answers an app that asks for knowledge, signed in turn: what leads patients must not be what somebody on the way wrote. */
import { randomUUID } from 'crypto';
import { knowledgeQuestion, signKnowledge, type KnowledgeAnswer } from '../../contract/knowledge';
import { defaultContactHours } from '../follow-up/contact-hours';
import { RefusedRequest, type SignedHandler } from '../ingest/signed-routes';
import { pausesToTell } from '../supervision/intake';
import { noteWaitRules } from '../supervision/wait-measures';
import { knowledgeShelf } from './knowledge-shelf';
import { newestOf } from './version';

export function knowledgeHandler({ now }: { now: () => Date }): SignedHandler {
  return async ({ tenant, workspace, body }): Promise<KnowledgeAnswer> => {
    const question = knowledgeQuestion.safeParse(body);
    if (!question.success)
      throw new RefusedRequest(400, 'malformed-question', `${question.error.issues[0]?.path.join('.')}`);
    const { have, intakes, waits, clock } = question.data;
    if (waits) await noteWaitRules(tenant, workspace.id, waits, now());
    const paused = intakes ? await pausesToTell(tenant, workspace.id, now()) : undefined;
    const base = {
      nonce: question.data.nonce,
      ...(paused && { paused }),
      ...(clock && { clock: { timeZone: tenant.timeZone, ...(tenant.contactHours ?? defaultContactHours) } }),
    };
    const message = { id: randomUUID(), atMs: now().getTime() };
    const shelf = knowledgeShelf(tenant);
    const newest = newestOf(await shelf.snapshots());
    if (!newest) return signKnowledge(workspace.secrets, { ...base, state: 'none' }, message);
    const { _id: number, hash } = newest;
    if (hash === have)
      return signKnowledge(workspace.secrets, { ...base, state: 'unchanged', hash }, message);
    const found = await shelf.snapshot(number);
    // its body was changed in the database: apps keep what they have
    if (!found) throw new RefusedRequest(500, 'knowledge-damaged', 'the published knowledge was changed');
    const snapshot = JSON.parse(found.body) as Record<string, unknown>;
    return signKnowledge(workspace.secrets, { ...base, state: 'changed', hash, snapshot }, message);
  };
}

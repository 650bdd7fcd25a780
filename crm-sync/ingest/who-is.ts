import { whoIsQuestion, type WhoIsAnswer, type WhoIsQuestion } from '../../contract/question';
import { offeredFollowUp } from '../follow-up/offer';
import { readClusters } from '../identity/cluster-reads';
import { patientOfDependent } from '../identity/dependents';
import { patientOfVisitor } from '../identity/register';
import type { EncounterDocument } from '../store/documents';
import type { Tenant } from '../store/tenant';
import { inTime } from './in-time';
import { knownAnswers } from './known-answers';
import { parsedQuestion, type SignedHandler } from './signed-routes';

async function answer(
  tenant: Tenant,
  workspace: string,
  { conversation, visitor, dependent }: WhoIsQuestion,
  now: Date,
): Promise<WhoIsAnswer> {
  const { _id: own } = await patientOfVisitor(tenant, { workspace, visitorId: visitor }, now);
  const patientId = dependent ? (await patientOfDependent(tenant, own, dependent.name, now))._id : own;
  // One person may have come under several IDs. A typed CPF alone must not tell that a stranger was here.
  const ids = (await readClusters(tenant, [patientId])).surely(patientId);
  const [earlier, known, followUp] = await Promise.all([
    tenant.encounters
      .find({ patientId: { $in: ids }, _id: { $ne: conversation } })
      .project<Pick<EncounterDocument, 'startedAt' | 'consent'>>({ startedAt: 1, consent: 1 })
      .toArray(),
    // without it everything is asked: never a reason to answer nothing
    knownAnswers(tenant, ids, now).catch(() => undefined),
    offeredFollowUp(tenant, ids, now).catch(() => undefined),
  ]);
  return {
    patientId,
    ...(dependent && { guardianId: own }),
    ...historyOf(earlier),
    ...(known && { known }),
    ...(followUp && { followUp }),
  };
}

/** How often, when last, and whether the last answer to the question of consent still holds. */
function historyOf(
  earlier: readonly Pick<EncounterDocument, 'startedAt' | 'consent'>[],
): Pick<WhoIsAnswer, 'earlierConversations' | 'lastConversationAt' | 'consented'> {
  const latestFirst = [...earlier].sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime());
  const answered = latestFirst.find(({ consent }) => consent !== undefined);
  const [last] = latestFirst;
  return {
    earlierConversations: earlier.length,
    ...(last && { lastConversationAt: last.startedAt.toISOString() }),
    ...(answered && { consented: answered.consent === 'given' }),
  };
}

/** Who is this visitor, or the person they write for? A patient known before, or a new one with an ID of their own. */
export function whoIsHandler({ now }: { now: () => Date }): SignedHandler {
  return async ({ tenant, workspace, body }): Promise<WhoIsAnswer> => {
    const question = parsedQuestion(whoIsQuestion, body);
    return inTime(answer(tenant, workspace.id, question, now()));
  };
}

/** Who comes back of their own accord while a follow-up is due is asked then and there: what the app needs for that. */
import type { WhoIsAnswer } from '../../contract/question';
import type { FollowUpDocument } from '../store/follow-up-document';
import type { Tenant } from '../store/tenant';
import { diseases } from './calendar-key';
import { answerWithinMs, commandAnswers, followUpPack } from './look-at';

type FollowUpOffer = NonNullable<WhoIsAnswer['followUp']>;

type Due = FollowUpDocument & Required<Pick<FollowUpDocument, 'plan' | 'decision'>>;

/** Since when an answer is waited for; undefined when none is. Who got worse waits for a person, not for questions. */
function waitedForSince({ state, dueAt, task }: FollowUpDocument, now: Date): Date | undefined {
  if (task?.reason === 'worse') return undefined;
  switch (state) {
    case 'waiting':
      return dueAt && dueAt <= now ? dueAt : undefined;
    case 'asked':
      return dueAt ? new Date(dueAt.getTime() - answerWithinMs) : now;
    case 'held':
      return task?.since ?? now;
    default:
      return undefined;
  }
}

/**
 * The calendar that waits longest for an answer.
 * @param ids of whoever surely is this person
 * @throws SealingError when what is known does not open
 */
export async function offeredFollowUp(
  tenant: Tenant,
  ids: readonly string[],
  now: Date,
): Promise<FollowUpOffer | undefined> {
  const all = await tenant.followUps.find({ patientId: { $in: [...ids] } }).toArray();
  const due = all.flatMap((document) => {
    const since = waitedForSince(document, now);
    return since && document.plan && document.decision ? [{ document: document as Due, since }] : [];
  });
  const [first] = due.sort(
    (a, b) => a.since.getTime() - b.since.getTime() || (a.document._id < b.document._id ? -1 : 1),
  );
  const disease = diseases.find((one) => one === first?.document.plan.disease);
  if (!first || !disease) return undefined;
  const { document, since } = first;
  return {
    task: document._id,
    pack: followUpPack,
    disease,
    due: since.toISOString(),
    answers: await commandAnswers(tenant, document, now),
  };
}

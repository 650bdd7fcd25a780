/** The stream `follow-up/<patient id>/<disease>` becomes one document. */
import type { StreamKind } from '../projector/stream-kind';
import { writeNewest } from '../projector/write-newest';
import type { FollowUpDocument } from '../store/follow-up-document';
import type { Tenant } from '../store/tenant';
import { followUpPrefix } from './calendar-key';
import { foldFollowUp } from './fold-follow-up';

const idOf = (subject: string): string => subject.slice(followUpPrefix.length);

/** Nobody is asked, or called, after they were erased. Looked at after writing: an erasure from then on removes it itself. */
async function forgetErased(tenant: Tenant, patientIds: string[]): Promise<void> {
  const erased = await tenant.patients
    .find({ _id: { $in: patientIds }, erasedAt: { $exists: true } }, { projection: { _id: 1 } })
    .toArray();
  if (erased.length > 0)
    await tenant.followUps.deleteMany({ patientId: { $in: erased.map(({ _id }) => _id) } });
}

async function* followUpsIn(tenant: Tenant): AsyncIterable<string> {
  const documents = tenant.followUps.find({}, { projection: { _id: 1 } });
  for await (const { _id } of documents) yield followUpPrefix + _id;
}

export const followUpKind: StreamKind<FollowUpDocument> = {
  matches: (subject) => subject.startsWith(followUpPrefix),
  fold: (events) => (events[0] ? foldFollowUp(idOf(events[0].subject), events) : undefined),
  async write(tenant, folds) {
    for (const { fold, whole } of folds) await writeNewest(tenant.followUps, [fold], whole);
    await forgetErased(
      tenant,
      folds.map(({ fold }) => fold.patientId),
    );
    return folds.map(({ subject, fold }) => ({ subject, patientId: fold.patientId }));
  },
  async remove(tenant, subjects) {
    await tenant.followUps.deleteMany({ _id: { $in: subjects.map(idOf) } });
  },
  subjectsOfDocuments: followUpsIn,
};

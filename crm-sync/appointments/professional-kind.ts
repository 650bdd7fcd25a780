/** The stream `professional/<id>` becomes one document: who they are and when they work, as last saved. */
import { professionalPrefix } from '../../contract/appointment-events';
import { knownEvent } from '../../contract/event';
import type { StreamKind } from '../projector/stream-kind';
import { writeNewest } from '../projector/write-newest';
import type { OpenedEvent } from '../store/sealed-events';
import type { ProfessionalDocument } from '../store/appointment-documents';
import type { Tenant } from '../store/tenant';
import { cancelAbsent } from './afterwards';

const idOf = (subject: string): string => subject.slice(professionalPrefix.length);

export function foldProfessional(events: readonly OpenedEvent[]): ProfessionalDocument | undefined {
  const saved = events
    .flatMap((event) => knownEvent(event) ?? [])
    .filter((event) => event.type === 'acolhe.professional.saved.v1')
    .sort((a, b) => (a.time === b.time ? (a.id < b.id ? -1 : 1) : a.time < b.time ? -1 : 1));
  const last = saved.at(-1);
  if (!last) return undefined;
  return {
    ...last.data.professional,
    ...{ _id: idOf(last.subject), version: saved.length, changedAt: new Date(last.time) },
  };
}

async function* subjectsOf(tenant: Tenant): AsyncIterable<string> {
  for await (const { _id } of tenant.professionals.find({}, { projection: { _id: 1 } }))
    yield professionalPrefix + _id;
}

export const professionalKind: StreamKind<ProfessionalDocument> = {
  matches: (subject) => subject.startsWith(professionalPrefix),
  fold: foldProfessional,
  async write(tenant, folds, now) {
    for (const { fold, whole } of folds) {
      await writeNewest(tenant.professionals, [fold], whole);
      if (!fold.absences.some(({ to }) => new Date(to) > now)) continue;
      const ahead = await tenant.appointments.find({ professional: fold._id, start: { $gt: now } }).toArray();
      await cancelAbsent(tenant, fold, ahead, now);
    }
    return folds.map(({ subject }) => ({ subject }));
  },
  async remove(tenant, subjects) {
    await tenant.professionals.deleteMany({ _id: { $in: subjects.map(idOf) } });
  },
  subjectsOfDocuments: subjectsOf,
};

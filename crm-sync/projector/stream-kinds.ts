/** Which kinds of streams there are. The projector knows nothing else of them. */
import { agendaKind } from '../appointments/agenda-kind';
import { professionalKind } from '../appointments/professional-kind';
import { followUpKind } from '../follow-up/follow-up-kind';
import { conversationKind } from './conversation-kind';
import { patientKind } from './patient-kind';
import type { StreamKind } from './stream-kind';

/** Investigations and published reports: few, and read from their events themselves. No documents are made of them. */
const serviceKind: StreamKind<never> = {
  matches: (subject) => /^(investigation|report)\//.test(subject),
  fold: () => undefined,
  write: () => Promise.resolve([]),
  remove: () => Promise.resolve(),
  async *subjectsOfDocuments() {},
};

/** The first that matches; every subject has one. */
export const streamKinds: readonly StreamKind<unknown>[] = [
  serviceKind as StreamKind<unknown>,
  patientKind as StreamKind<unknown>,
  followUpKind as StreamKind<unknown>,
  agendaKind as StreamKind<unknown>,
  professionalKind as StreamKind<unknown>,
  conversationKind as StreamKind<unknown>,
];

export function kindOf(subject: string): StreamKind<unknown> {
  const kind = streamKinds.find((one) => one.matches(subject));
  if (!kind) throw new Error('a stream of no kind');
  return kind;
}

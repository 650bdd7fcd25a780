/** Whose conversations these are, and what they tell of these people: the one place where conversations meet patients. */
import { adoptPatient, type Adopted } from '../identity/adopt';
import { adoptMany } from '../identity/adopt-many';
import { claimKeys } from '../identity/claim-keys';
import { sourcePlace } from '../identity/places';
import { untold } from '../identity/register';
import { keepSources } from '../identity/sources';
import { inChunks } from '../store/in-chunks';
import type { Tenant } from '../store/tenant';
import type { PatientFacts } from './fold-state';
import { replacePatientId } from './replace-patient-id';

export interface ToldOfPatient {
  conversation: string;
  workspace: string;
  channel: string;
  startedAt: Date;
  facts: PatientFacts;
  /** Write what it tells whatever is there. */
  whole: boolean;
}

export type PatientsByConversation = ReadonlyMap<string, Adopted>;

const sourceOf = ({ workspace, facts }: ToldOfPatient): string => `${workspace}/${facts.visitorId ?? ''}`;

function claimOf({ patientId, mintedBy, time }: NonNullable<PatientFacts['claim']>) {
  return { patientId, mintedBy, at: new Date(time) };
}

/** Takes over IDs the conversations name; one that is taken is replaced, and the app told. */
export async function patientsOf(
  tenant: Tenant,
  told: readonly ToldOfPatient[],
  now: Date,
): Promise<PatientsByConversation> {
  const claiming = told.filter(({ facts }) => facts.claim && facts.visitorId !== undefined);
  const visitors = [...new Set(claiming.map(sourceOf))];
  const known = await inChunks(visitors, (some) =>
    tenant.patients.find({ visitorIds: { $in: some } }).toArray(),
  );
  const unregistered = await untold(tenant, known);
  const byVisitor = new Map(known.flatMap((one) => one.visitorIds.map((visitor) => [visitor, one] as const)));
  const firstClaims = claiming.flatMap((one) => {
    const { workspace, facts } = one;
    if (byVisitor.has(sourceOf(one)) || facts.claim!.dependentOf !== undefined) return [];
    return [{ visitor: { workspace, visitorId: facts.visitorId ?? '' }, claim: claimOf(facts.claim!) }];
  });
  for (const made of await adoptMany(tenant, firstClaims, now))
    for (const visitor of made.visitorIds) byVisitor.set(visitor, made);
  const patients = new Map<string, Adopted>();
  for (const one of claiming) {
    const { conversation, workspace, startedAt, facts } = one;
    const { visitorId = '', own } = facts;
    const claim = facts.claim!;
    const theirs = byVisitor.get(sourceOf(one));
    if (theirs?._id === claim.patientId && !unregistered.has(theirs._id)) {
      patients.set(conversation, { patient: theirs, visitor: theirs });
      continue;
    }
    const adopted = await adoptPatient(
      tenant,
      {
        ...{ conversation, visitor: { workspace, visitorId }, startedAt },
        ...(own && { own: claimOf(own) }),
        ...(claim.dependentOf !== undefined && { dependent: claimOf(claim) }),
      },
      now,
    );
    patients.set(conversation, adopted);
    const { patient, visitor } = adopted;
    if (patient._id === claim.patientId) continue;
    const person = { patientId: patient._id, ...(patient !== visitor && { dependentOf: visitor._id }) };
    await replacePatientId(tenant, workspace, conversation, claim, person, now);
  }
  return patients;
}

/**
 * Keeps what conversations tell of their visitors, as their sources; the order of calls does not matter. Strong keys
 * that are new are claimed, which may link the visitor with other IDs.
 */
export async function writeFacts(
  tenant: Tenant,
  told: readonly ToldOfPatient[],
  patients: PatientsByConversation,
  now: Date,
): Promise<void> {
  const telling = told.filter(({ conversation }) => {
    const visitor = patients.get(conversation)?.visitor;
    return visitor !== undefined && !visitor.erasedAt;
  });
  if (telling.length === 0) return;
  const owners = telling
    .filter(({ facts }) => facts.said.length > 0)
    .map(
      (one) =>
        sourcePlace(patients.get(one.conversation)!.visitor._id, sourceOf(one), one.conversation).owner,
    );
  await tenant.sealing.prepare(owners, true);
  const unclaimed = await keepSources(
    tenant,
    telling.map((one) => {
      const { conversation, workspace, channel, facts, whole } = one;
      const patientId = patients.get(conversation)!.visitor._id;
      return {
        key: { source: sourceOf(one), patientId, workspace, channel, conversation },
        ...{ said: facts.said, whole },
      };
    }),
  );
  for (const patientId of unclaimed) await claimKeys(tenant, patientId, now);
}

/** Which patient a conversation is about: what it says, held against whose the ID is. */
import { parsePatientId } from '../../contract/patient-id';
import { destroyKeys } from '../store/destroy-keys';
import type { KeyOwner } from '../store/data-keys';
import type { PatientDocument } from '../store/identity-documents';
import type { Tenant } from '../store/tenant';
import { adoptDependent } from './dependents';
import { visitorKey } from './own-keys';
import { healed, knownPatient, patientOfVisitor, register, type Visitor } from './register';

export interface Claim {
  patientId: string;
  mintedBy: 'crm' | 'app';
  at: Date;
}

export interface Told {
  conversation: string;
  visitor: Visitor;
  startedAt: Date;
  /** The last ID the conversation named for the visitor themselves. */
  own?: Claim;
  /** The last ID it named of somebody the visitor writes for. */
  dependent?: Claim;
}

/** Begun before the erasure, it stays with the erased ID; what is begun later is about somebody new. */
function erasedBefore(document: PatientDocument | undefined, key: string, startedAt: Date): boolean {
  return (
    document?.erasedAt !== undefined &&
    startedAt <= document.erasedAt &&
    (document.formerVisitorIds ?? []).includes(key)
  );
}

/**
 * The visitor's own patient: the named one when it is theirs or free, else the one they have, else a new one. The caller
 * compares `_id` to know whether the named one was replaced.
 */
async function ownPatient(
  tenant: Tenant,
  { visitor, startedAt, own }: Told,
  now: Date,
): Promise<PatientDocument> {
  const key = visitorKey({ workspace: visitor.workspace, id: visitor.visitorId });
  const theirs = await tenant.patients.findOne({ visitorIds: key });
  if (!own || own.patientId === theirs?._id)
    return theirs ? healed(tenant, theirs, now) : patientOfVisitor(tenant, visitor, now);
  const named = await knownPatient(tenant, own.patientId, now);
  if (named && (named.visitorIds.includes(key) || erasedBefore(named, key, startedAt)))
    return healed(tenant, named, now);
  if (theirs) return healed(tenant, theirs, now);
  if (!named && parsePatientId(own.patientId) === own.patientId) {
    const { patientId, mintedBy, at } = own;
    const registration = {
      patientId,
      mintedBy,
      visitor: { workspace: visitor.workspace, id: visitor.visitorId },
    };
    const made = await register(tenant, registration, at, now);
    if (made) return made;
  }
  return patientOfVisitor(tenant, visitor, now);
}

/** A conversation of somebody erased that was not among those erased: it came late. */
async function eraseLate(tenant: Tenant, conversation: string, now: Date): Promise<boolean> {
  const owner: KeyOwner = `conversation/${conversation}`;
  const states = await tenant.sealing.prepare([owner], false);
  if (states.get(owner) !== 'ready') return false;
  await destroyKeys(tenant, [owner], now);
  return true;
}

export interface Adopted {
  /** Whom the conversation is about. */
  patient: PatientDocument;
  /** Whose channel it came through; the same unless they write for another. */
  visitor: PatientDocument;
  /** Its key was destroyed just now: what was read of it must not be written, it is read again. */
  destroyed?: true;
}

export async function adoptPatient(tenant: Tenant, told: Told, now: Date): Promise<Adopted> {
  const visitor = await ownPatient(tenant, told, now);
  const patient = told.dependent ? await adoptDependent(tenant, visitor._id, told.dependent, now) : visitor;
  const late = patient.erasedAt !== undefined && told.startedAt <= patient.erasedAt;
  const destroyed = late && (await eraseLate(tenant, told.conversation, now));
  return { patient, visitor, ...(destroyed && { destroyed }) };
}

/** Gives out IDs. A visitor belongs to one patient, a dependent to one guardian; whoever inserts first decides. */
import { randomBytes, randomUUID } from 'crypto';
import type { EventEnvelope } from '../../contract/event';
import { mintPatientId } from '../../contract/patient-id';
import { storeEvents } from '../ingest/store-events';
import type { PatientDocument } from '../store/identity-documents';
import { inChunks } from '../store/in-chunks';
import { insertNew, isDuplicateKey } from '../store/insert-new';
import type { Tenant } from '../store/tenant';
import { blindTokens } from './blind-index';
import { crmEvent } from './crm-event';
import type { Fact } from './facts';
import { dependentPrefix, ownKeys, visitorKey, type Registration } from './own-keys';
import { patientFactsPlace } from './places';
import { projectPatient } from './project-patient';
import { openedPatientFacts } from './sources';

export interface Visitor {
  workspace: string;
  visitorId: string;
}

export const freshPatientId = (): string => mintPatientId(() => randomBytes(5));

/** The event says what the document says, so that telling it twice tells it once. */
async function registrationOf(tenant: Tenant, document: PatientDocument): Promise<Registration> {
  const { _id: patientId, mintedBy, dependentOf, sealedFacts, visitorIds } = document;
  const facts = sealedFacts === undefined ? [] : await openedPatientFacts(tenant, patientId, sealedFacts);
  const name = facts.find((fact) => fact.field === 'name')?.values[0];
  const [workspace = '', ...id] = (visitorIds[0] ?? '').split('/');
  return {
    ...{ patientId, mintedBy },
    ...(dependentOf === undefined ? { visitor: { workspace, id: id.join('/') } } : { dependentOf }),
    ...(name !== undefined && { name }),
  };
}

/** An ID is registered once. The event's id outlives an erasure: a dependent's key holds a token of their name. */
function registeredId(key: string): string {
  return key.startsWith(dependentPrefix) ? 'registered/dependent' : `registered/${key}`;
}

async function registeredEvent(tenant: Tenant, document: PatientDocument): Promise<EventEnvelope> {
  const data = await registrationOf(tenant, document);
  const id = registeredId(document.visitorIds[0] ?? '');
  const subject = `patient/${document._id}`;
  const type = 'acolhe.patient.registered.v1';
  return crmEvent(tenant.id, { id, type, subject, time: document.createdAt, data });
}

async function tellRegistered(tenant: Tenant, document: PatientDocument, now: Date): Promise<void> {
  await storeEvents(tenant, [await registeredEvent(tenant, document)], now);
  await tenant.patients.updateOne({ _id: document._id }, { $unset: { unregistered: '' } });
}

/** Those of the patients whose registration may not be in the events yet. */
export async function untold(tenant: Tenant, documents: readonly PatientDocument[]): Promise<Set<string>> {
  if (documents.length === 0) return new Set();
  const ids = new Set(documents.map(({ _id }) => _id));
  const notes = await tenant.registrations.find({ patients: { $in: [...ids] } }).toArray();
  const noted = notes.flatMap(({ patients }) => patients.filter((id) => ids.has(id)));
  return new Set([...noted, ...documents.filter((one) => one.unregistered).map(({ _id }) => _id)]);
}

/** A process may have died between giving an ID and telling so: whoever meets the ID next tells it. */
export async function healed(tenant: Tenant, document: PatientDocument, now: Date): Promise<PatientDocument> {
  const { _id } = document;
  if (!(await untold(tenant, [document])).has(_id)) return document;
  await tellRegistered(tenant, document, now);
  const { modifiedCount } = await tenant.registrations.updateMany(
    { patients: _id },
    { $pull: { patients: _id } },
  );
  if (modifiedCount > 0) await tenant.registrations.deleteMany({ patients: { $size: 0 } });
  return document;
}

/** Tells every registration that was left untold. @returns how many */
export async function healRegistrations(tenant: Tenant, now: Date): Promise<number> {
  const noted = (await tenant.registrations.find({}).toArray()).flatMap(({ patients }) => patients);
  const left = [
    ...(await tenant.patients.find({ unregistered: true }).toArray()),
    ...(await inChunks(noted, (some) => tenant.patients.find({ _id: { $in: some } }).toArray())),
  ];
  for (const document of left) await healed(tenant, document, now);
  return left.length;
}

/**
 * The document of an ID that was given, also when it has not been made (again) from its events.
 */
export async function knownPatient(
  tenant: Tenant,
  patientId: string,
  now: Date,
): Promise<PatientDocument | undefined> {
  return (
    (await tenant.patients.findOne({ _id: patientId })) ?? (await projectPatient(tenant, patientId, now))
  );
}

async function sealedName(tenant: Tenant, patientId: string, name: string, at: Date, event: string) {
  const origin = { patientId, at: at.toISOString(), event, source: `registered/${patientId}` };
  const facts: Fact[] = [{ field: 'name', values: [name], verified: false, origin }];
  return {
    sealedFacts: await tenant.sealing.seal(patientFactsPlace(patientId), JSON.stringify(facts)),
    blind: blindTokens(await tenant.keyring.secret('tenant/blind-index'), facts),
  };
}

/**
 * Gives an ID to somebody who has none.
 * @returns undefined when the ID is taken, or this person got another meanwhile: look again
 */
export async function register(
  tenant: Tenant,
  registration: Registration,
  createdAt: Date,
  now: Date,
): Promise<PatientDocument | undefined> {
  const { patientId: _id, mintedBy, dependentOf, name } = registration;
  const visitorIds = ownKeys(await tenant.keyring.secret('tenant/blind-index'), registration);
  const document: PatientDocument = {
    ...{ _id, visitorIds, createdAt, mintedBy, version: 0, unregistered: true as const },
    ...(dependentOf !== undefined && { dependentOf }),
    ...(name !== undefined && (await sealedName(tenant, _id, name, createdAt, registeredId(visitorIds[0]!)))),
  };
  try {
    await tenant.patients.insertOne(document);
  } catch (error) {
    if (isDuplicateKey(error)) return undefined;
    throw error;
  }
  await tellRegistered(tenant, document, now);
  return document;
}

/**
 * Gives free IDs to many visitors who have none, without names.
 * @returns the documents made; IDs or visitors that were taken meanwhile are left out
 */
export async function registerMany(
  tenant: Tenant,
  wanted: readonly { registration: Registration; createdAt: Date }[],
  now: Date,
): Promise<PatientDocument[]> {
  if (wanted.length === 0) return [];
  const secret = await tenant.keyring.secret('tenant/blind-index');
  const documents = wanted.map(({ registration, createdAt }): PatientDocument => ({
    ...{ _id: registration.patientId, visitorIds: ownKeys(secret, registration), createdAt },
    mintedBy: registration.mintedBy,
    // As their streams' fold will write them.
    ...{ version: 1, changedAt: createdAt, links: [], apart: [] },
  }));
  // Noted for all of them in one place: to take a flag off each costs more than to insert it.
  const note = { _id: randomUUID(), patients: documents.map(({ _id }) => _id) };
  await tenant.registrations.insertOne(note);
  const refused = await insertNew(tenant.patients, documents);
  const made = documents.filter((_document, index) => !refused.has(index));
  await storeEvents(
    tenant,
    await Promise.all(made.map((document) => registeredEvent(tenant, document))),
    now,
    true,
  );
  // Who dies before this leaves them noted, to be told again.
  await tenant.registrations.deleteOne({ _id: note._id }, { writeConcern: { w: 1 } });
  return made;
}

/** The patient of this visitor, registered when there is none. Two who ask at once get the same. */
export async function patientOfVisitor(
  tenant: Tenant,
  { workspace, visitorId }: Visitor,
  now: Date,
  mint: () => string = freshPatientId,
): Promise<PatientDocument> {
  const visitor = { workspace, id: visitorId };
  for (;;) {
    const known = await tenant.patients.findOne({ visitorIds: visitorKey(visitor) });
    if (known) return healed(tenant, known, now);
    const made = await register(tenant, { patientId: mint(), mintedBy: 'crm', visitor }, now, now);
    if (made) return made;
  }
}

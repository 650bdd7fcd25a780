/** Makes an ID's documents anew from the events of its stream. */
import type { PatientDocument, NoteDocument } from '../store/identity-documents';
import { isDuplicateKey } from '../store/insert-new';
import { eventsOf, openEvent } from '../store/sealed-events';
import { SealingError } from '../store/sealing';
import type { Tenant } from '../store/tenant';
import { blindTokens } from './blind-index';
import { finishErasing } from './erasing';
import { foldPatient, type FoldedNote, type PatientFold } from './patient-fold';
import { notePlace, patientFactsPlace } from './places';
import { erasedKey, ownKeys } from './own-keys';

/** Fields whose absence means something: a write without them takes them away. */
const optional = [
  'dependentOf',
  'sealedFacts',
  'blind',
  'unclaimed',
  'erasedAt',
  'formerVisitorIds',
] as const;

async function documentOf(
  tenant: Tenant,
  patientId: string,
  fold: PatientFold,
  registered: NonNullable<PatientFold['registered']>,
): Promise<PatientDocument> {
  const secret = await tenant.keyring.secret('tenant/blind-index');
  const { facts, erasedAt } = fold;
  const keys = ownKeys(secret, { ...registered, patientId });
  return {
    ...{ _id: patientId, version: fold.version, links: fold.links, apart: fold.apart },
    ...{ createdAt: registered.at, mintedBy: registered.mintedBy, changedAt: fold.changedAt },
    visitorIds: erasedAt ? [erasedKey(patientId)] : keys,
    ...(registered.dependentOf !== undefined && { dependentOf: registered.dependentOf }),
    ...(facts.length > 0 && {
      sealedFacts: await tenant.sealing.seal(patientFactsPlace(patientId), JSON.stringify(facts)),
      blind: blindTokens(secret, facts),
      unclaimed: true as const,
    }),
    // A dependent's key was made of their name.
    ...(erasedAt && { erasedAt, ...(registered.visitor && { formerVisitorIds: keys }) }),
  };
}

async function written(
  tenant: Tenant,
  { _id, ...fields }: PatientDocument,
  whole: boolean,
): Promise<boolean> {
  const gone = [...optional.filter((name) => fields[name] === undefined), 'unregistered'];
  try {
    await tenant.patients.updateOne(
      { _id, ...(!whole && { version: { $not: { $gt: fields.version } } }) },
      { $set: fields, $unset: Object.fromEntries(gone.map((name) => [name, ''])) },
      { upsert: true },
    );
    return true;
  } catch (error) {
    // A newer fold is there already.
    if (isDuplicateKey(error) && (await tenant.patients.findOne({ _id, version: { $gt: fields.version } })))
      return false;
    throw error;
  }
}

async function keepNotes(
  tenant: Tenant,
  patientId: string,
  notes: readonly FoldedNote[],
  whole: boolean,
): Promise<void> {
  const ids = notes.map((note) => note.noteId);
  const there = await tenant.notes.find({ patientId }, { projection: { _id: 1 } }).toArray();
  const known = new Set(there.map((one) => one._id));
  for (const { noteId, text, staff, at } of notes) {
    if (known.has(noteId) && !whole) continue;
    const sealedText = await tenant.sealing.seal(notePlace(patientId, noteId), text);
    const note: NoteDocument = { _id: noteId, patientId, staff, at, sealedText };
    await tenant.notes.replaceOne({ _id: noteId }, note, { upsert: true });
  }
  const stale = [...known].filter((id) => !ids.includes(id));
  if (stale.length) await tenant.notes.deleteMany({ patientId, _id: { $in: stale } });
}

/**
 * Writes an ID's documents unless a newer fold did. What an erasure asks for is done, again if need be.
 * @param whole whatever is there: it may have been damaged
 * @param known the document as read before, if it was; null when there was none
 * @returns undefined when this ID was never registered
 * @throws SealingError or MongoError
 */
export async function writePatientFold(
  tenant: Tenant,
  patientId: string,
  fold: PatientFold,
  now: Date,
  whole = false,
  known?: PatientDocument | null,
): Promise<PatientDocument | undefined> {
  if (!fold.registered) return undefined;
  const there = known === undefined ? await tenant.patients.findOne({ _id: patientId }) : known;
  const current = there?.version === fold.version && !there.unregistered && !whole;
  let document = there ?? undefined;
  if (!current) {
    try {
      const made = await documentOf(tenant, patientId, fold, fold.registered);
      if (await written(tenant, made, whole)) await keepNotes(tenant, patientId, fold.notes, whole);
      document = made;
    } catch (error) {
      // Erased meanwhile: that event comes next.
      if (error instanceof SealingError && error.code === 'destroyed') return there ?? undefined;
      throw error;
    }
  }
  if (fold.erasedAt) await finishErasing(tenant, patientId, now);
  return document;
}

/**
 * Makes an ID's documents from the events of its stream.
 * @returns undefined when this ID was never registered
 * @throws SealingError, ZodError (an event that cannot be read) or MongoError
 */
export async function projectPatient(
  tenant: Tenant,
  patientId: string,
  now: Date,
): Promise<PatientDocument | undefined> {
  const stored = await eventsOf(tenant, [`patient/${patientId}`]);
  const fold = foldPatient(patientId, await Promise.all(stored.map((one) => openEvent(tenant, one))));
  return writePatientFold(tenant, patientId, fold, now);
}

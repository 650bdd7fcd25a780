/** Everything that is made of a tenant's events, opened: what a rebuild must give again. Technical parts are left out. */
import { notePlace, patientFactsPlace, sourcePlace } from '../../crm-sync/identity/places';
import { investigationStore } from '../../crm-sync/investigations/investigation-store';
import { reportStore } from '../../crm-sync/reports/report-store';
import type { SealedPlace } from '../../crm-sync/store/data-keys';
import {
  answersPlace,
  becausePlace,
  laterPlace,
  fileNamePlace,
  messagePlace,
  tagsPlace,
} from '../../crm-sync/store/places';
import { eventsOfAll } from '../../crm-sync/store/service-streams';
import type { Tenant } from '../../crm-sync/store/tenant';

/** Sealing the same again gives other bytes: its words are compared, or the code of why there are none. */
async function said(
  tenant: Tenant,
  place: SealedPlace,
  sealed: string | undefined,
): Promise<string | undefined> {
  if (sealed === undefined) return undefined;
  return tenant.sealing.open(place, sealed).catch((error: { code: string }) => error.code);
}

async function conversations(tenant: Tenant) {
  const encounters = await tenant.encounters
    .find({}, { projection: { touched: 0, touchToken: 0 } })
    .sort({ _id: 1 })
    .toArray();
  const messages = await tenant.messages
    .find({}, { projection: { version: 0 } })
    .sort({ _id: 1 })
    .toArray();
  const decisions = await tenant.decisions
    .find({}, { projection: { version: 0 } })
    .sort({ _id: 1 })
    .toArray();
  return {
    encounters: await Promise.all(
      encounters.map(async ({ sealedTags, ...rest }) => ({
        ...rest,
        tags: await said(tenant, tagsPlace(rest._id), sealedTags),
      })),
    ),
    messages: await Promise.all(
      messages.map(async ({ sealedText, sealedAuthor, files = [], ...rest }) => {
        const { _id, conversation } = rest;
        return {
          ...rest,
          text: await said(tenant, messagePlace(conversation, _id, 'sealedText'), sealedText),
          author: await said(tenant, messagePlace(conversation, _id, 'sealedAuthor'), sealedAuthor),
          files: await Promise.all(
            files.map(async ({ sealedName, ...file }) => ({
              ...file,
              name: await said(tenant, fileNamePlace(conversation, _id, file.fileId), sealedName),
            })),
          ),
        };
      }),
    ),
    decisions: await Promise.all(
      decisions.map(async ({ sealedAnswers, sealedBecause, sealedLater, ...rest }) => ({
        ...rest,
        later: await said(tenant, laterPlace(rest.conversation, rest._id), sealedLater),
        because: await said(tenant, becausePlace(rest.conversation, rest._id), sealedBecause),
        answers: await said(tenant, answersPlace(rest.conversation, rest._id), sealedAnswers),
      })),
    ),
  };
}

async function people(tenant: Tenant) {
  const patients = await tenant.patients.find().sort({ _id: 1 }).toArray();
  const sources = await tenant.sources
    .find({}, { projection: { revision: 0 } })
    .sort({ _id: 1 })
    .toArray();
  const notes = await tenant.notes.find().sort({ _id: 1 }).toArray();
  return {
    patients: await Promise.all(
      patients.map(async ({ sealedFacts, blind, ...rest }) => ({
        ...rest,
        ...(blind && { blind: [...blind].sort() }),
        facts: await said(tenant, patientFactsPlace(rest._id), sealedFacts),
      })),
    ),
    sources: await Promise.all(
      sources.map(async ({ parts, blind, ...rest }) => ({
        ...{ ...rest, blind: [...blind].sort() },
        parts: await Promise.all(
          [...parts]
            .sort((a, b) => (a.conversation < b.conversation ? -1 : 1))
            .map(async ({ sealedFacts, ...part }) => ({
              ...part,
              facts: await said(
                tenant,
                sourcePlace(rest.patientId, rest._id, part.conversation),
                sealedFacts,
              ),
            })),
        ),
      })),
    ),
    identityKeys: await tenant.identityKeys.find().sort({ _id: 1 }).toArray(),
    identityConflicts: await tenant.identityConflicts.find().sort({ _id: 1 }).toArray(),
    notes: await Promise.all(
      notes.map(async ({ sealedText, ...note }) => ({
        ...note,
        text: await said(tenant, notePlace(note.patientId, note._id), sealedText),
      })),
    ),
  };
}

/** As the pages read them: no documents are made of these streams. */
async function papers(tenant: Tenant) {
  const noNewId = (): string => {
    throw new Error('nothing is made here');
  };
  const investigations = investigationStore(tenant, noNewId);
  const opened = [...(await eventsOfAll(tenant, 'investigation')).keys()].sort();
  return {
    investigations: await Promise.all(opened.map((id) => investigations.find(id))),
    reports: await reportStore(tenant, noNewId).list(),
  };
}

/** What of the rest a rebuild must leave as it is, or count anew. */
async function besides(tenant: Tenant) {
  return {
    followUps: await tenant.followUps.find().sort({ _id: 1 }).toArray(),
    cells: await tenant.cells
      .find({}, { projection: { version: 0 } })
      .sort({ _id: 1 })
      .toArray(),
    files: await tenant.db.collection('files.files').find().sort({ _id: 1 }).toArray(),
    destroyed: await tenant.dataKeys
      .find({ destroyedAt: { $exists: true } })
      .sort({ _id: 1 })
      .toArray(),
  };
}

export async function projectionsOf(tenant: Tenant) {
  return {
    ...(await conversations(tenant)),
    ...(await people(tenant)),
    ...(await papers(tenant)),
    ...(await besides(tenant)),
  };
}

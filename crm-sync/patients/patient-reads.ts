/** What the patient pages read of a tenant's database. Sealed fields are opened here and nowhere later. */
import type { DecisionDocument, EncounterDocument, MessageDocument, MessageFile } from '../store/documents';
import { readClusters } from '../identity/cluster-reads';
import { fileKey, keptAmong } from '../files/file-store';
import { findPatients, type Found, type FoundPage } from '../identity/find-patients';
import type { GoldenRecord } from '../identity/golden-record';
import type { SearchTerm } from '../identity/search-term';
import { answersPlace, becausePlace, fileNamePlace, laterPlace, messagePlace } from '../store/places';
import type { SealedPlace } from '../store/data-keys';
import type { Tenant } from '../store/tenant';
import { packsOf, type PackWithTexts } from '../knowledge/kept-packs';
import { goldenOf, readRecord, type PatientRecord } from './patient-record';

/** `undefined` text = its key is gone (erased) or it does not open. */
export interface OpenedMessage extends Omit<MessageDocument, 'sealedText' | 'sealedAuthor' | 'files'> {
  text?: string;
  author?: string;
  files?: OpenedFile[];
}

export interface OpenedFile extends Omit<MessageFile, 'sealedName'> {
  name?: string;
  /** Its bytes can be fetched. */
  kept: boolean;
}

/** `undefined` answers = erased, or they do not open. */
export interface OpenedDecision extends Omit<
  DecisionDocument,
  'sealedAnswers' | 'sealedBecause' | 'sealedLater' | 'laterCount'
> {
  answers?: Record<string, boolean | number | string>;
  /** As it was told with the decision. */
  because?: string[];
  /** What was answered once it stood: surveillance. */
  later?: Record<string, boolean | number | string>;
  /** The version that decided; absent when it is kept nowhere. */
  by?: PackWithTexts;
}

/** Whom a case names: as much as one needs to reach them. */
export interface PatientProfile {
  patientId: string;
  name?: string;
  phones: string[];
  emails: string[];
  createdAt: Date;
}

export interface LatestPatient {
  patientId: string;
  name?: string;
  encounter: EncounterDocument;
}

/** One person found, with what tells them apart from others. */
export interface FoundPerson extends Found {
  golden: GoldenRecord;
}

export interface PatientReads {
  profile(patientId: string): Promise<PatientProfile | undefined>;
  /** Everything but the timeline. @returns undefined when there is no such ID */
  record(patientId: string): Promise<PatientRecord | undefined>;
  /** @param page counted from 0 */
  search(
    terms: readonly SearchTerm[],
    page: { page: number; size: number },
  ): Promise<Omit<FoundPage, 'found'> & { found: FoundPerson[] }>;
  latest(now: Date, limit: number): Promise<LatestPatient[]>;
  /** Of all these IDs, newest first. @param before only those that started earlier */
  encounters(patientIds: readonly string[], limit: number, before?: Date): Promise<EncounterDocument[]>;
  messages(conversations: readonly string[]): Promise<OpenedMessage[]>;
  decisions(conversations: readonly string[]): Promise<OpenedDecision[]>;
}

const dayMs = 86_400_000;
/** Looked through one after another, so that a busy service reads only its last day. */
const latestWindowsDays = [1, 7, 30];

export function patientReads(tenant: Tenant): PatientReads {
  const { encounters, messages, decisions } = tenant;

  const open = async (place: SealedPlace, sealed: string | undefined): Promise<string | undefined> => {
    if (sealed === undefined) return undefined;
    try {
      return await tenant.sealing.open(place, sealed);
    } catch {
      return undefined;
    }
  };
  const openFile = async (
    { conversation, _id }: Pick<MessageDocument, 'conversation' | '_id'>,
    { sealedName, ...file }: MessageFile,
    kept: boolean,
  ): Promise<OpenedFile> => {
    const name = await open(fileNamePlace(conversation, _id, file.fileId), sealedName);
    return { ...file, kept, ...(name !== undefined && { name }) };
  };
  const recent = async (now: Date, limit: number): Promise<EncounterDocument[]> => {
    let byPatient = new Map<string, EncounterDocument>();
    for (const days of latestWindowsDays) {
      const since = new Date(now.getTime() - days * dayMs);
      const rows = await encounters
        .find({ lastEventAt: { $gte: since } })
        .sort({ lastEventAt: -1 })
        .limit(limit * 8)
        .toArray();
      byPatient = new Map();
      for (const row of rows)
        if (row.patientId && !byPatient.has(row.patientId)) byPatient.set(row.patientId, row);
      if (byPatient.size >= limit) break;
    }
    return [...byPatient.values()].slice(0, limit);
  };

  return {
    async profile(patientId) {
      const clusters = await readClusters(tenant, [patientId]);
      const document = clusters.documents.get(patientId);
      const golden = (await goldenOf(tenant, clusters, [patientId])).get(patientId);
      if (!document || !golden) return undefined;
      return {
        ...{ patientId, name: golden.name?.value, createdAt: document.createdAt },
        phones: golden.phones.map((one) => one.value),
        emails: golden.emails.map((one) => one.value),
      };
    },
    record: (patientId) => readRecord(tenant, patientId),
    async search(terms, page) {
      const { found, ...rest } = await findPatients(tenant, terms, page);
      const ids = found.flatMap((one) => one.patientIds);
      const golden = await goldenOf(tenant, await readClusters(tenant, ids), ids);
      return { ...rest, found: found.map((one) => ({ ...one, golden: golden.get(one.patientIds[0]!)! })) };
    },
    async latest(now, limit) {
      const rows = await recent(now, limit);
      const ids = rows.flatMap((row) => row.patientId ?? []);
      const golden = await goldenOf(tenant, await readClusters(tenant, ids), ids);
      return rows.map((encounter) => {
        const patientId = encounter.patientId ?? '';
        return { patientId, name: golden.get(patientId)?.name?.value, encounter };
      });
    },
    encounters: (patientIds, limit, before) =>
      encounters
        .find({ patientId: { $in: [...patientIds] }, ...(before ? { startedAt: { $lt: before } } : {}) })
        .sort({ startedAt: -1, _id: 1 })
        .limit(limit)
        .toArray(),
    async messages(conversations) {
      const rows = await messages.find({ conversation: { $in: [...conversations] } }).toArray();
      const keys = rows.flatMap(({ conversation, files = [] }) =>
        files.map(({ fileId }) => fileKey(conversation, fileId)),
      );
      const kept = await keptAmong(tenant, keys);
      const opened = (facts: Pick<MessageDocument, 'conversation' | '_id' | 'erased'>, file: MessageFile) =>
        openFile(facts, file, !facts.erased && kept.has(fileKey(facts.conversation, file.fileId)));
      return Promise.all(
        rows.map(async ({ sealedText, sealedAuthor, files, ...facts }) => ({
          ...facts,
          ...(files && { files: await Promise.all(files.map((file) => opened(facts, file))) }),
          text: await open(messagePlace(facts.conversation, facts._id, 'sealedText'), sealedText),
          author: await open(messagePlace(facts.conversation, facts._id, 'sealedAuthor'), sealedAuthor),
        })),
      );
    },
    async decisions(conversations) {
      const rows = await decisions.find({ conversation: { $in: [...conversations] } }).toArray();
      return Promise.all(
        rows.map(async ({ sealedAnswers, sealedBecause, ...row }): Promise<OpenedDecision> => {
          const { sealedLater, laterCount: _count, ...facts } = row;
          const text = await open(answersPlace(facts.conversation, facts._id), sealedAnswers);
          const because = await open(becausePlace(facts.conversation, facts._id), sealedBecause);
          const later = await open(laterPlace(facts.conversation, facts._id), sealedLater);
          const by = await packsOf(tenant).whole(facts.pack, facts.packVersion, facts.knowledge);
          return {
            ...facts,
            ...(text !== undefined && { answers: JSON.parse(text) as OpenedDecision['answers'] }),
            ...(because !== undefined && { because: JSON.parse(because) as string[] }),
            ...(later !== undefined && { later: JSON.parse(later) as OpenedDecision['later'] }),
            ...(by && { by }),
          };
        }),
      );
    },
  };
}

/** What the patient pages read of a tenant's database. Sealed fields are opened here and nowhere later. */
import type {
  DecisionDocument,
  EncounterDocument,
  MessageDocument,
  MessageFile,
  PatientDocument,
} from '../store/documents';
import { answersPlace, fileNamePlace, messagePlace, patientPlace } from '../store/places';
import type { SealedPlace } from '../store/data-keys';
import type { Tenant } from '../store/tenant';

/** `undefined` text = its key is gone (erased) or it does not open. */
export interface OpenedMessage extends Omit<MessageDocument, 'sealedText' | 'sealedAuthor' | 'files'> {
  text?: string;
  author?: string;
  files?: OpenedFile[];
}

export interface OpenedFile extends Omit<MessageFile, 'sealedName'> {
  name?: string;
}

/** `undefined` answers = erased, or they do not open. */
export interface OpenedDecision extends Omit<DecisionDocument, 'sealedAnswers'> {
  answers?: Record<string, boolean | number | string>;
}

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

export interface PatientReads {
  profile(patientId: string): Promise<PatientProfile | undefined>;
  latest(now: Date, limit: number): Promise<LatestPatient[]>;
  /** Newest first. @param before only those that started earlier */
  encounters(patientId: string, limit: number, before?: Date): Promise<EncounterDocument[]>;
  messages(conversations: readonly string[]): Promise<OpenedMessage[]>;
  decisions(conversations: readonly string[]): Promise<OpenedDecision[]>;
}

const dayMs = 86_400_000;
/** Looked through one after another, so that a busy service reads only its last day. */
const latestWindowsDays = [1, 7, 30];

export function patientReads(tenant: Tenant): PatientReads {
  const { encounters, messages, decisions, patients } = tenant;

  const open = async (place: SealedPlace, sealed: string | undefined): Promise<string | undefined> => {
    if (sealed === undefined) return undefined;
    try {
      return await tenant.sealing.open(place, sealed);
    } catch {
      return undefined;
    }
  };
  const openList = async (place: SealedPlace, sealed: string | undefined): Promise<string[]> => {
    const text = await open(place, sealed);
    return text === undefined ? [] : (JSON.parse(text) as string[]);
  };
  const openFile = async (
    { conversation, _id }: Pick<MessageDocument, 'conversation' | '_id'>,
    { sealedName, ...file }: MessageFile,
  ): Promise<OpenedFile> => {
    const name = await open(fileNamePlace(conversation, _id, file.fileId), sealedName);
    return { ...file, ...(name !== undefined && { name }) };
  };
  const nameOf = (document: PatientDocument) =>
    open(patientPlace(document._id, 'sealedName'), document.sealedName);

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
      const document = await patients.findOne({ _id: patientId });
      if (!document) return undefined;
      return {
        patientId,
        name: await nameOf(document),
        phones: await openList(patientPlace(patientId, 'sealedPhones'), document.sealedPhones),
        emails: await openList(patientPlace(patientId, 'sealedEmails'), document.sealedEmails),
        createdAt: document.createdAt,
      };
    },
    async latest(now, limit) {
      const rows = await recent(now, limit);
      const ids = rows.flatMap((row) => row.patientId ?? []);
      const documents = await patients.find({ _id: { $in: ids } }).toArray();
      const names = new Map(
        await Promise.all(documents.map(async (one) => [one._id, await nameOf(one)] as const)),
      );
      return rows.map((encounter) => {
        const patientId = encounter.patientId ?? '';
        return { patientId, name: names.get(patientId), encounter };
      });
    },
    encounters: (patientId, limit, before) =>
      encounters
        .find({ patientId, ...(before ? { startedAt: { $lt: before } } : {}) })
        .sort({ startedAt: -1, _id: 1 })
        .limit(limit)
        .toArray(),
    async messages(conversations) {
      const rows = await messages.find({ conversation: { $in: [...conversations] } }).toArray();
      return Promise.all(
        rows.map(async ({ sealedText, sealedAuthor, files, ...facts }) => ({
          ...facts,
          ...(files && { files: await Promise.all(files.map((file) => openFile(facts, file))) }),
          text: await open(messagePlace(facts.conversation, facts._id, 'sealedText'), sealedText),
          author: await open(messagePlace(facts.conversation, facts._id, 'sealedAuthor'), sealedAuthor),
        })),
      );
    },
    async decisions(conversations) {
      const rows = await decisions.find({ conversation: { $in: [...conversations] } }).toArray();
      return Promise.all(
        rows.map(async ({ sealedAnswers, ...facts }): Promise<OpenedDecision> => {
          const text = await open(answersPlace(facts.conversation, facts._id), sealedAnswers);
          return {
            ...facts,
            ...(text !== undefined && { answers: JSON.parse(text) as OpenedDecision['answers'] }),
          };
        }),
      );
    },
  };
}

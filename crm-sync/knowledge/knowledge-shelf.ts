/** Where a tenant's knowledge lives: three collections that are only inserted into. It holds no personal data of patients. */
import type { Collection } from 'mongodb';
import { durable } from '../store/durable';
import { isDuplicateKey } from '../store/insert-new';
import type { Tenant } from '../store/tenant';
import type {
  SignatureDocument,
  SnapshotDocument,
  SnapshotHead,
  VersionDocument,
  VersionHead,
} from './version';

export interface KnowledgeShelf {
  versions(): Promise<VersionHead[]>;
  version(id: string): Promise<VersionDocument | undefined>;
  /** One that is there already stays as it is. */
  insertVersion(version: VersionDocument): Promise<void>;
  signatures(): Promise<SignatureDocument[]>;
  /** @returns false when this person has signed it before */
  insertSignature(signature: SignatureDocument): Promise<boolean>;
  snapshots(): Promise<SnapshotHead[]>;
  snapshot(number: number): Promise<SnapshotDocument | undefined>;
  /** @returns false when the number is taken */
  insertSnapshot(snapshot: SnapshotDocument): Promise<boolean>;
}

async function insertOnce(insert: Promise<unknown>): Promise<boolean> {
  try {
    await insert;
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

export function knowledgeShelf({ db }: Pick<Tenant, 'db'>): KnowledgeShelf {
  const versions: Collection<VersionDocument> = db.collection('knowledgeVersions', durable);
  const signatures: Collection<SignatureDocument> = db.collection('knowledgeSignatures', durable);
  const snapshots: Collection<SnapshotDocument> = db.collection('knowledgeSnapshots', durable);
  return {
    versions: () => versions.find({}, { projection: { body: 0, cases: 0 } }).toArray(),
    version: async (id) => (await versions.findOne({ _id: id })) ?? undefined,
    insertVersion: async (version) => void (await insertOnce(versions.insertOne(version))),
    signatures: () => signatures.find({}).toArray(),
    insertSignature: (signature) => insertOnce(signatures.insertOne(signature)),
    snapshots: () => snapshots.find({}, { projection: { body: 0 } }).toArray(),
    snapshot: async (number) => (await snapshots.findOne({ _id: number })) ?? undefined,
    insertSnapshot: (snapshot) => insertOnce(snapshots.insertOne(snapshot)),
  };
}

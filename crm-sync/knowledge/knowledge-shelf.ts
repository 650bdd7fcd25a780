/**
 * Where a tenant's knowledge lives: three collections that are only inserted into. They hold no personal data of patients.
 * Each document carries an HMAC under a key of the tenant; one whose HMAC is wrong (written by somebody who had the
 * database but not the keys, or copied from another tenant) is as good as not there.
 */
import { createHash, createHmac, timingSafeEqual } from 'crypto';
import type { Collection } from 'mongodb';
import { canonicalJson } from '../../contract/canonical-json';
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
  /** The greatest number that is taken, by whatever; 0 when there is none. */
  lastNumber(): Promise<number>;
}

type Kind = 'knowledgeVersions' | 'knowledgeSignatures' | 'knowledgeSnapshots';

/** `digest` stands for `body` and `cases`, so that heads can be checked without them. */
interface Proof {
  digest: string;
  mac: string;
}
type Proven<T> = T & Proof;
type Long = { body?: string; cases?: string };

const noBody = { projection: { body: 0, cases: 0 } } as const;

const digestOf = ({ body = '', cases = '' }: Long): string =>
  createHash('sha256')
    .update(JSON.stringify([body, cases]))
    .digest('base64url');

export function knowledgeShelf({ id, db, keyring }: Pick<Tenant, 'id' | 'db' | 'keyring'>): KnowledgeShelf {
  const versions: Collection<Proven<VersionDocument>> = db.collection('knowledgeVersions', durable);
  const signatures: Collection<Proven<SignatureDocument>> = db.collection('knowledgeSignatures', durable);
  const snapshots: Collection<Proven<SnapshotDocument>> = db.collection('knowledgeSnapshots', durable);

  const macOf = async (kind: Kind, document: object): Promise<Buffer> => {
    const { body: _body, cases: _cases, mac: _mac, ...head } = document as Long & Partial<Proof>;
    // dates as they are told, however the database keeps them
    const told = canonicalJson(JSON.parse(JSON.stringify(head)));
    const key = await keyring.secret('tenant/audit');
    return createHmac('sha256', key).update(`knowledge\n${id}\n${kind}\n${told}`).digest();
  };
  const proven = async <T extends object>(kind: Kind, document: T): Promise<Proven<T>> => {
    const digested = { ...document, digest: digestOf(document as Long) };
    return { ...digested, mac: (await macOf(kind, digested)).toString('base64url') };
  };
  const isProven = async (kind: Kind, document: Proof): Promise<boolean> => {
    const [wanted, given] = [await macOf(kind, document), Buffer.from(String(document.mac), 'base64url')];
    return wanted.length === given.length && timingSafeEqual(wanted, given);
  };
  const heads = async <T extends Proof>(kind: Kind, found: Promise<T[]>): Promise<T[]> => {
    const all = await found;
    const good = await Promise.all(all.map((one) => isProven(kind, one)));
    return all.filter((_one, at) => good[at]);
  };
  const whole = async <T extends Proof & Long>(
    kind: Kind,
    found: Promise<T | null>,
  ): Promise<T | undefined> => {
    const one = await found;
    return one && one.digest === digestOf(one) && (await isProven(kind, one)) ? one : undefined;
  };
  const insert = async <T extends { _id: string | number }>(
    collection: Collection<Proven<T>>,
    kind: Kind,
    document: T,
  ): Promise<boolean> => {
    try {
      await collection.insertOne(
        (await proven(kind, document)) as Parameters<typeof collection.insertOne>[0],
      );
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  };
  return {
    versions: () => heads('knowledgeVersions', versions.find({}, noBody).toArray()),
    version: (name) => whole('knowledgeVersions', versions.findOne({ _id: name })),
    insertVersion: async (version) => void (await insert(versions, 'knowledgeVersions', version)),
    signatures: () => heads('knowledgeSignatures', signatures.find({}).toArray()),
    insertSignature: (signature) => insert(signatures, 'knowledgeSignatures', signature),
    snapshots: () => heads('knowledgeSnapshots', snapshots.find({}, noBody).toArray()),
    snapshot: (number) => whole('knowledgeSnapshots', snapshots.findOne({ _id: number })),
    insertSnapshot: (snapshot) => insert(snapshots, 'knowledgeSnapshots', snapshot),
    async lastNumber() {
      const all = await snapshots.find({}, { projection: { _id: 1 } }).toArray();
      return all.reduce((last, { _id }) => Math.max(last, _id), 0);
    },
  };
}

/**
 * Versions of knowledge and their life: draft → signed → active → retired. A version is never changed; what it is follows
 * from the signatures under it and the snapshots it was in. Pure.
 */
import { knowledgeHash, type KnowledgeKind } from '../../contract/knowledge';

/** A member of staff as written down with what they did: the name as it was then. */
export interface Person {
  staffId: string;
  name: string;
}

/** `_id` = `<kind>/<id>/<hash>`: the same content brought in twice is one version. */
export interface VersionDocument {
  _id: string;
  kind: KnowledgeKind;
  /** The pack's id; of the others the kind again. */
  id: string;
  /** What its author calls it: the pack's version; of the others the hash. */
  label: string;
  /** JSON. */
  body: string;
  /** JSON of a pack's embedded cases; absent when none came with it. */
  cases?: string;
  /** `product`: built in. */
  author: Person;
  at: Date;
}

/** `_id` = `<version>/<staffId>`: one signature per person and version. Never changed. */
export interface SignatureDocument {
  _id: string;
  version: string;
  by: Person;
  at: Date;
}

/** What was published, and by whom. `_id` counts; the greatest is what apps are led by. Never changed. */
export interface SnapshotDocument {
  _id: number;
  at: Date;
  by: Person;
  /** Which version came into use, or the number of the snapshot that was gone back to. */
  change: { activated: string } | { restored: number };
  /** The versions in use, built-in ones that were never signed left out. */
  versions: string[];
  hash: string;
  /** JSON of the snapshot as apps get it. */
  body: string;
}

export type VersionHead = Omit<VersionDocument, 'body' | 'cases'>;
export type SnapshotHead = Omit<SnapshotDocument, 'body'>;
export type Status = 'draft' | 'signed' | 'active' | 'retired';

export const productAuthor: Person = { staffId: 'product', name: 'Acolhe' };

/** Two people, whoever wrote it: its author may be one of them. */
export const signaturesNeeded = 2;

export const versionId = (kind: KnowledgeKind, id: string, hash: string): string => `${kind}/${id}/${hash}`;
export const placeOf = ({ kind, id }: Pick<VersionHead, 'kind' | 'id'>): string => `${kind}/${id}`;
export const placeOfId = (version: string): string => version.split('/').slice(0, 2).join('/');

export function versionOf(
  kind: KnowledgeKind,
  body: unknown,
  { author, at, cases }: { author: Person; at: Date; cases?: unknown },
): VersionDocument {
  const hash = knowledgeHash(body);
  const pack = kind === 'pack' ? (body as { pack: { id: string; version: string } }).pack : undefined;
  const id = pack?.id ?? kind;
  return {
    ...{ _id: versionId(kind, id, hash), kind, id, label: pack?.version ?? hash.slice(0, 8) },
    ...{ body: JSON.stringify(body), author, at },
    ...(cases === undefined ? {} : { cases: JSON.stringify(cases) }),
  };
}

/** @param snapshots every one, in any order */
export function statusOf(
  version: string,
  signatures: readonly SignatureDocument[],
  snapshots: readonly Pick<SnapshotHead, '_id' | 'versions'>[],
): Status {
  const newest = newestOf(snapshots);
  if (newest?.versions.includes(version)) return 'active';
  if (snapshots.some(({ versions }) => versions.includes(version))) return 'retired';
  return signersOf(version, signatures).length >= signaturesNeeded ? 'signed' : 'draft';
}

export function signersOf(version: string, signatures: readonly SignatureDocument[]): SignatureDocument[] {
  const people = new Map<string, SignatureDocument>();
  for (const one of signatures) if (one.version === version) people.set(one.by.staffId, one);
  return [...people.values()].sort((a, b) => a.at.getTime() - b.at.getTime());
}

export function newestOf<T extends { _id: number }>(snapshots: readonly T[]): T | undefined {
  return snapshots.reduce<T | undefined>((last, one) => (last && last._id > one._id ? last : one), undefined);
}

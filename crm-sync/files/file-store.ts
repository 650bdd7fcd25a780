/** Bytes of files in the tenant's GridFS bucket `files`, sealed: the conversation's data key seals each file's own. */
import { randomBytes } from 'crypto';
import { GridFSBucket } from 'mongodb';
import type { Readable } from 'stream';
import { pipeline } from 'stream/promises';
import type { SealedPlace } from '../store/data-keys';
import type { Sealed } from '../store/documents';
import { SealingError } from '../store/sealing';
import type { Tenant } from '../store/tenant';
import { openedBytes, openPieces, sealedPieceBytes, sealPieces } from './sealed-pieces';
import { durable } from '../store/durable';

/** Larger ones are known by their metadata only. */
export const maxFileBytes = 50 * 1024 * 1024;

/** Nothing personal: the file's name is in its event. */
interface Metadata {
  conversation: string;
  fileId: string;
  sealedKey: Sealed;
}

/** GridFS takes any `_id`; ids hold no slash. */
export const fileKey = (conversation: string, fileId: string): string => `${conversation}/${fileId}`;

const bucketOf = ({ db }: Tenant): GridFSBucket => new GridFSBucket(db, { bucketName: 'files', ...durable });

const keyPlace = (conversation: string, id: string): SealedPlace => ({
  owner: `conversation/${conversation}`,
  collection: 'files',
  id,
  field: 'key',
});

/** A file that is kept. */
export interface FileRow {
  conversation: string;
  fileId: string;
  sealedKey: Sealed;
  sizeBytes: number;
}

const filesOf = ({ db }: Tenant) =>
  db.collection<{ _id: string; length: number; metadata: Metadata }>('files.files');

/** Ids of files are random: no two conversations of a tenant have the same. */
export async function fileOf(tenant: Tenant, fileId: string): Promise<FileRow | undefined> {
  const row = await filesOf(tenant).findOne({ 'metadata.fileId': fileId });
  return row ? { ...row.metadata, sizeBytes: openedBytes(row.length) } : undefined;
}

/** False: its conversation was erased. @throws SealingError when its key does not open for another reason */
export async function isReadable(tenant: Tenant, { conversation, fileId, sealedKey }: FileRow) {
  try {
    await tenant.sealing.open(keyPlace(conversation, fileKey(conversation, fileId)), sealedKey);
    return true;
  } catch (error) {
    if (error instanceof SealingError && error.code === 'destroyed') return false;
    throw error;
  }
}

/** Which of these keys (`fileKey`) are kept. */
export async function keptAmong(tenant: Tenant, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const rows = await filesOf(tenant)
    .find({ _id: { $in: [...keys] } }, { projection: { _id: 1 } })
    .toArray();
  return new Set(rows.map(({ _id }) => _id));
}

async function metadataOf(tenant: Tenant, id: string): Promise<Metadata | undefined> {
  const found = await tenant.db.collection('files.files').findOne({ _id: id as never });
  return found ? (found['metadata'] as Metadata) : undefined;
}

export async function hasFile(tenant: Tenant, conversation: string, fileId: string): Promise<boolean> {
  return (await metadataOf(tenant, fileKey(conversation, fileId))) !== undefined;
}

/**
 * Keeps a file's bytes; what is kept already stays. A file of an erased conversation is not kept.
 * @throws PieceError `too-large`; MongoError; whatever `bytes` ends with: nothing is kept then
 */
export async function keepFile(
  tenant: Tenant,
  conversation: string,
  fileId: string,
  bytes: () => Promise<Readable>,
): Promise<void> {
  const id = fileKey(conversation, fileId);
  if (await hasFile(tenant, conversation, fileId)) return;
  const key = randomBytes(32);
  let sealedKey: Sealed;
  try {
    sealedKey = await tenant.sealing.seal(keyPlace(conversation, id), key.toString('base64'));
  } catch (error) {
    if (error instanceof SealingError && error.code === 'destroyed') return;
    throw error;
  }
  // left by one that died in the middle: a file is there once its row in files.files is
  await tenant.db.collection('files.chunks').deleteMany({ files_id: id as never });
  const metadata: Metadata = { conversation, fileId, sealedKey };
  const upload = bucketOf(tenant).openUploadStreamWithId(id as never, id, {
    chunkSizeBytes: sealedPieceBytes,
    metadata,
  });
  try {
    await pipeline(await bytes(), sealPieces(key, `${tenant.id}/${id}`, maxFileBytes, randomBytes), upload);
  } catch (error) {
    await upload.abort().catch(() => undefined);
    throw error;
  }
}

/**
 * @returns undefined when the file is not kept
 * @throws SealingError when its conversation was erased
 */
export async function readFile(
  tenant: Tenant,
  conversation: string,
  fileId: string,
): Promise<Readable | undefined> {
  const id = fileKey(conversation, fileId);
  const metadata = await metadataOf(tenant, id);
  if (!metadata) return undefined;
  const key = Buffer.from(
    await tenant.sealing.open(keyPlace(conversation, id), metadata.sealedKey),
    'base64',
  );
  const sealed = bucketOf(tenant).openDownloadStream(id as never);
  const opened = openPieces(key, `${tenant.id}/${id}`);
  sealed.on('error', (error) => opened.destroy(error));
  opened.on('close', () => void sealed.abort().catch(() => undefined));
  return sealed.pipe(opened);
}

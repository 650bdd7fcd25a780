/** Kept files as staff's pages see them: whose they are, what they are called, their bytes. */
import { Readable } from 'stream';
import { fileNamePlace } from '../store/places';
import type { Tenant } from '../store/tenant';
import { fileOf, isReadable, readFile } from './file-store';

export interface KeptFile {
  patientId?: string;
  /** As it was called where it came from; absent when that is not known. */
  name?: string;
  sizeBytes: number;
  /** Nothing is read before somebody reads it. It ends in PieceError when what is kept was changed. */
  bytes(): Readable;
}

/** `erased`: whose file it was is known, what it held is gone for ever. */
export type FoundFile =
  { state: 'kept'; file: KeptFile } | { state: 'erased'; patientId?: string } | { state: 'none' };

export interface FileReads {
  find(fileId: string): Promise<FoundFile>;
}

/** Reading begins when the answer does: who is refused meanwhile leaves no cursor open. */
async function* piecesOf(tenant: Tenant, conversation: string, fileId: string): AsyncGenerator<Buffer> {
  const bytes = await readFile(tenant, conversation, fileId);
  if (bytes) yield* bytes as AsyncIterable<Buffer>;
}

export function fileReads(tenant: Tenant): FileReads {
  return {
    async find(fileId) {
      const kept = await fileOf(tenant, fileId);
      if (!kept) return { state: 'none' };
      const { conversation, sizeBytes } = kept;
      const encounter = await tenant.encounters.findOne(
        { _id: conversation },
        { projection: { patientId: 1 } },
      );
      const whose = encounter?.patientId === undefined ? {} : { patientId: encounter.patientId };
      if (!(await isReadable(tenant, kept))) return { state: 'erased', ...whose };
      // A message that was deleted takes its files with it.
      const messages = await tenant.messages
        .find({ conversation }, { projection: { conversation: 1, files: 1 } })
        .toArray();
      const message = messages.find(({ files }) => files?.some((file) => file.fileId === fileId));
      if (!message) return { state: 'none' };
      const sealedName = message.files?.find((file) => file.fileId === fileId)?.sealedName;
      const place = fileNamePlace(conversation, message._id, fileId);
      // A name that does not open keeps nobody from the file.
      const name = sealedName && (await tenant.sealing.open(place, sealedName).catch(() => undefined));
      return {
        state: 'kept',
        file: {
          ...whose,
          ...(name !== undefined && { name }),
          sizeBytes,
          bytes: () => Readable.from(piecesOf(tenant, conversation, fileId), { objectMode: false }),
        },
      };
    },
  };
}

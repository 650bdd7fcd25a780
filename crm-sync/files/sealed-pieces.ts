/**
 * A file sealed piece by piece, so that a large one is never in memory whole: each piece AES-256-GCM under the file's own
 * key, bound to the file, its place and whether it is the last. Order, omission and truncation are found on reading.
 */
import { createCipheriv, createDecipheriv } from 'crypto';
import { Transform, type TransformCallback } from 'stream';

export const pieceBytes = 256 * 1024;
const ivBytes = 12;
const tagBytes = 16;
/** A whole piece as it is kept: iv, ciphertext, tag. */
export const sealedPieceBytes = ivBytes + pieceBytes + tagBytes;

/** How long what was sealed into this many bytes is. */
export function openedBytes(sealedBytes: number): number {
  return sealedBytes - Math.ceil(sealedBytes / sealedPieceBytes) * (ivBytes + tagBytes);
}

export class PieceError extends Error {
  constructor(readonly code: 'too-large' | 'changed') {
    super(`file: ${code}`);
    this.name = 'PieceError';
  }
}

const binding = (file: string, place: number, isLast: boolean): Buffer =>
  Buffer.from(JSON.stringify([file, place, isLast]), 'utf8');

/** Cuts a stream into pieces of one size and a last one, and changes each. */
function pieces(size: number, change: (piece: Buffer, place: number, isLast: boolean) => Buffer): Transform {
  let held: Buffer[] = [];
  let heldBytes = 0;
  let place = 0;
  const take = (count: number): Buffer => {
    const all = Buffer.concat(held, heldBytes);
    held = [all.subarray(count)];
    heldBytes = all.length - count;
    return all.subarray(0, count);
  };
  const end = (callback: TransformCallback, work: () => void): void => {
    try {
      work();
      callback();
    } catch (error) {
      callback(error as Error);
    }
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, callback) {
      end(callback, () => {
        held.push(chunk);
        heldBytes += chunk.length;
        // one byte more than a piece: then it is not the last
        while (heldBytes > size) this.push(change(take(size), place++, false));
      });
    },
    flush(callback) {
      end(callback, () => this.push(change(take(heldBytes), place, true)));
    },
  });
}

/**
 * @param file names the file: its pieces open under no other name
 * @param maxBytes a longer stream ends in PieceError `too-large`
 */
export function sealPieces(
  key: Buffer,
  file: string,
  maxBytes: number,
  randomBytes: (count: number) => Uint8Array,
): Transform {
  let total = 0;
  return pieces(pieceBytes, (piece, place, isLast) => {
    total += piece.length;
    if (total > maxBytes) throw new PieceError('too-large');
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(binding(file, place, isLast));
    return Buffer.concat([iv, cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
  });
}

/** Gives out only what was verified. Ends in PieceError `changed` when a piece is not what was sealed there. */
export function openPieces(key: Buffer, file: string): Transform {
  return pieces(sealedPieceBytes, (piece, place, isLast) => {
    if (piece.length < ivBytes + tagBytes) throw new PieceError('changed');
    const decipher = createDecipheriv('aes-256-gcm', key, piece.subarray(0, ivBytes))
      .setAAD(binding(file, place, isLast))
      .setAuthTag(piece.subarray(piece.length - tagBytes));
    try {
      return Buffer.concat([decipher.update(piece.subarray(ivBytes, -tagBytes)), decipher.final()]);
    } catch {
      throw new PieceError('changed');
    }
  });
}

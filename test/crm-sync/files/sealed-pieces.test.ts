import { randomBytes } from 'crypto';
import { Readable } from 'stream';
import { buffer } from 'stream/consumers';
import { openPieces, pieceBytes, sealedPieceBytes, sealPieces } from '../../../crm-sync/files/sealed-pieces';

const key = Buffer.alloc(32, 3);
/** In chunks of odd sizes, as a network gives them. */
function chunked(bytes: Buffer, size = 70_001): Readable {
  const chunks: Buffer[] = [];
  for (let from = 0; from < bytes.length; from += size) chunks.push(bytes.subarray(from, from + size));
  return Readable.from(chunks, { objectMode: false });
}
const seal = (bytes: Buffer, file = 'f', max = 10 ** 8) =>
  buffer(chunked(bytes).compose(sealPieces(key, file, max, randomBytes)));
const open = (bytes: Buffer, file = 'f', by = key) => buffer(chunked(bytes).compose(openPieces(by, file)));

describe('a file in sealed pieces', () => {
  it.each([0, 1, pieceBytes - 1, pieceBytes, pieceBytes + 1, 3 * pieceBytes, 3 * pieceBytes + 5])(
    'of %p bytes comes back the same',
    async (size) => {
      const bytes = randomBytes(size);
      const sealed = await seal(bytes);
      expect((await open(sealed)).equals(bytes)).toBe(true);
      if (size > 16) expect(sealed.includes(bytes.subarray(0, 16))).toBe(false);
    },
  );

  const whole = randomBytes(2 * pieceBytes + 100);
  it.each([
    ['one bit is changed', (sealed: Buffer) => sealed.fill(sealed[20]! ^ 1, 20, 21)],
    ['its end is cut off', (sealed: Buffer) => sealed.subarray(0, -1)],
    ['its last piece is missing', (sealed: Buffer) => sealed.subarray(0, 2 * sealedPieceBytes)],
    ['its first piece is missing', (sealed: Buffer) => sealed.subarray(sealedPieceBytes)],
    [
      'two pieces change places',
      (sealed: Buffer) =>
        Buffer.concat([
          sealed.subarray(sealedPieceBytes, 2 * sealedPieceBytes),
          sealed.subarray(0, sealedPieceBytes),
          sealed.subarray(2 * sealedPieceBytes),
        ]),
    ],
    ['nothing is left', () => Buffer.alloc(0)],
  ])('Given %s, then it does not open', async (_name, change) => {
    await expect(open(change(await seal(whole)))).rejects.toMatchObject({ code: 'changed' });
  });

  it('opens under its own name and key only', async () => {
    const sealed = await seal(whole, 'a');
    await expect(open(sealed, 'b')).rejects.toMatchObject({ code: 'changed' });
    await expect(open(sealed, 'a', Buffer.alloc(32, 4))).rejects.toMatchObject({ code: 'changed' });
  });

  it('ends when the file is larger than is kept', async () => {
    await expect(seal(whole, 'f', whole.length - 1)).rejects.toMatchObject({ code: 'too-large' });
    expect((await seal(whole, 'f', whole.length)).length).toBeGreaterThan(0);
  });
});

/**
 * Whether a workbook may be unpacked and read: a small archive can hold gigabytes, and one cell far out makes a reader fill
 * the whole table up to it. The archive is walked as a reader of streams walks it, entry after entry.
 */
import { inflateRawSync } from 'zlib';

const maxPackedBytes = 4 * 1_048_576;
const maxUnpackedBytes = 24 * 1_048_576;
const maxCells = 2_000_000;

const entryMark = 0x04034b50;
const sizesMark = 0x08074b50;
const directoryMark = 0x02014b50;
const headerBytes = 30;
const sizesFollow = 0x08;
const stored = 0;
const deflated = 8;

interface Entry {
  name: string;
  content: Buffer;
}

export type ArchiveTrouble = 'too-large' | 'broken';

/** Sheets as CSV files in a ZIP archive, whatever folder they are in; undefined when it holds none. */
export function csvFilesIn(bytes: Buffer): Record<string, Buffer> | ArchiveTrouble | undefined {
  if (bytes.length > maxPackedBytes) return 'too-large';
  const files = new Map<string, Buffer>();
  let left = maxUnpackedBytes;
  try {
    for (const { name, content } of entries(bytes, () => left)) {
      left -= content.length;
      if (left < 0) return 'too-large';
      const file = name.split(/[\\/]/).at(-1) ?? '';
      // macOS puts a hidden twin beside each file
      if (/\.csv$/i.test(file) && !file.startsWith('.')) files.set(file, content);
    }
  } catch (error) {
    return troubleOf(error);
  }
  return files.size > 0 ? Object.fromEntries(files) : undefined;
}

const troubleOf = (error: unknown): ArchiveTrouble =>
  (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'broken';

export const isArchive = (bytes: Buffer): boolean =>
  bytes.length > headerBytes && bytes.readUInt32LE(0) === entryMark;

/** @returns `too-large` by any measure, `broken` when it is no plain archive */
export function workbookTrouble(bytes: Buffer): ArchiveTrouble | undefined {
  if (bytes.length > maxPackedBytes) return 'too-large';
  try {
    let left = maxUnpackedBytes;
    let cells = maxCells;
    for (const { content } of entries(bytes, () => left)) {
      left -= content.length;
      cells -= cellsOf(content);
      if (left < 0 || cells < 0) return 'too-large';
    }
    return undefined;
  } catch (error) {
    return troubleOf(error);
  }
}

function* entries(bytes: Buffer, left: () => number): Generator<Entry> {
  let at = 0;
  while (bytes.readUInt32LE(at) === entryMark) {
    const flags = bytes.readUInt16LE(at + 6);
    const method = bytes.readUInt16LE(at + 8);
    const packed = bytes.readUInt32LE(at + 18);
    const named = at + headerBytes + bytes.readUInt16LE(at + 26);
    const from = named + bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + headerBytes, named);
    const sizeUnknown = (flags & sizesFollow) !== 0 && packed === 0;
    if (method === deflated) {
      const limit = { info: true, maxOutputLength: Math.max(1, left()) } as const;
      const { buffer, engine } = inflateRawSync(bytes.subarray(from), limit) as unknown as {
        buffer: Buffer;
        engine: { bytesWritten: number };
      };
      if (!sizeUnknown && engine.bytesWritten !== packed) throw new Error('sizes differ');
      at = from + engine.bytesWritten;
      yield { name, content: buffer };
    } else if (method === stored && !sizeUnknown && from + packed <= bytes.length) {
      at = from + packed;
      yield { name, content: bytes.subarray(from, at) };
    } else throw new Error('unknown method');
    if ((flags & sizesFollow) !== 0) at += bytes.readUInt32LE(at) === sizesMark ? 16 : 12;
  }
  if (bytes.readUInt32LE(at) !== directoryMark) throw new Error('no directory');
}

/** Of a worksheet, the table a reader makes of it, at most; of every other part of a workbook none. */
function cellsOf(content: Buffer): number {
  if (!content.includes('sheetData')) return 0;
  const text = content.toString('latin1');
  let furthestRow = 0;
  let furthestColumn = 0;
  for (const [, place = ''] of text.matchAll(/\sr\s*=\s*["']([^"']*)/g)) {
    const [, letters = '', digits] = /^([A-Z]{0,3})(\d{1,7})$/.exec(place) ?? [];
    if (digits === undefined) throw new Error('no place');
    furthestRow = Math.max(furthestRow, Number(digits));
    furthestColumn = Math.max(furthestColumn, columnOf(letters));
  }
  // cells and rows that do not say where they stand follow the one before
  const rows = text.split(/<(?:\w+:)?row[\s/>]/);
  const widest = rows.reduce((most, row) => Math.max(most, countOf(row, /<(?:\w+:)?c[\s/>]/g)), 0);
  return (furthestRow + rows.length) * (furthestColumn + widest);
}

const countOf = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

import { deflateRawSync } from 'zlib';

/** A ZIP archive, as file managers make them; check sums are left out, as nobody reads them here. */
export function zipOf(files: Readonly<Record<string, Buffer>>): Buffer {
  const parts = Object.entries(files).map(([name, content]) => {
    const packed = deflateRawSync(content);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(content.length, 22);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    return Buffer.concat([head, Buffer.from(name), packed]);
  });
  const end = Buffer.alloc(46);
  end.writeUInt32LE(0x02014b50, 0);
  return Buffer.concat([...parts, end]);
}

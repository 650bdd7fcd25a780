const samplesPerSecond = 8_000;
const seconds = 0.25;

/** A short soft tone that fades, as a WAV file (8-bit mono): the widget plays it when a message comes. */
export function noticeSound(): Buffer {
  const count = Math.round(samplesPerSecond * seconds);
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + count, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(samplesPerSecond, 24);
  header.writeUInt32LE(samplesPerSecond, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(count, 40);
  const samples = Buffer.alloc(count);
  for (let at = 0; at < count; at += 1) {
    const fade = Math.exp((-6 * at) / count) * Math.min(1, at / 80);
    samples[at] = 128 + Math.round(40 * fade * Math.sin((2 * Math.PI * 660 * at) / samplesPerSecond));
  }
  return Buffer.concat([header, samples]);
}

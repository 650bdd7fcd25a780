/** Finds texts in bytes, however they were written there. */

export interface Needle {
  /** What it is a trace of. */
  canary: string;
  how: string;
  bytes: Buffer;
}

const latin = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

/** The part of a text's base64 that does not depend on what stands before and after it, for each of three alignments. */
function base64Cores(plain: Buffer): string[] {
  return [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), plain])
      .toString('base64')
      .replace(/=+$/, '');
    const from = Math.ceil((shift * 8) / 6);
    const spare = ((shift + plain.length) * 8) % 6 ? 1 : 0;
    return text.slice(from, text.length - spare);
  });
}

/** Every way we look for a text: as written, folded, and in base64, hex, percent, JSON and UTF-16 of those. */
export function needlesFor(canary: string): Needle[] {
  const spellings = new Set([
    canary,
    canary.toLowerCase(),
    canary.toUpperCase(),
    latin(canary),
    latin(canary).toLowerCase(),
  ]);
  // As identifiers are normalised: digits alone.
  const digits = canary.replace(/\D/g, '');
  if (digits.length >= 8) spellings.add(digits);
  if (/^\d{4}-\d\d-\d\d$/.test(canary)) spellings.delete(digits);
  const written: [string, Buffer][] = [];
  for (const text of spellings) {
    const utf8 = Buffer.from(text, 'utf8');
    written.push(['plain', utf8]);
    written.push(['utf-16le', Buffer.from(text, 'utf16le')]);
    written.push(['utf-16be', Buffer.from(text, 'utf16le').swap16()]);
    written.push(['hex', Buffer.from(utf8.toString('hex'))]);
    written.push(['HEX', Buffer.from(utf8.toString('hex').toUpperCase())]);
    written.push(['percent', Buffer.from(encodeURIComponent(text))]);
    written.push(['form', Buffer.from(new URLSearchParams({ x: text }).toString().slice(2))]);
    written.push(['json', Buffer.from(JSON.stringify(text).slice(1, -1))]);
    written.push([
      'json-ascii',
      Buffer.from(text.replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)),
    ]);
    for (const core of base64Cores(utf8)) {
      written.push(['base64', Buffer.from(core)]);
      written.push(['base64url', Buffer.from(core.replace(/\+/g, '-').replace(/\//g, '_'))]);
    }
  }
  if (/^\d{4}-\d\d-\d\d$/.test(canary)) {
    // As a BSON date: milliseconds, 64 bits, little end first.
    const date = Buffer.alloc(8);
    date.writeBigInt64LE(BigInt(Date.parse(canary)));
    written.push(['date', date]);
  }
  const seen = new Set<string>();
  return written.flatMap(([how, bytes]) => {
    const key = bytes.toString('latin1');
    if (bytes.length < 6 || seen.has(key)) return [];
    seen.add(key);
    return [{ canary, how, bytes }];
  });
}

/** Looks for all needles at once: what begins with none of their first four bytes is passed over. */
export function finder(needles: readonly Needle[]): (haystack: Buffer) => { canary: string; how: string }[] {
  const pairs = new Uint8Array(65_536);
  const byStart = new Map<number, Needle[]>();
  for (const needle of needles) {
    pairs[needle.bytes.readUInt16LE(0)] = 1;
    const start = needle.bytes.readUInt32LE(0);
    byStart.set(start, [...(byStart.get(start) ?? []), needle]);
  }
  return (haystack) => {
    const found = new Map<string, { canary: string; how: string }>();
    for (let at = 0; at + 4 <= haystack.length; at += 1) {
      if (pairs[haystack[at]! | (haystack[at + 1]! << 8)] === 0) continue;
      for (const { canary, how, bytes } of byStart.get(haystack.readUInt32LE(at)) ?? []) {
        if (haystack.compare(bytes, 0, bytes.length, at, Math.min(at + bytes.length, haystack.length)) === 0)
          found.set(`${canary} ${how}`, { canary, how });
      }
    }
    return [...found.values()];
  };
}

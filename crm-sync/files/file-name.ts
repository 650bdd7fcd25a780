/** What a file is called when somebody saves it: names come from patients' devices, and go to staff's disks. Pure. */
const maxBytes = 150;
const noName = 'file';

/** Separators and wildcards of any system, what controls, what is not seen (marks of direction too). */
const unsafe = /[/\\:*?"<>|\p{Cc}]+/gu;
const unseen = /[\p{Cf}\u2028\u2029]+/gu;
/** Devices of Windows, whatever ending they have. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

function cut(text: string, bytes: number): string {
  let kept = '';
  let used = 0;
  for (const letter of text) {
    used += Buffer.byteLength(letter);
    if (used > bytes) break;
    kept += letter;
  }
  return kept;
}

const trimmed = (text: string): string => text.replace(/^[\s.]+|[\s.]+$/gu, '');

/** @returns a name of at most 150 bytes that stays in its folder and shows its true ending; `file` when nothing is left */
export function safeFileName(name: string | undefined): string {
  // Halves of a letter are no text.
  const whole = Buffer.from(name ?? '', 'utf8').toString('utf8');
  const clean = trimmed(whole.replace(unseen, '').replace(unsafe, ' ').replace(/\s+/gu, ' '));
  const ending = /\.[^.\s]{1,16}$/u.exec(clean)?.[0] ?? '';
  const stem = clean.slice(0, clean.length - ending.length);
  const short = trimmed(cut(stem, maxBytes - Buffer.byteLength(ending)) + ending);
  return short === '' ? noName : short.replace(device, '_$1');
}

/** `content-disposition` of RFC 6266: the name in ASCII for old programs, and as it is. */
export function attachmentHeader(name: string | undefined): string {
  const safe = safeFileName(name);
  const plain =
    safe
      .normalize('NFKD')
      .replace(/[^\x20-\x7e]/g, '')
      .replace(/["\\%]/g, '')
      .trim() || noName;
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

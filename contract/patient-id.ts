/**
 * The patient ID: random, meaningless, printable: 8 characters of Crockford's base 32 and a check character, written
 * `7K3M-9QX2-H`. 40 random bits; the check character (value mod 37) catches one wrong or two swapped characters. Source: Douglas Crockford, "Base 32".
 */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function checkCharacter(value: bigint): string | undefined {
  return digits[Number(value % 37n)];
}

/**
 * Mints an ID. A value whose check symbol would be none of the 32 digits (5 in 37) is drawn again, so that every
 * character of an ID can be typed on any phone and means nothing to chat formatting.
 * @param randomBytes gives 5 fresh random bytes at each call
 */
export function mintPatientId(randomBytes: () => Uint8Array): string {
  for (;;) {
    let value = 0n;
    for (const byte of randomBytes().subarray(0, 5)) value = value * 256n + BigInt(byte);
    const check = checkCharacter(value);
    if (check === undefined) continue;
    let body = '';
    for (let i = 0, rest = value; i < 8; i += 1, rest /= 32n) body = digits[Number(rest % 32n)] + body;
    return `${body.slice(0, 4)}-${body.slice(4)}-${check}`;
  }
}

/**
 * Reads an ID as people type it: any case, spaces or no hyphens, O for 0, I or L for 1.
 * @returns the printed form, or undefined when it is not an ID (wrong length, alphabet or check character)
 */
export function parsePatientId(text: string): string | undefined {
  const plain = text
    .toUpperCase()
    .replace(/[\s\u2010-\u2015-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (plain.length !== 9) return undefined;
  let value = 0n;
  for (const character of plain.slice(0, 8)) {
    const digit = digits.indexOf(character);
    if (digit < 0) return undefined;
    value = value * 32n + BigInt(digit);
  }
  if (checkCharacter(value) !== plain[8]) return undefined;
  return `${plain.slice(0, 4)}-${plain.slice(4, 8)}-${plain[8]}`;
}

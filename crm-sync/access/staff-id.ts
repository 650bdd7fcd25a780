/** What events and the audit log call a member of the staff: `S` and 8 Crockford base-32 characters, 40 random bits. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export type RandomBytes = (count: number) => Uint8Array;

export function mintStaffId(randomBytes: RandomBytes): string {
  // 256 is a multiple of 32: the remainder is as even as the bytes are.
  return `S${[...randomBytes(8)].map((byte) => letters[byte % 32]).join('')}`;
}

/** Ten codes on paper for who lost the phone: 80 random bits each, so that a plain hash of them is enough. */
import { createHash } from 'crypto';
import type { RandomBytes } from './staff-id';

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const recoveryCodeCount = 10;

/** `XXXX-XXXX-XXXX-XXXX`, Crockford base 32. */
export function newRecoveryCodes(randomBytes: RandomBytes): string[] {
  return Array.from({ length: recoveryCodeCount }, () => {
    const text = [...randomBytes(16)].map((byte) => letters[byte % 32]).join('');
    return (text.match(/.{4}/g) ?? []).join('-');
  });
}

/** What is kept of a code: its hash, bound to the person. Case, spaces and hyphens do not count. */
export function recoveryHash(staffId: string, code: string): string {
  const plain = code.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
  return createHash('sha256').update(`${staffId} ${plain}`).digest('base64url');
}

/**
 * AES-256-GCM with associated data (NIST SP 800-38D, 96-bit random IV, 128-bit tag). Pure: keys and random bytes are
 * arguments. A sealed text reads `v1.<key id>.<iv>.<ciphertext and tag>`, the last two in base64url.
 */
import { createCipheriv, createDecipheriv } from 'crypto';
import type { Sealed } from './documents';

export interface SealingKey {
  id: string;
  /** 32 bytes. */
  key: Uint8Array;
}

export type RandomBytes = (count: number) => Uint8Array;

export class SealingError extends Error {
  constructor(
    readonly code: 'malformed' | 'unknown-key' | 'wrong-binding' | 'destroyed',
    options?: ErrorOptions,
  ) {
    super(`sealed text cannot be opened: ${code}`, options);
    this.name = 'SealingError';
  }
}

const ivBytes = 12;
const tagBytes = 16;

/** Length before each part: no two lists of parts give the same bytes. */
function associatedData(binding: readonly string[]): Buffer {
  return Buffer.from(binding.map((part) => `${Buffer.byteLength(part)}:${part}`).join(''), 'utf8');
}

/**
 * @param binding where the text stands (tenant, collection, document id, field); opening needs the same
 */
export function seal(
  key: SealingKey,
  binding: readonly string[],
  plain: Uint8Array,
  randomBytes: RandomBytes,
): Sealed {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key.key, iv, { authTagLength: tagBytes });
  cipher.setAAD(associatedData(['v1', key.id, ...binding]));
  const body = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return ['v1', key.id, Buffer.from(iv).toString('base64url'), body.toString('base64url')].join('.');
}

/** @throws SealingError `malformed`, `unknown-key` (no key of that id among `keys`) or `wrong-binding` (also: changed text) */
export function open(keys: readonly SealingKey[], binding: readonly string[], sealed: Sealed): Buffer {
  const [version, keyId, ivText, bodyText, ...rest] = sealed.split('.');
  const iv = Buffer.from(ivText ?? '', 'base64url');
  const body = Buffer.from(bodyText ?? '', 'base64url');
  if (version !== 'v1' || !keyId || rest.length || iv.length !== ivBytes || body.length < tagBytes) {
    throw new SealingError('malformed');
  }
  const key = keys.find((one) => one.id === keyId);
  if (!key) throw new SealingError('unknown-key');
  const decipher = createDecipheriv('aes-256-gcm', key.key, iv, { authTagLength: tagBytes });
  decipher.setAAD(associatedData(['v1', keyId, ...binding]));
  decipher.setAuthTag(body.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(body.subarray(0, -tagBytes)), decipher.final()]);
  } catch (cause) {
    throw new SealingError('wrong-binding', { cause });
  }
}

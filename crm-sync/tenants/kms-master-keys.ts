/** A master key that never leaves AWS KMS: 32-byte tenant keys are sent there to be wrapped and unwrapped. */
import { setTimeout as pause } from 'timers/promises';
import { DecryptCommand, EncryptCommand, type KMSClient } from '@aws-sdk/client-kms';
import { backoffMs } from '../backoff';
import { MasterKeyError, type MasterKeysOfKind, type WrapContext } from './master-keys';

const kind = 'kms';
const tries = 5;
const limitMs = 5_000;

export interface KmsOptions {
  client: Pick<KMSClient, 'send'>;
  /** ARN, alias (`alias/…`) or id. */
  keyName: string;
  sleep?: (ms: number) => Promise<unknown>;
  random?: () => number;
}

/** Errors by their names in the KMS API reference, of Encrypt and Decrypt. */
const wrongContext = new Set(['InvalidCiphertextException']);
const unknownKey = new Set(['NotFoundException', 'IncorrectKeyException']);
const refused = new Set([
  'AccessDeniedException',
  'DisabledException',
  'InvalidKeyUsageException',
  'InvalidGrantTokenException',
  'KMSInvalidStateException',
  'UnrecognizedClientException',
  'InvalidSignatureException',
  'ExpiredTokenException',
  'ValidationException',
  'CredentialsProviderError',
]);

function mapped(cause: unknown): MasterKeyError {
  const name = cause instanceof Error ? cause.name : 'unknown';
  if (wrongContext.has(name))
    return new MasterKeyError('wrong-context', 'AWS KMS: this wrapped key was changed, or is another’s', {
      cause,
    });
  if (unknownKey.has(name))
    return new MasterKeyError('unknown-master-key', `AWS KMS does not know this master key (${name})`, {
      cause,
    });
  if (refused.has(name))
    return new MasterKeyError('refused', `AWS KMS refuses to use the master key (${name})`, { cause });
  return new MasterKeyError('unavailable', `AWS KMS does not answer (${name})`, { cause });
}

/** Wrapped texts read `kms:`, the key's name in base64url, `.`, the ciphertext in base64url. */
export function kmsMasterKeys({
  client,
  keyName,
  sleep = pause,
  random = Math.random,
}: KmsOptions): MasterKeysOfKind {
  const prefix = `${kind}:${Buffer.from(keyName).toString('base64url')}.`;
  const EncryptionContext = ({ tenant, keyId }: WrapContext) => ({
    'acolhe:tenant': tenant,
    'acolhe:key': keyId,
  });

  /** Throttling and outages pass; anything else is told at once. */
  async function tried<T>(call: (abortSignal: AbortSignal) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await call(AbortSignal.timeout(limitMs));
      } catch (error) {
        const problem = mapped(error);
        if (problem.code !== 'unavailable' || attempt === tries) throw problem;
        await sleep(backoffMs({ baseMs: 100, capMs: 2_000 }, attempt, random()));
      }
    }
  }

  return {
    current: () => `${kind}:${keyName}`,
    opens: (text) => text.startsWith(prefix),
    async wrap(bytes, context) {
      const { CiphertextBlob } = await tried((abortSignal) =>
        client.send(
          new EncryptCommand({
            KeyId: keyName,
            Plaintext: bytes,
            EncryptionContext: EncryptionContext(context),
          }),
          { abortSignal },
        ),
      );
      if (!CiphertextBlob) throw new MasterKeyError('unavailable', 'AWS KMS answered without a ciphertext');
      return prefix + Buffer.from(CiphertextBlob).toString('base64url');
    },
    async unwrap(text, context) {
      if (!text.startsWith(prefix))
        throw new MasterKeyError('unknown-master-key', 'another master key wrapped this tenant’s key');
      const { Plaintext } = await tried((abortSignal) =>
        client.send(
          new DecryptCommand({
            KeyId: keyName,
            CiphertextBlob: Buffer.from(text.slice(prefix.length), 'base64url'),
            EncryptionContext: EncryptionContext(context),
          }),
          { abortSignal },
        ),
      );
      if (!Plaintext) throw new MasterKeyError('unavailable', 'AWS KMS answered without a plaintext');
      return Buffer.from(Plaintext);
    },
  };
}

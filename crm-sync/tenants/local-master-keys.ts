/** A master key of 32 bytes that the operator keeps: in the environment or in a file. */
import { createHash } from 'crypto';
import { open, seal, SealingError, type RandomBytes } from '../store/sealing';
import { MasterKeyError, type MasterKeysOfKind, type WrapContext } from './master-keys';

const kind = 'local';

/** A name that tells two keys apart and nothing about either. */
function fingerprint(key: Uint8Array): string {
  return createHash('sha256').update('acolhe master key').update(key).digest('base64url').slice(0, 12);
}

/** Wrapped texts read `local:` and what `seal` makes. */
export function localMasterKeys(key: Uint8Array, randomBytes: RandomBytes): MasterKeysOfKind {
  const id = fingerprint(key);
  const own = { id, key };
  const binding = ({ tenant, keyId }: WrapContext): string[] => ['tenants', tenant, 'keys', keyId];
  return {
    current: () => `${kind}:${id}`,
    opens: (text) => text.startsWith(`${kind}:v1.${id}.`),
    async wrap(bytes, context) {
      return `${kind}:${seal(own, binding(context), bytes, randomBytes)}`;
    },
    async unwrap(text, context) {
      try {
        return open([own], binding(context), text.slice(kind.length + 1));
      } catch (cause) {
        const unknown = cause instanceof SealingError && cause.code === 'unknown-key';
        throw unknown
          ? new MasterKeyError('unknown-master-key', 'another master key wrapped this tenant’s key', {
              cause,
            })
          : new MasterKeyError('wrong-context', 'this wrapped key was changed, or is another’s', { cause });
      }
    },
  };
}

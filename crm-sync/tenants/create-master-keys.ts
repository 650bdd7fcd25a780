import { KMSClient } from '@aws-sdk/client-kms';
import type { RandomBytes } from '../store/sealing';
import { kmsMasterKeys } from './kms-master-keys';
import { localMasterKeys } from './local-master-keys';
import { masterKeysOf, type MasterKeyConfig, type MasterKeys, type MasterKeysOfKind } from './master-keys';

/** The region is part of an ARN (`arn:aws:kms:sa-east-1:…`); for an alias or id the environment names it. */
function regionOf(keyName: string): string | undefined {
  return /^arn:[^:]*:kms:([^:]+):/.exec(keyName)?.[1];
}

export function createMasterKeys(config: MasterKeyConfig, randomBytes: RandomBytes): MasterKeys {
  const made = (one: MasterKeyConfig['current']): MasterKeysOfKind => {
    if (one.kind === 'local') return localMasterKeys(one.key, randomBytes);
    const region = regionOf(one.keyName);
    const client = new KMSClient({
      ...(region && { region }),
      ...(config.kmsEndpoint && { endpoint: config.kmsEndpoint }),
      // Retried here, with words of our own.
      maxAttempts: 1,
    });
    return kmsMasterKeys({ client, keyName: one.keyName });
  };
  return masterKeysOf([made(config.current), ...config.previous.map(made)]);
}

import { createPublicKey, type KeyObject } from 'crypto';
import { checkpointFile } from '../../crm-sync/audit/checkpoint-sinks';
import { checkpointKeyOf, publicKeyOf } from '../../crm-sync/audit/checkpoint';
import { verifyAudit } from '../../crm-sync/audit/verify-audit';
import type { Tenant } from '../../crm-sync/store/tenant';
import { Failure } from '../failure';
import { readCheckpoints } from './checkpoint-files';
import { findingLines } from './tell-findings';
import { onlyOne, withTenants } from '../with-tenants';

export interface VerifyOptions {
  tenant?: string;
  checkpoints?: string[];
  publicKey?: string;
  json?: boolean;
}

function givenKey(text: string | undefined): KeyObject | undefined {
  if (text === undefined) return undefined;
  const key = publicKeyOf(text);
  if (!key)
    throw new Failure(
      'bad-public-key',
      '--public-key is what acolhe audit key prints: 32 bytes as base64',
      2,
    );
  return key;
}

async function ownKey(tenant: Tenant): Promise<KeyObject> {
  return createPublicKey(checkpointKeyOf(await tenant.keyring.secret('tenant/checkpoint')).privateKey);
}

export async function verify(options: VerifyOptions): Promise<void> {
  const given = givenKey(options.publicKey);
  const named = options.checkpoints ?? [];
  // 1 means that a log was tampered with
  const failing = { exitCode: 2 } as const;
  await withTenants(
    options.tenant,
    async (tenants, config) => {
      if (tenants.length === 0)
        throw new Failure('no-tenant', 'no tenant is served: nothing was verified', 2);
      if (given || named.length > 0) onlyOne(tenants, 'a key and files are one tenant’s');
      const results = [];
      for (const tenant of tenants) {
        const folder = config.auditCheckpoints;
        const files = await Promise.all(
          named.length > 0
            ? named.map((file) => readCheckpoints(file))
            : folder
              ? [readCheckpoints(checkpointFile(folder, tenant.id), true)]
              : [],
        );
        const findings = await verifyAudit(tenant, {
          files,
          publicKey: given ?? (await ownKey(tenant)),
          progress: (entries, total) => {
            if (!options.json) console.error(`${tenant.id}: ${entries} of about ${total} entries`);
          },
        });
        const { sound, chains, checkpoints } = findings;
        const { heads: _heads, ...signed } = checkpoints;
        results.push({
          tenant: tenant.id,
          sound,
          elsewhere: files.length > 0,
          ...chains,
          checkpoints: signed,
        });
        if (!options.json) {
          for (const line of findingLines(tenant.id, findings, files.length > 0)) console.log(line);
        }
      }
      const sound = results.every((result) => result.sound);
      if (options.json) console.log(JSON.stringify({ sound, tenants: results }));
      if (!sound) process.exitCode = 1;
    },
    failing,
  );
}

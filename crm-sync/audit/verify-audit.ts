/** The whole verification of one tenant's audit log: checkpoints first, then every chain against them. */
import type { KeyObject } from 'crypto';
import { auditStore, checkpointOf } from './audit-store';
import { verifyChains, type ChainFindings } from './verify-chains';
import { verifyCheckpoints, type CheckpointFindings, type CheckpointSource } from './verify-checkpoints';
import type { Tenant } from '../store/tenant';

export interface AuditFindings {
  sound: boolean;
  checkpoints: CheckpointFindings;
  chains: ChainFindings;
}

/**
 * @param files copies of the checkpoints that were kept elsewhere
 * @throws MongoError when the database does not answer
 */
export async function verifyAudit(
  tenant: Pick<Tenant, 'id' | 'db' | 'keyring'>,
  options: {
    files: readonly CheckpointSource[];
    publicKey: KeyObject;
    progress?: (entries: number, total: number) => void;
  },
): Promise<AuditFindings> {
  const store = auditStore(tenant.db);
  const copies = await store.checkpoints.find().sort({ _id: 1 }).toArray();
  const database: CheckpointSource = { name: 'database', lines: copies.map(checkpointOf), ordered: true };
  const checkpoints = verifyCheckpoints(
    { files: options.files, database },
    { tenant: tenant.id, publicKey: options.publicKey },
  );
  const total = await store.audit.estimatedDocumentCount();
  const chains = await verifyChains(store.audit.find().sort({ _id: 1 }), {
    key: { tenant: tenant.id, key: await tenant.keyring.secret('tenant/audit') },
    heads: checkpoints.heads,
    progress: (entries) => options.progress?.(entries, total),
  });
  const sound = checkpoints.faults.length === 0 && chains.faults.length === 0;
  return { sound, checkpoints, chains };
}

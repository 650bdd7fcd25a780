import type { KnowledgeShelf } from '../../crm-sync/knowledge/knowledge-shelf';
import type { SignatureDocument, SnapshotDocument, VersionDocument } from '../../crm-sync/knowledge/version';

/** A tenant's knowledge in memory: each function atomic, as the database's are. */
export function memoryKnowledge(): KnowledgeShelf {
  const versions = new Map<string, VersionDocument>();
  const signatures = new Map<string, SignatureDocument>();
  const snapshots = new Map<number, SnapshotDocument>();
  const once = <K, V>(map: Map<K, V>, key: K, value: V): boolean => {
    if (map.has(key)) return false;
    map.set(key, structuredClone(value));
    return true;
  };
  return {
    versions: async () => [...versions.values()],
    version: async (id) => versions.get(id),
    insertVersion: async (version) => void once(versions, version._id, version),
    signatures: async () => [...signatures.values()],
    insertSignature: async (signature) => once(signatures, signature._id, signature),
    snapshots: async () => [...snapshots.values()],
    snapshot: async (number) => snapshots.get(number),
    lastNumber: async () => Math.max(0, ...snapshots.keys()),
    insertSnapshot: async (snapshot) => once(snapshots, snapshot._id, snapshot),
  };
}

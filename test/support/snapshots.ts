/** Published knowledge as tests make it: two of the packs built in, one of them changed as a test says. */
import {
  knowledgeHash,
  signKnowledge,
  type KnowledgeAnswer,
  type KnowledgeQuestion,
} from '../../contract/knowledge';
import { packs, packTexts } from '../../settings/packs';

type Snapshot = Record<string, unknown> & { version: number; tenant: string; packs: unknown[] };

/** Few, since a snapshot is signed, hashed and checked whole wherever it goes. */
const publishedPacks = ['respiratory', 'human-rescreen'];

export function snapshotOf(over: Partial<Snapshot> = {}): Snapshot {
  return {
    version: 1,
    tenant: 'demo',
    createdAt: '2026-05-04T12:00:00.000Z',
    packs: publishedPacks.map((id) => structuredClone({ pack: packs[id], texts: packTexts[id] })),
    routing: [],
    hours: [],
    texts: {},
    ...over,
  };
}

/** The snapshot with every outcome of a pack urgent: whoever is led by it is told otherwise. */
export function withVersion(packId: string, version: string, over: Partial<Snapshot> = {}): Snapshot {
  const snapshot = snapshotOf(over);
  for (const parts of snapshot.packs as { pack: { id: string; version: string } }[])
    if (parts.pack.id === packId) parts.pack.version = version;
  return snapshot;
}

/** As the CRM answers. */
export function published(
  snapshot: Snapshot,
  { nonce, have }: KnowledgeQuestion,
  { secret, atMs }: { secret: string; atMs: number },
): KnowledgeAnswer {
  const hash = knowledgeHash(snapshot);
  const body =
    have === hash ? { state: 'unchanged' as const, hash } : { state: 'changed' as const, hash, snapshot };
  return signKnowledge([secret], { nonce, ...body }, { id: 'k1', atMs });
}

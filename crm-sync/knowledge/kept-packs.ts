/** The packs a tenant ever had: what decided once can be looked at again. */
import { pack as packSchema, type Pack } from '../../settings/pack-schema';
import type { PackVersions } from '../../settings/pack-versions';
import type { KnowledgeShelf } from './knowledge-shelf';

interface Parts {
  pack: { id: string; version: string };
}

/** What is kept was checked when it came in; what this product cannot read any more is as good as gone. */
function readPack(raw: unknown): Pack | undefined {
  const read = packSchema.safeParse(raw);
  return read.success ? read.data : undefined;
}

/** By the snapshot that decided, which holds it whole; else by what its author calls the version. */
export function keptPacks(shelf: KnowledgeShelf): PackVersions {
  const known = new Map<string, Promise<Pack | undefined>>();

  const inSnapshot = async (id: string, version: string, knowledge: string): Promise<Pack | undefined> => {
    const head = (await shelf.snapshots()).find(({ hash }) => hash === knowledge);
    const snapshot = head && (await shelf.snapshot(head._id));
    if (!snapshot) return undefined;
    const { packs } = JSON.parse(snapshot.body) as { packs: Parts[] };
    return readPack(packs.find(({ pack }) => pack.id === id && pack.version === version)?.pack);
  };
  const asVersion = async (id: string, version: string): Promise<Pack | undefined> => {
    const heads = await shelf.versions();
    const head = heads.find((one) => one.kind === 'pack' && one.id === id && one.label === version);
    const found = head && (await shelf.version(head._id));
    return found && readPack((JSON.parse(found.body) as Parts).pack);
  };

  return {
    find(id, version, knowledge = '') {
      const key = JSON.stringify([id, version, knowledge]);
      const looked =
        known.get(key) ?? inSnapshot(id, version, knowledge).then((found) => found ?? asVersion(id, version));
      known.set(key, looked);
      return looked;
    },
  };
}

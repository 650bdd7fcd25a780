/** The packs a tenant ever had: what decided once can be looked at again, and what is in force can be worked by. */
import { pack as packSchema } from '../../settings/pack-schema';
import { builtInHash, builtInPack, type PackVersions } from '../../settings/pack-versions';
import { packs as builtIn, packTexts, type PackTexts } from '../../settings/packs';
import type { Pack } from '../../src/triage/pack';
import type { Tenant } from '../store/tenant';
import { knowledgeShelf, type KnowledgeShelf } from './knowledge-shelf';
import { newestOf } from './version';

/** A pack with its own words. */
export interface PackWithTexts {
  pack: Pack;
  texts: PackTexts;
}

export interface PackInForce extends PackWithTexts {
  /** Hash of the snapshot it is published in; absent of the product's own, where none is. */
  knowledge?: string;
  /** One is published, and this product cannot read it: this is the product's own. */
  unreadable?: true;
}

export interface KeptPacks extends PackVersions {
  /** As `find`, with its texts; of a version that nobody brought in, the one built in under that name. */
  whole(id: string, version: string, knowledge?: string): Promise<PackWithTexts | undefined>;
  /** @returns undefined for a pack that neither the tenant nor the product has */
  inForce(id: string): Promise<PackInForce | undefined>;
}

interface Parts {
  pack: { id: string; version: string };
  texts?: PackTexts;
}

/** What is not there may still be brought in. */
const missForMs = 10_000;
const keptMisses = 1_000;

const noTexts: PackTexts = { 'pt-BR': {}, en: {}, es: {} };

/** What is kept was checked when it came in; what this product cannot read any more is as good as gone. */
function readParts(raw: Parts | undefined): PackWithTexts | undefined {
  const read = packSchema.safeParse(raw?.pack);
  return read.success ? { pack: read.data, texts: { ...noTexts, ...raw?.texts } } : undefined;
}

function ofProduct(id: string): PackWithTexts | undefined {
  const pack = Object.hasOwn(builtIn, id) ? builtIn[id] : undefined;
  return pack && { pack, texts: packTexts[id] ?? noTexts };
}

/** By the snapshot that decided, which holds it whole; else by what its author calls the version. */
export function keptPacks(shelf: KnowledgeShelf, nowMs: () => number = Date.now): KeptPacks {
  const known = new Map<string, PackWithTexts>();
  /** Until when it is not looked for again: each decision of a version nobody brought in would read everything. */
  const missing = new Map<string, number>();
  let newest: { hash: string; packs: ReadonlyMap<string, PackWithTexts | undefined> } | undefined;

  const packsIn = async (number: number): Promise<Parts[] | undefined> => {
    const snapshot = await shelf.snapshot(number);
    return snapshot && (JSON.parse(snapshot.body) as { packs: Parts[] }).packs;
  };
  const inSnapshot = async (id: string, version: string, knowledge: string) => {
    const head = (await shelf.snapshots()).find(({ hash }) => hash === knowledge);
    const packs = head && (await packsIn(head._id));
    return readParts(packs?.find(({ pack }) => pack.id === id && pack.version === version));
  };
  const asVersion = async (id: string, version: string) => {
    const heads = await shelf.versions();
    const head = heads.find((one) => one.kind === 'pack' && one.id === id && one.label === version);
    const found = head && (await shelf.version(head._id));
    return found && readParts(JSON.parse(found.body) as Parts);
  };
  const kept = async (id: string, version: string, knowledge = ''): Promise<PackWithTexts | undefined> => {
    const key = JSON.stringify([id, version, knowledge]);
    const before = known.get(key);
    if (before || (missing.get(key) ?? 0) > nowMs()) return before;
    const found = (await inSnapshot(id, version, knowledge)) ?? (await asVersion(id, version));
    if (found) known.set(key, found);
    else {
      if (missing.size >= keptMisses) missing.clear();
      missing.set(key, nowMs() + missForMs);
    }
    return found;
  };

  return {
    find: async (id, version, knowledge) => (await kept(id, version, knowledge))?.pack,
    async whole(id, version, knowledge) {
      const own = builtInPack(id, version) ? ofProduct(id) : undefined;
      if (own && knowledge === builtInHash()) return own;
      return (await kept(id, version, knowledge)) ?? own;
    },
    async inForce(id) {
      const head = newestOf(await shelf.snapshots());
      if (head && newest?.hash !== head.hash) {
        const packs = await packsIn(head._id);
        newest = packs && {
          hash: head.hash,
          packs: new Map(packs.map((one) => [one.pack.id, readParts(one)])),
        };
      }
      const published = head && newest?.hash === head.hash ? newest.packs : undefined;
      const found = published?.get(id);
      if (found && head) return { ...found, knowledge: head.hash };
      const own = ofProduct(id);
      return own && { ...own, ...(head && (!published || published.has(id)) && { unreadable: true }) };
    },
  };
}

const ofTenants = new WeakMap<object, KeptPacks>();

/** One for all readers of a tenant: what was read once is not read again. */
export function packsOf(tenant: Pick<Tenant, 'id' | 'db' | 'keyring'>): KeptPacks {
  const made = ofTenants.get(tenant.db) ?? keptPacks(knowledgeShelf(tenant));
  ofTenants.set(tenant.db, made);
  return made;
}

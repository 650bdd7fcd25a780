/** Where the version of a pack that decided is found again. */
import { knowledgeHash } from '../contract/knowledge';
import { dialogTexts } from './dialog-texts';
import { packSources, packs } from './packs';
import type { Pack } from './pack-schema';

export interface PackVersions {
  /**
   * @param knowledge hash of the snapshot that decided, where it is known
   * @returns undefined when that version is not there (any more)
   */
  find(id: string, version: string, knowledge?: string): Promise<Pack | undefined>;
}

/** The version built into this product; earlier ones are in earlier products. */
export function builtInPack(id: string, version: string): Pack | undefined {
  const pack = Object.hasOwn(packs, id) ? packs[id] : undefined;
  return pack?.version === version ? pack : undefined;
}

export const builtInVersions: PackVersions = {
  find: (id, version) => Promise.resolve(builtInPack(id, version)),
};

/** Looks in one after another. */
export function firstOf(...sources: readonly PackVersions[]): PackVersions {
  return {
    async find(id, version, knowledge) {
      for (const source of sources) {
        const found = await source.find(id, version, knowledge);
        if (found) return found;
      }
      return undefined;
    },
  };
}

let hash: string | undefined;

/** Of what is built into this product: decisions of an app that nothing was published to name it. */
export function builtInHash(): string {
  return (hash ??= knowledgeHash({ packs: packSources, dialogTexts }));
}

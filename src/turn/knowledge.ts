import { builtInHash } from '../../settings/pack-versions';
import { packs, packText } from '../../settings/packs';
import type { Knowledge } from '../dialog/knowledge';
import type { ReadSnapshot } from '../knowledge/read-snapshot';

/** The knowledge built into the app: its packs and texts, named by their hash. */
export function builtInKnowledge(): Knowledge {
  return { hash: builtInHash(), packs, packText };
}

/** A published snapshot as conversations are led by it. */
export function publishedKnowledge(read: ReadSnapshot): Knowledge {
  const { hash, version, routing, hours, texts, facilities, answers } = read;
  return {
    hash,
    packs: read.packs,
    packText: (pack, language, key) => {
      const of = Object.hasOwn(read.packTexts, pack) ? read.packTexts[pack]?.[language] : undefined;
      const text = of && Object.hasOwn(of, key) ? of[key] : undefined;
      // of another version of the product, whose buttons and questions this snapshot does not know
      return text ?? packText(pack, language, key);
    },
    published: {
      ...{ version, routing, hours, texts },
      ...(facilities ? { facilities } : {}),
      ...(answers ? { answers } : {}),
    },
  };
}

import { createHash } from 'crypto';
import { canonicalJson } from '../../contract/canonical-json';
import { dialogTexts } from '../../settings/dialog-texts';
import { packs, packText } from '../../settings/packs';
import type { Knowledge } from '../dialog/knowledge';

/** The knowledge built into the app: its packs and texts, named by their hash. */
export function builtInKnowledge(): Knowledge {
  const hash = createHash('sha256').update(canonicalJson({ packs, dialogTexts })).digest('hex').slice(0, 16);
  return { hash, packs, packText };
}

/** In which order a clinician looks for protocols and the rest: as the product lists them, then what else was brought in. Pure. */
import { knowledgeKinds } from '../../contract/knowledge';
import { packs } from '../../settings/packs';

const ids = Object.keys(packs);
const kinds: readonly string[] = knowledgeKinds;

/** @param a `<kind>` or `<kind>/<id>`, as `placeOf` says it */
export function comparePlaces(a: string, b: string): number {
  const [[kindA = '', idA = ''], [kindB = '', idB = '']] = [a.split('/'), b.split('/')];
  const rank = (id: string): number => (ids.includes(id) ? ids.indexOf(id) : ids.length);
  return kinds.indexOf(kindA) - kinds.indexOf(kindB) || rank(idA) - rank(idB) || idA.localeCompare(idB);
}

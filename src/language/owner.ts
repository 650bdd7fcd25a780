/** Whose a named thing is, of what subject.ts read. */
import type { Subjects, Who } from './subject';
import { kin, pronouns } from './subject-words';
import { wordAt } from './token-at';
import type { Token } from './tokens';

/** What a pregnant person carries is theirs. */
const carried = new Set(['fewer_fetal_movements', 'fluid_loss_pregnancy', 'contractions']);

/** Of these, who it is done to has it. */
const victims = new Set(['violence', 'sexual_violence', 'animal_bite', 'animal_sting', 'wild_animal_bite']);

function isOfWriter(tokens: readonly Token[], start: number, end: number): boolean {
  for (let i = start - 2; i <= end + 2; i += 1) {
    if (['me', 'mim', 'us', 'comigo', 'apanhei', 'apanho', 'apanhava'].includes(wordAt(tokens, i)))
      return true;
  }
  return false;
}

const writing = new Set([
  'eu',
  'i',
  'im',
  'to',
  'penso',
  'pensei',
  'vou',
  'queria',
  'tenho',
  'sinto',
  'quero',
  'me',
  'tengo',
  'quiero',
  'yo',
]);

/** "tô com vontade de esfaquear meu cunhado", "I keep wanting to hurt my baby": who wants it, and not whom it would hurt. */
function isWishOfWriter(tokens: readonly Token[], start: number, end: number): boolean {
  for (let i = start - 4; i < end; i += 1) {
    if (!writing.has(wordAt(tokens, i))) continue;
    const between = tokens.slice(i + 1, Math.max(i + 1, start)).map(({ word }) => word);
    if (!between.some((word) => kin.has(word) || pronouns.has(word) || word === 'que')) return true;
  }
  return false;
}

/** Whose the named thing is. */
export function ownerOf(
  tokens: readonly Token[],
  { who, unnamed, carrier }: Subjects,
  { start, end, concept }: { start: number; end: number; concept: string },
): Who {
  if (victims.has(concept) && isOfWriter(tokens, start, end)) return 'self';
  if (concept === 'harm_others' && isWishOfWriter(tokens, start, end)) return 'self';
  const said = who[end] ?? who[start];
  if (said === 'other' && carried.has(concept) && !carrier) return 'self';
  return said ?? unnamed;
}

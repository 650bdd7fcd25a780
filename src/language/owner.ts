/** Whose a named thing is, of what subject.ts read. */
import type { Subjects, Who } from './subject';
import { wordAt } from './token-at';
import type { Token } from './tokens';

/** What a pregnant person carries is theirs. */
const carried = new Set(['fewer_fetal_movements', 'fluid_loss_pregnancy', 'contractions']);

/** Of these, who it is done to has it. */
const victims = new Set(['violence', 'sexual_violence', 'animal_bite', 'animal_sting', 'wild_animal_bite']);

function isOfWriter(tokens: readonly Token[], start: number, end: number): boolean {
  for (let i = start - 2; i <= end + 2; i += 1) {
    if (['me', 'mim', 'us', 'comigo', 'apanhei', 'apanho'].includes(wordAt(tokens, i))) return true;
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
  const said = who[end] ?? who[start];
  if (said === 'other' && carried.has(concept) && !carrier) return 'self';
  return said ?? unnamed;
}

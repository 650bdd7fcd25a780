/** Which of the phrases found in a message are looked at. */
import { conceptOf } from '../../settings/concepts';
import { idiom } from './concept-book';
import type { PhraseMatch } from './phrases';
import { kin, possessives } from './subject-words';
import { textAt } from './token-at';
import { setOfWords, type Token } from './tokens';

/**
 * Idioms silence what they contain; of one concept the longer phrase counts ("anemia falciforme", not its second word, which no denial
 * before it would reach); among red flags the longer reading wins ("quer me matar" is not "me matar").
 */
export function withoutContained(matches: readonly PhraseMatch[]): PhraseMatch[] {
  const kept: PhraseMatch[] = [];
  const open: PhraseMatch[] = [];
  for (const match of matches) {
    const urgent = conceptOf(match.concept)?.call;
    const length = match.end - match.start;
    const contained = open.some((other) => {
      if (other.start > match.start || other.end < match.end) return false;
      const isLonger = other.end - other.start > length;
      if (other.concept === idiom) return urgent !== undefined || isLonger;
      if (!isLonger) return false;
      // "the belly gets hard every ten minutes"
      if (other.concept === 'contractions' && match.concept === 'severe_abdominal_pain') return true;
      const call = conceptOf(other.concept)?.call;
      return other.concept === match.concept || Boolean(urgent && call && call !== urgent);
    });
    if (contained) continue;
    open.push(match);
    if (open.length > 16) open.shift();
    if (match.concept !== idiom) kept.push(match);
  }
  return kept;
}

const and = setOfWords('e y and');

/** "grávida e minha irmã sangrando": a phrase that begins with one person and ends with another names nothing. */
export function spansPeople(tokens: readonly Token[], { start, end }: PhraseMatch): boolean {
  for (let i = start + 1; i < end - 1; i += 1)
    if (
      and.has(textAt(tokens, i)) &&
      possessives.has(textAt(tokens, i + 1)) &&
      kin.has(textAt(tokens, i + 2))
    )
      return true;
  return false;
}

/** Of one concept no more are looked at: a flood says nothing new. */
const mostAtFirst = 40;
const mostAtLast = 8;

export function fewOfEach(matches: readonly PhraseMatch[]): PhraseMatch[] {
  const counts = new Map<string, number>();
  for (const { concept } of matches) counts.set(concept, (counts.get(concept) ?? 0) + 1);
  const seen = new Map<string, number>();
  return matches.filter(({ concept }) => {
    const at = (seen.get(concept) ?? 0) + 1;
    seen.set(concept, at);
    return at <= mostAtFirst || at > (counts.get(concept) ?? 0) - mostAtLast;
  });
}

/** Matches that stand within a longer one of another concept. */
export function containedIn(matches: readonly PhraseMatch[]): ReadonlySet<PhraseMatch> {
  const contained = new Set<PhraseMatch>();
  const open: PhraseMatch[] = [];
  for (const match of matches) {
    const length = match.end - match.start;
    if (
      open.some(
        (other) =>
          other.concept !== match.concept &&
          other.start <= match.start &&
          other.end >= match.end &&
          other.end - other.start > length,
      )
    )
      contained.add(match);
    open.push(match);
    if (open.length > 12) open.shift();
  }
  return contained;
}

/** A bare yes or no after a change of mind. */
import type { Change } from './changes-of-mind';
import type { PhraseMatch } from './phrases';
import { setOfWords, type Token } from './tokens';

const bareYes = setOfWords('sim tenho sinto to tem si yes yeah i do have tengo s');
const bareNo = setOfWords('nao no nope mais nunca');
/** Beside the yes: "tenho um pouco sim". */
const howMuch = setOfWords('um uma pouco pouquinho bocado bastante muito ainda agora poco little a eu');

/** "tenho febre, quer dizer, não": a bare yes or no after a change of mind is about what was named last before it. */
export function bareChange(
  tokens: readonly Token[],
  changes: readonly Change[],
  matches: readonly PhraseMatch[],
): { match: PhraseMatch; value: 'yes' | 'no' } | undefined {
  const last = changes[changes.length - 1];
  if (!last) return undefined;
  const first = tokens.findIndex((token, i) => i >= last.next && token.kind === 'word');
  const end = tokens.findIndex((token, i) => i > first && !['word', 'number'].includes(token.kind));
  const until = end < 0 ? tokens.length : end;
  // "minto, tenho sim, de noite": what the first clause after it says
  if (matches.some(({ start }) => start >= last.next && start < until)) return undefined;
  const after = tokens.slice(last.next, until).filter(({ kind }) => kind === 'word');
  if (
    after.length === 0 ||
    after.length > 6 ||
    !after.every(({ word }) => bareYes.has(word) || bareNo.has(word) || howMuch.has(word)) ||
    after.every(({ word }) => howMuch.has(word) && word !== 'muito')
  )
    return undefined;
  const before = matches.filter(({ end }) => end < last.start);
  const match = before.reduce<PhraseMatch | undefined>(
    (best, one) => (!best || one.end >= best.end ? one : best),
    undefined,
  );
  return match && { match, value: after.some(({ word }) => bareNo.has(word)) ? 'no' : 'yes' };
}

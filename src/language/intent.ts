/** What a message wants of the chat itself, beside its clinical content. */
import type { Lexicon } from './lexicon/lexicon';
import { isSpoken } from './token-at';
import { tokenise, type Token } from './tokens';
import { lexicons, wordSets } from './word-sets';
import { runFinder } from './word-runs';

export type Intent = 'human' | 'greeting' | 'thanks' | 'restart' | 'none';

const lists = (name: keyof Lexicon['intents']): string[] =>
  lexicons.flatMap((lexicon) => lexicon.intents[name]);
const find = runFinder(
  { human: lists('human'), greeting: lists('greeting'), thanks: lists('thanks'), restart: lists('restart') },
  'o a um uma un una the an de com con to with por favor please algum alguma seu el la logo ja me'.split(' '),
);

/** A denial within the clause takes a wish back ("não quero falar com atendente"); one that is part of the phrase does not. */
function isDenied(tokens: readonly Token[], start: number): boolean {
  for (let i = start - 1; i >= start - 6; i -= 1) {
    const token = tokens[i];
    if (token?.kind !== 'word' || wordSets.but.has(token.word)) return false;
    if (wordSets.negators.has(token.word)) return true;
  }
  return false;
}

const others = new Set(['outra', 'outro', 'otra', 'otro', 'another']);
const advising = new Set(['should', 'deveria', 'devia', 'deberia']);

/** "passa de uma pessoa pra outra", "my husband says I should talk to somebody": nobody is wanted here. */
function isAnybody(tokens: readonly Token[], { start, end }: { start: number; end: number }): boolean {
  return (
    others.has(tokens[end + 2]?.word ?? '') ||
    (advising.has(tokens[start - 1]?.word ?? '') && tokens.slice(0, start).some(({ word }) => says.has(word)))
  );
}
const says = new Set(['says', 'said', 'disse', 'diz', 'acha', 'dice', 'thinks']);

/** Is the message hardly more than this? Greetings and thanks count only when nothing else is said. */
function fills(tokens: readonly Token[], start: number, end: number, beside: number): boolean {
  return tokens.filter(isSpoken).length - (end - start + 1) <= beside;
}

/** Asking for a person outranks all: it must always work. Phrases of every language are understood. */
export function readIntent(text: string): Intent {
  const tokens = tokenise(text);
  if (
    tokens
      .filter(({ kind }) => kind === 'word')
      .map(({ word }) => word)
      .join() === 'help'
  )
    return 'human';
  const matches = find(tokens);
  if (
    matches.some(
      (match) => match.concept === 'human' && !isDenied(tokens, match.start) && !isAnybody(tokens, match),
    )
  )
    return 'human';
  const short = matches.filter(
    (match) =>
      fills(tokens, match.start, match.end, match.concept === 'restart' ? 5 : 3) &&
      !isDenied(tokens, match.start),
  );
  return (
    (['restart', 'thanks', 'greeting'] as const).find((intent) =>
      short.some((match) => match.concept === intent),
    ) ?? 'none'
  );
}

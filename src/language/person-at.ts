/** Where a message names somebody: "meu filho mais velho", "a bebê", "ele". */
import * as words from './subject-words';
import { wordAt } from './token-at';
import { setOfWords, type Token } from './tokens';

export interface Person {
  start: number;
  end: number;
}

/** "meu filho mais velho", "a bebê", "criança de 2 anos", "ele"; undefined where none begins. */
export function personAt(tokens: readonly Token[], start: number): Person | undefined {
  const word = wordAt(tokens, start);
  if (words.pronouns.has(word) || words.ofThem.has(word)) {
    // "el" is also the article
    if ((word !== 'el' && word !== 'la') || /^(?:ta|tiene|no|se|esta|esta)$/.test(wordAt(tokens, start + 1)))
      return { start, end: start };
  }
  const next = wordAt(tokens, start + 1);
  if (words.oneOf.has(word) && words.strangers.has(next)) return { start, end: start + 1 };
  const own = words.possessives.has(word);
  const named = own || words.articles.has(word);
  let end = named ? start + 1 : start;
  while (named && end < start + 4 && (words.describing.has(wordAt(tokens, end)) || isAge(tokens, end)))
    end += 1;
  const noun = wordAt(tokens, end);
  // "a minha veio certinha"
  if (noun === 'veio' && word === 'minha') return undefined;
  if (
    own
      ? words.kin.has(noun) || words.others.has(noun)
      : words.others.has(noun) || (named && words.kin.has(noun) && noun !== 'amor')
  )
    return isNoun(tokens, end, named) ? { start, end } : undefined;
  if (noun === 'bebe' && (named || isBabyNoun(tokens, end))) return { start, end };
  // "my 3 year old"
  if (own && wordAt(tokens, end - 1) === 'old') return { start, end: end - 1 };
  return undefined;
}

const ageUnits = setOfWords('year month week years months weeks');
const isAge = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.kind === 'number' || ageUnits.has(wordAt(tokens, i));

/** "mãe" and the like alone speak of somebody only where a sentence begins with them: "filho com febre". */
function isNoun(tokens: readonly Token[], at: number, named: boolean): boolean {
  if (named || at === 0) return true;
  const before = tokens[at - 1];
  return (
    before?.kind !== 'word' ||
    words.ofWhom.has(before.word) ||
    words.inWhom.has(before.word) ||
    words.withWhom.has(before.word) ||
    before.word === 'e'
  );
}

/** "bebê" and not "(ele) bebe". */
function isBabyNoun(tokens: readonly Token[], at: number): boolean {
  const next = wordAt(tokens, at + 1);
  const before = tokens[at - 1];
  if (next === 'de' && tokens[at + 2]?.kind === 'number') return true;
  if (before && before.kind === 'word') return words.ofWhom.has(before.word) || before.word === 'recem';
  return (
    ['com', 'ta', 'nao', 'tem', 'chora', 'chorando', 'de', 'recem', 'mole', 'molinho'].includes(next) &&
    !(at === 0 && next === 'com')
  );
}

/** Text → tokens: words in one spelling, numbers, and the punctuation that ends clauses. */
import { withPlacesOfPain } from './ellipsis';
import { fold } from './normalise';
import { canonicalWord, setOfWords } from './spelling';
import { withVitalPhrases } from './vital-phrases';
import { textAt } from './token-at';

export { canonicalWord, setOfWords, squeeze } from './spelling';

/**
 * `pause` (line end, "...") ends a clause but may stand inside a phrase, as breathless people type; `comma` may join
 * a list; `stop` ends a clause; `ask` is a question mark.
 */
export type TokenKind = 'word' | 'number' | 'comma' | 'stop' | 'ask' | 'pause';
export interface Token {
  kind: TokenKind;
  word: string;
  /** Only for numbers; a decimal comma is a point. */
  value: number;
}

function punctuation(mark: string): TokenKind {
  if (mark.startsWith(',')) return 'comma';
  if (mark.startsWith('?')) return 'ask';
  if (mark.startsWith('\n') || mark.startsWith('..') || mark.startsWith('…')) return 'pause';
  return 'stop';
}

/** Emoji that say something: words of the lexicons like others. Skin tones are apart and dropped with all other symbols. */
const emoji = '🤒🤮🤢🤧🆘👍👎👌✅✔☑❌✖🚫🙅🙆🤷👋';

/** "num tenho": a "não", but "num hospital" is "em um". */
const afterNum = setOfWords(
  'dou faz faco fez fiz desce desceu mama bebe bebo dorme durmo fala falo anda ando responde reage estanca larga sai saiu vem veio entra guenta aguenta comi comeu tinha teve deu melhora melhorou sarou mexe mexo levanta levanto urina urino mija mijo enxergo enxerga tenho to tem ta sinto sente consigo consegue quero sei posso pode tive sou vou aguento para paro passa da vejo tava respira respiro come acorda',
);

/** Linear in the length of the text; at most one token per character. Emoji that say nothing and other symbols are dropped. */
const pieces = new RegExp(
  `\\p{L}+|\\d+(?:[.,]\\d+)?|\\.{2,}|…|[.!;:()]+|\\?+|,|\\n|%|[x×/](?=\\d)|[${emoji}]`,
  'gu',
);

/** "my wife's cough", "my wifes cough" */
const ofKin =
  /\b(?:(wife|husband|mother|mom|mum|father|dad|baby|grandma|grandpa|grandmother|grandfather)'?|(son|daughter|brother|sister|kid|child|girlfriend|boyfriend|friend|uncle|aunt|niece|nephew|partner)')s\b/g;

let last: { text: string; tokens: Token[] } | undefined;

/** A message is read in several ways one after the other: it is taken apart once. */
export function tokenise(text: string): readonly Token[] {
  if (last?.text !== text) last = { text, tokens: withPlacesOfPain(withVitalPhrases(takeApart(text))) };
  return last.tokens;
}

const spelled = setOfWords(
  'avc ave samu sos iam nao consigo respirar naoconsigo naoconsigorespirar falta faltadear dor peito dornopeito socorro ajuda morrer matar quero',
);

/** One letter at a time, as some spell what frightens them. */
function joinLetters(letters: string): string {
  if (letters.length > 60) return letters;
  const word = letters.replace(/[ .]/g, '');
  return spelled.has(canonicalWord(word)) ? word : letters;
}

/** A lone "n" was read as "não": between two English verbs it is "and". */
function isEnglishAnd(tokens: readonly Token[]): boolean {
  const [one = '', , two = ''] = tokens.slice(-3).map(({ word }) => word);
  return /^[a-z]{3,}ing?$/.test(two) && /^[a-z]{3,}(?:ing|[^aeiou]ose|ever|ough|ache|ain|ills)$/.test(one);
}

/** "n" is no "não" between two English words that end so. */
const inEnglish =
  /(?:^|[^\p{L}])(?:nose|my|head|throat|ing|feel|coughing|wheezing|sneezing|vomiting|\p{L}{3,}ing) n \p{L}{3,}ing?(?!\p{L})/u;

function takeApart(text: string): Token[] {
  const tokens: Token[] = [];
  let english: boolean | undefined;
  const folded = fold(text)
    .replace(ofKin, '$1$2')
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '')
    .replace(/\r/g, '\n')
    // "a v c", "n ã o  c o n s i g o"
    .replace(/(?<![\p{L}\d])\p{L}(?:[ .]\p{L}){2,}(?![\p{L}\d])/gu, joinLetters)
    .replace(/\bc\/(?=\s|\p{L})/gu, 'com ')
    .replace(/\bp\/(?=\s|\p{L})/gu, 'para ')
    .replace(/\bs\/(?=\s|\p{L})/gu, 'sem ');
  for (const [piece] of folded.matchAll(pieces)) {
    if (/^\p{L}/u.test(piece)) tokens.push({ kind: 'word', word: canonicalWord(piece), value: NaN });
    else if (/^\d/.test(piece))
      tokens.push({ kind: 'number', word: piece, value: Number(piece.replace(',', '.')) });
    else if (piece === '%' || piece === '/' || piece === '×')
      tokens.push({ kind: 'word', word: piece === '%' ? '%' : 'x', value: NaN });
    else if (emoji.includes(piece)) tokens.push({ kind: 'word', word: piece, value: NaN });
    else tokens.push({ kind: punctuation(piece), word: piece.slice(0, 1), value: NaN });
    const before = tokens[tokens.length - 2];
    // "coughing n wheezing"
    if (before?.word === 'nao' && isEnglishAnd(tokens)) before.word = 'and';
    // "ta c 38,2", and not "38 c"
    if (
      before?.word === 'c' &&
      before.kind === 'word' &&
      tokens[tokens.length - 3]?.kind !== 'number' &&
      !piece.startsWith('section')
    )
      before.word = 'com';
    // "runny nose n sneezing"
    if (before?.word === 'nao' && /^\p{L}{3,}in[g']?$/u.test(piece) && (english ??= inEnglish.test(folded)))
      before.word = 'and';
    if (before?.word === 'num' && afterNum.has(textAt(tokens, tokens.length - 1))) before.word = 'nao';
  }
  return tokens;
}

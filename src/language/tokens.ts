/** Text → tokens: words in one spelling, numbers, and the punctuation that ends clauses. */
import { fold } from './normalise';

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

/** Spellings of the phone keyboard. Keys and values are squeezed. */
const spellings: Readonly<Record<string, string>> = {
  n: 'nao',
  naum: 'nao',
  nau: 'nao',
  ñ: 'nao',
  nop: 'nao',
  estou: 'to',
  tou: 'to',
  toh: 'to',
  tow: 'to',
  estoy: 'to',
  toy: 'to',
  esta: 'ta',
  tah: 'ta',
  estan: 'tao',
  estao: 'tao',
  estamos: 'tamo',
  mt: 'muito',
  mto: 'muito',
  mta: 'muito',
  muita: 'muito',
  muitas: 'muito',
  muitos: 'muito',
  mtos: 'muito',
  mtas: 'muito',
  mui: 'muito',
  muinto: 'muito',
  q: 'que',
  ke: 'que',
  qe: 'que',
  d: 'de',
  cm: 'com',
  vc: 'voce',
  vcs: 'voces',
  tb: 'tambem',
  tbm: 'tambem',
  tambien: 'tambem',
  tmb: 'tambem',
  pra: 'para',
  pro: 'para',
  pq: 'porque',
  hj: 'hoje',
  mlk: 'moleque',
  msm: 'mesmo',
  cabca: 'cabeca',
  cabesa: 'cabeca',
  caveca: 'cabeca',
  canot: 'cant',
  couldnt: 'cant',
  wont: 'wont',
  dnt: 'dont',
  u: 'you',
  ur: 'your',
  ive: 'have',
  im: 'am',
  fauta: 'falta',
  fata: 'falta',
  pulmon: 'pulmao',
  qro: 'quero',
  kero: 'quero',
  qero: 'quero',
  di: 'de',
  peto: 'peito',
  b: 'bebe',
  beb: 'bebe',
  nosei: 'naosei',
  nsei: 'naosei',
};

/** Runs of one letter become one ("faaalta" → "falta"); the lexicon is squeezed the same way. */
export function squeeze(word: string): string {
  return word.replace(/(\p{L})\1+/gu, '$1');
}

/** One word in the spelling that lexicon and text share. */
export function canonicalWord(word: string): string {
  const squeezed = squeeze(word);
  return Object.hasOwn(spellings, squeezed) ? (spellings[squeezed] ?? squeezed) : squeezed;
}

/** Words parted by spaces, in the spelling that lexicon and text share. */
export function setOfWords(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/).map(canonicalWord));
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
  'tenho to tem ta sinto sente consigo consegue quero sei posso pode tive sou vou aguento para paro passa da vejo tava respira respiro come acorda',
);

/** Linear in the length of the text; at most one token per character. Emoji that say nothing and other symbols are dropped. */
const pieces = new RegExp(
  `\\p{L}+|\\d+(?:[.,]\\d+)?|\\.{2,}|…|[.!;:()]+|\\?+|,|\\n|%|[x×/](?=\\d)|[${emoji}]`,
  'gu',
);

let last: { text: string; tokens: Token[] } | undefined;

/** A message is read in several ways one after the other: it is taken apart once. */
export function tokenise(text: string): readonly Token[] {
  if (last?.text !== text) last = { text, tokens: takeApart(text) };
  return last.tokens;
}

function takeApart(text: string): Token[] {
  const tokens: Token[] = [];
  const folded = fold(text)
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '')
    .replace(/\r/g, '\n')
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
    if (before?.word === 'num' && afterNum.has(tokens[tokens.length - 1]?.word ?? '')) before.word = 'nao';
  }
  return tokens;
}

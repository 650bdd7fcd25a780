/** The three lexicons as sets of canonical words, built once. */
import { en } from './lexicon/en';
import { es } from './lexicon/es';
import type { Lexicon } from './lexicon/lexicon';
import { plainWords } from './lexicon/plain-words';
import { ptBr } from './lexicon/pt-br';
import { canonicalWord } from './tokens';

export const lexicons: readonly Lexicon[] = [ptBr, en, es];

type ListName =
  | 'negators'
  | 'concord'
  | 'never'
  | 'transparent'
  | 'fillers'
  | 'or'
  | 'and'
  | 'contrast'
  | 'but'
  | 'doubt'
  | 'novelty'
  | 'deniedAfter'
  | 'articles'
  | 'pointing';
export type WordSets = Readonly<Record<ListName | 'plainNo' | 'also' | 'now', ReadonlySet<string>>>;

function merged(name: ListName): ReadonlySet<string> {
  return new Set(lexicons.flatMap((lexicon) => lexicon[name].map(canonicalWord)));
}

const but = merged('but');
export const wordSets: WordSets = {
  negators: merged('negators'),
  concord: merged('concord'),
  never: merged('never'),
  transparent: merged('transparent'),
  fillers: merged('fillers'),
  or: merged('or'),
  and: merged('and'),
  but,
  contrast: new Set([...merged('contrast'), ...but]),
  doubt: merged('doubt'),
  novelty: merged('novelty'),
  deniedAfter: merged('deniedAfter'),
  articles: merged('articles'),
  pointing: merged('pointing'),
  plainNo: new Set(['nao', 'no', 'nope', 'never', 'nunca', 'jamais', 'not', 'negativo']),
  now: new Set(['agora', 'hoje', 'ahora', 'hoy', 'now', 'today'].map(canonicalWord)),
  also: new Set(['tambem', 'tampoco', 'also', 'either']),
};

/** What may stand between the words of a phrase; "no" too, which is "in the" in Portuguese: "dor no peito". */
export const skippedWords: readonly string[] = [...wordSets.fillers].filter(
  (word) => (word === 'no' || !wordSets.negators.has(word)) && !wordSets.but.has(word),
);

/** Words that a misspelling must never be read as or turned into. */
export const exactWords: ReadonlySet<string> = new Set([
  ...plainWords.map(canonicalWord),
  ...wordSets.negators,
  ...wordSets.contrast,
  ...wordSets.doubt,
  ...wordSets.and,
  ...wordSets.or,
  ...wordSets.concord,
  ...wordSets.transparent,
  ...wordSets.novelty,
]);

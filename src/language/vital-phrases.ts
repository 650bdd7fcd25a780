/**
 * The few phrases that must be understood however they are typed: "falta dar", "flta de ar", "dor no pieto", "fal-ta de ar". Short words are
 * not read with a letter wrong, since too many others are near; a whole phrase is, as nothing else is near it.
 */
import { canonicalWord, setOfWords } from './spelling';
import type { Token } from './tokens';

interface Vital {
  /** Its words. */
  words: readonly string[];
  letters: string;
}

const phrases: readonly Vital[] = [
  'falta de ar',
  'faltando ar',
  'dor no peito',
  'dor de peito',
  'sem conseguir respirar',
  'nao consigo respirar',
  'nao consegue respirar',
  'parou de respirar',
  'shortness of breath',
  'cant breathe',
  'chest pain',
  'dolor de pecho',
  'dolor en el pecho',
  'falta de aire',
  'no puedo respirar',
]
  .map((phrase) => phrase.split(' ').map(canonicalWord))
  .map((words) => ({ words, letters: words.join('') }));
const byFirst = new Map<string, Vital[]>();
for (const phrase of phrases)
  byFirst.set(phrase.letters.charAt(0), [...(byFirst.get(phrase.letters.charAt(0)) ?? []), phrase]);

/** Words that make another phrase of it: "falta de bar", "dar no peito", "dor no preto". */
const others = setOfWords(
  'mar lar bar par cor ir ver ser ter paz art arte dar der dei dou por cor pito preto prato perto pleito peixe feito jeito peta peita  aro era can',
);
const mostWords = 5;
/** What may follow: "falta dar muito", and not "falta dar entrada". */
const following = setOfWords(
  'e mas com muito demais bastante forte desde ha faz quando agora hoje ontem sim aqui ao que doutor doutora moco moca tambem to ta me eu socorro ajuda and but since now y pero cuando',
);

/** One letter wrong, missing, too many, or two neighbours swapped. */
function isNear(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  const rest = (text: string, from: number): string => text.slice(from);
  if (a.length === b.length)
    return (
      rest(a, i + 1) === rest(b, i + 1) ||
      (a[i] === b[i + 1] && a[i + 1] === b[i] && rest(a, i + 2) === rest(b, i + 2))
    );
  return a.length > b.length ? rest(a, i + 1) === rest(b, i) : rest(a, i) === rest(b, i + 1);
}

const isPart = (token: Token | undefined): token is Token => token?.kind === 'word' && token.word.length < 20;

/** The phrase that the tokens from `start` on nearly spell, and how many they are. */
function vitalAt(tokens: readonly Token[], start: number): { phrase: Vital; count: number } | undefined {
  const candidates = byFirst.get(tokens[start]?.word.charAt(0) ?? '');
  if (!candidates || !isPart(tokens[start])) return undefined;
  let letters = '';
  let spelled = '';
  for (let count = 1; count <= mostWords; count += 1) {
    const token = tokens[start + count - 1];
    if (!isPart(token)) return undefined;
    letters += token.word;
    // "n" is read as "não" elsewhere, but as itself in "dor n peito"
    spelled += count > 1 && token.word === 'nao' ? 'n' : token.word;
    if (letters.length > 22) return undefined;
    for (const phrase of candidates) {
      const isWhole = count === phrase.words.length && letters === phrase.letters;
      if (isWhole) return undefined;
      const isSplit = letters === phrase.letters;
      const isTypo = isNear(letters, phrase.letters) || isNearWithN(spelled, phrase.letters);
      if (!isSplit && !isTypo) continue;
      const next = tokens[start + count];
      const used = tokens.slice(start, start + count);
      if (!isSplit && used.some(({ word }, i) => i !== 1 && others.has(word)) && !isFalta(used)) continue;
      if (!isSplit && next?.kind === 'word' && !following.has(next.word)) continue;
      return { phrase, count };
    }
  }
  return undefined;
}

/** "falta dar" */
const isFalta = (used: readonly Token[]): boolean =>
  used.length === 2 && used[0]?.word === 'falta' && used[1]?.word === 'dar';

/** "dor n peit": the vowel of a one-letter word, and one letter more. */
const isNearWithN = (spelled: string, letters: string): boolean =>
  /^dorn/.test(spelled) &&
  letters.startsWith('dorno') &&
  isNear(spelled.replace(/^dorn(?!o)/, 'dorno'), letters);

/** The tokens with each phrase that is nearly spelled put right. Linear: at most five tokens are looked at from each. */
export function withVitalPhrases(tokens: Token[]): Token[] {
  const right: Token[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const found = vitalAt(tokens, i);
    if (!found) {
      const token = tokens[i];
      if (token) right.push(token);
      continue;
    }
    for (const word of found.phrase.words) right.push({ kind: 'word', word, value: NaN });
    i += found.count - 1;
  }
  return right;
}

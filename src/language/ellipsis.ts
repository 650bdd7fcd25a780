/**
 * What people leave out: "dor de cabeça e nas costas", "não é no peito, é na barriga", "dor de garganta, cabeça e barriga". The pain is
 * said once, and put before each place it is said of, so that the lexicons need not know lists.
 */
import { setOfWords } from './spelling';
import { wordAt } from './token-at';
import type { Token } from './tokens';

const pains = setOfWords('dor dores dorzinha doi doendo doem doeu dolor dolores duele duelen');
const places = setOfWords(`
  cabeca garganta barriga estomago costas peito corpo juntas coluna lombar abdomen testiculo olhos pernas
  espalda pecho panza vientre espalda garganta cuerpo`);
const into = setOfWords('no na nos nas en');
const of = setOfWords('de do da del');
const joins = setOfWords('e y ou nem tambem mas so agora eh foi ni o apenas solo');
/** What may come right after a place that has no word of its own: "e na barriga há 3 dias", and not "e olhos vermelhos". */
const after = setOfWords(`
  e y ou nem mas ha faz desde hoje ontem agora que com sem tambem muito demais todo toda inteiro inteira esquerdo direito sim nao pero hace porem so
  quando para ao porque`);
const reach = 12;

/** Where a left-out "dor" belongs before token `i`, a place; -1 where none was left out. */
function leftOutAt(tokens: readonly Token[], i: number, lastPain: number, lastPlace: number): number {
  if (lastPain < 0 || i - Math.max(lastPain, lastPlace) > reach) return -1;
  const next = tokens[i + 1];
  if (next?.kind === 'word' && !after.has(next.word)) return -1;
  let at = i;
  const article = ['a', 'o', 'as', 'os', 'la', 'el'].includes(wordAt(tokens, at - 1)) ? 1 : 0;
  if (into.has(wordAt(tokens, at - 1)) || of.has(wordAt(tokens, at - 1 - article))) at -= 1 + article;
  const isInto = into.has(wordAt(tokens, at));
  let k = at - 1;
  while (
    k > lastPain &&
    (joins.has(wordAt(tokens, k)) || ['comma', 'stop', 'pause'].includes(tokens[k]?.kind ?? ''))
  )
    k -= 1;
  if (k === at - 1) return -1;
  // without its preposition it is one of a list
  if (!isInto && (k !== lastPlace || tokens.slice(k + 1, at).some(({ kind }) => kind === 'stop'))) return -1;
  return at;
}

const dor: Token = { kind: 'word', word: 'dor', value: NaN };

export function withPlacesOfPain(tokens: Token[]): Token[] {
  if (!tokens.some(({ word }) => pains.has(word))) return tokens;
  const full: Token[] = [];
  let lastPain = -1;
  let lastPlace = -1;
  for (const [i, token] of tokens.entries()) {
    if (pains.has(token.word)) lastPain = i;
    if (places.has(token.word)) {
      const at = leftOutAt(tokens, i, lastPain, lastPlace);
      if (at >= 0) full.splice(full.length - (i - at), 0, dor);
      lastPlace = i;
    }
    full.push(token);
  }
  return full;
}

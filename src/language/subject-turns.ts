/** Sentences that name another and yet speak of who writes: "quem tá com dor sou eu", "as a kid", "tive meu bebê há 5 dias". */
import type { Who } from './subject';
import { wordAt } from './token-at';
import { setOfWords, type Token } from './tokens';

const whens = setOfWords('as when quando qdo qd cuando');
const young = setOfWords('kid child toddler baby crianca menino menina bebe nino nina');
const births = setOfWords('had tive ganhei pari tuve');
const ownBabies = setOfWords('baby bebe nenem nene neném nenê');
const possessives = setOfWords('my meu minha mi');

/** "asthma as a kid", "quando criança" */
export function isChildhood(tokens: readonly Token[], start: number): boolean {
  const at = young.has(wordAt(tokens, start)) ? start : start + 1;
  return young.has(wordAt(tokens, at)) && whens.has(wordAt(tokens, start - 1));
}

/** "had my baby 5 days ago", "ganhei meu neném" */
export const isBirth = (tokens: readonly Token[], start: number, end: number): boolean =>
  births.has(wordAt(tokens, start - 1)) &&
  possessives.has(wordAt(tokens, start)) &&
  ownBabies.has(wordAt(tokens, end));

const farthest = 12;

/** "meu marido tá bem, quem tá com tosse sou eu", "la que tiene tos soy yo": what stands between is the writer's. */
export function turnToWriter(tokens: readonly Token[], who: (Who | undefined)[]): void {
  for (let i = 0; i < tokens.length; i += 1) {
    const pair = `${wordAt(tokens, i)} ${wordAt(tokens, i + 1)}`;
    if (pair !== 'sou eu' && pair !== 'soy yo') continue;
    for (let k = i - 1; k >= 0 && k > i - farthest; k -= 1) {
      const word = wordAt(tokens, k);
      if (word === '') break;
      const isWhoever = word === 'quem' || (word === 'que' && ['la', 'el'].includes(wordAt(tokens, k - 1)));
      if (isWhoever) {
        who.fill('self', k, i + 2);
        break;
      }
    }
  }
}

const helped = setOfWords('doesnt does didnt did to they cant wont could might');

/** Words of the first person that are none here: "she doesn't have", "pálido como papel", "se tomó el cloro". */
export function isOfOthers(tokens: readonly Token[], i: number): boolean {
  const word = wordAt(tokens, i);
  const before = wordAt(tokens, i - 1);
  if (word === 'have') return helped.has(before) && wordAt(tokens, i - 2) !== 'i';
  if (word === 'como') return /(?:ad|id|fri|lid|branc|rox|mol|red)[oa]$/.test(before);
  return word === 'tomo' && before === 'se';
}

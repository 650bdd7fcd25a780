/** What was and has passed: "a febre passou", "a tosse já foi embora", "parei de vomitar". */
import type { PhraseMatch } from './phrases';
import { wordIn, type Sentence } from './sentence';
import { setOfWords } from './tokens';

const passed = setOfWords(
  'passou sumiu sumiram acabou acabaram cessou parou pararam desapareceu desapareceram cedeu sarou curou passaram foi stopped gone passed paso desaparecio ceso acabo',
);
const gone = setOfWords('embora away');
const stopped = setOfWords(
  'parei parou parando deixei deixou sarei sarou curei passou sumiu acabou cessou stopped paso deje dejo parado',
);
const small = setOfWords(
  'ja a o as os de da do que ta agora enfim finalmente todo toda graças gracas deus ate to ter sentir com estar hoje has is the my minha meu',
);
/** After these it is not over for good, or it is only hoped. */
const notQuite = setOfWords('quase nao not nem no quando se ate espero nunca ainda');

/** "quase passou", "não parei" */
const isNotQuite = (sentence: Sentence, at: number): boolean =>
  [1, 2, 3].some((before) => notQuite.has(wordIn(sentence, at - before)));

const back = setOfWords(
  'voltou voltaram voltando volta retornou reapareceu recomecou volvio vuelto volvieron back again regreso returned',
);
const anew = setOfWords('comecou comecando comeca veio vindo deu ta started empezo');
/** "voltou ao normal", "voltei do trabalho" */
const elsewhere = setOfWords('ao a para do da de normal casa pro aos as to home');

/** "passou a falta de ar mas voltou agora", "parou e começou de novo" */
function isBack(sentence: Sentence, from: number): boolean {
  for (let i = from; i < from + 12; i += 1) {
    const word = wordIn(sentence, i);
    const isAgain =
      (word === 'de' && wordIn(sentence, i + 1) === 'novo') ||
      (word === 'outra' && wordIn(sentence, i + 1) === 'vez');
    const isAnew = isAgain && [1, 2].some((before) => anew.has(wordIn(sentence, i - before)));
    if (!isAnew && !back.has(word)) continue;
    if (elsewhere.has(wordIn(sentence, i + 1)) && wordIn(sentence, i + 2) !== 'vezes') continue;
    if (!isNotQuite(sentence, i)) return true;
  }
  return false;
}

export function isOver(sentence: Sentence, match: PhraseMatch): boolean {
  return hasPassed(sentence, match) && !isBack(sentence, match.end + 1);
}

function hasPassed(sentence: Sentence, match: PhraseMatch): boolean {
  let i = match.end + 1;
  while (i < match.end + 5 && small.has(wordIn(sentence, i))) i += 1;
  const verb = wordIn(sentence, i);
  if (passed.has(verb) && isAlone(sentence, i) && !isNotQuite(sentence, i))
    return verb !== 'foi' || gone.has(wordIn(sentence, i + 1));
  let k = match.start - 1;
  while (k > match.start - 5 && small.has(wordIn(sentence, k))) k -= 1;
  if (!stopped.has(wordIn(sentence, k)) || ['me', 'que'].includes(wordIn(sentence, k - 1))) return false;
  return !isNotQuite(sentence, k);
}

/** "passou" and not "passou para o braço", "parou de sair". */
const notAlone = setOfWords('de para pro dos das por um pouco mal');
const isAlone = (sentence: Sentence, at: number): boolean => !notAlone.has(wordIn(sentence, at + 1));

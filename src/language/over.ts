/** What was and has passed: "a febre passou", "a tosse já foi embora", "parei de vomitar". */
import type { PhraseMatch } from './phrases';
import { wordIn, type Sentence } from './sentence';
import { setOfWords } from './tokens';

const passed = setOfWords(
  'passou sumiu sumiram acabou acabaram cessou parou pararam desapareceu desapareceram cedeu sarou curou passaram foi stopped gone passed paso desaparecio ceso acabo',
);
const gone = setOfWords('embora away');
const stopped = setOfWords(
  'parei parou parando larguei largou abandonei deixei deixou sarei sarou curei passou sumiu acabou cessou stopped paso deje dejo parado',
);
const small = setOfWords(
  'ja ya se me a o as os de da do que ta agora enfim finalmente todo toda graças gracas deus ate to ter sentir com estar hoje has is the my minha meu',
);
/** After these it is not over for good, or it is only hoped. */
const notQuite = setOfWords('quase nao not nem no quando se ate espero nunca ainda');

/** "quase passou", "não parei" */
const isNotQuite = (sentence: Sentence, at: number, from = 0): boolean =>
  [1, 2, 3].some((before) => at - before >= from && notQuite.has(wordIn(sentence, at - before)));

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
  return wasUntilNow(sentence, match) || (hasPassed(sentence, match) && !isBack(sentence, match.end + 1));
}

function hasPassed(sentence: Sentence, match: PhraseMatch): boolean {
  let i = match.end + 1;
  while (i < match.end + 5 && small.has(wordIn(sentence, i))) i += 1;
  const verb = wordIn(sentence, i);
  if (isGoneFor(sentence, i)) return true;
  if (passed.has(verb) && isAlone(sentence, i) && !isNotQuite(sentence, i, match.end + 1))
    return verb !== 'foi' || gone.has(wordIn(sentence, i + 1));
  let k = match.start - 1;
  while (k > match.start - 5 && small.has(wordIn(sentence, k))) k -= 1;
  if (!stopped.has(wordIn(sentence, k)) || ['me', 'que'].includes(wordIn(sentence, k - 1))) return false;
  return !isNotQuite(sentence, k);
}

const better = setOfWords('melhorou baixou diminuiu amenizou');

/** "já era", "se foi", "baixou e não voltou", "melhorou, passou" */
function isGoneFor(sentence: Sentence, at: number): boolean {
  const word = wordIn(sentence, at);
  const next = wordIn(sentence, at + 1);
  if (word === 'era' && wordIn(sentence, at - 1) === 'ja') return next === '';
  if (word === 'se' && ['foi', 'fue'].includes(next)) return wordIn(sentence, at + 2) === '';
  if (!better.has(word)) return false;
  if (next === 'e' && wordIn(sentence, at + 2) === 'nao') return back.has(wordIn(sentence, at + 3));
  const after = sentence.tokens[at + 1]?.kind === 'comma' || next === 'e' ? at + 2 : -1;
  return after > 0 && passed.has(wordIn(sentence, after)) && wordIn(sentence, after + 1) === '';
}

const had = setOfWords('tava tinha tive estava teve estive');
const dated = setOfWords('ontem anteontem semana mes ano dia dias passada passado antes anos crianca');

/** "febre eu tinha, não tenho mais", "tava com febre mas passou": over now, where no day is told. */
export function wasUntilNow(sentence: Sentence, match: PhraseMatch): boolean {
  const isHad = (at: number): boolean => had.has(wordIn(sentence, at));
  const before = [1, 2, 3].some((back) => isHad(match.start - back));
  const after = [1, 2].find((on) => isHad(match.end + on));
  if (!before && after === undefined) return false;
  let i = match.end + 1 + (after ?? 0);
  while (
    sentence.tokens[i]?.kind === 'comma' ||
    ['mas', 'e', 'ja', 'so', 'que', 'porem', 'agora', 'graças', 'gracas', 'a', 'deus'].includes(
      wordIn(sentence, i),
    )
  )
    i += 1;
  for (let k = match.start - 6; k < match.end + 10; k += 1) if (dated.has(wordIn(sentence, k))) return false;
  const word = wordIn(sentence, i);
  if (i > match.end + 1 && passed.has(word) && word !== 'foi')
    return isAlone(sentence, i) && !isBack(sentence, i);
  const isMore = [1, 2, 3].some((on) => wordIn(sentence, i + on) === 'mais');
  return (
    word === 'nao' &&
    isMore &&
    ['tenho', 'tem', 'to', 'ta', 'sinto', 'sente'].includes(wordIn(sentence, i + 1))
  );
}

/** "passou" and not "passou para o braço", "parou de sair". */
const notAlone = setOfWords('de para pro dos das por um pouco mal');
const isAlone = (sentence: Sentence, at: number): boolean => !notAlone.has(wordIn(sentence, at + 1));

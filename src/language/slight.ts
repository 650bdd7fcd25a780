/** Words that are graver elsewhere than where they stand: a crash with a scratch, water that is stool, a burn said to be small. */
import type { PhraseMatch } from './phrases';
import { wordIn, type Sentence } from './sentence';
import { setOfWords } from './tokens';

const scratches = setOfWords(
  'ralei ralou ralado ralada ralados raladas ralamos arranhao arranhoes arranhei arranhou arranhado arranhada amasou amasei amasado susto superficial aranhao aranhoes aranhei aranhou scratch scratches raspon raspones',
);
const unhurt = [
  ['todo', 'mundo', 'bem'],
  ['todos', 'bem'],
  ['ninguem', 'se', 'machucou'],
  ['nada', 'grave'],
  ['nada', 'demais'],
  ['to', 'bem'],
  ['ta', 'bem'],
  ['tamo', 'bem'],
];
const stool = setOfWords(
  'diareia caganeira banheiro coco fezes evacuei evacuou cagando cagar cagei cagou vezes vomito vomitou vomitei vomitando intestino barriga piriri desaranjo nariz',
);
const carrying = setOfWords(
  'gravida gestante bolsa gestacao gravidez semanas parto barrigao embarazada pregnant',
);
const small = setOfWords(
  'pequena pequeno pequenininha pequenininho pouquinho pontinha superficial leve levinha bobinha boba minuscula vermelhinho vermelhinha vermelho',
);
/** "ya no quiero seguir, cancélalo" */
const leaving = setOfWords(
  'cancela cancelar cancele cancelalo cancelala cancelen encerra encerrar encerre cancel',
);
const reach = 16;

const near = (sentence: Sentence, { start, end }: PhraseMatch, words: ReadonlySet<string>): boolean => {
  for (let i = start - reach; i <= end + reach; i += 1) if (words.has(wordIn(sentence, i))) return true;
  return false;
};

/** "bati a moto e ralei o joelho": no one is in danger of life; what else is told raises its own flag. */
function isScratch(sentence: Sentence, match: PhraseMatch): boolean {
  if (near(sentence, match, scratches)) return true;
  for (let i = match.start; i <= match.end + reach; i += 1)
    if (unhurt.some((words) => words.every((word, k) => wordIn(sentence, i + k) === word))) return true;
  return false;
}

/** Is the match of this concept less than it seems? */
export function isSlight(sentence: Sentence, match: PhraseMatch): boolean {
  switch (match.concept) {
    case 'traffic_accident':
      return isScratch(sentence, match);
    case 'fluid_loss_pregnancy':
      return near(sentence, match, stool) && !near(sentence, match, carrying);
    case 'suicidal_ideation':
      return (
        ['seguir', 'continuar'].includes(wordIn(sentence, match.end)) &&
        sentence.tokens.slice(0, 60).some(({ word }) => leaving.has(word))
      );
    default:
      return false;
  }
}

/** "queimei a barriga com café, ficou só vermelhinho", "coisa pequena": said to be small, in so many words. */
export function isSmallBurn(sentence: Sentence, match: PhraseMatch): boolean {
  for (let i = match.start; i <= match.end + reach; i += 1) {
    if (!small.has(wordIn(sentence, i))) continue;
    const before = [1, 2].map((back) => wordIn(sentence, i - back));
    if (
      before.some((word) =>
        ['so', 'coisa', 'apenas', 'bem', 'foi', 'somente', 'queimadura', 'area', 'um'].includes(word),
      ) &&
      !before.includes('nao')
    )
      return true;
  }
  return false;
}

/**
 * Symptoms that are told, not had: of a year long past, or as the topic of a question or a talk. Only plain patterns count, with nothing
 * of today between them; everything else stays a symptom.
 */
import type { PhraseMatch } from './phrases';
import { canonicalWord, type Token } from './tokens';
import type { Sentence } from './sentence';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(canonicalWord));
const past = set('teve tive tinha morreu faleceu had died tuvo tuve murio fallecio sofri sofreu');
const linking = set('de um uma o a do da uns an the of from un una el ja');
const whichOf = set('quais qual what which cuales cual');
const signs = set('sintomas sintoma sinais sinal symptoms symptom signs sign');
const topics = set(
  'palestra campanha curso aula livro filme cartaz materia informacao informacoes talk lecture campaign class course book movie charla campana taller libro pelicula clase',
);
const about = set('sobre about acerca contra');
const today = set('agora hoje ontem now today yesterday ahora hoy ayer voltou again');
const years = set('anos years ano year decada');
const since = set('ha faz hace');
const ago = set('atras ago passado pasado');
const when = set('quando qdo qd when cuando');
const childhood = set(
  'bebe crianca pequeno pequena menino menina adolescente jovem child kid baby young nino nina chico chica',
);

function wordAt(sentence: Sentence, i: number): string {
  const token: Token | undefined = sentence.tokens[i];
  return token?.kind === 'word' ? token.word : '';
}

/** The nearest word before `at` that is no article. */
function beforeLinking(sentence: Sentence, at: number): number {
  let i = at;
  while (i > 0 && i > at - 4 && linking.has(wordAt(sentence, i))) i -= 1;
  return i;
}

/** "em 2010", "há muitos anos", "when I was a child" after the match, in the same clause and with nothing of today. */
function longAgo(sentence: Sentence, match: PhraseMatch): boolean {
  for (let i = match.end + 1; i < sentence.tokens.length && i < match.end + 8; i += 1) {
    const token = sentence.tokens[i];
    if (!token || !['word', 'number'].includes(token.kind) || today.has(token.word)) return false;
    if (
      token.kind === 'number' &&
      token.value >= 1900 &&
      token.value <= 2100 &&
      ['em', 'in', 'en'].includes(wordAt(sentence, i - 1))
    )
      return true;
    const before = [i - 1, i - 2, i - 3].map((k) => (k > match.end ? wordAt(sentence, k) : ''));
    if (years.has(token.word) && (before.some((word) => since.has(word)) || ago.has(wordAt(sentence, i + 1))))
      return true;
    if (childhood.has(token.word) && before.some((word) => when.has(word))) return true;
  }
  return false;
}

/** `told`: of long ago; `topic`: talked of. */
export function toldOnly(sentence: Sentence, match: PhraseMatch): 'told' | 'topic' | undefined {
  // A verb of the past may be the first word of the phrase itself ("tive desmaio").
  const verb = past.has(wordAt(sentence, match.start))
    ? match.start
    : beforeLinking(sentence, match.start - 1);
  if (past.has(wordAt(sentence, verb)) && longAgo(sentence, match)) return 'told';
  const near = beforeLinking(sentence, match.start - 1);
  if (signs.has(wordAt(sentence, near))) {
    for (let i = near - 1; i >= 0 && i >= near - 4; i -= 1)
      if (whichOf.has(wordAt(sentence, i))) return 'topic';
  }
  const isTopic =
    about.has(wordAt(sentence, near)) && topics.has(wordAt(sentence, beforeLinking(sentence, near - 1)));
  return isTopic ? 'topic' : undefined;
}

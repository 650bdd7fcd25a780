/** What answers the question that was just asked, in words that say nothing elsewhere: "seguro direitinho". */
import type { ConceptId } from '../../settings/concepts';
import { enAsked, esAsked } from './lexicon/en-es-asked';
import { ptAskedAnything, type Replies } from './lexicon/pt-br-asked';
import { ptAskedEvents } from './lexicon/pt-br-asked-events';
import { ptAskedMore } from './lexicon/pt-br-asked-more';
import { ptAskedMoreEvents } from './lexicon/pt-br-asked-more-events';
import { ptAskedMoreLife } from './lexicon/pt-br-asked-more-life';
import { ptAskedMoreUrgent } from './lexicon/pt-br-asked-more-urgent';
import { ptAskedUrgent } from './lexicon/pt-br-asked-urgent';
import { ptAskedSymptoms } from './lexicon/pt-br-asked-symptoms';
import { isSpoken, textAt } from './token-at';
import type { PhraseMatch } from './phrases';
import { setOfWords, type Token } from './tokens';
import { runFinder, type RunFinder } from './word-runs';
import { openToNothing } from './whole-answers';
import { wordSets } from './word-sets';

type Reply = 'yes' | 'no' | 'unknown';

/** A reply is short: in a longer message its words are about something else. */
const longest = 14;
const fillers =
  'o a os as um uma e que eu ele ela meu minha de do da no na muito mais ainda agora the a my his her el la los mi'.split(
    ' ',
  );
export const askedLists = [
  ptAskedSymptoms,
  ptAskedEvents,
  ptAskedMore,
  ptAskedMoreUrgent,
  ptAskedMoreEvents,
  ptAskedMoreLife,
  ptAskedUrgent,
  enAsked,
  esAsked,
] as const;
const finders = new Map<string, RunFinder>();

const phrasesOf = (replies: Replies, name: Reply): string[] => replies[name]?.split(' / ') ?? [];

function finderFor(asked: ConceptId): RunFinder {
  let finder = finders.get(asked);
  if (!finder) {
    const parts: Replies[] = askedLists.flatMap((lists) => lists[asked] ?? []);
    const lists = (name: Reply): string[] => parts.flatMap((part) => phrasesOf(part, name));
    finder = runFinder({ yes: lists('yes'), no: lists('no'), unknown: lists('unknown') }, fillers);
    finders.set(asked, finder);
  }
  return finder;
}
const findAnything = runFinder({ yes: phrasesOf(ptAskedAnything, 'yes') });

const doubts = setOfWords('acho talvez sera depende maybe guess quiza creo');

/** "não afunda", "tortinha não"; "sem dor nenhuma" denies once. */
function isDenied(asked: string, tokens: readonly Token[], match: PhraseMatch): boolean {
  const { start, end } = match;
  if (holdsDenial(tokens, match)) return false;
  const before = tokens[start - 1];
  if (!openToNothing.has(asked)) {
    // "nada roxo", "nada de sangue", "sangue nenhum"
    const isNothing =
      before?.word === 'nada' || (before?.word === 'de' && tokens[start - 2]?.word === 'nada');
    if (isNothing || (none.has(textAt(tokens, end + 1)) && !isSpoken(tokens[end + 2]))) return true;
  }
  if (before && isSpoken(before) && wordSets.negators.has(before.word)) return true;
  const second = tokens[start - 2];
  if (
    before &&
    second &&
    isSpoken(before) &&
    wordSets.negators.has(second.word) &&
    wordSets.transparent.has(before.word)
  )
    return true;
  const after = tokens[end + 2];
  return textAt(tokens, end + 1) === 'nao' && (!after || !isSpoken(after));
}

const none = setOfWords('nenhum nenhuma nada zero nadinha');

const holdsDenial = (tokens: readonly Token[], { start, end }: PhraseMatch): boolean =>
  tokens.slice(start, end + 1).some(({ word }) => denying.has(word));

/** "Parece um apito" is a yes, "parece normal" no plain no. */
const seeming = setOfWords('parece parecendo seems looks');

const denying: ReadonlySet<string> = new Set([...wordSets.negators, ...wordSets.concord]);

const opposite = { yes: 'no', no: 'yes', unknown: 'unknown' } as const;

/** @returns nothing where the words say nothing, or both; in a question, and in doubt, nothing either */
export function readReply(asked: string, tokens: readonly Token[]): Reply | undefined {
  const own = replyTo(asked, tokens);
  if (own !== 'none') return own;
  const spoken = tokens.filter(isSpoken);
  const whole = findAnything(tokens).some(
    ({ start, end }) => start <= tokens.findIndex(isSpoken) + 1 && end - start + 2 >= spoken.length,
  );
  return whole && !spoken.some(({ word }) => wordSets.negators.has(word)) ? 'yes' : undefined;
}

/** As `readReply`, by the words that answer this very question only. */
export function ownReply(asked: string, tokens: readonly Token[]): Reply | undefined {
  const own = replyTo(asked, tokens);
  return own === 'none' ? undefined : own;
}

/** "não encosta": what answers holds the denial that begins the message, so that this is no "não". */
export function isOpeningDenialWithin(asked: string, tokens: readonly Token[]): boolean {
  const first = tokens.findIndex(isSpoken);
  return finderFor(asked as ConceptId)(tokens).some(
    (match) => match.start === first && match.end > first && denying.has(textAt(tokens, first)),
  );
}

/** `none`: it holds no word that answers. */
function replyTo(asked: string, tokens: readonly Token[]): Reply | 'none' | undefined {
  const spoken = tokens.filter(isSpoken);
  if (spoken.length > longest || tokens.some(({ kind }) => kind === 'ask')) return undefined;
  if (spoken.some(({ word }) => doubts.has(word))) return undefined;
  const matches = finderFor(asked as ConceptId)(tokens);
  const widest = matches.filter(
    (one) =>
      !matches.some(
        (other) =>
          other !== one &&
          other.start <= one.start &&
          other.end >= one.end &&
          other.end - other.start > one.end - one.start,
      ),
  );
  const said = new Set(
    widest.map((match) =>
      isDenied(asked, tokens, match) ? opposite[match.concept as Reply] : (match.concept as Reply),
    ),
  );
  const isSeeming = said.has('no') && spoken.some(({ word }) => seeming.has(word));
  if (said.size === 1) return isSeeming ? undefined : [...said][0];
  return said.size > 1 ? undefined : 'none';
}

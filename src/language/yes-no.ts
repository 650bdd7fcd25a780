/**
 * A message read as yes, no or in doubt. A "no" is believed only where it can mean nothing else: before a verb of not being able
 * ("não consigo") or of not getting better it is half of a complaint. Of a change of mind the last word counts.
 */
import type { Language } from '../../contract/event';
import { isHarmless } from '../../settings/concepts';
import { findAnswers, findLead, findPlain, neutral, notADenial, onlyPartly } from './answer-words';
import { cannotHave, isOwnSentence } from './bare-verbs';
import { changesOfMind } from './changes-of-mind';
import { isPortuguese } from './concept-book';
import { readDurations } from './durations';
import { readFindings, type Finding } from './findings';
import { isSpoken, textAt } from './token-at';
import { setOfWords, tokenise, type Token } from './tokens';
import { wordSets } from './word-sets';
import type { PhraseMatch } from './phrases';

export type Polarity = 'yes' | 'no' | 'unknown';
/** `probably-no`: "acho que não". */
type Said = Polarity | 'probably-no';

/** "não! quero": not clear what of. */
const wanting = setOfWords('quero quer queria quiero quiere want wants');

/** Interjections and courtesy before the answer: "aff sim", "graças a deus não". */
function withoutLead(tokens: readonly Token[]): readonly Token[] {
  let rest = tokens;
  for (;;) {
    const first = rest.findIndex(isSpoken);
    const lead = findLead(rest).find((match) => match.start === first);
    if (!lead || lead.end + 1 >= rest.length || !rest.slice(lead.end + 1).some(isSpoken)) return rest;
    rest = rest.slice(lead.end + 1);
  }
}

/** Yes, no or unknown by the first words of the message; a doubt anywhere in its first clause makes it unknown. */
function leadingPolarity(tokens: readonly Token[], concept?: string): Said | 'none' | undefined {
  const first = tokens.findIndex((token) => token.kind === 'word');
  if (first < 0) return undefined;
  const answers = findAnswers(tokens);
  const clauseEnd = tokens.findIndex((token, i) => i > first && !isSpoken(token));
  const inClause = answers.filter((match) => clauseEnd < 0 || match.start < clauseEnd);
  const opening = inClause.filter((match) => match.start <= first + 1);
  const hedged = inClause.find((match) => match.concept.startsWith('probably'));
  const doubt = inClause.find((match) => match.concept === 'unknown');
  const leading = opening.filter((match) => match.start === first).sort((a, b) => b.end - a.end)[0];
  // "sim, não tenho"
  if (leading?.concept === 'yes' && clauseEnd > 0 && isPlainNo(tokens.slice(clauseEnd))) return 'unknown';
  if (leading?.concept === 'yes' && leading.end === first && concept) {
    const own = isOwnSentence(tokens, first, concept);
    const isGoneOn = answers.some((match) => match.start === first + 1 && match.concept === 'yes');
    if (own && !(own === 'other' && isGoneOn)) return own === 'well' ? 'none' : undefined;
  }
  if (hedged && (!leading || hedged.start <= leading.end + 1))
    return hedged.concept === 'probably-no'
      ? 'probably-no'
      : answers.some((match) => match.concept === 'unknown' && match.start > hedged.end)
        ? 'unknown'
        : 'yes';
  if (doubt && (!leading || leading.concept === 'unknown' || doubt.start <= leading.end + 1))
    return afterBut(tokens, doubt.end, answers) ?? 'unknown';
  return leading?.concept as Said | undefined;
}

/** "não medi, mas acho que sim" */
function afterBut(tokens: readonly Token[], from: number, answers: readonly PhraseMatch[]): Said | undefined {
  const but = tokens.findIndex((token, i) => i > from && wordSets.but.has(token.word));
  if (but < 0) return undefined;
  const hedged = answers.find((match) => match.start === but + 1 && match.concept.startsWith('probably'));
  const plain = answers.find(
    (match) => match.start === but + 1 && (match.concept === 'yes' || match.concept === 'no'),
  );
  return hedged
    ? hedged.concept === 'probably-no'
      ? 'probably-no'
      : 'yes'
    : (plain?.concept as Said | undefined);
}

/** "umas manchinhas sim", "tenho não" */
function trailingPolarity(tokens: readonly Token[]): Polarity | undefined {
  const spoken = tokens.filter(isSpoken);
  const last = textAt(spoken, spoken.length - 1);
  if (tokens.some(({ kind }) => kind === 'ask') || spoken.length > 8) return undefined;
  if (last === 'sim') return 'yes';
  return last === 'nao' && spoken.length > 1 ? 'no' : undefined;
}

/** Yes or no by the words of the message alone. */
export function readPolarity(tokens: readonly Token[]): Polarity | undefined {
  const said = leadingPolarity(withoutLead(tokens));
  return said === 'none' ? undefined : said === 'probably-no' ? 'unknown' : said;
}

/** Nothing but a no and courtesy: "não", "não, obrigado", "claro que não". */
function isPlainNo(tokens: readonly Token[]): boolean {
  const matches = findPlain(tokens);
  const covered = new Set<number>();
  for (const match of matches) for (let i = match.start; i <= match.end; i += 1) covered.add(i);
  return (
    matches.some((match) => match.concept === 'no') &&
    tokens.every((token, i) =>
      token.kind === 'ask' ? false : !['word', 'number'].includes(token.kind) || covered.has(i),
    )
  );
}

/** "não consigo", and not "não, nem saí de casa". */
const deniesHere = (word: string, before: string): boolean =>
  wordSets.negators.has(before) && !(before === 'nem' && word === 'sai');

/** "não consigo", "não passa", "não, só à noite", "not much": what follows the opening no takes it back. */
function isTakenBack(tokens: readonly Token[], saysOther: boolean): boolean {
  const spoken = tokens.filter((token) => token.kind === 'word').map((token) => token.word);
  const [, second = '', third = ''] = spoken;
  const follows = [second, ...(wordSets.plainNo.has(second) || notADenial.has(third) ? [third] : [])];
  const isVerb = (word: string): boolean => notADenial.has(word) && !saysOther;
  return (
    spoken.some((word, i) => notADenial.has(word) && deniesHere(word, spoken[i - 1] ?? '')) ||
    follows.some((word) => isVerb(word) || (!saysOther && onlyPartly.has(word)))
  );
}

/** "não, respiro bem", "não, tá normal", "não tive isso": a no to a red flag with more words than a plain one, none of which limits it. */
function isWholeNo(tokens: readonly Token[], saysOther: boolean): boolean {
  const first = tokens.findIndex(isSpoken);
  const next = tokens[first + 1];
  if (tokens.some((token) => token.kind === 'ask')) return false;
  const rest = tokens.slice(first + 1);
  if (!saysOther && rest.some((token) => onlyPartly.has(token.word))) return false;
  if (rest.some((token, i) => notADenial.has(token.word) && wordSets.negators.has(textAt(tokens, first + i))))
    return false;
  // "não, …": the no stands by itself, but for "não! consigo"
  const then = rest.findIndex(isSpoken);
  const opening = textAt(rest, then);
  if (next && !isSpoken(next))
    return wordSets.plainNo.has(opening)
      ? isPlainNo(rest.slice(then)) || isWholeNo(rest.slice(then), saysOther)
      : !notADenial.has(opening) && !wanting.has(opening);
  const verb = rest.find(
    (token) => isSpoken(token) && !['me', 'nao', 'eu', 'mais', 'se'].includes(token.word),
  );
  const isRepeated = rest[rest.length - 1]?.word === 'nao' && rest.length === 2;
  return verb !== undefined && (neutral.has(verb.word) || isRepeated);
}

const only = setOfWords(
  'so somente apenas only solo quando qnd qdo when cuando principalmente geralmente todo td toda',
);
const times = setOfWords(
  'quando qnd qdo se when if cuando si as de ao a um andando deitado deitada no na at dia noite hora tarde manha dias mais',
);

/** "só quando ando", "todo dia": it is there, if not always. */
function isOnlySometimes(tokens: readonly Token[]): boolean {
  const spoken = tokens.filter(isSpoken).map(({ word }) => word);
  const [first = '', second = ''] = spoken;
  if (spoken.length > 8 || tokens.some(({ kind }) => kind === 'ask')) return false;
  if (spoken.some((word) => wordSets.negators.has(word))) return false;
  return only.has(first) && (times.has(second) || ['quando', 'qnd', 'qdo', 'when', 'cuando'].includes(first));
}

const over = setOfWords('passou melhorou sumiu parou acabou foi paso gone sarou sarei melhorei');

/** "já passou", "ya se me pasó" */
function isOverNow(tokens: readonly Token[]): boolean {
  const spoken = tokens.filter(isSpoken).map(({ word }) => word);
  if (
    spoken.length > 5 ||
    tokens.some(({ kind }) => kind === 'ask') ||
    spoken.some((word) => wordSets.negators.has(word) || wordSets.doubt.has(word))
  )
    return false;
  return ['ja', 'ya', 'its', 'it'].includes(spoken[0] ?? '') && spoken.some((word) => over.has(word));
}

const gone = setOfWords('passou sumiu parou acabou gone sarou sarei');

/** "parou", "gone now", to what is no red flag */
function isGone(tokens: readonly Token[]): boolean {
  const spoken = tokens.filter(isSpoken);
  return spoken.length <= 2 && gone.has(textAt(spoken, 0)) && !tokens.some(({ kind }) => kind === 'ask');
}

const agreeing = setOfWords(
  'sim s si yes sin simm tenho claro certeza isso exato verdade positivo aham uhum',
);

interface Asked {
  concept: string | undefined;
  vital: boolean;
  findings: readonly Finding[];
}

function polarityOf(tokens: readonly Token[], { concept, vital, findings }: Asked): Polarity | undefined {
  const about = findings.filter((item) => item.concept === concept).map(({ value }) => value);
  const said = about.includes('yes') ? 'yes' : about.includes('unknown') ? 'unknown' : about[0];
  const answer = withoutLead(tokens);
  if (isOnlySometimes(answer)) return 'yes';
  if (isOverNow(answer) && said !== 'yes') return 'no';
  if (!vital && said === undefined && isGone(answer)) return 'no';
  if (said === undefined && cannotHave(concept, tokens)) return 'no';
  const leading = leadingPolarity(answer, concept);
  const polarity =
    leading === 'none' ? undefined : (leading ?? (said === undefined ? trailingPolarity(answer) : undefined));
  if (polarity === 'probably-no')
    return said === 'yes' ? 'unknown' : !vital && concept && isHarmless(concept) ? 'no' : 'unknown';
  // "vomitei mas sem sangue": the verb agrees with less than was asked
  if (said === 'no' && polarity === 'yes' && !answer.some(({ word }) => agreeing.has(word))) return 'no';
  if (said === 'unknown' || polarity === 'unknown') return 'unknown';
  if (said === 'yes' || polarity === 'yes') return 'yes';
  if (polarity === undefined && said !== 'no') return lasts(tokens) && concept ? 'yes' : undefined;
  if (isPlainNo(answer)) return 'no';
  const partly = tokens.some((token) => token.kind === 'ask' || onlyPartly.has(token.word));
  const saysOther = findings.some((item) => item.value === 'yes' && item.concept !== concept);
  if (said === 'no') return vital && partly && !saysOther ? undefined : 'no';
  if (vital) return isWholeNo(answer, saysOther) ? 'no' : undefined;
  return isTakenBack(answer, saysOther) ? undefined : 'no';
}

/** "no rosto todo", "no comecinho": "in the", and no English or Spanish denial. */
function withoutPlace(tokens: readonly Token[], language: Language): readonly Token[] {
  const [first, second] = tokens;
  const isPlace =
    first?.word === 'no' &&
    second !== undefined &&
    isSpoken(second) &&
    second.kind === 'word' &&
    !wordSets.negators.has(second.word) &&
    !noesBeside.has(second.word) &&
    !notADenial.has(second.word) &&
    !wanting.has(second.word) &&
    isPortuguese(tokens, language);
  return isPlace ? tokens.slice(1) : tokens;
}
const noesBeside = setOfWords(
  'senhor senhora obrigado obrigada brigado thanks gracias tenho sinto tem moca doutora no nao',
);

/** "desde ontem", "há 3 dias": who says how long has it. */
function lasts(tokens: readonly Token[]): boolean {
  const denied = tokens.some((token) => wordSets.negators.has(token.word));
  return !denied && readDurations(tokens).some((duration) => duration.lasting);
}

/**
 * @param concept what was asked about; what is said of it outranks the opening word: "não, só um pouco de febre"
 * @param vital the answer clears a red flag: a no must be a plain one, or a denial of the very concept without conditions
 */
export function readPolar(
  text: string,
  concept: string | undefined,
  vital: boolean,
  language: Language,
  known?: readonly Finding[],
): Polarity | undefined {
  const tokens = withoutPlace(tokenise(text), language);
  const findings = known ?? readFindings(text, language);
  const asked = { concept, vital, findings };
  const changes = changesOfMind(tokens);
  for (const { start, next } of [...changes].reverse()) {
    const after = tokens.slice(next);
    const before = tokens.slice(0, start);
    const last = polarityOf(after, asked);
    // "não... pera, tô sim": the no is of the marker
    const isOpening = start === 0 && wordSets.plainNo.has(textAt(tokens, 0));
    if (last !== undefined && (isOpening || polarityOf(before, { ...asked, findings: [] }) !== undefined))
      return last;
  }
  return polarityOf(tokens, asked);
}

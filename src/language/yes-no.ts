/**
 * A message read as yes, no or in doubt. A "no" is believed only where it can mean nothing else: before a verb of not being able
 * ("não consigo") or of not getting better it is half of a complaint.
 */
import type { Language } from '../../contract/event';
import { readFindings } from './findings';
import type { Lexicon } from './lexicon/lexicon';
import { canonicalWord, tokenise, type Token } from './tokens';
import { lexicons, wordSets } from './word-sets';
import { runFinder } from './word-runs';

export type Polarity = 'yes' | 'no' | 'unknown';

const lists = (name: keyof Lexicon['answers']): string[] =>
  lexicons.flatMap((lexicon) => lexicon.answers[name]);
const merged = (name: keyof Lexicon['answers']): ReadonlySet<string> =>
  new Set(lists(name).map(canonicalWord));
const findAnswers = runFinder({ yes: lists('yes'), no: lists('no'), unknown: lists('unknown') });
const findPlain = runFinder({ no: lists('plainNo'), courtesy: lists('courtesy') });
const notADenial = merged('notADenial');
const onlyPartly = merged('onlyPartly');

/** Yes, no or unknown by the first words of the message; a doubt anywhere in its first clause makes it unknown. */
export function readPolarity(tokens: readonly Token[]): Polarity | undefined {
  const first = tokens.findIndex((token) => token.kind === 'word');
  if (first < 0) return undefined;
  const answers = findAnswers(tokens);
  const clauseEnd = tokens.findIndex(
    (token, i) => i > first && token.kind !== 'word' && token.kind !== 'number',
  );
  const inClause = answers.filter((match) => clauseEnd < 0 || match.start < clauseEnd);
  const opening = inClause.filter((match) => match.start <= first + 1);
  const doubt = inClause.find((match) => match.concept === 'unknown');
  const leading = opening.filter((match) => match.start === first).sort((a, b) => b.end - a.end)[0];
  if (doubt && (!leading || leading.concept === 'unknown' || doubt.start <= leading.end + 1))
    return 'unknown';
  return leading?.concept as Polarity | undefined;
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

/** "não consigo", "não passa", "não, só à noite", "not much": what follows the opening no takes it back. */
function isTakenBack(tokens: readonly Token[], saysOther: boolean): boolean {
  const spoken = tokens.filter((token) => token.kind === 'word').map((token) => token.word);
  const [, second = '', third = ''] = spoken;
  const follows = [second, ...(wordSets.plainNo.has(second) || notADenial.has(third) ? [third] : [])];
  return (
    spoken.some((word, i) => notADenial.has(word) && wordSets.negators.has(spoken[i - 1] ?? '')) ||
    follows.some((word) => notADenial.has(word) || (!saysOther && onlyPartly.has(word)))
  );
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
): Polarity | undefined {
  const tokens = tokenise(text);
  const findings = concept ? readFindings(text, language) : [];
  const said = findings.find((item) => item.concept === concept)?.value;
  const polarity = readPolarity(tokens);
  if (said === 'unknown' || polarity === 'unknown') return 'unknown';
  if (said === 'yes' || polarity === 'yes') return 'yes';
  if (polarity === undefined && said !== 'no') return undefined;
  if (isPlainNo(tokens)) return 'no';
  const partly = tokens.some((token) => token.kind === 'ask' || onlyPartly.has(token.word));
  if (said === 'no') return vital && partly ? undefined : 'no';
  const saysOther = findings.some((item) => item.value === 'yes');
  return vital || isTakenBack(tokens, saysOther) ? undefined : 'no';
}

/** A message read as the answer to the question just asked. */
import type { Language } from '../../contract/event';
import type { Lexicon } from './lexicon/lexicon';
import { readFindings } from './findings';
import { readNumber } from './number-answer';
import { normalise } from './normalise';
import { tokenise, type Token } from './tokens';
import { lexicons } from './word-sets';
import { runFinder } from './word-runs';

export interface AskedQuestion {
  id: string;
  type: 'yes-no' | 'choice' | 'number';
  concept?: string;
  unit?: string;
  min?: number;
  max?: number;
  choices?: { value: string; label: string }[];
  bins?: { below: number; choice: string }[];
  unknownAllowed: boolean;
}

export type Reading =
  | { kind: 'value'; value: boolean | number | string }
  | { kind: 'unknown' }
  | { kind: 'out-of-range'; min?: number; max?: number }
  | { kind: 'unclear' };

const unclear: Reading = { kind: 'unclear' };
const unknown: Reading = { kind: 'unknown' };
const lists = (name: keyof Lexicon['answers']): string[] =>
  lexicons.flatMap((lexicon) => lexicon.answers[name]);
const findAnswers = runFinder({ yes: lists('yes'), no: lists('no'), unknown: lists('unknown') });

/** Yes, no or unknown by the first words of the message; a doubt anywhere in its first clause makes it unknown. */
function readPolarity(tokens: readonly Token[]): 'yes' | 'no' | 'unknown' | undefined {
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
  return leading?.concept as 'yes' | 'no' | 'unknown' | undefined;
}

function readYesNo(text: string, asked: AskedQuestion, language: Language): Reading {
  const tokens = tokenise(text);
  const finding = asked.concept
    ? readFindings(text, language).find((item) => item.concept === asked.concept)
    : undefined;
  const polarity = readPolarity(tokens);
  if (finding?.value === 'unknown' || polarity === 'unknown') return unknown;
  // What is said of the asked concept itself outranks the opening word: "não, só um pouco de febre".
  if (finding?.value === 'yes') return { kind: 'value', value: true };
  if (polarity) return { kind: 'value', value: polarity === 'yes' };
  if (finding?.value === 'no') return { kind: 'value', value: false };
  const words = tokens.filter((token) => token.kind !== 'pause' && token.kind !== 'stop');
  if (words.length === 1 && words[0]?.kind === 'number') {
    if (words[0].value === 1) return { kind: 'value', value: true };
    if (words[0].value === 2) return { kind: 'value', value: false };
  }
  return unclear;
}

function readChoice(text: string, asked: AskedQuestion): Reading {
  const choices = asked.choices ?? [];
  const typed = normalise(text).replace(/[.!]+$/, '');
  const exact = choices.find(
    (choice) => normalise(choice.label) === typed || normalise(choice.value) === typed,
  );
  if (exact) return { kind: 'value', value: exact.value };
  const tokens = tokenise(text);
  const words = tokens.filter((token) => token.kind === 'word' || token.kind === 'number');
  const number = readNumber(tokens, asked.unit);
  const alone = words.length === 1 && number !== undefined && Number.isInteger(number);
  if (alone && number >= 1 && number <= choices.length)
    return { kind: 'value', value: choices[number - 1]?.value ?? '' };
  if (number !== undefined && asked.bins) {
    if ((asked.min !== undefined && number < asked.min) || (asked.max !== undefined && number > asked.max))
      return { kind: 'out-of-range', min: asked.min, max: asked.max };
    const bin = asked.bins.find((item) => number < item.below);
    if (bin) return { kind: 'value', value: bin.choice };
  }
  const said = words.map((token) => token.word).join(' ');
  const named = choices.filter((choice) => {
    const label = tokenise(choice.label)
      .map((token) => token.word)
      .join(' ');
    return label.length > 1 && ` ${said} `.includes(` ${label} `);
  });
  if (named.length === 1 && named[0]) return { kind: 'value', value: named[0].value };
  const polarity = readPolarity(tokens);
  if (polarity === 'unknown') return asked.unknownAllowed || named.length === 0 ? unknown : unclear;
  const polar = choices.find(
    (choice) =>
      ['yes', 'no', 'true', 'false'].includes(choice.value) &&
      (choice.value === 'yes' || choice.value === 'true') === (polarity === 'yes'),
  );
  return polarity && polar ? { kind: 'value', value: polar.value } : unclear;
}

function readNumberAnswer(text: string, asked: AskedQuestion): Reading {
  const tokens = tokenise(text);
  const value = readNumber(tokens, asked.unit);
  if (value === undefined) return readPolarity(tokens) === 'unknown' ? unknown : unclear;
  if ((asked.min !== undefined && value < asked.min) || (asked.max !== undefined && value > asked.max))
    return { kind: 'out-of-range', min: asked.min, max: asked.max };
  return { kind: 'value', value };
}

/**
 * Reads the answer to `asked`. "acho que não" is unknown, never a no; a red flag said along the way is found by src/safety, not here.
 * `unknown` may come also when the question does not allow it: the dialog then asks again in other words.
 */
export function readAnswer(text: string, asked: AskedQuestion, language: Language): Reading {
  if (asked.type === 'yes-no') return readYesNo(text, asked, language);
  return asked.type === 'choice' ? readChoice(text, asked) : readNumberAnswer(text, asked);
}

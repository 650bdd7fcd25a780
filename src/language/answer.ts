/** A message read as the answer to the question just asked. */
import type { Language } from '../../contract/event';
import { conceptOf } from '../../settings/concepts';
import { isFahrenheit, readNumber, withoutIdentifiers } from './number-answer';
import { normalise } from './normalise';
import { isSpoken } from './token-at';
import { setOfWords, tokenise } from './tokens';
import { readPolar, readPolarity } from './yes-no';

export interface AskedQuestion {
  id: string;
  type: 'yes-no' | 'choice' | 'number';
  concept?: string;
  /** The answer clears a red flag: no is only a plain no. By default so for concepts with a `call` of their own. */
  vital?: boolean;
  unit?: string;
  min?: number;
  max?: number;
  choices?: { value: string; label: string }[];
  bins?: { below: number; choice: string }[];
  unknownAllowed: boolean;
  /** ISO date where the patient is, for "desde segunda". */
  today?: string;
}

export type Reading =
  /** `number`: what was read, in the question's unit, where `value` is only the range it falls in. */
  | { kind: 'value'; value: boolean | number | string; number?: number }
  | { kind: 'unknown' }
  | { kind: 'out-of-range'; min?: number; max?: number }
  | { kind: 'unclear' };

const unclear: Reading = { kind: 'unclear' };
const unknown: Reading = { kind: 'unknown' };
/** "menos de 15" is not the range that begins at 15. */
const under = setOfWords('menos menor abaixo debajo under below les younger');

function isVital(asked: AskedQuestion): boolean {
  return asked.vital ?? (asked.concept !== undefined && conceptOf(asked.concept)?.call !== undefined);
}

export const isInCelsius = ({ unit }: { unit?: string }): boolean => unit === 'celsius' || unit === '°C';

/** The question for any disease that lasts has no concept. */
const anyDisease = ({ id }: AskedQuestion): string | undefined =>
  id === 'chronic_condition' ? id : undefined;

function readYesNo(text: string, asked: AskedQuestion, language: Language): Reading {
  const polarity = readPolar(text, asked.concept ?? anyDisease(asked), isVital(asked), language);
  if (polarity === 'unknown') return unknown;
  return polarity ? { kind: 'value', value: polarity === 'yes' } : unclear;
}

function readChoice(text: string, asked: AskedQuestion, language: Language): Reading {
  const choices = asked.choices ?? [];
  const typed = normalise(text).replace(/[.!]+$/, '');
  // Codes are not on screen: a typed digit is never one.
  const exact = choices.find(
    (choice) =>
      normalise(choice.label) === typed || (/\D/.test(choice.value) && normalise(choice.value) === typed),
  );
  if (exact) return { kind: 'value', value: exact.value };
  const tokens = tokenise(text);
  const words = tokens.filter(isSpoken);
  if (isInCelsius(asked) && isFahrenheit(tokens)) return unclear;
  const number = asked.bins && readNumber(tokenise(withoutIdentifiers(text)), asked.unit, asked.today);
  if (number !== undefined && asked.bins) {
    if ((asked.min !== undefined && number < asked.min) || (asked.max !== undefined && number > asked.max))
      return { kind: 'out-of-range', min: asked.min, max: asked.max };
    const lower = words.some((token) => under.has(token.word));
    const bin = asked.bins.find((item) => number < item.below || (lower && number === item.below));
    if (bin) return { kind: 'value', value: bin.choice, number };
  }
  const said = words.map((token) => token.word).join(' ');
  const named = choices.filter((choice) => {
    const label = tokenise(choice.label)
      .map((token) => token.word)
      .join(' ');
    return label.length > 1 && ` ${said} `.includes(` ${label} `);
  });
  if (named.length === 1 && named[0]) return { kind: 'value', value: named[0].value };
  const polarity = readPolar(text, asked.concept, isVital(asked), language);
  if (polarity === 'unknown') return asked.unknownAllowed || named.length === 0 ? unknown : unclear;
  const polar = choices.find(
    (choice) =>
      ['yes', 'no', 'true', 'false'].includes(choice.value) &&
      (choice.value === 'yes' || choice.value === 'true') === (polarity === 'yes'),
  );
  if (polarity && polar) return { kind: 'value', value: polar.value };
  // "tem oxímetro? quanto marca?" "não"
  return polarity === 'no' && asked.bins && asked.unknownAllowed ? unknown : unclear;
}

/** "não" to how much something is: none of what is counted from 0, else nothing that is known. */
function readNone(asked: AskedQuestion): Reading {
  if (asked.min === 0 && asked.id.endsWith('_score')) return { kind: 'value', value: 0 };
  return asked.unknownAllowed ? unknown : unclear;
}

function readNumberAnswer(text: string, asked: AskedQuestion, language: Language): Reading {
  const tokens = tokenise(text);
  // degrees Fahrenheit are asked back
  if (isInCelsius(asked) && isFahrenheit(tokens)) return unclear;
  const value = readNumber(tokenise(withoutIdentifiers(text)), asked.unit, asked.today);
  if (value === undefined) {
    const polarity = readPolarity(tokens);
    // "não entendi a pergunta" is no number either, but another question
    if (
      readPolar(text, asked.concept, true, language) === 'no' ||
      (tokens[0]?.word === 'sem' && tokens.length <= 3)
    )
      return readNone(asked);
    return polarity === 'unknown' ? unknown : unclear;
  }
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
  return asked.type === 'choice'
    ? readChoice(text, asked, language)
    : readNumberAnswer(text, asked, language);
}

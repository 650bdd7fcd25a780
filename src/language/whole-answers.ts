/**
 * Whole messages that answer any question of yes or no: "até demais", "quem dera, não", "nada fora do normal", "como vou saber?". They
 * name nothing, so they are believed only where nothing but a courtesy stands beside them.
 */
import { enWhole, esWhole } from './lexicon/en-es-whole';
import type { WholeAnswers } from './lexicon/lexicon';
import { ptWhole } from './lexicon/pt-br-whole';
import { isSpoken } from './token-at';
import { setOfWords, squeeze, type Token } from './tokens';

const longest = 12;
/** No word is longer. */
const longestText = 120;

type Said = 'yes' | 'no' | 'unknown';
const each: readonly Said[] = ['unknown', 'no', 'yes'];

const patternOf = ({ lead, tail, ...lists }: WholeAnswers, said: Said | 'gone'): RegExp =>
  new RegExp(squeeze(`^${lead}(?:${lists[said].join('|')})${tail}$`), 'u');

let made: readonly (readonly [Said, RegExp])[] | undefined;
const patterns = (): readonly (readonly [Said, RegExp])[] =>
  (made ??= each.flatMap((said) =>
    [ptWhole, enWhole, esWhole].map((lists) => [said, patternOf(lists, said)] as const),
  ));

/** To "does the baby drink?" and the like "nada" is half a yes. */
export const openToNothing: ReadonlySet<string> = new Set([
  'cannot_drink_or_feed',
  'vomits_everything',
  'no_urine',
  'unresponsive',
  'fewer_fetal_movements',
  'vision_loss',
  'anosmia',
  'ageusia',
  'loss_of_appetite',
  'limb_weakness',
  'inconsolable_crying',
  'choking',
  'cannot_complete_sentences',
  'saddle_numbness',
  'sleep',
]);
const nothing = setOfWords('nada nadinha nadica nothing');
const knowing = setOfWords('saber como');

let ended: readonly RegExp[] | undefined;
const over = (): readonly RegExp[] =>
  (ended ??= [ptWhole, enWhole, esWhole].map((lists) => patternOf(lists, 'gone')));

/**
 * @param isVital that it is over is no answer
 * @returns nothing where the message says more, or asks */
export function readWhole(asked: string, tokens: readonly Token[], isVital: boolean): Said | undefined {
  if (tokens.length > 3 * longest) return undefined;
  const spoken = tokens.filter(isSpoken).map(({ word }) => word);
  if (spoken.length === 0 || spoken.length > longest) return undefined;
  if (openToNothing.has(asked) && spoken.some((word) => nothing.has(word))) return undefined;
  // "como vou saber?" asks nothing
  if (tokens.some(({ kind }) => kind === 'ask') && !spoken.some((word) => knowing.has(word)))
    return undefined;
  const text = spoken.join(' ');
  if (text.length > longestText) return undefined;
  const said = patterns().find(([, pattern]) => pattern.test(text))?.[0];
  if (said !== undefined || isVital) return said;
  return over().some((pattern) => pattern.test(text)) ? 'no' : undefined;
}

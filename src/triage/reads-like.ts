/** In which of the three languages a text is written, by the small words that only one of them has. Pure. */
import type { Language } from '../../contract/event';

const small: Readonly<Record<Language, ReadonlySet<string>>> = {
  'pt-BR': new Set(
    `você não é são sua seu suas seus uma com dos das ou ao à às aos está estão tem têm mais também na nas nos foi pelo pela até há
    isso já procure ligue em um do da os`.split(/\s+/),
  ),
  en: new Set(
    `the you your yours is are was were have has with of and to for do does did how what which this that or not it its from by at
    when who if any than they them there been call go see be an on`.split(/\s+/),
  ),
  es: new Set(
    `usted su sus una con los las el y está están tiene tienen más también del al ¿ es son hay desde hasta ya busque llame en un
    o lo le muy`.split(/\s+/),
  ),
};

/**
 * @returns the language that the text is clearly written in although it should be `wanted`; undefined when it may be the wanted one
 */
export function readsLike(text: string, wanted: Language): Language | undefined {
  const words = text
    .toLowerCase()
    .replace(/\{[^}]*\}/g, ' ')
    .match(/[\p{L}]+|¿/gu);
  const score = (language: Language): number =>
    new Set(words?.filter((word) => small[language].has(word))).size;
  const own = score(wanted);
  const others = (Object.keys(small) as Language[])
    .filter((language) => language !== wanted)
    .map((language) => ({ language, found: score(language) }))
    .sort((a, b) => b.found - a.found);
  const [first] = others;
  return first && first.found >= 2 && first.found > own * 2 ? first.language : undefined;
}

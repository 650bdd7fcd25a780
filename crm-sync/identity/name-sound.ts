/**
 * How a name sounds in Brazilian Portuguese, as a short code: names that are said alike get the same code, however they
 * are spelt (Luís/Luiz, Souza/Sousa, Thiago/Tiago, Filipe/Phelipe, Wagner/Vagner, Victor/Vitor, Teixeira/Texeira).
 * Made for finding, after exact words: rules in this order, each on small letters without accents.
 *
 *  1. sch, tch, sh, ch → x, but ch alone before a consonant or at the end → k (Christian); ph → f; all other h are silent
 *  2. y → i, w → v
 *  3. ç → s; c before e, i → s; sc, xc before e, i → s; c before t and p before t are silent (Victor, Baptista)
 *  4. qu before e, i → k; other q, c, ck → k; gu before e, i → g; g before e, i → j
 *  5. z → s; x at the end or before a consonant → s; xs → x
 *  6. m, n before a consonant or at the end are one nasal n; l there is u (Walter, Miguel)
 *  7. e → i, o → u (unstressed they fall together); doubled letters are one
 *  8. a final nasal (Kauã, Cauan) and a final i after a consonant (Elisabete, Elizabeth) fall away
 *
 * What it does not know: stress, regional speech, foreign names said their own way (Michael/Maicon, Washington).
 */
import { spokenWords } from './name-words';

const rules: readonly (readonly [RegExp, string])[] = [
  [/sch|tch/g, 'x'],
  [/ch(?=[^aeiouy]|$)/g, 'k'],
  [/sh|ch/g, 'x'],
  [/ph/g, 'f'],
  [/h/g, ''],
  [/y/g, 'i'],
  [/w/g, 'v'],
  [/[sx]c(?=[ei])/g, 's'],
  [/ç|c(?=[ei])/g, 's'],
  [/[cp](?=t)/g, ''],
  [/qu(?=[ei])/g, 'k'],
  [/ck|[cq]/g, 'k'],
  [/gu(?=[ei])/g, 'g\u0000'],
  [/g(?=[ei])/g, 'j'],
  [/\u0000/g, ''],
  [/t?z/g, 's'],
  [/xs/g, 'x'],
  [/x(?=[^aeiou]|$)/g, 's'],
  [/(.)\1+/g, '$1'],
  [/[mn](?=[^aeiou]|$)/g, 'n'],
  [/l(?=[^aeiou]|$)/g, 'u'],
  [/e/g, 'i'],
  [/o/g, 'u'],
  [/(.)\1+/g, '$1'],
  [/(?<=[aiu])n$/, ''],
  [/(?<=[^aiu])i$/, ''],
];

/** @param word of `spokenWords`: small letters, no accents but the cedilla. @returns capital letters and digits */
export function soundOf(word: string): string {
  let code = word;
  for (const [from, to] of rules) code = code.replace(from, to);
  return code.toUpperCase();
}

/** Both ways for a word with ç: people leave the cedilla out when they type. */
function soundsOf(word: string): string[] {
  return word.includes('ç') ? [soundOf(word), soundOf(word.replaceAll('ç', 'c'))] : [soundOf(word)];
}

/** One list per word of the name: the ways it may sound. */
export function nameSounds(name: string): string[][] {
  return spokenWords(name)
    .map((word) => soundsOf(word).filter((code) => code !== ''))
    .filter((codes) => codes.length > 0);
}

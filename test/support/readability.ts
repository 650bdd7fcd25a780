/**
 * How easy words are to read, by published formulas: Flesch (1948) for English, its adaptation by Martins and others (1996) for
 * Brazilian Portuguese, Fernández-Huerta (1959) for Spanish. 60 to 70 and more is what a child of 12 reads. Syllables are
 * counted by groups of vowels, which is near enough for whole texts.
 */
import type { Language } from '../../contract/event';

const vowels: Record<Language, RegExp> = {
  'pt-BR': /[aeiouáéíóúâêôãõàü]+/giu,
  en: /[aeiouy]+/giu,
  es: /[aeiouáéíóúü]+/giu,
};

/** Without marks of emphasis, symbols and links; a parameter is one word. */
export function plain(text: string): string {
  return text
    .replace(/https?:\S+/g, 'link')
    .replace(/\{\w+\}/g, 'nome')
    .replace(/[*_`•ℹ️⚠✔☎“”"]/gu, '')
    .trim();
}

export function sentencesOf(text: string): string[] {
  return plain(text)
    .split(/[.!?:;…]+(?=\s|$)|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
}

/** Numbers are not read as syllables. */
export const wordsOf = (text: string): string[] => plain(text).match(/\p{L}[\p{L}'’-]*/gu) ?? [];

function syllables(word: string, language: Language): number {
  const groups = word.match(vowels[language])?.length ?? 1;
  const silent = language === 'en' && /[^aeiouyl]e[ds]?$/i.test(word) && groups > 1 ? 1 : 0;
  return Math.max(1, groups - silent);
}

export function readingEase(text: string, language: Language): number {
  const words = wordsOf(text);
  const perSentence = words.length / Math.max(1, sentencesOf(text).length);
  const perWord = words.reduce((sum, word) => sum + syllables(word, language), 0) / Math.max(1, words.length);
  if (language === 'es') return 206.84 - 60 * perWord - 1.02 * perSentence;
  return (language === 'en' ? 206.835 : 248.835) - 84.6 * perWord - 1.015 * perSentence;
}

/** A question → the words that say what it is about. */
import type { Language } from '../../contract/event';
import { fold } from '../language/normalise';
import { stem } from './stem';
import { meaning, stopWords } from './word-lists';

/** All words in plain letters, in their order. */
export function wordsAsTyped(text: string): string[] {
  return fold(text.slice(0, 1_000)).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Stems of the words that carry meaning, each once, at most 200. */
export function termsOf(text: string, language: Language): string[] {
  const words =
    fold(text.slice(0, 1_000))
      .replace(/covid[- ]?19/g, 'covid')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const terms = words
    .filter((word) => !stopWords[language].has(word))
    .map((word) =>
      stem((Object.hasOwn(meaning[language], word) ? meaning[language][word] : undefined) ?? word, language),
    );
  return [...new Set(terms)].slice(0, 200);
}

const asking: Readonly<Record<Language, RegExp>> = {
  'pt-BR':
    /\?|\bate quando\b|(^|[,;.!] *| (e|mas) )(o que|oq|qual|quais|como|quando|onde|aonde|quem|quanto|quantos|quantas|por ?que|pq|posso|pode|podem|devo|preciso|tem|existe|e verdade|serve)\b/,
  en: /\?|(^|[,;.!] *| (and|but) )(what|which|how|when|where|who|why|can|could|should|do|does|is|are|am i|may|will)\b/,
  es: /\?|\bhasta cuando\b|(^|[,;.!¿] *| (y|pero) )(que|cual|cuales|como|cuando|donde|quien|quienes|cuanto|cuantos|cuanta|cuantas|por que|puedo|puede|debo|necesito|hay|existe|sirve)\b/,
};
const telling: Readonly<Record<Language, RegExp>> = {
  'pt-BR':
    /\b(estou|to|tou|tenho|sinto|senti|tive|peguei|comecei|comecou|fiquei|continuo|meu|minha|doi|doendo|me chamo|sou)\b/,
  en: /\b(i have|i've|i had|i feel|i am|i'm|my|hurts|started|it began)\b/,
  es: /\b(tengo|estoy|siento|tuve|me duele|mi|empezo|comence|me llamo|soy)\b/,
};

/** Somebody tells what they have and asks nothing: that is for the triage, not for this base. */
export function isTelling(text: string, language: Language): boolean {
  const said = fold(text.slice(0, 1_000)).trim();
  return telling[language].test(said) && !asking[language].test(said);
}

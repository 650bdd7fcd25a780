/**
 * How a question of danger is asked again, of who was not sure: what it looks like and how to try it, by concept. A yes means
 * the same as in the question itself. Packs may have their own words (`rephrase` of a question).
 */
import type { Language } from '../contract/event';
import en from './texts/other-words/en.json';
import es from './texts/other-words/es.json';
import ptBr from './texts/other-words/pt-BR.json';

type Words = Readonly<Record<keyof typeof ptBr, string>>;

/** The compiler checks that every language has every concept. */
const words: Record<Language, Words> = { 'pt-BR': ptBr, en, es };

/** @param id of a concept, or of a question that is none; undefined where nothing is known about it */
export function inOtherWords(id: string, language: Language): string | undefined {
  const byId: Readonly<Record<string, string>> = words[language];
  return Object.hasOwn(byId, id) ? byId[id] : undefined;
}

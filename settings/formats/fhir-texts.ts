/** Words of a pack in FHIR: Portuguese in the element, the other languages in its translation extensions. */
import { languages, type Language } from '../../contract/event';
import type { Pack } from '../pack-schema';
import type { PackTexts } from '../packs';
import { translationUrl } from './fhir-names';
import type { Translated } from './fhir-types';

export const mainLanguage: Language = 'pt-BR';
const others = languages.filter((language) => language !== mainLanguage);

/** Text keys that items carry: those of questions and choices, as far as FHIR can (no text of it may be blank). */
export function carriedTexts(pack: Pack, texts: PackTexts): ReadonlySet<string> {
  const keys = pack.questions.flatMap(({ text, type, choices = [] }) => [
    text,
    ...(type === 'choice' ? choices.map((choice) => `${text}.${choice}`) : []),
  ]);
  const sayable = (key: string): boolean => {
    const given = languages.filter((language) => Object.hasOwn(texts[language], key));
    return given.includes(mainLanguage) && given.every((language) => texts[language][key]?.trim() !== '');
  };
  return new Set(keys.filter(sayable));
}

/** @returns the text in the main language and its translations; nothing of a key that is not carried */
export function wordsOf(
  key: string,
  carried: ReadonlySet<string>,
  texts: PackTexts,
): { text?: string; translated?: Translated } {
  if (!carried.has(key)) return {};
  const extension = others
    .filter((language) => Object.hasOwn(texts[language], key))
    .map((language) => ({
      url: translationUrl,
      extension: [
        { url: 'lang', valueCode: language },
        { url: 'content', valueString: texts[language][key] },
      ],
    }));
  return { text: texts[mainLanguage][key], translated: extension.length > 0 ? { extension } : undefined };
}

/** By language; an extension of another kind is left for the comparison at the end. */
export function textsOfElement(
  text: string | undefined,
  translated: Translated,
): Partial<Record<Language, string>> {
  const words: Partial<Record<Language, string>> = text === undefined ? {} : { [mainLanguage]: text };
  for (const { url, extension = [] } of translated?.extension ?? []) {
    const language = others.find((known) =>
      extension.some((part) => part.url === 'lang' && part.valueCode === known),
    );
    const content = extension.find((part) => part.url === 'content')?.valueString;
    if (url === translationUrl && language && content !== undefined) words[language] = content;
  }
  return words;
}

import { type Language, languages } from '../contract/event';
import en from './texts/operator/en.json';
import es from './texts/operator/es.json';
import ptBr from './texts/operator/pt-BR.json';

export type OperatorTextKey = keyof typeof ptBr;

/** What the app says to operators, never to patients. The compiler checks that every language has every key. */
export const operatorTexts: Record<Language, Record<OperatorTextKey, string>> = { 'pt-BR': ptBr, en, es };

/** A sentence with its `{parameters}` filled in. */
export function operatorText(
  language: Language,
  key: OperatorTextKey,
  parameters: Record<string, string | number> = {},
): string {
  return operatorTexts[language][key].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(parameters[name] ?? whole),
  );
}

/** The nearest of the app's languages to a tag such as `pt`, `en-GB` or `es_MX`. */
export function nearestLanguage(tag: string | undefined, otherwise: Language): Language {
  const base = (tag ?? '').toLowerCase().split(/[-_]/)[0] ?? '';
  return languages.find((language) => language.toLowerCase().split('-')[0] === base) ?? otherwise;
}

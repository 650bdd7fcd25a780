import type { Language } from '../contract/event';
import en from './texts/card/en.json';
import es from './texts/card/es.json';
import ptBr from './texts/card/pt-BR.json';

export type CardTextKey = keyof typeof ptBr;

/** What the app says to agents: the patient card, its forms, notices. The compiler checks that every language has every key. */
export const cardTexts: Record<Language, Record<CardTextKey, string>> = { 'pt-BR': ptBr, en, es };

/** A sentence with its `{parameters}` filled in. */
export function cardText(
  language: Language,
  key: CardTextKey,
  parameters: Record<string, string | number> = {},
): string {
  return cardTexts[language][key].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(parameters[name] ?? whole),
  );
}

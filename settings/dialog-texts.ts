import type { Language } from '../contract/event';
import en from './texts/dialog/en.json';
import es from './texts/dialog/es.json';
import ptBr from './texts/dialog/pt-BR.json';

export type TextKey = keyof typeof ptBr;

/** The bot's own sentences. The compiler checks that every language has every key. */
export const dialogTexts: Record<Language, Record<TextKey, string>> = { 'pt-BR': ptBr, en, es };

/**
 * A sentence with its `{parameters}` filled in.
 * @param said how the service words it, where that is not as built in
 */
export function dialogText(
  language: Language,
  key: TextKey,
  parameters: Record<string, string | number> = {},
  said?: string,
): string {
  return (said ?? dialogTexts[language][key]).replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(parameters[name] ?? whole),
  );
}

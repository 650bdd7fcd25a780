import type { Language } from '../contract/event';
import en from './texts/ring/en.json';
import es from './texts/ring/es.json';
import ptBr from './texts/ring/pt-BR.json';

export type RingTextKey = keyof typeof ptBr;

/**
 * What staff are told by a direct message: it is kept, and shown on locked screens, so that none of it names a patient or says
 * what they have. The compiler checks that every language has every key.
 */
export const ringTexts: Record<Language, Record<RingTextKey, string>> = { 'pt-BR': ptBr, en, es };

/** A sentence with its `{parameters}` filled in. */
export function ringText(
  language: Language,
  key: RingTextKey,
  parameters: Record<string, string | number> = {},
): string {
  return ringTexts[language][key].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(parameters[name] ?? whole),
  );
}

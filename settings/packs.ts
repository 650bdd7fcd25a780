/** The protocol packs built into the product, with their texts. Their shape is checked when this file is loaded. */
import type { Language } from '../contract/event';
import { pack, type Pack } from './pack-schema';
import frCovid2020 from './packs/fr-covid-2020.json';
import frCovid2020En from './texts/packs/fr-covid-2020.en.json';
import frCovid2020Es from './texts/packs/fr-covid-2020.es.json';
import frCovid2020PtBr from './texts/packs/fr-covid-2020.pt-BR.json';

export type PackTexts = Record<Language, Readonly<Record<string, string>>>;

export const packs: Readonly<Record<string, Pack>> = { 'fr-covid-2020': pack.parse(frCovid2020) };

export const packTexts: Readonly<Record<string, PackTexts>> = {
  'fr-covid-2020': { 'pt-BR': frCovid2020PtBr, en: frCovid2020En, es: frCovid2020Es },
};

export class MissingTextError extends Error {
  readonly code = 'pack_text_missing';
  constructor(packId: string, language: string, key: string) {
    super(`Pack ${packId} has no text "${key}" in ${language}.`);
    this.name = 'MissingTextError';
  }
}

/**
 * A text of a pack: a question, a choice (`${question.text}.${choice}`), an outcome's advice or safety net, the notice.
 * @throws MissingTextError when the pack, the language or the key is not known
 */
export function packText(packId: string, language: Language, key: string): string {
  const texts = Object.hasOwn(packTexts, packId) ? packTexts[packId]?.[language] : undefined;
  const text = texts && Object.hasOwn(texts, key) ? texts[key] : undefined;
  if (text === undefined) throw new MissingTextError(packId, language, key);
  return text;
}

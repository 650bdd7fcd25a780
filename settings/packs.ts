/**
 * The protocol packs built into the product, with their texts.
 *
 * A pack is one folder, `settings/packs/<id>/`: `pack.json` (the protocol), `pt-BR.json`, `en.json`, `es.json` (texts by
 * key) and `cases.json` (embedded cases, read by settings/pack-cases.ts and not bundled into the app). To add one, import
 * its four files below (by name: the app is bundled into one file, so nothing is looked up at run time), add a line to
 * `folders`, and run `npx acolhe protocol validate <id>`.
 */
import type { Language } from '../contract/event';
import { pack, type Pack } from './pack-schema';
import dengueEn from './packs/dengue/en.json';
import dengueEs from './packs/dengue/es.json';
import dengue from './packs/dengue/pack.json';
import denguePtBr from './packs/dengue/pt-BR.json';
import followUpEn from './packs/follow-up/en.json';
import followUpEs from './packs/follow-up/es.json';
import followUp from './packs/follow-up/pack.json';
import followUpPtBr from './packs/follow-up/pt-BR.json';
import frCovid2020En from './packs/fr-covid-2020/en.json';
import frCovid2020Es from './packs/fr-covid-2020/es.json';
import frCovid2020 from './packs/fr-covid-2020/pack.json';
import frCovid2020PtBr from './packs/fr-covid-2020/pt-BR.json';
import generalClinicEn from './packs/general-clinic/en.json';
import generalClinicEs from './packs/general-clinic/es.json';
import generalClinic from './packs/general-clinic/pack.json';
import generalClinicPtBr from './packs/general-clinic/pt-BR.json';
import humanRescreenEn from './packs/human-rescreen/en.json';
import humanRescreenEs from './packs/human-rescreen/es.json';
import humanRescreen from './packs/human-rescreen/pack.json';
import humanRescreenPtBr from './packs/human-rescreen/pt-BR.json';
import respiratoryEn from './packs/respiratory/en.json';
import respiratoryEs from './packs/respiratory/es.json';
import respiratory from './packs/respiratory/pack.json';
import respiratoryPtBr from './packs/respiratory/pt-BR.json';

export type PackTexts = Record<Language, Readonly<Record<string, string>>>;

/** In the order in which people are shown them: the one that leads first, an example last. */
const folders: ReadonlyArray<{ pack: { id: string }; texts: PackTexts }> = [
  { pack: respiratory, texts: { 'pt-BR': respiratoryPtBr, en: respiratoryEn, es: respiratoryEs } },
  { pack: generalClinic, texts: { 'pt-BR': generalClinicPtBr, en: generalClinicEn, es: generalClinicEs } },
  { pack: dengue, texts: { 'pt-BR': denguePtBr, en: dengueEn, es: dengueEs } },
  { pack: followUp, texts: { 'pt-BR': followUpPtBr, en: followUpEn, es: followUpEs } },
  {
    pack: humanRescreen,
    texts: { 'pt-BR': humanRescreenPtBr, en: humanRescreenEn, es: humanRescreenEs },
  },
  { pack: frCovid2020, texts: { 'pt-BR': frCovid2020PtBr, en: frCovid2020En, es: frCovid2020Es } },
];

/** As the files say it, by id: what names the knowledge that is built in, without checking all of it first. */
export const packSources: Readonly<Record<string, unknown>> = Object.fromEntries(
  folders.map(({ pack: raw }) => [raw.id, raw]),
);

/** By id. A pack's shape is checked when it is first looked at: the app is to be enabled quickly. */
export const packs: Readonly<Record<string, Pack>> = Object.defineProperties(
  {},
  Object.fromEntries(
    folders.map(({ pack: raw }) => {
      let read: Pack | undefined;
      return [raw.id, { enumerable: true, get: () => (read ??= pack.parse(raw)) }];
    }),
  ),
);

/** By the pack's id. */
export const packTexts: Readonly<Record<string, PackTexts>> = Object.fromEntries(
  folders.map(({ pack: raw, texts }) => [raw.id, texts]),
);

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

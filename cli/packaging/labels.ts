import { readFileSync } from 'fs';
import path from 'path';
import * as z from 'zod';
import { Failure } from '../failure';

/** Languages of the app's settings; Rocket.Chat falls back to en. */
export const labelLanguages = ['pt-BR', 'en', 'es'] as const;
export type LabelLanguage = (typeof labelLanguages)[number];
export type Labels = Record<string, string>;

const labels = z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), z.string().min(1));

/**
 * The labels of the app's settings and buttons, from settings/texts/app, each language with the same keys.
 * @throws Failure bad-labels naming language and keys
 */
export function readLabels(root: string): Record<LabelLanguage, Labels> {
  const read = (language: LabelLanguage): Labels => {
    const file = path.join(root, 'settings/texts/app', `${language}.json`);
    try {
      return labels.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch (cause) {
      throw new Failure('bad-labels', `${file} must be a flat JSON object of label texts`, 2, { cause });
    }
  };
  const all = Object.fromEntries(labelLanguages.map((language) => [language, read(language)])) as Record<
    LabelLanguage,
    Labels
  >;
  const keys = new Set(labelLanguages.flatMap((language) => Object.keys(all[language])));
  for (const language of labelLanguages) {
    const missing = [...keys].filter((key) => !(key in all[language]));
    if (missing.length > 0)
      throw new Failure('bad-labels', `Labels missing in ${language}: ${missing.join(', ')}`, 2);
  }
  return all;
}

/** The question-and-answer base: what may be asked about the illnesses and the service, in three languages, each claim with its source. */
import * as z from 'zod';
import { languages, type Language } from '../../contract/event';

export const citation = z.strictObject({
  title: z.string().min(1),
  publisher: z.string().min(1),
  year: z.int().min(1980).max(2100),
  url: z.url().optional(),
});
export type Citation = z.infer<typeof citation>;

export const answerEntry = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** Raised with each change of the answer. */
  version: z.int().positive(),
  /** Ways to ask; the first one names the entry. */
  questions: z.array(z.string().min(3).max(200)).min(1),
  answer: z.string().min(20).max(900),
  /** Ids of the base's citations. */
  citations: z.array(z.string()).min(1),
  /** Day on which the answer was last held against its sources. */
  reviewed: z.iso.date(),
  status: z.enum(['draft', 'signed', 'active', 'retired']),
});
export type AnswerEntry = z.infer<typeof answerEntry>;

/** Of the knowledge snapshot too: the same shape is published by the CRM. */
export const answerBase = z
  .strictObject({
    version: z.string().min(1),
    citations: z.record(z.string(), citation),
    entries: z.record(z.enum(languages), z.array(answerEntry)),
  })
  .superRefine((base, context) => {
    const problem = (message: string): void => {
      context.addIssue({ code: 'custom', message });
    };
    const ids = (language: Language): string[] => base.entries[language].map((entry) => entry.id);
    const expected = [...ids('pt-BR')].sort().join(' ');
    for (const language of languages) {
      if (new Set(ids(language)).size !== ids(language).length) problem(`${language}: an id occurs twice`);
      if ([...ids(language)].sort().join(' ') !== expected)
        problem(`${language}: other entries than in pt-BR`);
      for (const entry of base.entries[language])
        for (const id of entry.citations)
          if (!Object.hasOwn(base.citations, id)) problem(`${language}: ${entry.id}: no citation ${id}`);
    }
  });
export type AnswerBase = z.infer<typeof answerBase>;

let builtIn: AnswerBase | undefined;

/** The base built into the product, read and checked when first asked for. */
export function builtInAnswers(): AnswerBase {
  if (builtIn) return builtIn;
  /* eslint-disable @typescript-eslint/no-require-imports -- read when asked for, not when the app is loaded */
  const files = {
    'pt-BR': require('./pt-BR.json'),
    en: require('./en.json'),
    es: require('./es.json'),
  } as Record<Language, { version: string; entries: unknown }>;
  const citations: unknown = require('./citations.json');
  /* eslint-enable @typescript-eslint/no-require-imports */
  const entries = Object.fromEntries(languages.map((language) => [language, files[language].entries]));
  builtIn = answerBase.parse({ version: files['pt-BR'].version, citations, entries });
  return builtIn;
}

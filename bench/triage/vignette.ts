/** Gold vignettes: an invented person's first words, what they answer when asked, and how urgent a published source says it is. */
import { readFileSync } from 'fs';
import path from 'path';
import * as z from 'zod';
import { languages } from '../../contract/event';

export const levels = ['emergency', 'care', 'self-care'] as const;
export type Level = (typeof levels)[number];

/** `tuned` and `held-out` are halves of one set; `held-out` was only measured at first, and is looked at since. */
export const vignetteSets = ['tuned', 'tuned-2', 'held-out', 'held-out-2', 'held-out-3'] as const;
export type VignetteSet = (typeof vignetteSets)[number];
/** Not looked at, only counted. */
export const isOnlyMeasured = (set: VignetteSet): boolean => set === 'held-out-2' || set === 'held-out-3';

const vignette = z.strictObject({
  id: z.string().min(1),
  lang: z.enum(languages),
  source: z.string().min(1),
  level: z.enum(levels),
  /** The number that must be named; null where none must. */
  call: z.enum(['192', '188', '190']).nullable(),
  opening: z.string().min(1),
  /** By concept; `age` in years, temperature °C, durations in days. What is no number here was not measured. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The answer to every other yes-no question. */
  default: z.enum(['no', 'unknown']),
  who: z.enum(['self', 'other']),
});
export type Vignette = z.infer<typeof vignette>;

/** @throws ZodError or SyntaxError naming the line */
export function readVignettes(set: VignetteSet): Vignette[] {
  const file = path.join(__dirname, `../../test/gold/vignettes/${set}.jsonl`);
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at) => {
      if (line.trim() === '') return [];
      try {
        return [vignette.parse(JSON.parse(line))];
      } catch (error) {
        throw new Error(`${file}:${at + 1}: ${(error as Error).message}`, { cause: error });
      }
    });
}

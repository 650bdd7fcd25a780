/**
 * The embedded cases of the packs built in: written from the sources, they judge the table. Read from the disk, so only
 * where the whole product is (commands, tests, crm-sync): the app is one file without them.
 */
import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import * as z from 'zod';
import { answerValue, dispositions } from '../contract/event';

const packCase = z.strictObject({
  id: z.string().min(1).max(120),
  about: z.string().min(1),
  source: z.strictObject({ citation: z.string().min(1), at: z.string().min(1) }),
  /** By question id; of a follow-up, `previous.<question>` for what was told last time. */
  answers: z.record(z.string(), z.union([answerValue, z.null()])),
  /** What the yes-no questions count as that are not listed; numbers and choices not listed are always unknown. */
  rest: z.enum(['no', 'unknown']).default('no'),
  expect: z.strictObject({
    outcome: z.string(),
    disposition: z.enum(dispositions),
    urgencyMinutes: z.number().int().min(0),
    /** Concepts, or ids of the pack's own red flags, that must be among those raised. */
    redFlags: z.array(z.string()).optional(),
    row: z.string().optional(),
  }),
});
export type PackCase = z.infer<typeof packCase>;

export const packCases = z.array(packCase);

/**
 * The cases of a pack built in; none when it has no file of them.
 * @param packId the id of a pack, which is the name of its folder
 * @throws z.ZodError when the file is not an array of cases
 */
export function casesOf(packId: string): PackCase[] {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(packId)) return [];
  const file = join(__dirname, 'packs', packId, 'cases.json');
  return existsSync(file) ? packCases.parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
}

/** What setup changed, so that it can be taken back: a file that only its owner reads, written after each change. */
import { createHash } from 'crypto';
import { chmodSync, readFileSync, writeFileSync } from 'fs';
import * as z from 'zod';
import { Failure } from '../failure';

const value = z.union([z.string(), z.number(), z.boolean()]);
const settingUndo = { id: z.string(), before: value, after: z.string() };

/** `after` is a digest: whether the setting still is as setup left it, without keeping a secret. */
export const undo = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('delete-custom-field'), field: z.string() }),
  z.object({ kind: z.literal('delete-channel'), id: z.string(), name: z.string() }),
  z.object({ kind: z.literal('delete-department'), id: z.string(), name: z.string() }),
  z.object({
    kind: z.literal('restore-department'),
    id: z.string(),
    department: z.looseObject({ name: z.string() }),
  }),
  z.object({ kind: z.literal('delete-user'), id: z.string(), username: z.string() }),
  z.object({
    kind: z.literal('restore-roles'),
    id: z.string(),
    username: z.string(),
    roles: z.array(z.string()),
  }),
  z.object({ kind: z.literal('dismiss-agent'), id: z.string(), username: z.string() }),
  z.object({ kind: z.literal('not-available'), id: z.string(), username: z.string() }),
  z.object({ kind: z.literal('app-setting'), ...settingUndo }),
  z.object({ kind: z.literal('setting'), ...settingUndo }),
]);
export type Undo = z.infer<typeof undo>;

const journal = z.object({
  format: z.literal('acolhe-setup-undo'),
  url: z.string(),
  appId: z.string(),
  at: z.string(),
  undo: z.array(undo),
});
export type Journal = z.infer<typeof journal>;

export const newJournal = (url: string, appId: string, now: Date): Journal => ({
  ...{ format: 'acolhe-setup-undo', url, appId, at: now.toISOString(), undo: [] },
});

/** Mode 600: what was set before may be a secret. */
export function writeJournal(file: string, content: Journal): void {
  writePrivate(file, content);
}

export function writePrivate(file: string, content: object): void {
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  // a file that was there keeps its mode otherwise
  chmodSync(file, 0o600);
}

/** @throws Failure bad-journal */
export function readJournal(file: string): Journal {
  try {
    return journal.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Failure(
      'bad-journal',
      missing ? `${file} is not there` : `${file} is no undo file of setup`,
      2,
    );
  }
}

export const digestOf = (given: unknown): string =>
  createHash('sha256').update(JSON.stringify(given)).digest('hex');

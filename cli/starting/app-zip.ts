import { createHash } from 'crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'fs';
import path from 'path';
import * as z from 'zod';
import { buildApp } from '../packaging/build-app';

const record = z.object({ sources: z.string(), file: z.string(), id: z.string() });

/** All that the packaged app is made of. */
const sources = ['app.json', 'icon.png', 'contract', 'settings', 'src', 'cli/packaging', 'package-lock.json'];

function filesIn(where: string): string[] {
  if (!statSync(where).isDirectory()) return [where];
  return readdirSync(where)
    .sort()
    .flatMap((name) => filesIn(path.join(where, name)));
}

export function hashSources(root: string): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesIn(path.join(root, source)))) {
    hash.update(
      `${path.relative(root, file)}\0${createHash('sha256').update(readFileSync(file)).digest('hex')}\n`,
    );
  }
  return hash.digest('hex');
}

/** The packaged app, packaged anew only when its sources have changed since. */
export async function currentAppZip(
  root: string,
  folder: string,
  say: (line: string) => void,
): Promise<{ file: string; id: string }> {
  const noteFile = path.join(folder, 'packaged.json');
  const wanted = hashSources(root);
  const kept = existsSync(noteFile)
    ? record.safeParse(JSON.parse(readFileSync(noteFile, 'utf8')))
    : undefined;
  if (kept?.success && kept.data.sources === wanted && existsSync(kept.data.file)) return kept.data;
  say('Packaging the app …');
  mkdirSync(folder, { recursive: true });
  const { file, id } = await buildApp({ root, outDir: folder });
  writeFileSync(noteFile, JSON.stringify({ sources: wanted, file, id }));
  return { file, id };
}

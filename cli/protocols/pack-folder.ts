/** A pack as a folder of files: pack.json, cases.json and one file of texts for each language. */
import { existsSync } from 'fs';
import { mkdir, rename, rm, writeFile } from 'fs/promises';
import path from 'path';
import * as z from 'zod';
import { languages } from '../../contract/event';
import type { PackBundle } from '../../settings/formats/bundle';
import { packCases } from '../../settings/pack-cases';
import { pack as packSchema } from '../../settings/pack-schema';
import { Failure } from '../failure';
import { loadPack } from './load-pack';

/**
 * @param name the id of a pack built in, or a folder of one; its parts need not fit together yet
 * @throws Failure when there is none, or it has not the shape of a pack with texts and cases
 */
export async function readBundle(name: string): Promise<PackBundle> {
  const { raw, texts, cases = [], problems } = await loadPack(name);
  const pack = packSchema.safeParse(raw);
  const said = texts && textsSchema.safeParse(texts);
  const refused = [
    ...(pack.success ? [] : pack.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`)),
    ...(said?.success === false
      ? said.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`)
      : []),
    ...problems.map(({ at, message }) => `${at}: ${message}`),
  ];
  if (!pack.success || refused.length > 0) throw new Failure('pack_invalid', refused.join('\n'), 2);
  return { pack: pack.data, texts: said?.data ?? { 'pt-BR': {}, en: {}, es: {} }, cases };
}

/** A protocol with its texts and cases, as one file holds them. */
export function bundleOf(
  raw: Readonly<Record<keyof PackBundle, unknown>>,
): { bundle: PackBundle } | { problems: { at: string; message: string }[] } {
  const read = wholeSchema.safeParse(raw);
  if (read.success) return { bundle: read.data };
  return {
    problems: read.error.issues.map(({ path: at, message }) => ({ at: at.map(String).join('.'), message })),
  };
}

const someTexts = z.record(z.string(), z.string());
const textsSchema = z.object({ 'pt-BR': someTexts, en: someTexts, es: someTexts });
const wholeSchema = z.object({ pack: packSchema, texts: textsSchema, cases: packCases });

/**
 * Writes the five files into a folder of that name; other files in it stay.
 * @throws Failure when one of them is there and `force` is not given: nothing is written then
 */
export async function writeBundle(
  folder: string,
  { pack, texts, cases }: PackBundle,
  force: boolean,
): Promise<void> {
  const files = new Map<string, unknown>([
    ['pack.json', pack],
    ['cases.json', cases.map(({ rest, ...said }) => (rest === 'no' ? said : { ...said, rest }))],
    ...languages.map((language): [string, unknown] => [`${language}.json`, texts[language]]),
  ]);
  const there = [...files.keys()].filter((name) => existsSync(path.join(folder, name)));
  if (there.length > 0 && !force)
    throw new Failure('exists', `${folder}: has ${there.join(', ')} already; --force writes over it.`, 2);
  await mkdir(folder, { recursive: true });
  const parts = [...files].map(([name, content]) => ({ file: path.join(folder, name), content }));
  const part = (file: string): string => `${file}.${process.pid}.part`;
  try {
    for (const { file, content } of parts)
      await writeFile(part(file), `${JSON.stringify(content, null, 2)}\n`);
    for (const { file } of parts) await rename(part(file), file);
  } finally {
    for (const { file } of parts) await rm(part(file), { force: true });
  }
}

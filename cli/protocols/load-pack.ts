/** A pack as the commands are given it: the id of one built in, a folder, or a file of it. */
import { readFile, stat } from 'fs/promises';
import { basename, dirname, join } from 'path';
import { languages } from '../../contract/event';
import { casesOf, packCases, type PackCase } from '../../settings/pack-cases';
import { packs, packTexts } from '../../settings/packs';
import type { Finding } from '../../src/triage/analyse-finding';
import type { Texts } from '../../src/triage/analyse-structure';
import { Failure } from '../failure';

export interface LoadedPack {
  /** As it was read: not yet known to be a pack. */
  raw: unknown;
  texts?: Texts;
  cases?: PackCase[];
  /** Cases that are none. */
  problems: Finding[];
}

/**
 * @param name the id of a pack built in; a folder with `pack.json`, `cases.json` and a file of texts a language; or a file,
 *   with which the texts and cases beside it are read where its name is `pack.json`
 * @throws Failure `unreadable` or `not_json`, exit code 2
 */
export async function loadPack(name: string, textsFolder?: string): Promise<LoadedPack> {
  if (Object.hasOwn(packs, name) && textsFolder === undefined)
    return { raw: packs[name], texts: packTexts[name], cases: casesOf(name), problems: [] };
  const file = Object.hasOwn(packs, name) ? undefined : await packFile(name);
  const raw = file === undefined ? packs[name] : await readJson(file);
  const folder = file !== undefined && basename(file) === 'pack.json' ? dirname(file) : undefined;
  const isFolder = folder !== undefined && file !== name;
  const texts =
    textsFolder === undefined ? folder && (await textsIn(folder, isFolder)) : await textsOf(textsFolder);
  const cases = folder === undefined ? undefined : await casesIn(folder, isFolder);
  return {
    raw,
    ...(texts ? { texts } : {}),
    ...(cases?.cases ? { cases: cases.cases } : {}),
    problems: cases?.problems ?? [],
  };
}

async function packFile(name: string): Promise<string> {
  const found = await stat(name).catch((cause: unknown) => unreadable(name, cause));
  return found.isDirectory() ? join(name, 'pack.json') : name;
}

export async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => unreadable(file, cause));
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new Failure('not_json', `${file}: is not valid JSON (${(cause as Error).message}).`, 2, { cause });
  }
}

export function unreadable(file: string, cause: unknown): never {
  const { code, message } = cause as NodeJS.ErrnoException;
  throw new Failure('unreadable', `${file}: cannot be read (${code ?? message}).`, 2, { cause });
}

/** Undefined where there is no such file. */
async function readIfThere(file: string): Promise<unknown> {
  return (await stat(file).catch(() => undefined)) ? readJson(file) : undefined;
}

async function textsOf(folder: string): Promise<Texts> {
  const read = languages.map(
    async (language) => [language, await readJson(join(folder, `${language}.json`))] as const,
  );
  return Object.fromEntries(await Promise.all(read)) as Texts;
}

/** @param needed a language without a file has no texts, instead of not being looked at */
async function textsIn(folder: string, needed: boolean): Promise<Texts | undefined> {
  const read = languages.map(
    async (language) => [language, await readIfThere(join(folder, `${language}.json`))] as const,
  );
  const all = await Promise.all(read);
  if (!needed && all.every(([, texts]) => texts === undefined)) return undefined;
  return Object.fromEntries(all.map(([language, texts]) => [language, texts ?? {}])) as Texts;
}

async function casesIn(
  folder: string,
  needed: boolean,
): Promise<{ cases?: PackCase[]; problems: Finding[] }> {
  const raw = await readIfThere(join(folder, 'cases.json'));
  if (raw === undefined) return needed ? { cases: [], problems: [] } : { problems: [] };
  const read = packCases.safeParse(raw);
  if (read.success) return { cases: read.data, problems: [] };
  const problems = read.error.issues.map(({ path, message }): Finding => ({
    severity: 'problem',
    code: 'case-invalid',
    at: `cases.${path.join('.')}`,
    rows: [],
    message,
  }));
  return { problems };
}

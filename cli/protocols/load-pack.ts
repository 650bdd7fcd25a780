/** A pack as the commands are given it: the id of one built in, a folder, or a file of it. */
import { readFile, stat } from 'fs/promises';
import { basename, dirname, join } from 'path';
import { languages } from '../../contract/event';
import { casesOf, packCases, type PackCase } from '../../settings/pack-cases';
import { packs, packTexts } from '../../settings/packs';
import type { Finding } from '../../src/triage/analyse-finding';
import type { Texts } from '../../src/triage/analyse-structure';
import { Failure } from '../failure';
import { duplicateKeys } from './duplicate-keys';

export interface LoadedPack {
  /** As it was read: not yet known to be a pack. */
  raw: unknown;
  texts?: Texts;
  cases?: PackCase[];
  /** Cases that are none, names that stand twice. */
  problems: Finding[];
}

/**
 * @param name the id of a pack built in; a folder with `pack.json`, `cases.json` and a file of texts a language; or a file,
 *   with which the texts and cases beside it are read where its name is `pack.json`; or one that holds all three, as the
 *   pages of crm-sync hand it out
 * @throws Failure `unreadable` or `not_json`, exit code 2
 */
export async function loadPack(name: string, textsFolder?: string): Promise<LoadedPack> {
  if (Object.hasOwn(packs, name) && textsFolder === undefined)
    return { raw: packs[name], texts: packTexts[name], cases: casesOf(name), problems: [] };
  const file = Object.hasOwn(packs, name) ? undefined : await packFile(name);
  const problems: Finding[] = [];
  const raw = file === undefined ? packs[name] : await readJson(file, problems);
  const whole = wholeFile(raw);
  if (whole && textsFolder === undefined)
    return {
      raw: whole.pack,
      texts: Object.fromEntries(languages.map((language) => [language, stringsIn(whole.texts[language])])),
      cases: casesFrom(whole.cases ?? [], problems) ?? [],
      problems,
    };
  const folder = file !== undefined && basename(file) === 'pack.json' ? dirname(file) : undefined;
  const isFolder = folder !== undefined && file !== name;
  const texts =
    textsFolder === undefined
      ? folder && (await textsIn(folder, isFolder, problems))
      : await textsOf(textsFolder, problems);
  const cases = folder === undefined ? undefined : await casesIn(folder, isFolder, problems);
  return { raw, ...(texts ? { texts } : {}), ...(cases ? { cases } : {}), problems };
}

async function packFile(name: string): Promise<string> {
  const found = await stat(name).catch((cause: unknown) => unreadable(name, cause));
  return found.isDirectory() ? join(name, 'pack.json') : name;
}

/** @param problems names that stand twice are added, under `prefix` */
async function readJson(file: string, problems: Finding[] = [], prefix = ''): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => unreadable(file, cause));
  try {
    const read: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    for (const path of duplicateKeys(text)) {
      const message = `${path.split('.').at(-1)} is there twice`;
      problems.push({ severity: 'problem', code: 'duplicate-id', at: prefix + path, rows: [], message });
    }
    return read;
  } catch (cause) {
    throw new Failure('not_json', `${file}: is not valid JSON (${(cause as Error).message}).`, 2, { cause });
  }
}

export function unreadable(file: string, cause: unknown): never {
  const { code, message } = cause as NodeJS.ErrnoException;
  throw new Failure('unreadable', `${file}: cannot be read (${code ?? message}).`, 2, { cause });
}

interface WholeFile {
  pack: unknown;
  texts: Readonly<Record<string, unknown>>;
  cases?: unknown;
}

/** A protocol in one file: `{"pack": …, "texts": …, "cases": …}`. */
export function wholeFile(raw: unknown): WholeFile | undefined {
  if (typeof raw !== 'object' || raw === null || !('pack' in raw) || !('texts' in raw)) return undefined;
  const { pack, texts } = raw;
  return typeof texts === 'object' && texts !== null ? { ...raw, pack, texts: { ...texts } } : undefined;
}

/** Undefined where there is no such file. */
async function readIfThere(file: string, problems: Finding[], prefix: string): Promise<unknown> {
  return (await stat(file).catch(() => undefined)) ? readJson(file, problems, prefix) : undefined;
}

async function textsOf(folder: string, problems: Finding[]): Promise<Texts> {
  const read = languages.map(async (language) => {
    const texts = await readJson(join(folder, `${language}.json`), problems, `${language}.`);
    return [language, stringsIn(texts)] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

/** @param needed a language without a file has no texts, instead of not being looked at */
async function textsIn(folder: string, needed: boolean, problems: Finding[]): Promise<Texts | undefined> {
  const read = languages.map(async (language) => {
    const texts = await readIfThere(join(folder, `${language}.json`), problems, `${language}.`);
    return [language, texts] as const;
  });
  const all = await Promise.all(read);
  if (!needed && all.every(([, texts]) => texts === undefined)) return undefined;
  return Object.fromEntries(all.map(([language, texts]) => [language, stringsIn(texts)]));
}

/** What is no text counts as missing. */
function stringsIn(texts: unknown): Record<string, string> {
  if (typeof texts !== 'object' || texts === null) return {};
  return Object.fromEntries(
    Object.entries(texts).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

async function casesIn(
  folder: string,
  needed: boolean,
  problems: Finding[],
): Promise<PackCase[] | undefined> {
  const raw = await readIfThere(join(folder, 'cases.json'), problems, 'cases.');
  return raw === undefined ? (needed ? [] : undefined) : casesFrom(raw, problems);
}

function casesFrom(raw: unknown, problems: Finding[]): PackCase[] | undefined {
  const read = packCases.safeParse(raw);
  if (read.success) return read.data;
  for (const { path, message } of read.error.issues)
    problems.push({
      severity: 'problem',
      code: 'case-invalid',
      at: `cases.${path.join('.')}`,
      rows: [],
      message,
    });
  return undefined;
}

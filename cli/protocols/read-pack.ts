/** A pack that is named: one built in, or a file. */
import { readFile } from 'fs/promises';
import { packs } from '../../settings/packs';
import { PackError } from '../../src/triage/pack-problem';
import type { Pack } from '../../src/triage/pack';
import { validatePack } from '../../src/triage/validate';
import { Failure } from '../failure';

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    const { code, message } = cause as NodeJS.ErrnoException;
    const known = Object.keys(packs).join(', ');
    const words = `${file}: cannot be read (${code ?? message}), and no pack built in is called so: ${known}.`;
    throw new Failure('unreadable', words, 2, { cause });
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new Failure('not_json', `${file}: is not valid JSON (${(cause as Error).message}).`, 2, { cause });
  }
}

/** @throws Failure when there is no such pack, or the file holds none that fits together */
export async function readPack(name: string): Promise<Pack> {
  const known = Object.hasOwn(packs, name) ? packs[name] : undefined;
  if (known) return known;
  try {
    return validatePack(await readJson(name));
  } catch (cause) {
    if (cause instanceof PackError) throw new Failure(cause.code, cause.message, 2, { cause });
    throw cause;
  }
}

/** A pack that is named: one built in, a folder, or a file, also one with its texts and cases. */
import { stat } from 'fs/promises';
import { packs } from '../../settings/packs';
import { PackError } from '../../src/triage/pack-problem';
import type { Pack } from '../../src/triage/pack';
import { validatePack } from '../../src/triage/validate';
import { Failure } from '../failure';
import { loadPack } from './load-pack';

/** @throws Failure when there is no such pack, or what is there does not fit together */
export async function readPack(name: string): Promise<Pack> {
  const known = Object.hasOwn(packs, name) ? packs[name] : undefined;
  if (known) return known;
  await stat(name).catch((cause: unknown) => {
    const { code, message } = cause as NodeJS.ErrnoException;
    const ids = Object.keys(packs).join(', ');
    const words = `${name}: cannot be read (${code ?? message}), and no pack built in is called so: ${ids}.`;
    throw new Failure('unreadable', words, 2, { cause });
  });
  const { raw } = await loadPack(name);
  try {
    return validatePack(raw);
  } catch (cause) {
    if (cause instanceof PackError) throw new Failure(cause.code, cause.message, 2, { cause });
    throw cause;
  }
}

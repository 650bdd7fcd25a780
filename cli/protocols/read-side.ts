/** A pack with its texts and cases as a command is given it, checked: one that does not fit together is refused. */
import { stat } from 'fs/promises';
import { packs } from '../../settings/packs';
import type { PackSide } from '../../src/triage/diff';
import { PackError } from '../../src/triage/pack-problem';
import { validatePack } from '../../src/triage/validate';
import { Failure } from '../failure';
import { loadPack } from './load-pack';

/** @throws Failure, exit code 2 */
export async function readSide(name: string): Promise<PackSide> {
  const { raw, texts, cases, problems } = await loadPack(name);
  const [problem] = problems;
  if (problem) throw new Failure('pack_invalid', `${name}: ${problem.at}: ${problem.message}`, 2);
  try {
    return { pack: validatePack(raw), ...(texts ? { texts } : {}), ...(cases ? { cases } : {}) };
  } catch (cause) {
    if (!(cause instanceof PackError)) throw cause;
    const lines = cause.message.split('\n').map((line) => `${name}: ${line}`);
    throw new Failure(cause.code, lines.join('\n'), 2, { cause });
  }
}

/** The same, where a name that is no file is a misspelt id. */
export async function knownSide(name: string): Promise<PackSide> {
  const isThere = Object.hasOwn(packs, name) || (await stat(name).catch(() => undefined)) !== undefined;
  if (isThere) return readSide(name);
  const known = Object.keys(packs).join(', ');
  throw new Failure(
    'unknown_pack',
    `There is no pack ${JSON.stringify(name)}. Built in: ${known}. A folder or file of one is taken as well.`,
    2,
  );
}

import { randomBytes } from 'crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'fs';
import path from 'path';
import * as z from 'zod';
import { Failure } from '../failure';

const key = z.string().regex(/^[A-Za-z0-9+/]{43}=$/, 'must be base64 of 32 bytes');
const secrets = z.strictObject({
  /** Wraps the keys that personal data are sealed with: without it the data cannot be read any more. */
  sealingKey: key,
  sessionKey: key,
  /** Signs what app and CRM say to each other, as Standard Webhooks writes secrets. */
  appSecret: z.string().regex(/^whsec_[A-Za-z0-9+/]{43}=$/),
});
export type LocalSecrets = z.infer<typeof secrets>;

const newKey = (): string => randomBytes(32).toString('base64');

/**
 * The secrets of this installation: made once, then kept in `<folder>/secrets.json`, readable by its owner only.
 * @throws Failure bad-secrets when the file is damaged; it is never replaced, since sealed data hang on it
 */
export function localSecrets(folder: string): LocalSecrets {
  const file = path.join(folder, 'secrets.json');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const made = { sealingKey: newKey(), sessionKey: newKey(), appSecret: `whsec_${newKey()}` };
    // 'wx': of two that start at once, one makes the file and the other reads it
    try {
      writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
      return made;
    } catch (other) {
      if ((other as NodeJS.ErrnoException).code !== 'EEXIST') throw other;
      return localSecrets(folder);
    }
  }
  try {
    return secrets.parse(JSON.parse(text));
  } catch {
    throw new Failure(
      'bad-secrets',
      `${file} is damaged. Restore it; without it stored personal data cannot be read.`,
    );
  }
}

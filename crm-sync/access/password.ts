/** Passwords: argon2id with the parameters of OWASP's Password Storage Cheat Sheet (19 MiB, 2 passes, 1 lane). */
import { hash, verify } from '@node-rs/argon2';

// The package's default algorithm is argon2id; its enum cannot be imported under isolatedModules.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const minPasswordCharacters = 12;
/** Longer texts are refused before they are hashed. */
export const maxPasswordCharacters = 200;

export type PasswordProblem = 'too-short' | 'too-long' | 'too-simple';

/** The same characters typed on two keyboards must give the same bytes. */
function normal(password: string): string {
  return password.normalize('NFKC');
}

/** @returns why a password is refused, or undefined when it is good enough */
export function passwordProblem(password: string, email: string): PasswordProblem | undefined {
  const text = normal(password);
  const characters = [...text];
  if (characters.length < minPasswordCharacters) return 'too-short';
  if (text.length > maxPasswordCharacters) return 'too-long';
  if (new Set(characters).size < 5) return 'too-simple';
  const account = email.split('@')[0] ?? '';
  const withoutAccount = account.length >= 4 ? text.toLowerCase().split(account).join('') : text;
  return [...withoutAccount].length < minPasswordCharacters / 2 ? 'too-simple' : undefined;
}

export function hashPassword(password: string): Promise<string> {
  return hash(normal(password), parameters);
}

let nobody: Promise<string> | undefined;

/**
 * Checks a password. Without a stored hash (nobody has this e-mail) it spends the same time on another one, so that
 * the answer's time does not tell who works here.
 */
export async function passwordMatches(stored: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password');
  if (password.length > maxPasswordCharacters * 4) return false;
  const matches = await verify(stored ?? (await nobody), normal(password));
  return stored !== undefined && matches;
}

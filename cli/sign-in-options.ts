/** How commands that speak to a workspace sign in as its administrator. */
import type { Command } from 'commander';
import type { Credentials } from './deploying/deploy-app';
import { Failure } from './failure';
import { askSecret, readSecret } from './secret-input';

export interface SignInOptions {
  user?: string;
  passwordStdin?: boolean;
  code?: string;
  token?: string;
  userId?: string;
}

export function addSignInOptions(command: Command): Command {
  return command
    .option('--user <name>', 'user name or e-mail of an administrator there; the password is asked for')
    .option('--password-stdin', 'read the password from standard input')
    .option('--code <digits>', 'second factor of that user')
    .option('--token <token>', 'personal access token instead of a user')
    .option('--user-id <id>', 'the user id that belongs to the token');
}

/**
 * By option; a token also by ACOLHE_ROCKETCHAT_TOKEN and ACOLHE_ROCKETCHAT_USER_ID, which no list of processes shows.
 * @throws Failure missing-credentials
 */
export async function credentialsOf(
  given: SignInOptions,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Credentials> {
  const fromEnv = given.user === undefined && given.token === undefined && env['ACOLHE_ROCKETCHAT_TOKEN'];
  const options = fromEnv
    ? { ...given, token: fromEnv, userId: given.userId ?? env['ACOLHE_ROCKETCHAT_USER_ID'] }
    : given;
  if (options.token !== undefined) {
    if (options.userId) return { token: options.token, userId: options.userId };
    throw new Failure('missing-credentials', 'A token needs its --user-id', 2);
  }
  if (options.user === undefined) {
    throw new Failure('missing-credentials', 'Give --user, or --token with --user-id', 2);
  }
  const password = options.passwordStdin
    ? await readSecret()
    : await askSecret(`Password of ${options.user}: `);
  return { user: options.user, password, code: options.code };
}

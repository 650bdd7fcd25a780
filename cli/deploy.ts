import type { Command } from 'commander';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import path from 'path';
import { deployApp, type Credentials } from './deploying/deploy-app';
import { Failure } from './failure';
import { buildApp } from './packaging/build-app';
import { projectRoot } from './project-root';
import { askSecret, readSecret } from './secret-input';

interface Options {
  url: string;
  user?: string;
  passwordStdin?: boolean;
  code?: string;
  token?: string;
  userId?: string;
  zip?: string;
  dryRun?: boolean;
  json?: boolean;
}

/**
 * By option; a token also by ACOLHE_ROCKETCHAT_TOKEN and ACOLHE_ROCKETCHAT_USER_ID, which no list of processes shows.
 * @throws Failure missing-credentials
 */
export async function credentialsOf(
  given: Pick<Options, 'user' | 'passwordStdin' | 'code' | 'token' | 'userId'>,
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

export function register(program: Command): void {
  program
    .command('deploy')
    .description('bring the app into a Rocket.Chat workspace, after checking that it can run there')
    .requiredOption('--url <address>', 'the workspace, such as https://chat.example.org')
    .option('--user <name>', 'user name or e-mail of an administrator; the password is asked for')
    .option('--password-stdin', 'read the password from standard input')
    .option('--code <digits>', 'second factor of that user')
    .option('--token <token>', 'personal access token instead of a user')
    .option('--user-id <id>', 'the user id that belongs to the token')
    .option('--zip <file>', 'a packaged app (default: package the app now)')
    .option('--dry-run', 'check everything, change nothing')
    .option('--json', 'answer as one JSON object')
    .action(async (options: Options) => {
      const credentials = await credentialsOf(options);
      const say = options.json ? () => undefined : (line: string) => console.log(line);
      const folder =
        options.zip === undefined ? mkdtempSync(path.join(tmpdir(), 'acolhe-deploy-')) : undefined;
      try {
        if (folder) say('Packaging the app …');
        const zip = folder
          ? (await buildApp({ root: projectRoot, outDir: folder })).file
          : path.resolve(options.zip ?? '');
        const result = await deployApp({
          url: options.url,
          credentials,
          zip,
          dryRun: options.dryRun ?? false,
          say,
        });
        if (options.json) console.log(JSON.stringify(result));
        else if (result.action === 'none')
          console.log(`Version ${result.version} could be deployed; nothing was changed.`);
        else console.log(`Version ${result.version} ${result.action}, ${result.status}.`);
      } catch (error) {
        if (!options.json || !(error instanceof Failure)) throw error;
        console.log(JSON.stringify({ error: error.code, message: error.message }));
        process.exitCode = error.exitCode;
      } finally {
        if (folder) rmSync(folder, { recursive: true, force: true });
      }
    });
}

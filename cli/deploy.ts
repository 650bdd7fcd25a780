import type { Command } from 'commander';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import path from 'path';
import { deployApp } from './deploying/deploy-app';
import { Failure } from './failure';
import { buildApp } from './packaging/build-app';
import { projectRoot } from './project-root';
import { addSignInOptions, credentialsOf, type SignInOptions } from './sign-in-options';

interface Options extends SignInOptions {
  url: string;
  zip?: string;
  dryRun?: boolean;
  json?: boolean;
}

export function register(program: Command): void {
  const deploy = program
    .command('deploy')
    .description('bring the app into a Rocket.Chat workspace, after checking that it can run there')
    .requiredOption('--url <address>', 'the workspace, such as https://chat.example.org');
  addSignInOptions(deploy)
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

import type { Command } from 'commander';
import path from 'path';
import { runChecks, tableLines, type Check, type CheckResult } from './doctoring/check';
import { doctorChecks } from './doctoring/checks';
import { workspaceChecks } from './doctoring/workspace-checks';
import { Failure } from './failure';
import { readAppInfo } from './packaging/app-info';
import { projectRoot } from './project-root';
import { defaults } from './setting-up/defaults';
import { asAdministrator } from './setting-up/run-setup';
import { addSignInOptions, credentialsOf, type SignInOptions } from './sign-in-options';

interface Options extends SignInOptions {
  data: string;
  json?: boolean;
  url?: string;
  bot: string;
  reader: string;
}

async function report(checks: readonly Check[], json: boolean | undefined): Promise<CheckResult[]> {
  const nameWidth = Math.max(...checks.map((check) => check.name.length));
  return runChecks(checks, (result) => {
    if (!json) for (const line of tableLines(result, nameWidth)) console.log(line);
  });
}

async function ofWorkspace(options: Options & { url: string }): Promise<CheckResult[]> {
  const { id: appId, version: appVersion } = readAppInfo(projectRoot);
  const credentials = await credentialsOf(options);
  const given = { ...defaults, bot: options.bot, reader: options.reader };
  return asAdministrator({ url: options.url, credentials }, (signed) =>
    report(workspaceChecks(signed, { appId, appVersion, given, now: () => new Date() }), options.json),
  );
}

export function register(program: Command): void {
  const doctor = program
    .command('doctor')
    .description(
      'check whether everything Acolhe needs is on this machine or, with --url, in a workspace; exit code 1 when something is not',
    )
    .option('--data <folder>', 'where data, secrets and logs are kept', path.join(projectRoot, '.acolhe'))
    .option(
      '--url <address>',
      'check this Rocket.Chat workspace, its app and the way to the CRM; changes nothing',
    );
  addSignInOptions(doctor)
    .option('--bot <name>', 'the bot agent', defaults.bot)
    .option('--reader <name>', 'user that the CRM reads the workspace as', defaults.reader)
    .option('--json', 'answer as one JSON object')
    .action(async (options: Options) => {
      const { data, json, url } = options;
      try {
        const results =
          url === undefined
            ? await report(
                doctorChecks({ root: projectRoot, home: path.resolve(data), env: process.env }),
                json,
              )
            : await ofWorkspace({ ...options, url });
        const failed = results.filter((result) => result.status === 'fail').length;
        if (json) console.log(JSON.stringify({ ok: failed === 0, checks: results }));
        else
          console.log(
            failed === 0
              ? '\nAll that is needed is there.'
              : `\n${failed} of ${results.length} checks failed.`,
          );
        if (failed > 0) process.exitCode = 1;
      } catch (error) {
        if (!json || !(error instanceof Failure)) throw error;
        console.log(JSON.stringify({ ok: false, error: error.code, message: error.message }));
        process.exitCode = error.exitCode;
      }
    });
}

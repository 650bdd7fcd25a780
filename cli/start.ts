import type { Command } from 'commander';
import path from 'path';
import { Failure } from './failure';
import { projectRoot } from './project-root';
import { demoPassword, demoStaff } from './starting/demo-staff';
import { Owned } from './starting/owned';
import { startAll, type Started } from './starting/start-all';
import { watchParents } from './starting/watch-parents';

/** The last lines of a start: the addresses come last, each at the end of its own line. Pure. */
export function welcome({ workspaceUrl, crmUrl, environmentFile }: Started): string[] {
  return [
    '',
    'Acolhe runs. Ctrl-C stops everything; the data stay.',
    '',
    'Sign-ins of the demonstration',
    '  agents in the workspace: ana, bruno; password acolhe-demo',
    '  administrator of the workspace: admin; password acolhe-demo',
    ...demoStaff.map((person) => `  CRM, ${person.role}: ${person.email}; password ${demoPassword}`),
    '',
    'Operators’ commands on these data',
    `  set -a; . ${environmentFile}; npx acolhe audit verify`,
    '',
    `Patient  ${workspaceUrl}/`,
    `Agent    ${workspaceUrl}/agent`,
    `CRM      ${crmUrl}/`,
  ];
}

async function run(home: string): Promise<void> {
  const owned = new Owned();
  const say = (line: string): void => console.log(line);
  let signals = 0;
  const stop = (why: string, exitCode: number): void => {
    signals += 1;
    if (signals === 1) say(why);
    // the services end by themselves when this process is gone
    if (signals > 2) process.exit(1);
    void owned.stopAll().then(() => process.exit(exitCode));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => stop('Stopping …', 0));
  watchParents(process.env, () => stop('npm is gone; stopping …', 1));
  // a closed pipe behind this command must not keep it from stopping its services
  process.stdout.on('error', () => stop('', 1));
  try {
    const started = await startAll({
      root: projectRoot,
      home,
      env: process.env,
      say,
      owned,
      givenUp: (why) => stop(`${why}. Stopping everything; the logs are in ${path.join(home, 'logs')}.`, 1),
    });
    if (!owned.isStopping) for (const line of welcome(started)) say(line);
  } catch (error) {
    if (owned.isStopping) return;
    await owned.stopAll();
    throw error instanceof Failure
      ? error
      : new Failure('start-failed', (error as Error).message, 1, { cause: error });
  }
}

export function register(program: Command): void {
  program
    .command('start')
    .description('start everything on this machine: MongoDB, the CRM, and a workspace with the app')
    .option('--data <folder>', 'where data, secrets and logs are kept', path.join(projectRoot, '.acolhe'))
    .addHelpText(
      'after',
      '\nPorts: ACOLHE_WORKSPACE_PORT (3000) and ACOLHE_CRM_PORT (3080). MONGODB_URI: a MongoDB that runs already.',
    )
    .action(({ data }: { data: string }) => run(path.resolve(data)));
}

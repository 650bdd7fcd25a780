import cluster from 'cluster';
import type { Command } from 'commander';
import path from 'path';
import { main } from '../crm-sync/main';
import { supervise } from '../crm-sync/supervise';
import { crmSettings } from './crm-settings';
import { Failure } from './failure';
import { projectRoot } from './project-root';

const maxWorkers = 64;

async function run({ workers }: { workers: string }): Promise<void> {
  const count = /^\d{1,3}$/.test(workers) ? Number(workers) : 0;
  if (count < 1 || count > maxWorkers)
    throw new Failure('bad-workers', `--workers is a whole number from 1 to ${maxWorkers}`, 2);
  if (count === 1 || cluster.isWorker) return main();
  // Wrong settings are told once, before anything starts.
  crmSettings();
  process.exitCode = await supervise({
    ...{ count, exec: path.join(projectRoot, 'cli', 'acolhe.mjs'), args: ['crm'] },
    ready: (url) => console.log(`ready ${url}`),
    say: (line) => console.error(line),
  });
}

export function register(program: Command): void {
  program
    .command('crm')
    .description('run crm-sync; its configuration is read from the environment')
    .option('--workers <n>', 'processes side by side, on one port', '1')
    .action((options: { workers: string }) => run(options));
}

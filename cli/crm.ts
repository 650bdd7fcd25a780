import type { Command } from 'commander';
import { main } from '../crm-sync/main';

export function register(program: Command): void {
  program
    .command('crm')
    .description('run crm-sync; its configuration is read from the environment')
    .action(() => main());
}

import type { Command } from 'commander';
import { makeApiDescription } from '../crm-sync/openapi/make-description';

export function register(program: Command): void {
  program
    .command('openapi')
    .description('write the description of crm-sync’s routes (OpenAPI 3.1, JSON) to standard output')
    .action(async () => {
      const { document } = await makeApiDescription();
      console.log(JSON.stringify(document, null, 2));
    });
}

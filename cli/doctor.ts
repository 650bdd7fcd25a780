import type { Command } from 'commander';
import path from 'path';
import { runChecks, tableLines } from './doctoring/check';
import { doctorChecks } from './doctoring/checks';
import { projectRoot } from './project-root';

export function register(program: Command): void {
  program
    .command('doctor')
    .description(
      'check whether everything Acolhe needs is on this machine; exit code 1 when something is not',
    )
    .option('--data <folder>', 'where data, secrets and logs are kept', path.join(projectRoot, '.acolhe'))
    .option('--json', 'answer as one JSON object')
    .action(async ({ data, json }: { data: string; json?: boolean }) => {
      const checks = doctorChecks({ root: projectRoot, home: path.resolve(data), env: process.env });
      const nameWidth = Math.max(...checks.map((check) => check.name.length));
      const results = await runChecks(checks, (result) => {
        if (!json) for (const line of tableLines(result, nameWidth)) console.log(line);
      });
      const failed = results.filter((result) => result.status === 'fail').length;
      if (json) console.log(JSON.stringify({ ok: failed === 0, checks: results }));
      else
        console.log(
          failed === 0 ? '\nAll that is needed is there.' : `\n${failed} of ${results.length} checks failed.`,
        );
      if (failed > 0) process.exitCode = 1;
    });
}

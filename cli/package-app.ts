import type { Command } from 'commander';
import path from 'path';
import { buildApp } from './packaging/build-app';
import { projectRoot } from './project-root';

export function register(program: Command): void {
  program
    .command('package')
    .description('package the Rocket.Chat app into a zip, ready to deploy')
    .option('--out <folder>', 'where the zip goes', 'dist')
    .option('--json', 'answer as one JSON object')
    .action(async ({ out, json }: { out: string; json?: boolean }) => {
      const built = await buildApp({ root: projectRoot, outDir: path.resolve(out) });
      if (json) return console.log(JSON.stringify(built));
      const sizeKb = Math.ceil(built.sizeBytes / 1000);
      console.log(`${path.relative(process.cwd(), built.file)}  ${built.version}  ${sizeKb} kB`);
      console.log(`hooks: ${built.hooks.join(', ') || 'none'}`);
    });
}

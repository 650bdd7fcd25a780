import { spawn } from 'child_process';
import path from 'path';
import { Failure } from '../failure';

/**
 * Runs Rocket.Chat's own `rc-apps package` in a staging folder, without --force: any diagnostic ends it.
 * @returns the zip it wrote
 * @throws Failure rc-apps-failed with all it printed
 */
export async function runRcApps(folder: string, zipName: string): Promise<string> {
  const program = path.join(path.dirname(require.resolve('@rocket.chat/apps-cli/package.json')), 'bin/run');
  const { exitCode, output } = await run(process.execPath, [program, 'package', '--verbose'], folder);
  if (exitCode !== 0)
    throw new Failure('rc-apps-failed', `rc-apps package ended with ${exitCode}:\n${output.trim()}`);
  return path.join(folder, 'dist', zipName);
}

function run(
  command: string,
  args: string[],
  cwd: string,
): Promise<{ exitCode: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, output }));
  });
}

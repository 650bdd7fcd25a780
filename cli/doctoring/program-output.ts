import { execFile } from 'child_process';

const limitMs = 20_000;

/** The first line a program writes, or nothing when it cannot be run or ends badly. */
export function programOutput(
  command: string,
  args: readonly string[],
  cwd?: string,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(
      command,
      args,
      { cwd, timeout: limitMs, shell: process.platform === 'win32' },
      (error, stdout) => {
        resolve(error ? undefined : (stdout.split('\n')[0] ?? '').trim());
      },
    );
  });
}

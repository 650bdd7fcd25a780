/** SecantusDB (PyPI): a MongoDB server for development and tests, only ever a separate process in its own Python environment. */
import { execFile } from 'child_process';
import { existsSync } from 'fs';
import { mkdir, readFile, rm, stat, writeFile } from 'fs/promises';
import { join } from 'path';
import { promisify } from 'util';
import type { Say } from './mongodb';

const run = promisify(execFile);
const version = '0.7.0b3';
const installLimitMs = 300_000;
const bin = process.platform === 'win32' ? 'Scripts' : 'bin';

async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      await mkdir(path);
      break;
    } catch {
      const age = await stat(path).then(
        (s) => Date.now() - s.mtimeMs,
        () => 0,
      );
      // Left by a process that died while installing.
      if (age > installLimitMs) await rm(path, { recursive: true, force: true });
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  try {
    return await work();
  } finally {
    await rm(path, { recursive: true, force: true });
  }
}

/**
 * Installs it once under `home` and gives its program's path.
 * @param env whose PATH leads to python3
 * @throws Error when there is no Python 3 with venv, or the package cannot be had
 */
export async function secantusProgram(
  home: string,
  env: Record<string, string | undefined>,
  say: Say,
): Promise<string> {
  const folder = join(home, 'secantus');
  const program = join(folder, bin, 'secantusd-py');
  const marker = join(folder, '.installed');
  const installed = async (): Promise<boolean> =>
    existsSync(program) && (await readFile(marker, 'utf8').catch(() => '')) === version;
  if (await installed()) return program;
  await mkdir(home, { recursive: true });
  return withLock(join(home, 'secantus.lock'), async () => {
    if (await installed()) return program;
    say(`Installing SecantusDB ${version} into ${folder} (about 145 MB, once) …`);
    await run('python3', ['-m', 'venv', folder], { env, timeout: installLimitMs });
    await run(join(folder, bin, 'pip'), ['install', '--quiet', `SecantusDB==${version}`], {
      timeout: installLimitMs,
    });
    await writeFile(marker, version);
    return program;
  });
}

/** Schemathesis (PyPI) in a Python environment of its own, installed once. */
import { execFile } from 'child_process';
import { existsSync } from 'fs';
import { mkdir, readFile, writeFile } from 'fs/promises';
import { join } from 'path';
import { promisify } from 'util';

const run = promisify(execFile);
const version = '4.32.5';
const installLimitMs = 300_000;
const bin = process.platform === 'win32' ? 'Scripts' : 'bin';

/** @throws Error when there is no Python 3 with venv, or the package cannot be had */
export async function schemathesisProgram(home: string, say: (line: string) => void): Promise<string> {
  const folder = join(home, 'schemathesis');
  const program = join(folder, bin, 'schemathesis');
  const marker = join(folder, '.installed');
  const installed = await readFile(marker, 'utf8').catch(() => '');
  if (existsSync(program) && installed === version) return program;
  say(`Installing schemathesis ${version} into ${folder} (about 95 MB, once) …`);
  await mkdir(home, { recursive: true });
  await run('python3', ['-m', 'venv', folder], { timeout: installLimitMs });
  await run(join(folder, bin, 'pip'), ['install', '--quiet', `schemathesis==${version}`], {
    timeout: installLimitMs,
  });
  await writeFile(marker, version);
  return program;
}

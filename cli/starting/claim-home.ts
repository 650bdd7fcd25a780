import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import path from 'path';
import { Failure } from '../failure';
import type { Stoppable } from './owned';

/**
 * Makes this process the only one that works on a data folder: two databases on one set of files would damage it, and a
 * second start would only say that it finds no MongoDB. A claim whose process has gone is void.
 * @throws Failure already-running
 */
export function claimHome(home: string, pid = process.pid): Stoppable {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const file = path.join(home, 'running.pid');
  const other = holder(file);
  if (other !== undefined && other !== pid) {
    throw new Failure(
      'already-running',
      `Acolhe already runs on ${home} (process ${other}): stop that first, or give another folder with --data.`,
    );
  }
  writeFileSync(file, String(pid), { mode: 0o600 });
  return {
    async stop() {
      if (holder(file) === pid) rmSync(file, { force: true });
    },
  };
}

/** The living process that holds the claim. */
function holder(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    process.kill(pid, 0);
    return runsStart(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** After a crash the number may have gone to another program; where the system tells (Linux), that is noticed. */
function runsStart(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('node');
  } catch {
    return true;
  }
}

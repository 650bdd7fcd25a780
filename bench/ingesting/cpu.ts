/** CPU time of processes, from /proc (Linux): on a machine that others use too it tells more than a clock does. */
import { readdir, readFile } from 'fs/promises';

/** Linux counts in hundredths of a second. */
const tickMs = 10;

interface ProcessTime {
  pid: number;
  parent: number;
  cpuMs: number;
  command: string;
}

async function processTime(pid: number): Promise<ProcessTime | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const command = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\u0000', ' ');
    // What precedes is the name in brackets, which may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [parent, user, system] = [fields[1], fields[11], fields[12]].map(Number);
    return { pid, parent: parent ?? 0, cpuMs: ((user ?? 0) + (system ?? 0)) * tickMs, command };
  } catch {
    return undefined;
  }
}

export interface CpuTime {
  /** The service and its workers. */
  serviceMs: number;
  /** A database server started for this run; 0 when it was given. */
  databaseMs: number;
}

/** Zeroes where there is no /proc. */
export async function cpuTime(servicePid: number, dataDir: string): Promise<CpuTime> {
  const entries = await readdir('/proc').catch(() => []);
  const all = await Promise.all(
    entries.filter((name) => /^\d+$/.test(name)).map((name) => processTime(Number(name))),
  );
  const sum = (wanted: (one: ProcessTime) => boolean): number =>
    all.reduce((total, one) => total + (one && wanted(one) ? one.cpuMs : 0), 0);
  return {
    serviceMs: sum(({ pid, parent }) => pid === servicePid || parent === servicePid),
    databaseMs: sum(({ command }) => command.includes(dataDir)),
  };
}

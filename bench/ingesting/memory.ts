/** What the service holds in memory after garbage collection, while it takes very many events. */
import { readFile, rm } from 'fs/promises';
import type { Service } from './service';

const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));
const mebibytes = (bytes: number): number => Math.round(bytes / 1_048_576);

export interface HeldMemory {
  events: number;
  rssMiB: number;
  heapMiB: number;
  externalMiB: number;
}

/** @param file where the service writes it when asked */
export async function heldMemory({ pid }: Service, file: string, events: number): Promise<HeldMemory> {
  await rm(file, { force: true });
  process.kill(pid, 'SIGUSR2');
  for (;;) {
    await pause(50);
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const { rss, heapUsed, external } = JSON.parse(text) as Record<'rss' | 'heapUsed' | 'external', number>;
    return { events, rssMiB: mebibytes(rss), heapMiB: mebibytes(heapUsed), externalMiB: mebibytes(external) };
  }
}

import { readFile } from 'fs/promises';
import type { CheckpointSource } from '../../crm-sync/audit/verify-checkpoints';
import { Failure } from '../failure';

/** A line is a checkpoint, or a line of the service's log that holds one. */
function parseLine(line: string): unknown {
  try {
    const value = JSON.parse(line) as { checkpoint?: unknown } | null;
    return value && typeof value === 'object' && value.checkpoint !== undefined ? value.checkpoint : value;
  } catch {
    return undefined;
  }
}

export function parseCheckpoints(name: string, text: string): CheckpointSource {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return { name, lines: lines.map(parseLine), ordered: true };
}

/**
 * @param mayBeMissing a file that the service should have written and that is gone is no bad input: it is what is looked for
 * @throws Failure unreadable-file
 */
export async function readCheckpoints(file: string, mayBeMissing = false): Promise<CheckpointSource> {
  try {
    return parseCheckpoints(file, await readFile(file, 'utf8'));
  } catch (error) {
    if (mayBeMissing && (error as NodeJS.ErrnoException).code === 'ENOENT')
      return { name: file, lines: [], ordered: true };
    throw new Failure('unreadable-file', `${file} cannot be read`, 2, { cause: error });
  }
}

/** Are the checkpoints themselves whole? Reads the copies kept elsewhere and those of the database. Pure. */
import type { KeyObject } from 'crypto';
import { checkpointHash, checkpointSchema, isSigned, type Checkpoint } from './checkpoint';
import type { Fault, Head } from './verify-chains';

export interface CheckpointFault {
  fault: Fault;
  /** Of the first bad checkpoint; 0 when a line does not even say so. */
  checkpoint: number;
  /** Which copy: a file's name, or `database`. */
  source: string;
  /** Within the file. */
  line?: number;
}

/** One copy: a file's lines, or the database's documents, in their order; parsed JSON, or undefined where it was none. */
export interface CheckpointSource {
  name: string;
  lines: readonly unknown[];
  /** Files are written one after another; the database's copies may be read in any order. */
  ordered: boolean;
}

export interface CheckpointFindings {
  checkpoints: number;
  last?: Checkpoint;
  /** Of all whose signature holds. */
  heads: Head[];
  faults: CheckpointFault[];
}

interface Known {
  checkpoint: Checkpoint;
  hash: string;
  source: string;
}

function readSource(
  source: CheckpointSource,
  expected: { tenant: string; publicKey: KeyObject },
  known: Map<number, Known>,
): { faults: CheckpointFault[]; numbers: Set<number> } {
  const faults: CheckpointFault[] = [];
  const numbers = new Set<number>();
  let highest = 0;
  source.lines.forEach((value, index) => {
    const at = { source: source.name, line: index + 1 };
    const parsed = checkpointSchema.safeParse(value);
    const claimed = (value as { n?: unknown } | undefined)?.n;
    const n = typeof claimed === 'number' ? claimed : 0;
    if (
      !parsed.success ||
      parsed.data.tenant !== expected.tenant ||
      !isSigned(expected.publicKey, parsed.data)
    ) {
      faults.push({ fault: 'edited', checkpoint: n, ...at });
      numbers.add(n);
      return;
    }
    const checkpoint = parsed.data;
    const hash = checkpointHash(checkpoint);
    const before = known.get(n);
    if (before && before.hash !== hash) faults.push({ fault: 'rewritten', checkpoint: n, ...at });
    if (!before) known.set(n, { checkpoint, hash, source: source.name });
    // The same one again is no harm: a process that died between writing and noting it writes it once more.
    if (source.ordered && n < highest && !numbers.has(n)) {
      faults.push({ fault: 'out-of-order', checkpoint: n, ...at });
    }
    numbers.add(n);
    highest = Math.max(highest, n);
  });
  return { faults, numbers };
}

/**
 * @param files copies kept elsewhere; together they must hold every checkpoint
 * @param database the database's own copies
 */
export function verifyCheckpoints(
  { files, database }: { files: readonly CheckpointSource[]; database: CheckpointSource },
  expected: { tenant: string; publicKey: KeyObject },
): CheckpointFindings {
  const known = new Map<number, Known>();
  const faults: CheckpointFault[] = [];
  const groups = [files, [database]].map((sources) => {
    const numbers = new Set<number>();
    for (const source of sources) {
      const read = readSource(source, expected, known);
      faults.push(...read.faults);
      for (const n of read.numbers) numbers.add(n);
    }
    return { name: sources.map((source) => source.name).join(', '), numbers, used: sources.length > 0 };
  });
  const highest = Math.max(0, ...groups.flatMap((group) => [...group.numbers]));
  for (const { name, numbers, used } of groups) {
    if (!used) continue;
    const own = Math.max(0, ...numbers);
    for (let n = 1; n <= own; n += 1) {
      if (!numbers.has(n)) faults.push({ fault: 'missing', checkpoint: n, source: name });
    }
    if (own < highest) faults.push({ fault: 'truncated', checkpoint: own + 1, source: name });
  }
  const sound = [...known.values()].sort((a, b) => a.checkpoint.n - b.checkpoint.n);
  for (const { checkpoint, source } of sound) {
    const before = known.get(checkpoint.n - 1);
    const expectedPrev = checkpoint.n === 1 ? '' : before?.hash;
    if (expectedPrev !== undefined && checkpoint.prev !== expectedPrev) {
      faults.push({ fault: 'rewritten', checkpoint: checkpoint.n, source });
    }
  }
  faults.sort((a, b) => a.checkpoint - b.checkpoint);
  const last = sound.at(-1)?.checkpoint;
  return {
    checkpoints: sound.length,
    ...(last ? { last } : {}),
    heads: sound.flatMap(({ checkpoint }) => checkpoint.heads),
    faults,
  };
}

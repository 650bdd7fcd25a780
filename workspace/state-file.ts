import { open, readFile, rename } from 'fs/promises';
import { dirname, join } from 'path';
import * as z from 'zod';

import { storedRecord } from './engine/app-store';
import { fromJson, jsonPieces } from './json-dates';
import { omnichannelSnapshot } from './omnichannel/snapshot';

const format = 'acolhe-workspace-state';
const version = 1;

const header = z.object({ format: z.literal(format), version: z.number().int().min(1) });
const workspaceState = z.object({ omnichannel: omnichannelSnapshot, appRecords: z.array(storedRecord) });

/** What a workspace keeps between runs. */
export type WorkspaceState = z.infer<typeof workspaceState>;

/** Says what is wrong and where, never what stands there: it is patients' data. */
class UnreadableState extends Error {}

/**
 * The state an earlier run left; undefined when there is none. A file that cannot be used (damaged, of a newer program) is
 * renamed to `state.damaged-<time>.json` beside it and told of in one line; the workspace then starts empty.
 */
export async function readState(
  file: string,
  edge: { now: () => Date; log: (line: string) => void },
): Promise<WorkspaceState | undefined> {
  try {
    const text = await readFile(file, 'utf8');
    return parseState(text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    const why = error instanceof UnreadableState ? error.message : `cannot be read (${code ?? 'unknown'})`;
    const aside = join(dirname(file), `state.damaged-${edge.now().toISOString().replaceAll(':', '-')}.json`);
    const outcome = await rename(file, aside).then(
      () => `set aside as ${aside}`,
      () => 'it could not be set aside',
    );
    edge.log(`The workspace's kept state ${file} ${why}; ${outcome}. Starting without it.`);
    return undefined;
  }
}

function parseState(text: string): WorkspaceState {
  let given: unknown;
  try {
    given = fromJson(text);
  } catch {
    throw new UnreadableState('is not JSON');
  }
  const head = header.safeParse(given);
  if (!head.success) throw new UnreadableState('is no state of a workspace');
  if (head.data.version > version)
    throw new UnreadableState(`is of version ${head.data.version}, this program reads ${version}`);
  const read = workspaceState.safeParse(given);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new UnreadableState(`is damaged at ${issue?.path.join('.')}: ${issue?.message}`);
}

const pieceLength = 200_000;

/** Replaced as a whole: whoever reads, also after a crash in the middle, finds the old file or the new one. */
async function writeState(file: string, state: WorkspaceState): Promise<void> {
  const temporary = `${file}.tmp`;
  // its owner's alone, as it holds conversations and hashes of passwords
  const handle = await open(temporary, 'w', 0o600);
  try {
    // between two pieces others have their turn: patients wait for this process
    let text = '';
    for (const piece of jsonPieces({ format, version, ...state })) {
      text += piece;
      if (text.length < pieceLength) continue;
      await handle.writeFile(text);
      text = '';
    }
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, file);
}

export interface StateKeeper {
  /** Something is no longer as written: the file follows soon. */
  changed(): void;
  /** Writes what is unwritten; afterwards nothing is written any more. */
  stop(): Promise<void>;
}

/** However long the last write took, the next one is not put off for longer. */
const restAtMostMs = 10_000;
const restShare = 10;

/**
 * Keeps `file` equal to what `take` gives, which must not change afterwards. Changes are written together, at most every
 * `everyMs`: a workspace that is killed with -9 loses no more than what happened in the last half second. The whole state
 * is written each time; when that takes longer, as with many thousands of messages, it is done more rarely: a tenth of
 * the time goes into it, and 10 s at most are lost. A write that fails is told once and tried again.
 */
export function keepState(options: {
  file: string;
  take: () => WorkspaceState;
  log: (line: string) => void;
  everyMs?: number;
}): StateKeeper {
  const { file, take, log, everyMs = 500 } = options;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> | undefined;
  let notBeforeMs = 0;
  let isUnwritten = false;
  let isFailing = false;
  let isStopped = false;

  const schedule = (): void => {
    if (isStopped || writing || !isUnwritten) return;
    timer ??= setTimeout(begin, Math.max(everyMs, notBeforeMs - performance.now()));
  };
  const changed = (): void => {
    isUnwritten = true;
    schedule();
  };
  const begin = (): void => {
    timer = undefined;
    const beganMs = performance.now();
    writing = write().finally(() => {
      writing = undefined;
      const endedMs = performance.now();
      notBeforeMs = endedMs + Math.min(restAtMostMs, restShare * (endedMs - beganMs));
      schedule();
    });
  };
  const write = async (): Promise<void> => {
    isUnwritten = false;
    try {
      await writeState(file, take());
      isFailing = false;
    } catch (error) {
      const { code = 'unknown' } = error as NodeJS.ErrnoException;
      if (!isFailing) log(`The workspace's state cannot be written to ${file} (${code}); trying again.`);
      isFailing = true;
      isUnwritten = true;
    }
  };
  return {
    changed,
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await writing;
      if (isUnwritten) await write();
    },
  };
}

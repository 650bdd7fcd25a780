/**
 * The command `acolhe`, from its arguments to its exit code. In this process, which costs nothing to start; or as a
 * person starts it, for what only a process shows: the start itself, signals, pipes that close.
 */
import { execFile, type ExecFileException } from 'child_process';
import { join } from 'path';
import { Readable, Writable } from 'stream';
import { main } from '../../cli/main';

interface Ran {
  code: number;
  out: string;
  err: string;
}

const root = join(__dirname, '../..');

/** Thrown where the process would end. */
class Ended extends Error {
  constructor(readonly code: number) {
    super(`ended with ${code}`);
  }
}

let before: Promise<unknown> = Promise.resolve();

/** Runs it here; one after another, since they share the outputs of the process. */
export function acolhe(args: readonly string[], input: string | AsyncIterable<string> = ''): Promise<Ran> {
  const ran = before.then(() => runHere(args, input));
  before = ran.catch(() => undefined);
  return ran;
}

async function runHere(args: readonly string[], input: string | AsyncIterable<string>): Promise<Ran> {
  const [out, err] = [collector(), collector()];
  const restore = replaced({
    stdout: out.stream,
    stderr: err.stream,
    stdin: Readable.from(input),
    exitCode: undefined,
  });
  const spies = [
    jest.spyOn(process, 'exit').mockImplementation((code) => {
      throw new Ended(Number(code ?? 0));
    }),
    jest.spyOn(console, 'log').mockImplementation((...words: unknown[]) => out.line(words)),
    jest.spyOn(console, 'error').mockImplementation((...words: unknown[]) => err.line(words)),
  ];
  try {
    await main(['node', 'acolhe', ...args]);
    return { code: Number(process.exitCode ?? 0), out: out.text(), err: err.text() };
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
    return { code: error.code, out: out.text(), err: err.text() };
  } finally {
    for (const spy of spies) spy.mockRestore();
    restore();
  }
}

/** Sets properties of the process; the result puts back what was there. */
function replaced(values: Partial<Record<keyof NodeJS.Process, unknown>>): () => void {
  const there = Object.keys(values).map(
    (name) => [name, Object.getOwnPropertyDescriptor(process, name)] as const,
  );
  for (const [name, value] of Object.entries(values))
    Object.defineProperty(process, name, { value, writable: true, configurable: true });
  return () => {
    for (const [name, descriptor] of there) if (descriptor) Object.defineProperty(process, name, descriptor);
  };
}

function collector() {
  const pieces: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write: (piece: string | Buffer, _encoding, done) => {
      pieces.push(String(piece));
      done();
    },
  });
  return {
    stream,
    text: () => pieces.join(''),
    line: (words: unknown[]) => void pieces.push(`${words.join(' ')}\n`),
  };
}

/** Runs it as a person would, with `input` on standard input. */
export function acolheProcess(args: readonly string[], input = ''): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(root, 'cli/acolhe.mjs'), ...args],
      { timeout: 50_000, maxBuffer: 1 << 26, env: process.env },
      (error: ExecFileException | null, out, err) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    );
    child.stdin!.on('error', () => undefined).end(input);
  });
}

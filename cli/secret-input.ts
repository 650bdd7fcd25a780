import { createInterface } from 'readline';
import { text as readAll } from 'stream/consumers';
import { Writable } from 'stream';
import { Failure } from './failure';

/** Asks on the terminal without echo. @throws Failure no-terminal */
export async function askSecret(question: string): Promise<string> {
  if (!process.stdin.isTTY)
    throw new Failure('no-terminal', 'No terminal to ask on: use --password-stdin', 2);
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  const answer = await new Promise<string>((resolve) => terminal.question('', resolve));
  terminal.close();
  process.stderr.write('\n');
  return answer;
}

/** Standard input as one secret, without its line end. @throws Failure empty-secret */
export async function readSecret(input: NodeJS.ReadableStream = process.stdin): Promise<string> {
  const secret = (await readAll(input)).replace(/\r?\n$/, '');
  if (secret === '') throw new Failure('empty-secret', 'Standard input gave no password', 2);
  return secret;
}

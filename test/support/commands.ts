/** The command `acolhe` with every verb there is, run in this process. */
import { readdirSync } from 'fs';
import path from 'path';
import { Command } from 'commander';

export function wholeProgram(): Command {
  const folder = path.join(__dirname, '..', '..', 'cli');
  const program = new Command('acolhe').exitOverride();
  for (const file of readdirSync(folder).filter((one) => one.endsWith('.ts'))) {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- whatever verb there is
    const verb = require(path.join(folder, file)) as { register?: (program: Command) => void };
    if (file !== 'main.ts') verb.register?.(program);
  }
  return program;
}

type Leaf = { name: string; command: Command };

function leaves(command: Command, words: string[] = []): Leaf[] {
  if (command.commands.length === 0) return [{ name: words.join(' '), command }];
  return command.commands.flatMap((below) => leaves(below, [...words, below.name()]));
}

/** Every command there is, by its words. */
export const commandsOf = (program: Command): string[] => leaves(program).map(({ name }) => name);

/** Those commands that take an option. */
export const commandsWith = (program: Command, option: string): string[] =>
  leaves(program)
    .filter(({ command }) => command.options.some(({ long }) => long === option))
    .map(({ name }) => name);

/** @returns all that it wrote to both outputs, and what it failed with */
export async function runCommand(args: readonly string[]): Promise<string> {
  const printed: string[] = [];
  const spies = (['log', 'error', 'warn'] as const).map((to) =>
    jest.spyOn(console, to).mockImplementation((...words: unknown[]) => void printed.push(words.join(' '))),
  );
  const outs = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation((text) => {
      printed.push(String(text));
      return true;
    }),
  );
  try {
    await wholeProgram()
      .parseAsync(['node', 'acolhe', ...args])
      .catch((error: unknown) => void printed.push(String((error as Error).message)));
  } finally {
    for (const spy of [...spies, ...outs]) spy.mockRestore();
  }
  return printed.join('\n');
}

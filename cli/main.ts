import { Command } from 'commander';

/** Verbs are loaded when they are called, so that `acolhe --help` stays quick. Each file registers one verb. */
const verbs: Array<() => Promise<{ register: (program: Command) => void }>> = [];

export async function main(argv: readonly string[] = process.argv): Promise<void> {
  const program = new Command('acolhe')
    .description('Acolhe: triage by chat for health services.')
    .showHelpAfterError()
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
  for (const load of verbs) (await load()).register(program);
  await program.parseAsync([...argv]);
}

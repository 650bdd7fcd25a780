/* eslint-disable @typescript-eslint/no-require-imports -- verbs are loaded when asked for, and everything here is CommonJS */
import { Command } from 'commander';
import { Failure } from './failure';

interface Verb {
  /** One line for `acolhe --help`. */
  summary: string;
  load: () => { register: (program: Command) => void };
}

/** One file a verb. `acolhe --help` loads none of them, `acolhe <verb>` only the one. */
const verbs: Record<string, Verb> = {
  audit: { summary: 'the log of who read and changed what', load: () => require('./audit') },
  calendar: { summary: 'when professionals can be booked', load: () => require('./calendar') },
  crm: { summary: 'run crm-sync', load: () => require('./crm') },
  deploy: { summary: 'bring the app into a Rocket.Chat workspace', load: () => require('./deploy') },
  doctor: { summary: 'check this machine', load: () => require('./doctor') },
  events: { summary: 'make documents anew, and what was set aside', load: () => require('./events') },
  facility: { summary: 'where people can go: facilities after CNES', load: () => require('./facility') },
  openapi: { summary: 'describe the routes of crm-sync (OpenAPI 3.1)', load: () => require('./openapi') },
  package: { summary: 'package the Rocket.Chat app into a zip', load: () => require('./package-app') },
  patient: { summary: 'erase a person’s data', load: () => require('./patient') },
  reconcile: {
    summary: 'store what Rocket.Chat knows and the CRM missed',
    load: () => require('./reconcile'),
  },
  setup: { summary: 'prepare a Rocket.Chat workspace, or undo that', load: () => require('./setup') },
  start: { summary: 'start everything on this machine', load: () => require('./start') },
  tenant: { summary: 'the organisations that are served, and their keys', load: () => require('./tenant') },
  understand: { summary: 'what the bot understands of messages', load: () => require('./understand') },
  user: { summary: 'people who sign in to the CRM', load: () => require('./user') },
  protocol: {
    summary: 'look at protocol packs, check them, run rows through them',
    load: () => require('./protocol'),
  },
};

export async function main(argv: readonly string[] = process.argv): Promise<void> {
  const program = new Command('acolhe')
    .description('Acolhe: triage by chat for health services.')
    .showHelpAfterError()
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
  const asked = argv.slice(2).find((word) => Object.hasOwn(verbs, word));
  for (const [name, verb] of Object.entries(verbs)) {
    if (name === asked) verb.load().register(program);
    else program.command(name).description(verb.summary);
  }
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(error.message);
    process.exitCode = error.exitCode;
  }
}

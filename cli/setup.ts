import type { Command } from 'commander';
import path from 'path';
import { createInterface } from 'readline/promises';
import * as z from 'zod';
import { workspaceUrl } from './deploying/workspace-client';
import { Failure } from './failure';
import { readAppInfo } from './packaging/app-info';
import { projectRoot } from './project-root';
import { newSecret, registerWorkspace, writeSnippet } from './setting-up/crm-side';
import { defaults } from './setting-up/defaults';
import { readJournal, writeJournal } from './setting-up/journal';
import { type Change, describeChange, type Plan } from './setting-up/plan';
import { namesIn, type Wanted } from './setting-up/prepared';
import { asAdministrator, runSetup } from './setting-up/run-setup';
import { undoAll, type Undone } from './setting-up/undo';
import { addSignInOptions, credentialsOf, type SignInOptions } from './sign-in-options';

interface Options extends SignInOptions {
  url: string;
  crmUrl?: string;
  tenant: string;
  workspace: string;
  language?: string;
  urgent: string;
  general: string;
  bot: string;
  reader: string;
  adminChannel: string;
  managers?: string;
  takeWebhook?: boolean;
  newToken?: boolean;
  registry?: boolean;
  out?: string;
  journal?: string;
  undo?: string;
  dryRun?: boolean;
  yes?: boolean;
  json?: boolean;
}

const slug = z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be 1 to 40 of a-z, 0-9 and -');
const username = z.string().regex(/^[0-9a-zA-Z-_.]{1,60}$/, 'must be letters, digits, -, _ or .');
const wantedSchema = z.object({
  tenant: slug,
  workspace: slug,
  language: z.enum(['pt-BR', 'en', 'es']).optional(),
  urgent: z.string().trim().min(1).max(200),
  general: z.string().trim().min(1).max(200),
  bot: username,
  reader: username,
  adminChannel: username,
});

/** @throws Failure bad-options naming each option that is wrong */
function wantedOf(options: Options): Wanted {
  if (!options.crmUrl)
    throw new Failure('bad-options', '--crm-url is missing: the CRM as Rocket.Chat reaches it', 2);
  const read = wantedSchema.safeParse(options);
  if (!read.success) {
    const dashed = (name: unknown): string =>
      String(name).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const words = read.error.issues.map((issue) => `--${dashed(issue.path[0])} ${issue.message}`);
    throw new Failure('bad-options', words.join('; '), 2);
  }
  return {
    ...read.data,
    crmUrl: workspaceUrl(options.crmUrl),
    ...(options.managers === undefined ? {} : { managers: namesIn(options.managers) }),
    takeWebhook: options.takeWebhook ?? false,
    newToken: options.newToken ?? false,
  };
}

function planLines({ changes, notes }: Plan): string[] {
  const rows = changes.map(describeChange);
  const width = Math.max(0, ...rows.map(({ what }) => what.length));
  const lines = rows.map(({ what, from, to }) => `  ${what.padEnd(width)}  ${from ? `${from} → ` : ''}${to}`);
  return [
    ...(changes.length === 0 ? ['Nothing to change: this workspace is prepared.'] : lines),
    ...notes.map((note) => `! ${note}`),
  ];
}

async function ask(question: string, answers: readonly string[]): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    for (;;) {
      const given = (await terminal.question(question)).trim().toLowerCase();
      const answer = answers.find((one) => given !== '' && one.startsWith(given));
      if (answer) return answer;
    }
  } finally {
    terminal.close();
  }
}

/** All with --yes, none on a dry run; else the person says. */
async function choose(plan: Plan, options: Options): Promise<readonly Change[]> {
  if (!options.json) for (const line of planLines(plan)) console.log(line);
  if (options.dryRun || plan.changes.length === 0) return [];
  if (options.yes) return plan.changes;
  if (!process.stdin.isTTY || options.json)
    throw new Failure(
      'not-confirmed',
      'Nothing was changed: confirm with --yes, or only look with --dry-run',
      2,
    );
  const all = await ask(`\nMake these ${plan.changes.length} changes? (yes, one by one, no) `, [
    'yes',
    'one',
    'no',
  ]);
  if (all !== 'one') return all === 'yes' ? plan.changes : [];
  const chosen: Change[] = [];
  for (const change of plan.changes) {
    const { what, to } = describeChange(change);
    if ((await ask(`${what}: ${to}? (yes, no) `, ['yes', 'no'])) === 'yes') chosen.push(change);
  }
  return chosen;
}

/** Asked only of a person at a terminal; what is set already stays where they say nothing. */
async function withManagers(options: Options): Promise<Options> {
  const { managers, yes, json, dryRun } = options;
  if (managers !== undefined || yes || json || dryRun || !process.stdin.isTTY) return options;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const question = 'Who is told when somebody waits too long? Usernames, with commas (empty: as it is) ';
    const given = (await terminal.question(question)).trim();
    return given === '' ? options : { ...options, managers: given };
  } finally {
    terminal.close();
  }
}

async function setUp(given: Options): Promise<void> {
  wantedOf(given);
  const options = await withManagers(given);
  const wanted = wantedOf(options);
  const url = workspaceUrl(options.url);
  const { id: appId } = readAppInfo(projectRoot);
  const credentials = await credentialsOf(options);
  const now = new Date();
  const stamp = now.toISOString().slice(0, 19).replace(/[:T]/g, '-');
  const journalFile = path.resolve(options.journal ?? `acolhe-setup-undo-${stamp}.json`);
  const snippet = path.resolve(options.out ?? `acolhe-workspace-${wanted.workspace}.json`);
  const result = await runSetup({
    ...{ url, credentials, appId, wanted, newSecret, now: () => now },
    say: (line) => (options.json ? undefined : console.log(line)),
    choose: (plan) => choose(plan, options),
    keepCrmSide: async (secrets, token) => {
      const half = { url, appId, wanted, secrets, token };
      return options.registry ? registerWorkspace(half, options.json ?? false) : writeSnippet(snippet, half);
    },
    keepJournal: (journal) => writeJournal(journalFile, journal),
  });
  const { plan, made, crm } = result;
  if (options.json) {
    const changes = plan.changes.map((change) => ({
      ...describeChange(change),
      made: made.includes(change),
    }));
    const files = made.length > 0 ? { undo: journalFile, crm: crm?.where } : {};
    return console.log(JSON.stringify({ url, changes, notes: plan.notes, ...files }));
  }
  if (made.length === 0) return;
  console.log(
    `\n${made.length} changes made. To take them back: npx acolhe setup --url ${url} --undo ${journalFile}`,
  );
  if (options.registry)
    console.log(`The CRM's half is in ${crm?.where}; running services follow within seconds.`);
  else
    console.log(
      `The CRM's half, with its secrets, is in ${crm?.where}: put it into the tenant's "workspaces" (ACOLHE_TENANTS or its file), restart crm-sync, and remove the file.`,
    );
  if (!crm?.hasToken) console.log('The CRM has no token to read this workspace with; --new-token makes one.');
  console.log(`Then check: npx acolhe doctor --url ${url}`);
}

async function undo(options: Options & { undo: string }): Promise<void> {
  const journal = readJournal(path.resolve(options.undo));
  const url = workspaceUrl(options.url);
  if (journal.url !== url)
    throw new Failure('other-workspace', `${options.undo} is of ${journal.url}, not of ${url}`, 2);
  if (!options.yes && !options.dryRun && (!process.stdin.isTTY || options.json))
    throw new Failure('not-confirmed', 'Nothing was changed: confirm with --yes', 2);
  const credentials = await credentialsOf(options);
  const steps: Undone[] = [];
  await asAdministrator({ url, credentials }, async ({ admin }) => {
    const agreed =
      options.yes ||
      (!options.dryRun &&
        (await ask(`Take back ${journal.undo.length} changes? (yes, no) `, ['yes', 'no'])) === 'yes');
    if (!agreed) return;
    await undoAll(admin, journal, (step, left) => {
      steps.push(step);
      // what is taken back is not taken back again
      writeJournal(path.resolve(options.undo), { ...journal, undo: left });
      if (!options.json) console.log(`${step.outcome.padEnd(20)} ${step.what}`);
    });
  });
  if (options.json) console.log(JSON.stringify({ url, steps }));
  else if (steps.length > 0)
    console.log(
      "\nWhat the CRM knows of this workspace stays there: take it out of the tenant's workspaces.",
    );
}

export function register(program: Command): void {
  const setup = program
    .command('setup')
    .description(
      'prepare a Rocket.Chat workspace: bot agent, departments, custom fields, webhook, settings, secrets on both sides',
    )
    .requiredOption('--url <address>', 'the workspace, such as https://chat.example.org');
  addSignInOptions(setup)
    .option('--crm-url <address>', 'the CRM, as Rocket.Chat reaches it')
    .option('--tenant <id>', 'the organisation in the CRM', 'demo')
    .option('--workspace <id>', 'the name of this workspace in the CRM', 'main')
    .option('--language <tag>', 'of the chat: pt-BR, en or es (default: as it is set)')
    .option('--urgent <name>', 'department that receives emergencies', defaults.urgent)
    .option('--general <name>', 'department that receives everything else', defaults.general)
    .option('--bot <name>', 'the bot agent', defaults.bot)
    .option('--reader <name>', 'user that the CRM reads the workspace as', defaults.reader)
    .option('--admin-channel <name>', 'private channel that is told of trouble', defaults.adminChannel)
    .option(
      '--managers <names>',
      'usernames of who is told when somebody waits too long, with commas (else asked)',
    )
    .option('--take-webhook', 'take the omnichannel webhook over when it tells another system')
    .option('--new-token', 'make the CRM a new access token, also when it has one')
    .option('--registry', "write the CRM's half into the registry of tenants (needs crm-sync's environment)")
    .option('--out <file>', "where else the CRM's half goes, with its secrets")
    .option('--journal <file>', 'where it is kept how to undo this')
    .option('--undo <file>', 'take back what is in such a file')
    .option('--dry-run', 'show every change, make none')
    .option('--yes', 'make all changes without asking')
    .option('--json', 'answer as one JSON object')
    .action(async (options: Options) => {
      try {
        if (options.undo) await undo({ ...options, undo: options.undo });
        else await setUp(options);
      } catch (error) {
        if (!options.json || !(error instanceof Failure)) throw error;
        console.log(JSON.stringify({ error: error.code, message: error.message }));
        process.exitCode = error.exitCode;
      }
    });
}

/** The bot's turn in the real engine beside an app that makes the same calls and decides nothing. */
import { mkdirSync } from 'fs';
import path from 'path';
import { buildApp } from '../../cli/packaging/build-app';
import { percentile } from '../figures';
import type { Handlings, ToldCall } from './calls';
import { handlingsOf, kindsOf, saysIn } from './handlings';
import { type Conversation, runApp, type RunningApp } from './running';
import { type SmallCrm, startSmallCrm } from './small-crm';
import { buildToldApp, buildTwinApp } from './turn-apps';

/** A cough, from the complaint to the questions of the protocol. Each message is answered. */
const script = ['estou com tosse há 3 dias', 'sim', '34 anos', 'não', 'não', 'não'] as const;
/** The greeting of a conversation. */
const opening = 'started/1';
const visitorTurn = (at: number): string => `message/visitor/${at + 1}`;
/** Conversations, all at once, that are not counted before the others: the app of a busy service has seen some. */
const warmedBy = 20;
/** One alone takes a second or two. */
const conversationsARound = 3;
/** What goes on in the background writes more often than that. */
const pauseMs = 60;

interface Spread {
  n: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
}

export interface TurnFigures {
  conversations: number;
  acolhe: Spread;
  twin: Spread;
  /** Of the 95th percentiles. */
  ratio: number;
}

export interface TurnComparison {
  /** Calls to the engine in answer to each message of the script, seen before the measurement. */
  calls: { message: string; answers: number; calls: Record<string, number> }[];
  figures: TurnFigures[];
}

interface Runs {
  run: (file: string) => Promise<RunningApp>;
  say: (line: string) => void;
}

/** Both apps, packaged, and what one does for each message of the script. */
interface Prepared {
  files: readonly [acolhe: string, twin: string];
  handlings: Handlings;
}

/** @param folder an empty one @param size conversations, in turn and at once */
export async function compareTurns(
  root: string,
  folder: string,
  size: { rounds: number; crowd: number },
  say: (line: string) => void,
): Promise<TurnComparison> {
  const crm = await startSmallCrm();
  try {
    const runs = { run: runnerOf(crm, folder), say };
    return await measureTurns(runs, await prepareTurns(root, folder, runs), size);
  } finally {
    crm.stop();
  }
}

/** Starts apps that send to this CRM. */
function runnerOf(crm: SmallCrm, folder: string): Runs['run'] {
  const stateDir = path.join(folder, 'state');
  mkdirSync(stateDir, { recursive: true });
  const address = { crm_url: crm.url, crm_secret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` };
  const settings = { ...address, tenant: 'demo', workspace: 'main', admit_drafts: true };
  return (file) => runApp(file, stateDir, settings);
}

async function prepareTurns(root: string, folder: string, { run, say }: Runs): Promise<Prepared> {
  say('packaging Acolhe, and seeing what it asks of the engine …');
  const told = await buildToldApp(root, path.join(folder, 'told'));
  const handlings = await see(await run(told.file));
  const twin = await buildTwinApp(root, path.join(folder, 'twin'), handlings);
  const acolhe = await buildApp({ root, outDir: path.join(folder, 'own') });
  return { files: [acolhe.file, twin.file], handlings };
}

async function measureTurns(
  { run, say }: Runs,
  { files, handlings }: Prepared,
  { rounds, crowd }: { rounds: number; crowd: number },
): Promise<TurnComparison> {
  const calls = script.map((message, at) => {
    const of = handlings[visitorTurn(at)];
    return { message, answers: saysIn(of), calls: kindsOf(of) };
  });
  const apps = await Promise.all(files.map(run));
  try {
    await converse(apps, handlings, warmedBy);
    const alone: [number[], number[]] = [[], []];
    for (let conversation = 0; conversation < rounds * conversationsARound; conversation += 1) {
      say(`turn: one conversation, ${conversation + 1} of ${rounds * conversationsARound} …`);
      const turnsMs = await converse(apps, handlings, 1);
      turnsMs.forEach((of, at) => alone[at]!.push(...of));
    }
    say(`turn: ${crowd} conversations at once …`);
    const together = await converse(apps, handlings, crowd);
    return { calls, figures: [figuresOf(1, alone), figuresOf(crowd, together)] };
  } finally {
    await Promise.all(apps.map((app) => app.stop()));
  }
}

/** One conversation with the app that tells of its calls. */
async function see(app: RunningApp): Promise<Handlings> {
  try {
    const conversation = await app.begins(1);
    await settled(app);
    for (const text of script) {
      await conversation.says(text, 1);
      await settled(app);
    }
    const told = app.store.snapshot().map(({ data }) => data as Partial<ToldCall>);
    return handlingsOf(told.filter((call): call is ToldCall => call.told === true));
  } finally {
    await app.stop();
  }
}

/** At rest: nothing is handled, and nothing was written for a while. */
async function settled(app: RunningApp): Promise<void> {
  for (let before = -1; before !== app.changes();) {
    before = app.changes();
    await app.engine.idle();
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

/**
 * Conversations with each app, whose patients write at the same instant. The apps take turns message by message, both at
 * rest before each, so that what else the machine does is the same for both.
 * @returns milliseconds of each turn, by app
 */
async function converse(
  apps: readonly RunningApp[],
  handlings: Handlings,
  count: number,
): Promise<[number[], number[]]> {
  const answersOf = (name: string): number => saysIn(handlings[name]);
  const crowds: Conversation[][] = [];
  for (const app of apps)
    crowds.push(await Promise.all(Array.from({ length: count }, () => app.begins(answersOf(opening)))));
  const turnsMs: [number[], number[]] = [[], []];
  for (const [at, text] of script.entries()) {
    const order = [...crowds.entries()];
    // neither is always the one that comes after the other
    if (at % 2 === 1) order.reverse();
    for (const [which, crowd] of order) {
      for (const app of apps) await settled(app);
      const said = crowd.map((one) => one.says(text, answersOf(visitorTurn(at))));
      turnsMs[which]!.push(...(await Promise.all(said)));
    }
  }
  return turnsMs;
}

function figuresOf(conversations: number, [own, twins]: readonly [number[], number[]]): TurnFigures {
  const [acolhe, twin] = [spreadOf(own), spreadOf(twins)];
  return { conversations, acolhe, twin, ratio: Math.round((acolhe.p95Ms / twin.p95Ms) * 100) / 100 };
}

function spreadOf(all: readonly number[]): Spread {
  const at = (share: number): number => Math.round(percentile(all, share) * 10) / 10;
  return { n: all.length, p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) };
}

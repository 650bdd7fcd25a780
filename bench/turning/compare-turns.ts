/** The bot's turn in the real engine beside an app that makes the same calls and decides nothing. */
import { mkdirSync } from 'fs';
import path from 'path';
import { buildApp } from '../../cli/packaging/build-app';
import { percentile } from '../figures';
import type { Handlings, ToldCall } from './calls';
import { handlingsOf, kindsOf, saysIn } from './handlings';
import { runApp, type RunningApp } from './running';
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
  runs: Runs,
  prepared: Prepared,
  { rounds, crowd }: { rounds: number; crowd: number },
): Promise<TurnComparison> {
  const calls = script.map((message, at) => {
    const of = prepared.handlings[visitorTurn(at)];
    return { message, answers: saysIn(of), calls: kindsOf(of) };
  });
  const alone = await oneByOne(runs, prepared, rounds);
  return { calls, figures: [alone, await allAtOnce(runs, prepared, crowd)] };
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
 * Conversations whose patients write at the same instant, each message once all before it are answered.
 * @returns milliseconds of each turn
 */
async function converse(app: RunningApp, handlings: Handlings, count: number): Promise<number[]> {
  const answersOf = (name: string): number => saysIn(handlings[name]);
  const begun = Array.from({ length: count }, () => app.begins(answersOf(opening)));
  const conversations = await Promise.all(begun);
  const turnsMs: number[] = [];
  for (const [at, text] of script.entries()) {
    await settled(app);
    const said = conversations.map((one) => one.says(text, answersOf(visitorTurn(at))));
    turnsMs.push(...(await Promise.all(said)));
  }
  return turnsMs;
}

/** Conversations with one and the other app take turns. */
async function oneByOne(
  { run, say }: Runs,
  { files, handlings }: Prepared,
  rounds: number,
): Promise<TurnFigures> {
  const apps = await Promise.all(files.map(run));
  const turnsMs: [number[], number[]] = [[], []];
  try {
    say('turn: one conversation …');
    for (const app of apps) await converse(app, handlings, warmedBy);
    for (let conversation = 0; conversation < rounds * conversationsARound; conversation += 1) {
      const turn = [...apps.entries()];
      // neither is always the one that comes after the other
      if (conversation % 2 === 1) turn.reverse();
      for (const [at, app] of turn) turnsMs[at]!.push(...(await converse(app, handlings, 1)));
    }
  } finally {
    await Promise.all(apps.map((app) => app.stop()));
  }
  return figuresOf(1, turnsMs);
}

/** An engine after the other: what an app does in the background is not the other's burden. */
async function allAtOnce(
  { run, say }: Runs,
  { files, handlings }: Prepared,
  crowd: number,
): Promise<TurnFigures> {
  const turnsMs: number[][] = [];
  for (const file of files) {
    say(`turn: ${crowd} conversations at once …`);
    const app = await run(file);
    try {
      await converse(app, handlings, warmedBy);
      turnsMs.push(await converse(app, handlings, crowd));
    } finally {
      await app.stop();
    }
  }
  return figuresOf(crowd, turnsMs as [number[], number[]]);
}

function figuresOf(conversations: number, [own, twins]: readonly [number[], number[]]): TurnFigures {
  const [acolhe, twin] = [spreadOf(own), spreadOf(twins)];
  return { conversations, acolhe, twin, ratio: Math.round((acolhe.p95Ms / twin.p95Ms) * 100) / 100 };
}

function spreadOf(all: readonly number[]): Spread {
  const at = (share: number): number => Math.round(percentile(all, share) * 10) / 10;
  return { n: all.length, p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) };
}

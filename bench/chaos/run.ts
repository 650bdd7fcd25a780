/** One run: conversations while things die, then peace, then judgement. */
import type { Owned } from '../../cli/starting/owned';
import type { Figures } from '../figures';
import { startDriver, type Driven } from './drive';
import type { Difference, Facts, ToldEvent } from './facts';
import { judge } from './judge';
import { startKiller } from './killer';
import { fateOf, killsOf, type KillKind, type PlanOptions } from './plan';
import { plant, type Defect } from './plant';
import { editWaiting, readFacts, stillWaiting } from './read-facts';
import { Recovery } from './recovery';
import { visitsOf } from './script';
import { eventsPath, startWorld, type World } from './world';

export interface RunOptions extends PlanOptions {
  /** Conversations side by side. */
  atOnce: number;
  /** No conversation begins later than this. */
  secondsLimit: number;
  /** For an answer, for a hand-off, and twice as long for peace at the end. */
  patienceSeconds: number;
  reconcile: boolean;
  /** The app's sweep is run so often, not only every 20 s. */
  sweepSeconds?: number;
  defect?: Defect;
}

export interface Result {
  differences: Difference[];
  conversations: number;
  messages: number;
  events: number;
  told: number;
  cells: number;
  kills: Partial<Record<KillKind, number>>;
  requests: Record<string, number>;
  drivingSeconds: number;
  settlingSeconds: number;
  settled: boolean;
  eventsPerSecond: number;
  recovery: Partial<Record<KillKind, Figures>>;
  unseenRecoveries: number;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));
const secondsSince = (ms: number): number => Math.round((performance.now() - ms) / 100) / 10;

export interface Run {
  result: Result;
  /** Puts a defect in, and judges again. */
  damage(defect: Defect): Promise<Difference[]>;
}

/** @param say progress, a line each @throws Error when the system cannot be started */
export async function run(owned: Owned, options: RunOptions, say: (line: string) => void): Promise<Run> {
  const told = new Map<string, ToldEvent>();
  const recovery = new Recovery();
  const world = await startWorld(owned, {
    ...{ processes: options.processes, reconcile: options.reconcile, log: () => undefined },
    fateOf: (n) => fateOf(options.seed, n),
    saw: (path, body) => {
      if (path !== eventsPath) return;
      for (const { id, type, subject, time } of JSON.parse(body) as ToldEvent[])
        told.set(`${subject}\u0000${id}`, { id, type, subject, time });
    },
    passed: (path, status, beganMs) => {
      if (path === eventsPath && status === 200) recovery.saw('accepted', beganMs, performance.now());
    },
  });
  if (options.sweepSeconds !== undefined) {
    const sweep = (): unknown => world.workspace.engine.runJobsNow('acolhe-sweep').catch(() => undefined);
    const sweeping = setInterval(sweep, options.sweepSeconds * 1_000);
    await owned.own({ stop: async () => clearInterval(sweeping) });
  }

  const beganMs = performance.now();
  const driven: Driven[] = [];
  const killer = startKiller(world, killsOf(options), (kind) => recovery.killed(kind, performance.now()));
  let begun = 0;
  const begin = (): void => {
    killer.reached((begun += 1));
    const now = `${driven.length} over, ${told.size} events told, ${secondsSince(beganMs)} s`;
    if (begun % 50 === 0) say(`${begun} conversations begun, ${now}`);
  };
  const drive = await startDriver({
    ...{ workspace: world.workspace, limitMs: options.patienceSeconds * 1_000 },
    answered: (sentMs) => recovery.saw('answered', sentMs, performance.now()),
  });
  const visits = visitsOf(options.seed, options.conversations);
  const patient = async (): Promise<void> => {
    for (const scripts of visits) {
      if (secondsSince(beganMs) > options.secondsLimit) return;
      for (const script of scripts) {
        begin();
        driven.push(await drive(script));
      }
    }
  };
  await Promise.all(Array.from({ length: options.atOnce }, patient));
  const drivingSeconds = secondsSince(beganMs);

  world.proxy.heal();
  await killer.over();
  say(`${driven.length} conversations over after ${drivingSeconds} s; waiting for what is under way …`);
  const settleMs = performance.now();
  const settled = await settle(world, driven, options, say);
  const settlingSeconds = secondsSince(settleMs);
  say('judging …');
  const facts = (): Promise<Facts> => readFacts(world, driven, { told, edits: options.reconcile });
  const damage = async (defect: Defect): Promise<Difference[]> => {
    await plant(
      defect,
      world.tenant,
      driven.map(({ rid }) => rid),
    );
    return judge(await facts());
  };
  const found = await facts();
  const differences = options.defect ? await damage(options.defect) : judge(found);
  const result: Result = {
    differences: [...silences(driven), ...differences],
    conversations: driven.length,
    messages: found.rooms.reduce((sum, { messages }) => sum + messages.length, 0),
    ...{ events: found.events.length, told: told.size, cells: found.cells.length },
    ...{ kills: killer.counts, requests: world.proxy.counts, drivingSeconds, settlingSeconds, settled },
    eventsPerSecond: Math.round(found.events.length / (drivingSeconds + settlingSeconds)),
    ...{ recovery: recovery.figures(), unseenRecoveries: recovery.unseen() },
  };
  return { result, damage };
}

/** Waits until nothing is left to do. @returns false when that does not come */
async function settle(
  world: World,
  driven: readonly Driven[],
  { patienceSeconds, reconcile }: RunOptions,
  say: (line: string) => void,
): Promise<boolean> {
  const beganMs = performance.now();
  const waiting = async (): Promise<string | undefined> =>
    (await stillWaiting(world)) ?? (reconcile ? editWaiting(world, driven) : undefined);
  // Reconciliation reads every room at the pace it keeps: about three a second.
  const limitSeconds = 2 * patienceSeconds + driven.length / 2;
  for (let round = 1; secondsSince(beganMs) < limitSeconds; round += 1) {
    const what = (await waiting()) ?? (await pause(500), await waiting());
    if (what === undefined) return true;
    if (round % 40 === 0) say(`waiting for: ${what}`);
    await pause(250);
  }
  return false;
}

function silences(driven: readonly Driven[]): Difference[] {
  return driven.flatMap(({ rid, unanswered, stuck }): Difference[] => [
    ...unanswered.map((line): Difference => ({ what: 'silent', where: `${rid}: line ${line}` })),
    ...(stuck === undefined ? [] : [{ what: 'silent' as const, where: `${rid}: ${stuck}` }]),
  ]);
}

/** `npm run bench:ingest`: how many events a second the CRM takes, end to end, beside what the database itself could take. */
import { MongoClient } from 'mongodb';
import { mkdtemp, rm } from 'fs/promises';
import { cpus, loadavg, tmpdir } from 'os';
import path from 'path';
import { Owned } from '../cli/starting/owned';
import { findMongo } from '../cli/mongodb';
import { measureCeiling } from './ingesting/ceiling';
import { grow } from './ingesting/grow';
import { measureLatency } from './ingesting/latency';
import { heldMemory, type HeldMemory } from './ingesting/memory';
import { eventsPerConversation, loadOf } from './ingesting/load';
import { cpuTime, type CpuTime } from './ingesting/cpu';
import { help, readOptions, workload, type Options } from './ingesting/options';
import { sendAll } from './ingesting/send';
import { startService, type Service } from './ingesting/service';

const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));
/** How often it is looked whether everything is there: looking costs the database too. */
const lookMs = 100;
const startMs = Date.UTC(2026, 4, 4, 12);
const rounded = (value: number, digits = 0): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** @param connections 0: as many as the driver likes */
function withPool(uri: string, connections: number): string {
  const url = new URL(uri);
  if (connections > 0) url.searchParams.set('maxPoolSize', String(connections));
  return url.href;
}

interface World {
  client: MongoClient;
  dataDir: string;
  uri: string;
  owned: Owned;
  options: Options;
  say: (line: string) => void;
}

/** Sends events and waits until all of it is in the documents. @returns milliseconds */
async function timed(
  service: Service,
  { options }: World,
  fromRoom: number,
  events: number,
  each?: (n: number) => void,
) {
  const conversations = Math.ceil(events / eventsPerConversation);
  const load = loadOf({ source: service.source, fromRoom, conversations, atOnce: options.atOnce, startMs });
  const beganMs = performance.now();
  const sent = await sendAll(
    service.target,
    load,
    { batchSize: options.batch, inFlight: options.inFlight },
    each,
  );
  const acknowledgedMs = performance.now() - beganMs;
  while (!(await service.projected())) await pause(lookMs);
  const projectedMs = performance.now() - beganMs;
  while (!(await service.counted())) await pause(lookMs);
  return { sent, acknowledgedMs, projectedMs, tookMs: performance.now() - beganMs };
}

async function throughput(world: World, workers: number) {
  const { client, uri, owned, options, say } = world;
  say(`${workers} worker(s): ${options.events} events …`);
  const service = await startService(client, withPool(uri, options.connections), workers, {
    profile: options.profile,
  });
  await owned.own(service);
  await timed(service, world, 9_000_000, Math.min(1_000, options.events));
  const memory = [await service.memoryMiB()];
  let middle: Promise<number> | undefined;
  const cpuBefore = await cpuTime(service.pid, world.dataDir);
  const run = await timed(service, world, 0, options.events, (sent) => {
    if (sent >= options.events / 2) middle ??= service.memoryMiB();
  });
  const cpuAfter = await cpuTime(service.pid, world.dataDir);
  memory.push((await middle) ?? 0, await service.memoryMiB());
  await service.stop();
  say('… and its documents, raw');
  // As many connections as all processes of the service had together.
  const rawClient = new MongoClient(withPool(uri, options.connections * workers));
  const fresh = rawClient.db(`${service.db.databaseName}_raw`);
  const rawBefore = await cpuTime(0, world.dataDir);
  const ceiling = await measureCeiling(service.db, fresh, {
    batchSize: options.batch,
    inFlight: options.inFlight,
  });
  const rawAfter = await cpuTime(0, world.dataDir);
  const events = await service.db.collection('events').countDocuments();
  await Promise.all([fresh.dropDatabase(), service.db.dropDatabase()]);
  await rawClient.close();
  const perSecond = (run.sent * 1_000) / run.tookMs;
  const ceilingPerSecond = (events * 1_000) / ceiling.tookMs;
  return {
    workers,
    events: run.sent,
    acknowledgedPerSecond: rounded((run.sent * 1_000) / run.acknowledgedMs),
    projectedPerSecond: rounded((run.sent * 1_000) / run.projectedMs),
    endToEndPerSecond: rounded(perSecond),
    ceilingPerSecond: rounded(ceilingPerSecond),
    documentsPerEvent: rounded(ceiling.documents / events, 2),
    ratio: rounded(perSecond / ceilingPerSecond, 2),
    // Microseconds of CPU per event: here what the clock says is told apart from what others did on the machine.
    cpuUs: {
      service: rounded(((cpuAfter.serviceMs - cpuBefore.serviceMs) * 1_000) / run.sent),
      database: rounded(((cpuAfter.databaseMs - cpuBefore.databaseMs) * 1_000) / run.sent),
      databaseRaw: rounded(((rawAfter.databaseMs - rawBefore.databaseMs) * 1_000) / events),
    },
    memoryMiB: { start: memory[0], middle: memory[1], end: memory[2] },
  };
}

/** What the service holds after a tenth, a half and all of very many events. */
async function memory(world: World): Promise<HeldMemory[]> {
  const { client, uri, owned, options, say } = world;
  const memoryFile = path.join(world.dataDir, 'memory.json');
  const service = await startService(client, withPool(uri, options.connections), 1, { memoryFile });
  await owned.own(service);
  const held: HeldMemory[] = [];
  let done = 0;
  for (const share of [0.1, 0.5, 1]) {
    const events = Math.round(options.memory * share) - done;
    say(`memory: ${events} more events …`);
    await timed(service, world, done, events);
    done += events;
    held.push(await heldMemory(service, memoryFile, done));
  }
  await service.stop();
  await service.db.dropDatabase();
  return held;
}

/** What an event costs with few and with many events stored. */
async function growth(world: World) {
  const { client, uri, owned, options, say } = world;
  const service = await startService(client, withPool(uri, options.connections), 1);
  await owned.own(service);
  const base = Math.min(10_000, options.stored);
  const sample = Math.min(5_000, base);
  say(`cost of an event at ${base} and at ${options.stored} stored ones …`);
  await timed(service, world, 0, base);
  const cpu = () => cpuTime(service.pid, world.dataDir);
  const smallFrom = await cpu();
  const small = await timed(service, world, 1_000_000, sample);
  const smallTo = await cpu();
  await grow(service.db, options.stored, (events) => say(`… ${events} stored`));
  await timed(service, world, 2_000_000, 1_000);
  const largeFrom = await cpu();
  const large = await timed(service, world, 3_000_000, sample);
  const largeTo = await cpu();
  await service.stop();
  await service.db.dropDatabase();
  const [fewMs, manyMs] = [small, large].map((run) => run.projectedMs / run.sent) as [number, number];
  const cpuUs = (from: CpuTime, to: CpuTime): number =>
    ((to.serviceMs + to.databaseMs - from.serviceMs - from.databaseMs) * 1_000) / sample;
  const [fewCpuUs, manyCpuUs] = [cpuUs(smallFrom, smallTo), cpuUs(largeFrom, largeTo)];
  return {
    ...{ few: base, many: options.stored },
    ...{ fewMs: rounded(fewMs, 3), manyMs: rounded(manyMs, 3), ratio: rounded(manyMs / fewMs, 2) },
    ...{ fewCpuUs: rounded(fewCpuUs), manyCpuUs: rounded(manyCpuUs) },
    cpuRatio: rounded(manyCpuUs / fewCpuUs, 2),
  };
}

async function latency(world: World) {
  const { client, uri, owned, options, say } = world;
  const { atOnce, rate, seconds } = options;
  say(`message to timeline: ${atOnce} conversations, ${rate} messages a second, ${seconds} s …`);
  const service = await startService(client, withPool(uri, options.connections), 1);
  await owned.own(service);
  await timed(service, world, 9_000_000, 1_000);
  const figures = await measureLatency(service, { conversations: atOnce, rate, seconds });
  await service.stop();
  await service.db.dropDatabase();
  return { conversations: atOnce, perSecond: rate, ...figures };
}

async function main(): Promise<void> {
  const { options, json, help: asked } = readOptions();
  if (asked) return console.log(help);
  const owned = new Owned();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void owned.stopAll().then(() => process.exit(1)));
  const dataDir = await mkdtemp(path.join(tmpdir(), 'acolhe-bench-'));
  try {
    const say = (line: string): void => console.error(line);
    const home = path.join(__dirname, '..', '.acolhe');
    const mongo = await findMongo({ dataDir, home, env: process.env, say });
    await owned.own(mongo);
    const client = new MongoClient(mongo.uri);
    await owned.own({ stop: () => client.close() });
    // Its threads wait for one interpreter lock: more connections than one make it slower, raw writes too.
    if (mongo.kind === 'secantus' && options.connections === 0) options.connections = 1;
    const world: World = { client, dataDir, uri: mongo.uri, owned, options, say };
    const machine = {
      ...{ cores: cpus().length, loadBefore: rounded(loadavg()[0] ?? 0, 1), node: process.version },
      mongodb: mongo.kind,
    };
    const runs = [];
    for (const workers of options.workers) runs.push(await throughput(world, workers));
    const messageToTimeline = options.rate > 0 ? await latency(world) : undefined;
    const stored = options.stored > 0 ? await growth(world) : undefined;
    const held = options.memory > 0 ? await memory(world) : undefined;
    const result = { machine, workload, options, runs, messageToTimeline, stored, memory: held };
    if (json) console.log(JSON.stringify(result, null, 2));
    else {
      console.log(workload);
      console.table(
        runs.map(({ memoryMiB, cpuUs, ...run }) => ({
          ...run,
          cpuUs: Object.values(cpuUs).join(' + '),
          memoryMiB: Object.values(memoryMiB).join(' → '),
        })),
      );
      if (messageToTimeline) console.table([messageToTimeline]);
      if (stored) console.table([stored]);
      if (held) console.table(held);
      console.log(JSON.stringify(machine));
    }
  } finally {
    await owned.stopAll();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

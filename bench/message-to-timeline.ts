/** `npm run bench:timeline`: how long a message takes from being sent until the CRM has stored it, and until its page shows it. */
import { randomUUID } from 'crypto';
import { MongoClient, type Db } from 'mongodb';
import { cpus, loadavg } from 'os';
import path from 'path';
import { parseArgs } from 'util';
import { demoPassword as staffPassword } from '../cli/starting/demo-staff';
import { Owned } from '../cli/starting/owned';
import { demoWorkspace } from '../cli/starting/service-environment';
import { startThrowAway } from '../cli/starting/throw-away';
import { enterAsAgent, enterAsPatient, until } from '../scripts/chat-over-http';
import { demoPassword as agentPassword } from '../workspace/demo-data';
import { signIn } from './crm-page';
import { figuresOf, table, type Figures } from './figures';
import { loopbackPosts, mongoRoundTrips } from './limits';

const load = { messages: 200, conversations: 10, perSecond: 5 };
const pollMs = 4;

interface Sent {
  marker: string;
  from: 'patient' | 'agent';
  sentMs: number;
  eventKey?: string;
  storedMs?: number;
  shownMs?: number;
}

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, Math.max(0, ms)));

/** Notes when the events of what was sent are in the database. @returns ends it */
function watchStore(db: Db, all: readonly Sent[]): () => Promise<void> {
  let ended = false;
  const watching = (async () => {
    while (!ended) {
      const waiting = all.filter((one) => one.eventKey !== undefined && one.storedMs === undefined);
      if (waiting.length > 0) {
        const keys = waiting.map((one) => one.eventKey ?? '');
        const found = await db
          .collection<{ _id: string }>('events')
          .find({ _id: { $in: keys } }, { projection: { _id: 1 } })
          .toArray();
        const seenMs = performance.now();
        for (const one of waiting) if (found.some(({ _id }) => _id === one.eventKey)) one.storedMs = seenMs;
      }
      await pause(pollMs);
    }
  })();
  return async () => {
    ended = true;
    await watching;
  };
}

async function measure(owned: Owned, say: (line: string) => void) {
  // what else the machine was doing decides much of the result
  const loadBefore = Math.round((loadavg()[0] ?? 0) * 10) / 10;
  say('Starting the system with throw-away data …');
  const started = await startThrowAway(path.join(__dirname, '..'), owned);
  const workspaceUrl = await started.startWorkspace();
  const client = new MongoClient(started.mongodb.uri);
  await owned.own({ stop: () => client.close() });
  const db = client.db(started.mongodb.database);

  const agent = await enterAsAgent(workspaceUrl, 'ana', agentPassword);
  const manager = await signIn(started.crmUrl, 'gestora@demo.example', staffPassword);
  const sent: Sent[] = [];
  const open = async (index: number) => {
    const patient = await enterAsPatient(workspaceUrl, `Pessoa ${index + 1}`);
    await patient.says('atendente');
    const { msg } = await patient.hears(/Seu número de paciente é/);
    await agent.takes(patient.rid);
    const patientId = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/.exec(msg)?.[0] ?? '';
    const end = await manager.watchTimeline(patientId, (html) => {
      const seenMs = performance.now();
      for (const one of sent)
        if (one.shownMs === undefined && html.includes(one.marker)) one.shownMs = seenMs;
    });
    await owned.own({ stop: async () => end() });
    return patient;
  };
  const patients = [];
  for (let index = 0; index < load.conversations; index += 1) patients.push(await open(index));
  await pause(2_000);

  say(
    `Sending ${load.messages} messages over ${load.conversations} conversations, ${load.perSecond} a second …`,
  );
  const stopWatching = watchStore(db, sent);
  const beganMs = performance.now();
  const underWay: Promise<void>[] = [];
  for (let index = 0; index < load.messages; index += 1) {
    await pause(beganMs + (index * 1000) / load.perSecond - performance.now());
    const patient = patients[index % patients.length]!;
    const from = Math.floor(index / patients.length) % 2 ? 'agent' : 'patient';
    const one: Sent = { marker: `recado-${randomUUID()}`, from, sentMs: performance.now() };
    sent.push(one);
    const posted = from === 'agent' ? agent.says(patient.rid, one.marker) : patient.says(one.marker);
    underWay.push(
      posted.then(({ message }) => {
        const { rid } = patient;
        one.eventKey = `${rid}\u0000${demoWorkspace}/${rid}/message/${message._id}/recorded/0`;
      }),
    );
  }
  await Promise.all(underWay);
  await until('every message in the CRM and on its page', async () =>
    sent.every((one) => one.storedMs !== undefined && one.shownMs !== undefined) ? true : undefined,
  );
  await stopWatching();

  say('Measuring the machine’s own limits …');
  const since = (list: readonly Sent[], when: 'storedMs' | 'shownMs'): Figures =>
    figuresOf(list.map((one) => (one[when] ?? NaN) - one.sentMs));
  const of = (from: Sent['from']): Sent[] => sent.filter((one) => one.from === from);
  const { version } = (await db.admin().command({ buildInfo: 1 })) as { version: string };
  const rows: [string, Figures][] = [
    ['patient’s message → stored in the CRM', since(of('patient'), 'storedMs')],
    ['agent’s message → stored in the CRM', since(of('agent'), 'storedMs')],
    ['patient’s message → in the timeline page', since(of('patient'), 'shownMs')],
    ['agent’s message → in the timeline page', since(of('agent'), 'shownMs')],
    ['limit: one durable insert and its read', figuresOf(await mongoRoundTrips(db, load.messages))],
    ['limit: one POST over loopback', figuresOf(await loopbackPosts(load.messages))],
  ];
  const machine = {
    cores: cpus().length,
    loadBefore,
    node: process.version,
    mongodb: `${started.mongodb.kind}, ${version}`,
  };
  return { load, machine, rows };
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
  const owned = new Owned();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void owned.stopAll().then(() => process.exit(1)));
  try {
    const { rows, ...rest } = await measure(owned, (line) => console.error(line));
    const measured = rows.map(([what, figures]) => ({ what, ...figures }));
    if (values.json) console.log(JSON.stringify({ ...rest, measured }, null, 2));
    else {
      const { cores, loadBefore, node, mongodb } = rest.machine;
      console.log(
        `${table(rows)}\n\n${cores} cores (load before: ${loadBefore}), Node ${node}, MongoDB: ${mongodb}`,
      );
    }
  } finally {
    await owned.stopAll();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

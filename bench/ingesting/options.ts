/** What `npm run bench:ingest` can be told on its command line. */
import path from 'path';
import { parseArgs } from 'util';

export interface Options {
  events: number;
  workers: number[];
  atOnce: number;
  batch: number;
  connections: number;
  inFlight: number;
  stored: number;
  memory: number;
  rate: number;
  seconds: number;
  profile?: string;
}

export function readOptions() {
  const { values } = parseArgs({
    options: {
      events: { type: 'string', default: '20000' },
      workers: { type: 'string', default: '1,2,4' },
      'at-once': { type: 'string', default: '50' },
      batch: { type: 'string', default: '200' },
      connections: { type: 'string', default: '0' },
      'in-flight': { type: 'string', default: '4' },
      stored: { type: 'string', default: '0' },
      memory: { type: 'string', default: '0' },
      rate: { type: 'string', default: '20' },
      seconds: { type: 'string', default: '20' },
      profile: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const number = (
    name:
      'events' | 'at-once' | 'batch' | 'connections' | 'in-flight' | 'stored' | 'memory' | 'rate' | 'seconds',
  ): number => {
    const value = Number(values[name]);
    if (Number.isInteger(value) && value >= 0) return value;
    throw new Error(`--${name} is a whole number`);
  };
  const options: Options = {
    events: number('events'),
    workers: values.workers.split(',').map(Number).filter(Boolean),
    ...{ atOnce: number('at-once'), batch: number('batch'), inFlight: number('in-flight') },
    connections: number('connections'),
    ...{
      stored: number('stored'),
      memory: number('memory'),
      rate: number('rate'),
      seconds: number('seconds'),
    },
    ...(values.profile !== undefined && { profile: path.resolve(values.profile) }),
  };
  return { options, json: values.json, help: values.help };
}

export const workload =
  'Work: an outbox that drains a backlog of screenings, each of 20 events (start, bot, ID, 9 messages, questions and ' +
  'answers, decision, hand-off, transfer, attendant, close; a new patient each), --at-once of them side by side. ' +
  'End to end: from the first request until every document and every dashboard cell shows it. Ceiling: every document ' +
  'the run left behind, inserted raw with the same indexes, durability, batch size and writes at once.';

export const help = `npm run bench:ingest -- [options]
  --events <n>      events of each throughput run (20000)
  --workers <list>  processes, one run each (1,2,4); empty: none
  --at-once <n>     conversations that run side by side (50)
  --batch <n>       events of a request, documents of a raw write (200)
  --in-flight <n>   requests, and raw writes, at once (4)
  --connections <n> to the database, of each process and for the raw writes (0: 1 with SecantusDB, else the driver's 100)
  --rate <n>        messages a second for the latency (20); 0: none
  --seconds <n>     for so long (20)
  --stored <n>      compare the cost of an event at 10,000 and at so many stored ones (0: no)
  --memory <n>      memory held after garbage collection at 10, 50 and 100 % of so many events (0: no)
  --profile <dir>   CPU profile of the service and its commands to the database (with --workers 1)
  --json

${workload}`;

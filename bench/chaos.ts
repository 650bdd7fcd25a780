/** `npm run chaos`: conversations while workers, MongoDB and the app's runtime are killed and requests go astray; nothing may be lost, doubled or out of order. */
import { cpus, loadavg } from 'os';
import { parseArgs } from 'util';
import { Owned } from '../cli/starting/owned';
import { killsOf } from './chaos/plan';
import { defects, type Defect } from './chaos/plant';
import { isRight, planLines, reportLines } from './chaos/report';
import { run, type RunOptions } from './chaos/run';

const help = `npm run chaos -- [options]
  --conversations <n>           (2000)
  --seed <n>                    decides scripts, kills and what becomes of each request (1)
  --seconds-limit <n>           begin no conversation later (3600)
  --at-once <n>                 conversations side by side (24)
  --processes <n>               processes of the service (2)
  --conversations-per-kill <n>  (40); at least one kill of each kind
  --patience <seconds>          for an answer or a hand-off (120); for peace at the end twice as long and half a second a conversation
  --sweep-seconds <n>           run the app's sweep so often (its own 20)
  --no-reconcile                without the service reading the workspace: edits and tags are not judged
  --plant lose|double|reorder|cell   damage the data before judging: the run must then fail
  --plan                        only show what would be killed when
  --json

The same seed gives the same scripts, the same kills at the same conversations and the same fate to the n-th request.
How the processes interleave is the machine's own. Needs a MongoDB that it may start and kill: MONGODB_URI is not used.
Exit code 1: something was lost, doubled, out of order, miscounted, silent, or never came to rest.`;

function readOptions() {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      conversations: text,
      seed: text,
      'seconds-limit': text,
      'at-once': text,
      processes: text,
      'conversations-per-kill': text,
      patience: text,
      'sweep-seconds': text,
      plant: text,
      reconcile: { type: 'boolean', default: true },
      ...{ plan: flag, json: flag, help: flag },
    },
  });
  const number = (name: keyof typeof values, otherwise: number): number => {
    const value = Number(values[name] ?? otherwise);
    if (!Number.isInteger(value) || value < 0 || (value === 0 && name !== 'seed'))
      throw new Error(`--${name}: a whole number from 1`);
    return value;
  };
  const defect = values.plant as Defect | undefined;
  if (defect !== undefined && !defects.includes(defect))
    throw new Error(`--plant: one of ${defects.join(', ')}`);
  const options: RunOptions = {
    conversations: number('conversations', 2_000),
    seed: number('seed', 1),
    secondsLimit: number('seconds-limit', 3_600),
    atOnce: number('at-once', 24),
    processes: number('processes', 2),
    conversationsPerKill: number('conversations-per-kill', 40),
    patienceSeconds: number('patience', 120),
    reconcile: values.reconcile,
    ...(values['sweep-seconds'] !== undefined && { sweepSeconds: number('sweep-seconds', 20) }),
    ...(defect && { defect }),
  };
  return { options, ...values };
}

async function main(): Promise<void> {
  let given: ReturnType<typeof readOptions>;
  try {
    given = readOptions();
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 2;
    return;
  }
  const { options, json } = given;
  if (given.help) return console.log(help);
  if (given.plan) {
    const kills = killsOf(options);
    return console.log(json ? JSON.stringify(kills, null, 2) : planLines(kills).join('\n'));
  }
  const owned = new Owned();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void owned.stopAll().then(() => process.exit(1)));
  const machine = { cores: cpus().length, loadBefore: Math.round(loadavg()[0] ?? 0), node: process.version };
  try {
    const { result } = await run(owned, options, (line) => console.error(line));
    if (json) console.log(JSON.stringify({ machine, options, ...result }, null, 2));
    else console.log(`${reportLines(result).join('\n')}\nseed ${options.seed}; ${JSON.stringify(machine)}`);
    process.exitCode = isRight(result) ? 0 : 1;
  } finally {
    await owned.stopAll();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

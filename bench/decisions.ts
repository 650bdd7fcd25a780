/** `npm run bench`: decisions a second, long tables, questions asked, and what installing the app costs. */
import { mkdtemp, rm } from 'fs/promises';
import { cpus, loadavg, tmpdir } from 'os';
import path from 'path';
import { parseArgs } from 'util';
import { packs } from '../settings/packs';
import type { Pack } from '../src/triage/pack';
import { compareEngines, type Timing } from './deciding/engines';
import { compareLengths } from './deciding/long-tables';
import { compareQuestions, type Spread } from './deciding/questions';
import type { Rate } from './deciding/rounds';
import { compareInstalls } from './installing/compare-installs';
import { describeUnderstanding, timeUnderstanding } from './understanding/time-understanding';
import { compareTurns } from './turning/compare-turns';
import { showTurns, turnMethod } from './turning/show-turns';

const parts = ['engines', 'length', 'questions', 'understanding', 'install', 'turn'] as const;
type Part = (typeof parts)[number];

const method = `engines    The same table in Acolhe, json-rules-engine and GoRules' ZEN engine: red flags, scope and rows of a pack, translated by
           code into each engine's own format. Answer sets are generated with every question answered, because only Acolhe
           reads "unknown"; the others are handed what Acolhe computes itself (body-mass index, age in days). All must agree on
           row and outcome of every set before anything is timed. Acolhe also gives its reasons. Each of the others runs in the
           way in which it is fastest here (rules by priority or side by side; columns or expressions; one decision after the
           other or 32 at once). Rounds take turns; median, slowest and fastest round.
length     A generated table of 1,000 rows beside one of 100 (44 questions, rows of 8 to 10 conditions), with all and with
           half of the answers.
questions  What the bot asks generated people, beside a questionnaire of every question that applies, in pack order, that ends
           at the first red flag, and one that does not. Other outcomes than the bot's end the run with 1
           (emergencies as urgent as each other are taken for one, and counted). The people are
           drawn, not patients: the figures compare ways of asking, and say nothing of a real day.
understanding  The time of understanding one message of 500, 5,000, 20,000 and 50,000 characters (gold utterances drawn at random, one after
           the other; of a longer text the first 20,000 and the last 2,000 characters are read), and of texts made to be slow.
install    Handing the packaged zip to the real Apps-Engine until the app is enabled, beside an app without a line of code,
           each in a fresh engine, taking turns; and the time from a first patient's red flag, sent at that moment, to the
           answer with the number to call. The engine is warm on the disk: Deno's cache is kept between rounds.
${turnMethod}`;

const help = `npm run bench -- [options]
  --only <parts>   of ${parts.join(',')} (all)
  --packs <ids>    tables for the engines (fr-covid-2020,respiratory)
  --rounds <n>     timed rounds (7), installs of each app too
  --for <ms>       of each engine in each round (300)
  --people <n>     whose questions are counted, of each pack asked of patients (1000)
  --crowd <n>      conversations at once, beside one alone (200)
  --seed <n>       of everything generated (1)
  --json

${method}`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: parts.join(',') },
      packs: { type: 'string', default: 'fr-covid-2020,respiratory' },
      rounds: { type: 'string', default: '7' },
      for: { type: 'string', default: '300' },
      people: { type: 'string', default: '1000' },
      crowd: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const number = (name: 'rounds' | 'for' | 'people' | 'crowd' | 'seed'): number => {
    const value = Number(values[name]);
    if (Number.isInteger(value) && value > 0) return value;
    throw new Error(`--${name} is a whole number above 0`);
  };
  const only = values.only.split(',').map((name): Part => {
    const part = parts.find((one) => one === name);
    if (!part) throw new Error(`--only: there is no part ${name}, only ${parts.join(', ')}`);
    return part;
  });
  const tables = values.packs.split(',').map((id): Pack => {
    const pack = Object.hasOwn(packs, id) ? packs[id] : undefined;
    if (!pack) throw new Error(`--packs: there is no pack ${id}, only ${Object.keys(packs).join(', ')}`);
    return pack;
  });
  const timing: Timing = { rounds: number('rounds'), forMs: number('for'), seed: number('seed') };
  return {
    only,
    tables,
    timing,
    people: number('people'),
    crowd: number('crowd'),
    json: values.json,
    help: values.help,
  };
}

async function measure({ only, tables, timing, people, crowd }: ReturnType<typeof readOptions>) {
  const say = (line: string): void => console.error(line);
  const has = (part: Part): boolean => only.includes(part);
  const machine = {
    ...{ cores: cpus().length, loadBefore: Math.round((loadavg()[0] ?? 0) * 10) / 10, node: process.version },
  };
  const engines = [];
  for (const pack of has('engines') ? tables : []) {
    say(`${pack.id}: rule engines …`);
    engines.push(await compareEngines(pack, timing));
  }
  if (has('length')) say('tables of 100 and of 1,000 rows …');
  const lengths = has('length') ? await compareLengths(timing) : undefined;
  const asked = [];
  for (const pack of has('questions') ? Object.values(packs) : []) {
    if (pack.use !== 'patient') continue;
    say(`${pack.id}: questions asked of ${people} people …`);
    asked.push(compareQuestions(pack, people, timing.seed));
  }
  if (has('understanding')) say('understanding messages …');
  const understanding = has('understanding') ? timeUnderstanding(messages, timing.seed) : undefined;
  const folder = await mkdtemp(path.join(tmpdir(), 'acolhe-bench-'));
  try {
    const install = has('install')
      ? await compareInstalls(path.join(__dirname, '..'), folder, timing.rounds, say)
      : undefined;
    const sizes = { rounds: timing.rounds, crowd };
    const turn = has('turn')
      ? await compareTurns(path.join(__dirname, '..'), path.join(folder, 'turn'), sizes, say)
      : undefined;
    return { machine, method, engines, lengths, asked, understanding, install, turn };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** Of 500 characters; fewer of the longer ones. */
const messages = 4_000;

const spread = ({ perSecond, leastPerSecond, mostPerSecond }: Rate): string =>
  `${perSecond} (${leastPerSecond} to ${mostPerSecond})`;
const asking = ({ mean, median, p95 }: Spread): string => `${mean} / ${median} / ${p95}`;

function show({
  machine,
  engines,
  lengths,
  asked,
  understanding,
  install,
  turn,
}: Awaited<ReturnType<typeof measure>>): void {
  console.log(method);
  for (const { engines: rates, ...table } of engines) {
    console.log(`\nDecisions a second: ${JSON.stringify(table)}`);
    console.table(
      rates.map((rate) => ({
        engine: rate.engine,
        perSecond: spread(rate),
        timesSlower: rate.timesSlower ?? '',
      })),
    );
  }
  if (lengths) {
    console.log('\nDecisions a second, by length of the table:');
    console.table(
      lengths.map(({ short, long, ...one }) => ({ ...one, rows100: spread(short), rows1000: spread(long) })),
    );
  }
  if (asked.length > 0) {
    console.log(
      '\nQuestions asked (mean / median / p95); the outcome was the same for everybody, or an emergency as urgent:',
    );
    console.table(
      asked.map(({ pack, people, askedMore, ...one }) => ({
        ...{ pack, people, bot: asking(one.asked), fixedOrder: asking(one.fixed) },
        ...{ fixedToTheEnd: asking(one.fixedToTheEnd), botAskedMore: askedMore },
      })),
    );
  }
  if (understanding) console.log(`\n${describeUnderstanding(understanding)}`);
  if (install) {
    console.log('\nInstall and enable, in milliseconds (median, least to most):');
    console.table(install);
  }
  if (turn) showTurns(turn);
  console.log(JSON.stringify(machine));
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options.help) return console.log(help);
  const measured = await measure(options);
  if (options.json) console.log(JSON.stringify(measured, null, 2));
  else show(measured);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

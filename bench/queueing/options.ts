/** What `npm run sim:queue` is asked for. */
import { parseArgs } from 'util';
import type { Plan } from './compare';

export const help = `npm run sim:queue -- [options]
  --loads <list>         offered work ÷ what the agents can do, each above 0, e.g. 0.8,0.95,1.1; default 0.8,0.85,0.9,0.95
  --urgent <list>        share of what the agents can do that red and orange take, each from 0 to the load; default 0.05,0.09
  --agents <list>        default 4
  --places <n>           conversations an agent may have at once, each as fast as one alone; default 1
  --rest <y:g:b>         how yellow, green and blue divide the others; default 45:40:15
  --service-minutes <n>  mean time of service, log-normal; default 12
  --cv <n>               standard deviation of it ÷ mean; default 0.75
  --patience <minutes>   mean patience (exponential) in the runs that count who leaves unseen; 0 = without; default 60
  --hours <n>            of each replication; default: 50,000 arrivals, or 12 hours where the load is 1 or more
  --replications <n>     default 10
  --seed <n>             default 1
  --no-erlang            without the comparison with Erlang C
  --json

People come as a Poisson process; every policy gets the same arrivals, urgencies and times of service (the n-th
conversation that begins takes the n-th time). acolhe = the product's own code (src/routing/queue, src/routing/urgency);
fifo = first in, first out, which is also Rocket.Chat's waiting queue by time; strict = priority that interrupts nobody;
rocketchat = Rocket.Chat's auto-selection. Waits in minutes, until everybody was served; intervals are of 95 %, over
replications. Ends with 1 when an aim does not hold, 2 on bad options.

Aims: urgent work up to 0.09 and load 0.8 to 0.95: urgent p95 wait at most half of fifo's, mean wait of the rest at most
10 % longer; elsewhere both within 2 % of strict; Erlang C within 2 % of the simulated mean wait (exponential service,
one urgency; loads below 1).`;

export interface Options {
  plans: Plan[];
  erlang: boolean;
  json: boolean;
  help: boolean;
}

/** @throws RangeError naming the option */
export function readOptions(args: readonly string[]): Options {
  const { values } = parsed(args);
  const plans = numbers('--agents', values.agents, isCount).flatMap((agents) =>
    numbers('--loads', values.loads, (one) => one > 0 && one <= 100).flatMap((load) =>
      numbers('--urgent', values.urgent, (one) => one >= 0 && one <= load).map((urgent) => ({
        ...{ agents, load, urgent, rest: restOf(values.rest) },
        places: one('--places', values.places, isCount),
        serviceMinutes: one('--service-minutes', values['service-minutes'], (minutes) => minutes > 0),
        cv: one('--cv', values.cv, (cv) => cv >= 0 && cv <= 10),
        patienceMinutes: one('--patience', values.patience, (minutes) => minutes >= 0),
        replications: one('--replications', values.replications, isCount),
        seed: one('--seed', values.seed, Number.isInteger),
        ...(values.hours !== undefined && { hours: one('--hours', values.hours, (hours) => hours > 0) }),
      })),
    ),
  );
  return { plans, erlang: !values['no-erlang'], json: values.json, help: values.help };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        loads: { type: 'string', default: '0.8,0.85,0.9,0.95' },
        urgent: { type: 'string', default: '0.05,0.09' },
        agents: { type: 'string', default: '4' },
        places: { type: 'string', default: '1' },
        rest: { type: 'string', default: '45:40:15' },
        'service-minutes': { type: 'string', default: '12' },
        cv: { type: 'string', default: '0.75' },
        patience: { type: 'string', default: '60' },
        hours: { type: 'string' },
        replications: { type: 'string', default: '10' },
        seed: { type: 'string', default: '1' },
        'no-erlang': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new RangeError(error instanceof Error ? error.message : String(error));
  }
}

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= 5_000;

function numbers(option: string, text: string, isGood: (value: number) => boolean): number[] {
  return text.split(',').map((part) => one(option, part, isGood));
}

function one(option: string, text: string, isGood: (value: number) => boolean): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (!Number.isFinite(value) || !isGood(value))
    throw new RangeError(`${option}: ${text || 'nothing'} is not possible`);
  return value;
}

function restOf(text: string): Plan['rest'] {
  const [yellow, green, blue, ...more] = text.split(':').map(Number);
  const shares = [yellow, green, blue].map((share) => share ?? NaN);
  if (more.length > 0 || shares.some((share) => !(share >= 0)) || shares.every((share) => share === 0))
    throw new RangeError(`--rest: ${text} is not yellow:green:blue`);
  return { yellow: shares[0]!, green: shares[1]!, blue: shares[2]! };
}

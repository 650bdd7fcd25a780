/** Decisions a second of this product's evaluator and of other rule engines, on the same table and the same answers. */
import { decideNow } from '../../src/triage/evaluate';
import type { Pack } from '../../src/triage/pack';
import { jsonRulesEngine, type Facts } from './json-rules';
import { drawing, factsOf, somebody } from './people';
import { plainRules } from './plain-rules';
import { rates, type Burst, type Rate } from './rounds';
import { zenEngine } from './zen';

/** ZEN works outside of JavaScript: asked for one decision after the other, most of its time would be waiting. */
const atOnce = 32;

type Decide = (facts: Facts) => Promise<number | undefined>;

interface Contender {
  name: string;
  decide: Decide;
  atOnce: number;
}

export interface EngineFigures extends Rate {
  engine: string;
  /** How many times as many decisions this product makes. */
  timesSlower?: number;
}

export interface Compared {
  pack: string;
  rows: number;
  questions: number;
  /** Answer sets on which all agreed before anything was timed. */
  agreedOn: number;
  /** Red flags and scope count as one row each. */
  rowsThatDecided: number;
  engines: EngineFigures[];
}

export interface Timing {
  rounds: number;
  forMs: number;
  seed: number;
}

/** @throws Error naming the first answers on which an engine decides differently */
export async function compareEngines(
  pack: Pack,
  { rounds, forMs, seed }: Timing,
  people = 400,
): Promise<Compared> {
  const next = drawing(seed);
  // from hardly ill to very ill, so that every part of the table decides for some
  const told = Array.from({ length: people }, (_, at) =>
    somebody(pack, next, { yes: [0.01, 0.04, 0.16][at % 3]!, unknown: 0 }),
  );
  const facts = told.map((one) => factsOf(pack, one));
  const known = new Set(Object.keys(facts[0]!).filter((id) => facts.every((one) => id in one)));
  const rules = plainRules(pack, known);
  const contenders = await fastest(facts, forMs, [
    [
      { name: 'json-rules-engine', decide: jsonRulesEngine(rules, 'priorities'), atOnce: 1 },
      { name: 'json-rules-engine', decide: jsonRulesEngine(rules, 'side-by-side'), atOnce: 1 },
    ],
    [
      { name: '@gorules/zen-engine', decide: zenEngine(rules, 'columns'), atOnce },
      { name: '@gorules/zen-engine', decide: zenEngine(rules, 'expressions'), atOnce },
      { name: '@gorules/zen-engine', decide: zenEngine(rules, 'expressions'), atOnce: 1 },
    ],
  ]);
  const deciding = new Set<string>();
  for (const [at, answers] of told.entries()) {
    const own = decideNow(pack, answers);
    deciding.add(own.row);
    for (const { name, decide } of contenders) {
      const found = rules[(await decide(facts[at]!)) ?? -1];
      if (found?.outcome !== own.outcome.id || found.row !== own.row)
        throw new Error(
          `${name} decides ${found?.row ?? 'nothing'}, Acolhe ${own.row}, on ${JSON.stringify(answers)}`,
        );
    }
  }
  const [own, ...others] = await rates(
    [
      () => {
        for (const answers of told) decideNow(pack, answers);
        return told.length;
      },
      ...contenders.map((contender) => burstOf(contender, facts)),
    ],
    rounds,
    forMs,
  );
  return {
    ...{
      pack: pack.id,
      rows: pack.table.length,
      questions: pack.questions.length,
      agreedOn: people,
      rowsThatDecided: deciding.size,
    },
    engines: [
      { engine: 'Acolhe', ...own! },
      ...others.map((rate, at) => ({
        engine: contenders[at]!.name,
        ...rate,
        timesSlower: Math.round((own!.perSecond / rate.perSecond) * 10) / 10,
      })),
    ],
  };
}

/** Each engine in the way in which it is fastest here. */
async function fastest(
  facts: readonly Facts[],
  forMs: number,
  choices: readonly (readonly Contender[])[],
): Promise<Contender[]> {
  const chosen: Contender[] = [];
  for (const ways of choices) {
    const tried = await rates(
      ways.map((way) => burstOf(way, facts)),
      1,
      Math.min(100, forMs),
    );
    const best = tried.reduce((top, { perSecond }, at) => (perSecond > tried[top]!.perSecond ? at : top), 0);
    chosen.push(ways[best]!);
  }
  return chosen;
}

function burstOf({ decide, atOnce: side }: Contender, facts: readonly Facts[]): Burst {
  let at = 0;
  return async () => {
    const some = Array.from({ length: side }, () => facts[(at += 1) % facts.length]!);
    if (side === 1) await decide(some[0]!);
    else await Promise.all(some.map(decide));
    return side;
  };
}

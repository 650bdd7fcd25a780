/** `npm run sim:queue`: the product's order of the queue beside other ways to serve it, and Erlang C. */
import { compare, type Plan } from './queueing/compare';
import { checkErlang, type ErlangCheck } from './queueing/erlang-check';
import { checkEstimate } from './queueing/estimate-check';
import { help, readOptions, type Options } from './queueing/options';
import { comparisonLines, erlangLine, estimateLine } from './queueing/show';

const mostArrivals = 6_000_000;

function options(): Options | undefined {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof RangeError ? error.message : error);
    process.exitCode = 2;
    return undefined;
  }
}

/** One for each number of agents and load: the share of the urgent changes nothing there. */
function erlangChecks(plans: readonly Plan[]): ErlangCheck[] {
  const wanted = new Map(plans.map((plan) => [`${plan.agents} ${plan.load}`, plan]));
  return [...wanted.values()].flatMap(
    ({ agents, load, serviceMinutes, seed }) =>
      checkErlang({ agents, load, serviceMinutes, seed, most: mostArrivals }) ?? [],
  );
}

function main(): void {
  const asked = options();
  if (!asked) return;
  if (asked.help) return console.log(help);
  const comparisons = asked.plans.map((plan) => {
    const compared = compare(plan);
    // a queue that never empties is looked at as long as the comparison does, not longer
    const found = {
      ...compared,
      estimate: checkEstimate(plan, Math.ceil(compared.arrivals / plan.replications)),
    };
    if (!asked.json) console.log([...comparisonLines(found), estimateLine(found.estimate), ''].join('\n'));
    return found;
  });
  const erlang = asked.erlang ? erlangChecks(asked.plans) : [];
  for (const check of asked.json ? [] : erlang) console.log(erlangLine(check));
  const holds =
    comparisons.every(({ aims }) => aims.every((aim) => aim.holds)) &&
    erlang.every(({ verdict }) => verdict !== 'differs');
  if (asked.json) console.log(JSON.stringify({ holds, comparisons, erlang }, undefined, 2));
  if (!holds) process.exitCode = 1;
}

main();

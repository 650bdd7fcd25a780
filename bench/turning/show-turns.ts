import type { TurnComparison } from './compare-turns';

export const turnMethod = `turn       From a patient's message until all of the bot's answer is in the room, in the real Apps-Engine, beside an app that
           makes the same calls and decides nothing. Acolhe is packaged once more with accessors that tell of each call; the
           other app repeats what was told for each thing that happens, with the same arguments, each call once those are
           answered that had been then, and sends to the CRM in the same way. The CRM takes all at once. Each
           app runs in an engine of its own; they take turns message by message, both at rest before each. One conversation: message
           after message. Many: all patients write at the same instant, the next message comes when all are answered.
           20 conversations at once come first and are not counted. Everything shares this machine: engine, apps, workspace and patients.`;

export function showTurns({ calls, figures }: TurnComparison): void {
  console.log(
    "\nCalls to the engine in answer to a message (those for recording the bot's own words come on top):",
  );
  console.table(calls.map(({ calls: kinds, ...one }) => ({ ...one, ...kinds })));
  console.log("\nFrom a patient's message to the whole answer, in milliseconds (p50 / p95 / p99):");
  console.table(
    figures.map(({ conversations, acolhe, twin, ratio }) => ({
      ...{ conversations, turns: acolhe.n, acolhe: shown(acolhe), sameCalls: shown(twin), ratioOfP95: ratio },
    })),
  );
}

const shown = ({ p50Ms, p95Ms, p99Ms }: { p50Ms: number; p95Ms: number; p99Ms: number }): string =>
  `${p50Ms} / ${p95Ms} / ${p99Ms}`;

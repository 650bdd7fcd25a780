/** `acolhe protocol replay`: kept decisions made again, each by the version that made it, or all by another one. */
import type { Writable } from 'stream';
import type { PackVersions } from '../../settings/pack-versions';
import { redFlagOfAnswer } from '../../src/safety/red-flags';
import type { Pack } from '../../src/triage/pack';
import {
  reconsider,
  replayDecision,
  shifts,
  type Difference,
  type KeptDecision,
} from '../../src/triage/replay';
import type { DecisionLine, Given } from './decision-lines';
import { LineWriter } from './line-writer';

export interface ReplayStreams {
  output: Writable;
  errors: Writable;
}

/** What stands for a pack where none had asked yet. */
const universalList = 'universal';

type Counts = Record<string, number>;

/** What became of one decision; `state` is what is counted. */
interface Replayed {
  state: string;
  json?: object;
  text?: string;
}

const inWords = ({ field, kept, now }: Difference): string => `${field} ${kept || '—'} → ${now || '—'}`;

interface Task {
  /** States counted in the summary though none came up. */
  states: readonly string[];
  /** The worst exit code of each state; 0 where it is not named. */
  codes: Readonly<Record<string, 1 | 2>>;
  one(decision: DecisionLine): Promise<Replayed>;
  heading: string;
}

/** @returns the exit code */
async function each(
  given: AsyncIterable<Given>,
  task: Task,
  json: boolean,
  streams: ReplayStreams,
): Promise<number> {
  const writer = new LineWriter(streams.output);
  const counts: Counts = Object.fromEntries(['decisions', ...task.states].map((state) => [state, 0]));
  const count = (state: string): void => void (counts[state] = (counts[state] ?? 0) + 1);
  let code = 0;
  for await (const item of given) {
    if ('problem' in item) {
      streams.errors.write(`${item.name}: ${item.problem}\n`);
      if (json) await writer.line(JSON.stringify({ name: item.name, error: item.problem }));
      count('bad-lines');
      code = 2;
      continue;
    }
    const { decision, name } = item;
    const { state, json: told, text } = await task.one(decision);
    count('decisions');
    count(state);
    code = Math.max(code, task.codes[state] ?? 0);
    const shown = decision.decision ?? name;
    const { pack, packVersion } = decision;
    if (json)
      await writer.line(JSON.stringify({ decision: shown, pack, version: packVersion, state, ...told }));
    else if (text !== undefined) await writer.line(`${shown}: ${text}`);
  }
  if (json) await writer.line(JSON.stringify({ summary: counts }));
  else {
    const parts = Object.entries(counts).map(([state, n]) => `${n} ${state}`);
    await writer.line(`${task.heading}: ${parts.join(', ')}`);
  }
  await writer.end();
  if (counts['decisions'] === 0 && code === 0) streams.errors.write('No decisions.\n');
  return code;
}

const erased: Replayed = {
  state: 'without-answers',
  text: 'its answers are not there: erased, or never codes',
};

/** A red flag told before any protocol asked: is it one by itself, with the same number to call? */
function raisedAgain({ concept, call }: NonNullable<DecisionLine['raised']>): Replayed {
  const now = redFlagOfAnswer(concept, true);
  if (!now) return { state: 'without-answers', text: 'told beside other signs, which no decision holds' };
  if (now.call === call) return { state: 'same' };
  const differences = [{ field: 'call', kept: call, now: now.call }];
  return { state: 'different', json: { differences }, text: `call ${call} → ${now.call}` };
}

/**
 * @param versions where the version that decided is looked for
 * @returns the exit code: 0 all reproduced, 1 differences, 2 a bad line or a version that is not there any more
 */
export function replayAll(
  given: AsyncIterable<Given>,
  versions: PackVersions,
  json: boolean,
  streams: ReplayStreams,
): Promise<number> {
  const gone = new Set<string>();
  const one = async (decision: DecisionLine): Promise<Replayed> => {
    const { answers, pack: id, packVersion } = decision;
    if (!answers) return decision.raised && id === universalList ? raisedAgain(decision.raised) : erased;
    const pack = await versions.find(id, packVersion, decision.knowledge);
    if (!pack) {
      const version = `${id} ${packVersion}`;
      if (!gone.has(version)) streams.errors.write(`There is no version ${version} any more.\n`);
      gone.add(version);
      return { state: 'version-missing', text: `there is no version ${version} any more` };
    }
    const differences = replayDecision(pack, { ...decision, answers });
    if (differences.length === 0) return { state: 'same' };
    return { state: 'different', json: { differences }, text: differences.map(inWords).join(', ') };
  };
  const codes = { different: 1, 'version-missing': 2 } as const;
  return each(given, { states: ['same', 'different'], codes, one, heading: 'Made again' }, json, streams);
}

/**
 * What `pack` would have decided; decisions of other packs are counted and left.
 * @returns the exit code: 0, or 2 for a bad line. A difference is an answer here, not a fault.
 */
export function replayAgainst(
  given: AsyncIterable<Given>,
  pack: Pack,
  json: boolean,
  streams: ReplayStreams,
): Promise<number> {
  const one = async (decision: DecisionLine): Promise<Replayed> => {
    const { answers } = decision;
    if (decision.pack !== pack.id) return { state: 'of-another-pack' };
    if (!answers) return erased;
    const kept: KeptDecision = { ...decision, answers };
    const { shift, differences, wouldAsk } = reconsider(pack, kept);
    if (differences.length === 0)
      return { state: shift, json: { against: pack.version, differences, wouldAsk } };
    const asks = wouldAsk.length > 0 ? `; would have asked ${wouldAsk.join(', ')}` : '';
    return {
      state: shift,
      json: { against: pack.version, differences, wouldAsk },
      text: `${shift}: ${differences.map(inWords).join(', ')}${asks}`,
    };
  };
  const heading = `By ${pack.id} ${pack.version}`;
  return each(given, { states: shifts, codes: {}, one, heading }, json, streams);
}

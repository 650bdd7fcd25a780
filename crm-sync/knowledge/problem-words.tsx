/** What is wrong with what was brought in, in the reader's language: by its code and the name it is about. */
import type { PartProblem } from '../../src/knowledge/check-parts';
import type { Speech } from '../web/speech';

/** Where in a checker's own words stands what the problem is about. */
const about: Readonly<Record<string, RegExp>> = {
  'duplicate-id': /^(\S+) (?:is|has)/,
  'unknown-outcome': /names no outcome (\S+)$/,
  'unknown-choice': /^(\S+) /,
  'wrong-type': /^(\S+) /,
  bins: /^(\S+) /,
  'unknown-meaning': /^(\S+) /,
  'last-row-not-always': /row, ([^,]+),/,
  'unreachable-row': /after (\S+) can/,
  'not-json': /line (\d+)/,
  placeholders: /hold (.+)$/,
  'unknown-zone': /^(\S+) is/,
  'unknown-municipality': /^(\S+) is/,
  'unknown-state': /^(\S+) is/,
  'unknown-calendar': /of (\S+) are/,
  'other-state': /^(\S+) is/,
  'date-repeated': /^(\S+) occurs/,
  'rung-repeated': /^(.+) stands/,
  'rule-unreachable': /^rule (\d+)/,
};

type Wrong = Pick<PartProblem, 'code' | 'message'>;

/** @returns undefined for a code that has no words of its own */
export function problemWords(speech: Speech, { code, message }: Wrong): string | undefined {
  const key = `partProblem_${code}`;
  const words = speech.coded('partProblem', code);
  if (words === code) return undefined;
  const name = about[code]?.exec(message)?.[1];
  return speech.t(key as Parameters<Speech['t']>[0], { name: name ?? '…' });
}

/** Of these the reader's words say all there is to say. */
const saysAll: ReadonlySet<string> = new Set([
  ...[
    'invalid_type',
    'unrecognized_keys',
    'text-missing',
    'not-json',
    'empty',
    'unknown-outcome',
    'duplicate-id',
  ],
  ...['unknown-zone', 'unknown-municipality', 'unknown-state', 'unknown-calendar', 'other-state'],
  ...['date-repeated', 'rung-repeated', 'rule-unreachable'],
  ...['last-row-not-always', 'unknown-key', 'placeholders', 'workbook', 'csv-alone'],
]);

/** The checker's own words stand below, in English, where they say more. */
export function ProblemWords({ speech, problem }: { speech: Speech; problem: Wrong }) {
  const words = problemWords(speech, problem);
  if (words === undefined) return <span lang="en">{problem.message}</span>;
  if (saysAll.has(problem.code)) return <>{words}</>;
  return (
    <>
      {words}
      <span class="sub" lang="en">
        {problem.message}
      </span>
    </>
  );
}

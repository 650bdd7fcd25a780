// How many mutants were noticed, and which were not.

/** An endless loop is found by how often it is passed. One that only ran out of time may have met a busy machine. */
const isEndless = ({ status, statusReason }) => status === 'Timeout' && /hit limit/i.test(statusReason ?? '');
export const isKilled = (result) => result.status === 'Killed' || isEndless(result);
export const isAlive = (result) =>
  !isKilled(result) && ['Survived', 'NoCoverage', 'Timeout'].includes(result.status);

const z95 = 1.959_963_984_540_054;

/** Wilson's 95 % score interval. Source: E. B. Wilson, JASA 1927;22:209–212. */
export function intervalOf(n, of) {
  if (of === 0) return { low: 0, high: 1 };
  const share = n / of;
  const width = 1 + (z95 * z95) / of;
  const middle = (share + (z95 * z95) / (2 * of)) / width;
  const half = (z95 * Math.sqrt((share * (1 - share)) / of + (z95 * z95) / (4 * of * of))) / width;
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

const percent = (value) => `${(100 * value).toFixed(1)} %`;

/** Mutants that cannot be run (the test runner itself fails with them) count on neither side. */
export function scoreInWords(results) {
  const killed = results.filter(isKilled).length;
  const of = killed + results.filter(isAlive).length;
  if (of === 0) return 'nothing was tested';
  const { low, high } = intervalOf(killed, of);
  const late = results.filter((result) => result.status === 'Timeout' && isAlive(result)).length;
  return `${killed} of ${of} killed = ${percent(killed / of)} (${percent(low)} to ${percent(high)}), ${late} not, out of time`;
}

/** `Survived src/safety/ages.ts:12:5 BooleanLiteral → false`; lines and columns from 1. */
export function inWords({ fileName, location: { start }, mutatorName, replacement, status }) {
  const shown = (replacement ?? '').replace(/\s+/g, ' ').slice(0, 100);
  return `${status} ${fileName}:${start.line}:${start.column} ${mutatorName} → ${shown}`;
}

/** What a run found, for people. Pure. */
import type { Kill } from './plan';
import type { Result } from './run';

const shownAtMost = 20;

function list(counts: Readonly<Record<string, number | undefined>>): string {
  return Object.entries(counts)
    .map(([name, n]) => `${n} ${name}`)
    .join(', ');
}

export function planLines(kills: readonly Kill[]): string[] {
  return kills.map(
    ({ atConversation, kind, process, downMs }) =>
      `at conversation ${atConversation}: kill ${kind}${kind === 'crm-one' ? ` ${process}` : ''}` +
      (kind === 'runtime' ? '' : `, down for ${downMs} ms`),
  );
}

export function reportLines(result: Result): string[] {
  const { differences } = result;
  const of = (what: string): number => differences.filter((one) => one.what === what).length;
  const rows: [string, string][] = [
    ['conversations', String(result.conversations)],
    ['messages', String(result.messages)],
    ['events stored', `${result.events} (the app told ${result.told})`],
    ['kills', list(result.kills)],
    ['requests', list(result.requests)],
    [
      'driving, settling',
      `${result.drivingSeconds} s, ${result.settlingSeconds} s${result.settled ? '' : ' (NOT settled)'}`,
    ],
    ['events a second', String(result.eventsPerSecond)],
    ...Object.entries(result.recovery).map(([kind, { n, p50Ms, p95Ms, maxMs }]): [string, string] => [
      `recovery after ${kind}`,
      `p50 ${Math.round(p50Ms)} ms, p95 ${Math.round(p95Ms)} ms, max ${Math.round(maxMs)} ms (n=${n})`,
    ]),
    ['lost, double, out of order', `${of('lost')}, ${of('double')}, ${of('order')}`],
    ['cells unlike a recount', `${of('cell')} of ${result.cells}`],
    [
      'other differences',
      String(differences.filter(({ what }) => !['lost', 'double', 'order', 'cell'].includes(what)).length),
    ],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    ...rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`),
    ...differences.slice(0, shownAtMost).map(({ what, where }) => `DIFFERENCE ${what}: ${where}`),
    ...(differences.length > shownAtMost ? [`… and ${differences.length - shownAtMost} more`] : []),
  ];
}

/** Nothing differs, and everything came to rest. */
export const isRight = ({ differences, settled }: Result): boolean => settled && differences.length === 0;

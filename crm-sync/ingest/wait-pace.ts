/** How fast a department lately served, from its conversations. Pure. */
import type { Pace } from '../../src/routing/queue/estimate';
import { urgencyRank, type Urgency } from '../../src/routing/urgency';
import { urgencyOfRow, type UrgencyRow } from '../dispatch/waiting-row';
import type { EncounterDocument } from '../store/documents';

export type PaceRow = UrgencyRow & Pick<EncounterDocument, 'department' | 'marks' | 'closedAt'>;

/** What is longer ago says little of now. */
export const windowMs = 2 * 3_600_000;
/** A room that nobody closed is no conversation of hours. */
const longestServiceMs = 2 * 3_600_000;

interface Served {
  fromMs: number;
  toMs?: number;
}

/**
 * @param rows conversations of the department that something happened to in the window
 * @returns undefined where nobody was served there lately: nothing can be said then
 */
export function paceOf(rows: readonly PaceRow[], urgency: Urgency, now: Date): Pace | undefined {
  const nowMs = now.getTime();
  const sinceMs = nowMs - windowMs;
  const served = rows.flatMap((row) => servedOf(row, nowMs) ?? []);
  const lately = served.filter(({ fromMs, toMs = nowMs }) => fromMs >= sinceMs || toMs >= sinceMs);
  if (lately.length === 0) return undefined;
  const services = lately.flatMap(({ fromMs, toMs }) =>
    toMs === undefined ? [] : [(toMs - fromMs) / 60_000],
  );
  const cameBefore = rows.filter(
    (row) =>
      urgencyRank[urgencyOfRow(row)] < urgencyRank[urgency] &&
      row.marks.some(({ kind, at }) => kind === 'queued' && at.getTime() >= sinceMs),
  );
  return {
    windowMinutes: windowMs / 60_000,
    taken: served.filter(({ fromMs }) => fromMs >= sinceMs).length,
    services: services.length,
    ...(services.length > 0 && {
      serviceMinutes: services.reduce((sum, one) => sum + one, 0) / services.length,
    }),
    places: mostAtOnce(lately, nowMs),
    overtaking: cameBefore.length,
  };
}

/** From the first person who took it until its end; a room that stayed open counts up to the longest. */
function servedOf({ marks, closedAt }: PaceRow, nowMs: number): Served | undefined {
  const taken = marks.find((mark) => mark.kind === 'assigned' && mark.agentKind === 'human');
  if (!taken) return undefined;
  const fromMs = taken.at.getTime();
  const lastMs = fromMs + longestServiceMs;
  const toMs = closedAt ? Math.min(closedAt.getTime(), lastMs) : lastMs < nowMs ? lastMs : undefined;
  return { fromMs, ...(toMs !== undefined && { toMs: Math.max(toMs, fromMs) }) };
}

/** As many conversations as were served at one time, so many can be. */
function mostAtOnce(served: readonly Served[], nowMs: number): number {
  const changes = served
    .flatMap(({ fromMs, toMs = nowMs + 1 }) => [
      { atMs: fromMs, by: 1 },
      { atMs: toMs, by: -1 },
    ])
    .sort((a, b) => a.atMs - b.atMs || a.by - b.by);
  let [open, most] = [0, 1];
  for (const { by } of changes) most = Math.max(most, (open += by));
  return most;
}

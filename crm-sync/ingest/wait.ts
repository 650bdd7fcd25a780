import { waitQuestion, type WaitAnswer } from '../../contract/question';
import { expectedWait } from '../../src/routing/queue/estimate';
import { before } from '../../src/routing/queue/order';
import { waitingFields, waitingOf, type WaitingRow } from '../dispatch/waiting-row';
import type { EncounterDocument } from '../store/documents';
import type { Tenant } from '../store/tenant';
import { readMeasures } from '../supervision/wait-measures';
import { parsedQuestion, type SignedHandler } from './signed-routes';
import { paceOf, windowMs, type PaceRow } from './wait-pace';

type Queued = WaitingRow & Pick<EncounterDocument, 'workspace'>;
type Lately = PaceRow & Pick<EncounterDocument, 'workspace'>;

/** The pace of the last hours is no other one after so long; many who wait ask at once. */
const paceKeptMs = 20_000;
const mostRead = 2_000;

/**
 * Where in the queue of its department is this conversation, and for how long still? By the product's order of the queue.
 * Nothing is told of the others but how many they are.
 */
export function waitHandler(now: () => Date = () => new Date()): SignedHandler {
  const kept = new Map<string, { atMs: number; rows: Promise<Lately[]> }>();

  function lately(tenant: Tenant, workspace: string): Promise<Lately[]> {
    const key = `${tenant.id} ${workspace}`;
    const atMs = now().getTime();
    const known = kept.get(key);
    if (known && atMs - known.atMs < paceKeptMs) return known.rows;
    const rows = tenant.encounters
      .find({ lastEventAt: { $gte: new Date(atMs - windowMs) } })
      .project<Lately>({
        ...{ workspace: 1, department: 1, marks: 1, closedAt: 1 },
        ...{ urgency: 1, redFlags: 1, disposition: 1 },
      })
      .sort({ lastEventAt: -1 })
      .limit(mostRead)
      .toArray();
    rows.catch(() => kept.delete(key));
    kept.set(key, { atMs, rows });
    return rows;
  }

  return async ({ tenant, workspace, body }): Promise<WaitAnswer> => {
    const question = parsedQuestion(waitQuestion, body);
    const rows = await tenant.encounters.find({ state: 'queued' }).project<Queued>(waitingFields).toArray();
    const at = now();
    const by = (await readMeasures(tenant))(workspace.id);
    const here = rows
      .filter((row) => row.workspace === workspace.id)
      .flatMap((row) => waitingOf(row, { by, now: at }) ?? []);
    const own = here.find(({ id }) => id === question.conversation);
    if (!own) return {};
    const ahead = here.filter(
      (other) => other !== own && other.department === own.department && before(other, own, at.getTime()),
    );
    const served = (await lately(tenant, workspace.id)).filter(
      (row) => row.workspace === workspace.id && row.department?.id === own.department,
    );
    const pace = paceOf(served, own.urgency, at);
    const minutes = pace && expectedWait(ahead.length, pace);
    return { before: ahead.length, ...(minutes !== undefined && { minutes: Math.ceil(minutes) }) };
  };
}

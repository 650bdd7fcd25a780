/** How soon a person is needed, as staff decided it: told to the app, whose clock, offers and words go by it. */
import { setTimeout } from 'timers/promises';
import type { Urgency } from '../../contract/service-events';
import type { EncounterDocument } from '../store/documents';
import type { Tenant } from '../store/tenant';
import { queueCommand } from './queue-command';

export interface UrgencyOrder {
  urgency: Urgency;
  /** Staff ID. */
  staff: string;
  /** The same for the same form. */
  key: string;
}

/**
 * `red-flag`: a red flag stands, and nothing makes it less urgent · `closed`: it is over · `later`: the app has not answered,
 * and is told again until it does.
 */
export type UrgencyAnswer = 'accepted' | 'red-flag' | 'closed' | 'later';

type Row = Pick<EncounterDocument, '_id' | 'workspace'>;

/** What the app refuses, known before it is asked. */
export const isForbidden = ({ redFlags }: Pick<EncounterDocument, 'redFlags'>, urgency: Urgency): boolean =>
  redFlags.length > 0 && urgency !== 'red';

const idOf = (room: string, key: string): string => `urgency/${key}/${room}`.slice(0, 100);

/**
 * Queues it for each, and waits a moment for the apps' answers.
 * @param waitMs what is not answered by then goes on without being waited for
 */
export async function sendUrgency(
  tenant: Tenant,
  rows: readonly Row[],
  { urgency, staff, key }: UrgencyOrder,
  now: Date,
  waitMs = 4_000,
): Promise<Map<string, UrgencyAnswer>> {
  const answers = new Map<string, UrgencyAnswer>();
  const asked = new Map<string, string>();
  for (const { _id: room, workspace } of rows) {
    answers.set(room, 'later');
    const id = idOf(room, key);
    await queueCommand(tenant, workspace, { id, conversation: room, kind: 'urgency', urgency, staff }, now);
    const isReachable = tenant.workspaces.some((one) => one.id === workspace && one.appId !== undefined);
    if (isReachable) asked.set(id, room);
  }
  for (let leftMs = waitMs; asked.size > 0; leftMs -= 200) {
    const told = await tenant.commands.find({ _id: { $in: [...asked.keys()] } }).toArray();
    for (const { _id, state, reason } of told) {
      if (state === 'waiting') continue;
      const isRefused = state === 'refused';
      const why = isRefused && (reason === 'red-flag' || reason === 'closed') ? reason : undefined;
      // of one that the app does not know there is nobody to tell
      answers.set(asked.get(_id)!, why ?? (isRefused ? 'later' : 'accepted'));
      asked.delete(_id);
    }
    if (leftMs <= 0) break;
    if (asked.size > 0) await setTimeout(200);
  }
  return answers;
}

/**
 * What open pages follow: `queue`, `tasks`, `dashboard`, `patients` (the latest) and `patients/<id>` (one timeline). Pure.
 * A topic says where something changed, never what.
 */
import { can, type Action, type Role } from '../access/permissions';
import type { EncounterDocument } from '../store/documents';

export type Topic = 'queue' | 'tasks' | 'dashboard' | 'patients' | `patients/${string}`;

/** As much of a conversation as tells that it changed. */
export type PulseRow = Pick<EncounterDocument, '_id' | 'version' | 'state' | 'patientId' | 'touchToken'>;

function actionOf(topic: Topic): Action {
  if (topic === 'queue') return 'queue.read';
  if (topic === 'tasks') return 'tasks.read';
  return topic === 'dashboard' ? 'dashboard.read' : 'patients.read';
}

/** Those of the topics whose pages a role may open. */
export function topicsFor(role: Role, topics: readonly Topic[]): Topic[] {
  return topics.filter((topic) => can(role, actionOf(topic)));
}

/** The topics touched when conversations of these patients changed. */
export function topicsOf(patientIds: readonly (string | undefined)[]): Topic[] {
  const known = new Set(patientIds.filter((id) => id !== undefined));
  return ['queue', 'tasks', 'dashboard', 'patients', ...[...known].map((id): Topic => `patients/${id}`)];
}

/** Rows that are new, changed, or left the queue; a row that only grew old is no change. */
export function changedRows(
  before: ReadonlyMap<string, PulseRow>,
  after: ReadonlyMap<string, PulseRow>,
): PulseRow[] {
  const changed: PulseRow[] = [];
  for (const row of after.values()) {
    const old = before.get(row._id);
    const same = old?.version === row.version && old.patientId === row.patientId;
    // The token goes when the dashboard's cells have been counted.
    if (same && old.touchToken === row.touchToken) continue;
    changed.push(row);
    if (old && old.patientId !== row.patientId) changed.push(old);
  }
  for (const old of before.values()) if (old.state === 'queued' && !after.has(old._id)) changed.push(old);
  return changed;
}

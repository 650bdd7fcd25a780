/**
 * A patient's monitoring of one disease, a projection of the stream `follow-up/<patient id>/<disease>`. Coded facts only.
 * `_id` = the stream's name after the prefix.
 */
export interface FollowUpDocument {
  _id: string;
  patientId: string;
  /** How many events its fold had read. */
  version: number;
  state: 'none' | 'waiting' | 'asked' | 'held' | 'ended';
  /** When the job looks at it next; who does moves it on first. Absent while there is nothing to do. */
  dueAt?: Date;
  /** The number of the last try. */
  asks: number;
  /** Events of decisions it was told of, `<conversation>\u0000<event id>`, sorted. */
  told: string[];
  /** The last one told. */
  decision?: { conversation: string; event: string; at: Date };
  plan?: { pack: string; plan: string; disease: string; group?: string; onset: Date; everyHours: number };
  /** A person is to call. Worse comes first; `calls`: those that nobody answered. */
  task?: { reason: 'worse' | 'no-answer' | 'unreachable'; since: Date; calls: number };
  /** `task.since`: for a sparse index. */
  taskSince?: Date;
  ended?: { reason: string; at: Date };
}

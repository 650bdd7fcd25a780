/**
 * The app's memory: one record per input, which is only ever inserted and removed, never changed, because the store
 * has no conditional update and several processes write to it. A record moves through its life by being inserted in
 * the next phase before it is removed from the last one; a crash between the two leaves both, and the later one counts.
 */
import type { AcolheEvent } from '../../contract/event';
import type { Effect } from '../dialog/effect';
import type { Input, Reminder } from '../dialog/input';

/**
 * received: kept before anything else was done · kept: its effects and events are decided · unsent: performed, the CRM
 * has not acknowledged · done · refused: the CRM will never take it; set aside, visible.
 */
export const phases = ['received', 'kept', 'unsent', 'done', 'refused'] as const;
export type RecordPhase = (typeof phases)[number];

export interface TurnRecord {
  phase: RecordPhase;
  input: Input;
  receivedAt: string;
  /** Unlike any other copy's; of two copies of one input the smaller claim goes on (text order is time order). */
  claim: string;
  /** From `kept` on. */
  effects?: Effect[];
  events?: AcolheEvent[];
  keptAt?: string;
  /** When it came to the outbox; see `bucketOf`. */
  unsentAt?: string;
  /** Of `refused`. */
  reason?: string;
}

export interface DueReminder {
  conversation: string;
  reminder: Reminder;
  dueAt: string;
}

/** That a process has taken on a piece of work; see `claiming`. */
export interface Claim {
  conversation: string;
  work: string;
  /** When it was made, and something unlike any other's: text order is time order. */
  claim: string;
}

/** Where records live. The fake and Rocket.Chat's persistence pass the same contract suite. */
export interface Records {
  insert(record: TurnRecord): Promise<void>;
  /** Removes this one copy of a received record; other copies of the same input stay. */
  withdraw(record: TurnRecord): Promise<void>;
  /** Removes every record of this input in this phase. */
  remove(phase: RecordPhase, input: Pick<Input, 'conversation' | 'id'>): Promise<void>;
  ofConversation(conversation: string): Promise<TurnRecord[]>;
  inPhase(phase: 'received' | 'kept' | 'refused'): Promise<TurnRecord[]>;
  /** The outbox is read in parts, by when its records came: these may hold some, the oldest first. */
  unsentBuckets(): Promise<string[]>;
  unsentIn(bucket: string): Promise<TurnRecord[]>;
  /** Forgets that there was such a part; one that still holds records must not be forgotten. */
  forgetBucket(bucket: string): Promise<void>;
  /** Remembers that an effect of a kept record is done with, by its position among the record's effects. */
  markPerformed(input: Pick<Input, 'conversation' | 'id'>, effect: number): Promise<void>;
  performed(input: Pick<Input, 'conversation' | 'id'>): Promise<number[]>;
  forgetPerformed(input: Pick<Input, 'conversation' | 'id'>): Promise<void>;
  claim(claim: Claim): Promise<void>;
  claims(conversation: string, work: string): Promise<Claim[]>;
  unclaim(claim: Claim): Promise<void>;
  /** Removes all that is known of a conversation, but for reminders and that it is watched. */
  purge(conversation: string): Promise<void>;

  remind(reminder: DueReminder): Promise<void>;
  reminders(): Promise<DueReminder[]>;
  forgetReminder(reminder: DueReminder): Promise<void>;
  /** Forgets a conversation's reminders of one kind, whenever they are due. */
  forgetReminders(conversation: string, reminder: Reminder): Promise<void>;

  watch(conversation: string): Promise<void>;
  unwatch(conversation: string): Promise<void>;
  watched(): Promise<string[]>;
}

/** Records of the outbox from before it was parted. */
export const firstBucket = '0';
/** Long, as each part costs a reading of its own: five days are 120. */
const bucketMs = 3_600_000;
/** A process that hung for a while may still add to a part that is over. */
const lateMs = 10 * 60_000;

/** The hour in which a record came to the outbox: text order is time order. */
export function bucketOf(record: TurnRecord): string {
  const at = Date.parse(record.unsentAt ?? record.keptAt ?? record.receivedAt);
  return new Date(Math.floor(at / bucketMs) * bucketMs).toISOString();
}

/** Nothing comes to such a part of the outbox any more. */
export const isPastBucket = (bucket: string, now: Date): boolean =>
  bucket !== firstBucket && Date.parse(bucket) + bucketMs + lateMs < now.getTime();

export const recordKey = (input: Pick<Input, 'conversation' | 'id'>): string =>
  `${input.conversation}/${input.id}`;

/** One record per input: of several copies the one furthest on, of equal ones that with the smallest claim. */
export function latestCopies(records: readonly TurnRecord[]): TurnRecord[] {
  const latest = new Map<string, TurnRecord>();
  for (const record of records) {
    const key = recordKey(record.input);
    const seen = latest.get(key);
    const ahead = seen ? phases.indexOf(record.phase) - phases.indexOf(seen.phase) : 1;
    if (!seen || ahead > 0 || (ahead === 0 && record.claim < seen.claim)) latest.set(key, record);
  }
  return [...latest.values()];
}

export async function move(
  records: Records,
  record: TurnRecord,
  to: RecordPhase,
  more: Partial<TurnRecord> = {},
): Promise<TurnRecord> {
  const next: TurnRecord = { ...record, ...more, phase: to };
  if (to === 'done') {
    // every turn reads all records of its room: of what is over, only the input is needed
    delete next.effects;
    delete next.events;
    delete next.reason;
  }
  await records.insert(next);
  await records.remove(record.phase, record.input);
  return next;
}

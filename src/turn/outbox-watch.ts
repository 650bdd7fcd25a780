/**
 * The outbox is bounded. At the bound, records whose events are only words that Rocket.Chat keeps itself are let go, the
 * oldest first: reconciliation brings them back under the same ids. What only the app knows (answers, decisions, red
 * flags, hand-offs, who the patient is) is never let go, and the bot goes on whatever happens here.
 */
import { claiming } from './claims';
import { latestNote, type Note, type NoteKind, type Notes, noteInstead } from './notes';
import { noticesDue, type NoticeKind, noticeKinds, type OutboxFigures } from './outbox-notices';
import { isPastBucket, move, type Records, type TurnRecord } from './records';
import type { TurnWorld } from './world';

/** Room is made for this share of the bound, so that letting go is not begun with every message anew. */
const makeRoom = 0.05;
/** Parts to which nothing is added any more are counted this often. */
const countAgainMs = 10 * 60_000;
/** How often one process looks. */
const lookAgainMs = 60_000;

/** What one process remembers: losing it costs one more reading. */
export interface WatchMemory {
  lookedAtMs?: number;
  /** When this process last saw the CRM take something: what was counted until then is counted again. */
  sentAtMs?: number;
  counts: Map<string, { length: number; oldestMs: number | undefined; countedAtMs: number }>;
  /** Parts without anything that may be let go. */
  kept: Set<string>;
}
export const newWatchMemory = (): WatchMemory => ({ counts: new Map(), kept: new Set() });

export interface WatchWorld extends Pick<TurnWorld, 'now' | 'nonce' | 'log'> {
  records: Records;
  notes: Notes;
  watching: WatchMemory;
  configured: () => Promise<boolean>;
  /** Largest number of records. */
  outboxBound: () => Promise<number>;
  /** Says it in the administrators' channel. @returns false when none is set */
  tellAdministrators: (notice: NoticeKind, figures: OutboxFigures) => Promise<boolean>;
}

type Words = Pick<WatchWorld, 'records' | 'now'>;

/** How many records wait, and since when the oldest does. @param memory counts of before that may be used again */
export async function countOutbox(
  { records, now }: Words,
  memory: WatchMemory = newWatchMemory(),
): Promise<{ length: number; oldestMs: number | undefined }> {
  const nowMs = now().getTime();
  const buckets = await records.unsentBuckets();
  for (const bucket of memory.counts.keys()) if (!buckets.includes(bucket)) memory.counts.delete(bucket);
  let length = 0;
  let oldestMs: number | undefined;
  for (const bucket of buckets) {
    let count = memory.counts.get(bucket);
    const isOld =
      count && (nowMs - count.countedAtMs >= countAgainMs || count.countedAtMs <= (memory.sentAtMs ?? 0));
    if (!count || isOld || !isPastBucket(bucket, now())) {
      const unsent = await records.unsentIn(bucket);
      const since = unsent.map(waitsSinceMs);
      count = {
        length: unsent.length,
        oldestMs: since.reduce<number | undefined>((least, ms) => Math.min(least ?? ms, ms), undefined),
        countedAtMs: nowMs,
      };
      memory.counts.set(bucket, count);
    }
    length += count.length;
    if (count.oldestMs !== undefined) oldestMs = Math.min(oldestMs ?? count.oldestMs, count.oldestMs);
  }
  return { length, oldestMs };
}

const waitsSinceMs = (record: TurnRecord): number =>
  Date.parse(record.unsentAt ?? record.keptAt ?? record.receivedAt);

/** Once a minute: makes room when the bound is reached, and tells the administrators what they should know. */
export async function watchOutbox(world: WatchWorld): Promise<void> {
  const { watching, now } = world;
  const nowMs = now().getTime();
  if (watching.lookedAtMs !== undefined && nowMs - watching.lookedAtMs < lookAgainMs) return;
  watching.lookedAtMs = nowMs;
  const bound = await world.outboxBound();
  const { length } = await countOutbox(world, watching);
  if (length >= bound) await letGo(world, length - Math.floor(bound * (1 - makeRoom)));
  // without a CRM nothing can be sent, and nobody waits for it
  if (!(await world.configured())) return;
  const due = await dueNow(world, bound, watching);
  // what a process remembers may be over: looked at afresh before anybody is told
  for (const notice of due.length > 0 ? await dueNow(world, bound, newWatchMemory()) : [])
    await claiming(world, 'administrators', `notice/${notice}`, () => tell(world, bound, notice));
}

async function figuresOf(world: WatchWorld, bound: number, memory: WatchMemory): Promise<OutboxFigures> {
  const { length, oldestMs } = await countOutbox(world, memory);
  const refused = (await world.records.inPhase('refused')).length;
  const ageMs = oldestMs === undefined ? 0 : Math.max(0, world.now().getTime() - oldestMs);
  return { length, bound, oldestAgeMs: ageMs, refused };
}

async function dueNow(world: WatchWorld, bound: number, memory: WatchMemory): Promise<NoticeKind[]> {
  const figures = await figuresOf(world, bound, memory);
  return noticesDue(figures, await told(world.notes), world.now().getTime());
}

async function told(notes: Notes): Promise<Partial<Record<NoticeKind, Note>>> {
  const found: Partial<Record<NoticeKind, Note>> = {};
  for (const kind of noticeKinds) {
    const last = latestNote(await notes.of(`told/${kind}`));
    if (last) found[kind] = last;
  }
  return found;
}

/** Another process may have told it since. */
async function tell(world: WatchWorld, bound: number, notice: NoticeKind): Promise<void> {
  if (!(await dueNow(world, bound, world.watching)).includes(notice)) return;
  const figures = await figuresOf(world, bound, world.watching);
  if (!(await world.tellAdministrators(notice, figures))) return;
  const kind: NoteKind = `told/${notice}`;
  await noteInstead(world.notes, kind, { at: world.now().toISOString(), count: figures.refused });
}

/** Whether Rocket.Chat has all that this record would tell. What a pressed button said is kept nowhere else. */
export function isKeptByRocketChat({ events = [] }: TurnRecord): boolean {
  return (
    events.length > 0 &&
    events.every(({ type, data }) => type === 'acolhe.message.recorded.v1' && data.via !== 'button')
  );
}

async function letGo(world: WatchWorld, wanted: number): Promise<void> {
  const { records, notes, watching } = world;
  let left = wanted;
  for (const bucket of await records.unsentBuckets()) {
    if (left <= 0) return;
    if (watching.kept.has(bucket)) continue;
    const words = (await records.unsentIn(bucket)).filter(isKeptByRocketChat);
    if (words.length === 0 && isPastBucket(bucket, world.now())) watching.kept.add(bucket);
    const going = words.sort((a, b) => (a.input.at < b.input.at ? -1 : 1)).slice(0, left);
    if (going.length === 0) continue;
    // noted first: a crash in between makes the number too large, never too small
    await notes.add('left', { at: world.now().toISOString(), count: going.length });
    for (const record of going) await move(records, record, 'done');
    left -= going.length;
    watching.counts.delete(bucket);
    world.log({ code: 'outbox-left-to-reconciliation', detail: String(going.length) });
  }
}

/** Refused records go to the outbox again; what is refused from then on is told again. @returns how many */
export async function resendRefused({
  records,
  notes,
  now,
}: Pick<WatchWorld, 'records' | 'notes' | 'now'>): Promise<number> {
  const refused = await records.inPhase('refused');
  for (const record of refused) {
    const { reason: _gone, ...again } = record;
    await move(records, again, 'unsent', { unsentAt: now().toISOString() });
  }
  for (const { at } of await notes.of('told/refused')) await notes.remove('told/refused', at);
  return refused.length;
}

/** Marks streams as having events that their documents do not show yet. */
import { holdsOf } from './holds';
import { chunksOf } from './in-chunks';
import { insertNew } from './insert-new';
import type { Tenant } from './tenant';

export interface MarkOptions {
  /** Name of the rebuild that wants them written whole. */
  rebuild?: string;
  /** Refold them once more after this. */
  againAt?: Date;
  /** Something is unusual: rows this process saw a moment ago may be gone. */
  doubted?: boolean;
  /** Documents of streams that are new are written by whoever stored their events: rows that are new begin clean. */
  shown?: boolean;
  /** Another process hands them over: they stay here. */
  here?: boolean;
}

type Streams = Tenant['streams'];

/** Marks that wait for the command under way, to go together in the next one. */
interface Waiting {
  subjects: Set<string>;
  marked: Promise<void>;
}
const waiting = new WeakMap<Streams, Waiting>();
const marking = new WeakMap<Streams, Promise<void>>();

/**
 * Marks streams after their events were stored. Requests side by side often tell of the same streams: while one command
 * is under way, all that comes meanwhile is gathered into the next.
 */
export async function markDirty(
  tenant: Tenant,
  subjects: Iterable<string>,
  now: Date,
  options: MarkOptions = {},
): Promise<void> {
  const { streams } = tenant;
  const running = marking.get(streams);
  if (Object.values(options).some(Boolean)) return mark(tenant, subjects, now, options);
  const next = waiting.get(streams);
  if (next) {
    for (const subject of subjects) next.subjects.add(subject);
    return next.marked;
  }
  const own = new Set(subjects);
  if (!running) return markFirst(tenant, own, now);
  const marked = running
    .catch(() => undefined)
    .then(() => {
      waiting.delete(streams);
      return markFirst(tenant, own, now);
    });
  waiting.set(streams, { subjects: own, marked });
  return marked;
}

function markFirst(tenant: Tenant, subjects: ReadonlySet<string>, now: Date): Promise<void> {
  const { streams } = tenant;
  const marked = mark(tenant, subjects, now, {}).finally(() => {
    if (marking.get(streams) === marked) marking.delete(streams);
  });
  marking.set(streams, marked);
  return marked;
}

/**
 * A row being worked on stays claimed: its worker sees the changed mark and works again. A failing one keeps its
 * waiting time; a poisoned one gets another try at once.
 */
async function mark(
  tenant: Tenant,
  subjects: Iterable<string>,
  now: Date,
  { rebuild, againAt, doubted, shown, here }: MarkOptions,
): Promise<void> {
  const fails = { $and: [{ $eq: ['$state', 'dirty'] }, { $gt: ['$attempts', 0] }] };
  const waits = { $in: ['$state', ['dirty', 'claimed']] };
  const update = [
    {
      $set: {
        mark: { $add: [{ $ifNull: ['$mark', 0] }, 1] },
        state: { $cond: [{ $eq: ['$state', 'claimed'] }, 'claimed', 'dirty'] },
        since: { $cond: [waits, { $min: ['$since', now] }, now] },
        dueAt: {
          $cond: [
            { $eq: ['$state', 'claimed'] },
            '$dueAt',
            { $cond: [fails, '$dueAt', { $min: ['$dueAt', now] }] },
          ],
        },
        attempts: { $cond: [waits, { $ifNull: ['$attempts', 0] }, 0] },
        lastingFailures: { $cond: [waits, '$lastingFailures', '$$REMOVE'] },
        ...(rebuild !== undefined && { rebuild }),
        ...(againAt && { againAt }),
      },
    },
    { $unset: 'poisonedAt' },
  ];
  const all = [...new Set(subjects)];
  const known = rowsKnown(tenant);
  // Inserting is cheaper than an upsert, and one update of many cheaper than many updates.
  const plain = rebuild === undefined && againAt === undefined;
  const holds = plain && !doubted ? holdsOf(tenant) : undefined;
  // one that is held has a row
  const untold = shown || !holds ? all : all.filter((_id) => !holds.told(_id));
  if (untold.length === 0 || (!here && !shown && (await holds?.handOver(untold)))) return;
  const fresh = plain && !doubted ? untold.filter((_id) => !known.has(_id)) : untold;
  const sinceMs = performance.now();
  const newRow = { mark: 1, since: now, attempts: 0 };
  const first = shown
    ? { mark: 1, state: 'clean' as const, attempts: 0 }
    : holds
      ? { ...newRow, state: 'claimed' as const, claimedMark: 1, ...holds.lease() }
      : { ...newRow, state: 'dirty' as const, dueAt: now };
  const there = await insertNew(
    tenant.streams,
    fresh.map((_id) => ({
      _id,
      ...first,
      ...(rebuild !== undefined && { rebuild }),
      ...(againAt && { againAt }),
    })),
  );
  const inserted = new Set(fresh.filter((_id, index) => !there.has(index)));
  if (!shown) holds?.took([...inserted], sinceMs);
  // held by this process since it was asked: its insert was under way
  const others = untold.filter((_id) => !inserted.has(_id) && !holds?.told(_id));
  for (const some of chunksOf(others)) {
    const _id = { $in: some };
    // One that waits already is claimed after this: its worker reads what is stored by now.
    await tenant.streams.updateMany(plain ? { _id, state: { $ne: 'dirty' } } : { _id }, update);
  }
  for (const _id of all) known.add(_id);
}

/** A row that somebody removed by hand is made again after this time, or when the service starts. */
const knownForMs = 60_000;
const knownRows = new WeakMap<Tenant['streams'], { since: number; rows: Set<string> }>();

/** Streams whose row this process saw a moment ago: rows stay for ever. */
function rowsKnown({ streams }: Tenant): Set<string> {
  const known = knownRows.get(streams);
  if (known && performance.now() - known.since < knownForMs) return known.rows;
  const fresh = { since: performance.now(), rows: new Set<string>() };
  knownRows.set(streams, fresh);
  return fresh.rows;
}

/** Selective: rows that are clean are not read. */
export async function countStreams(tenant: Tenant, state: 'dirty' | 'claimed' | 'poisoned'): Promise<number> {
  const marker = state === 'poisoned' ? 'poisonedAt' : 'dueAt';
  return tenant.streams.countDocuments({ [marker]: { $gt: new Date(0) }, state });
}

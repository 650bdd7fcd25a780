/**
 * Makes all documents anew from the events, in place: stream after stream is marked to be written whole, and workers (this
 * process and every running service) refold them as they refold everything else. What is there is served meanwhile.
 */
import { randomUUID } from 'crypto';
import { rebuildCells } from '../cells/rebuild';
import { chunksOf, idChunk } from '../store/in-chunks';
import { markDirty } from '../store/streams';
import type { Tenant } from '../store/tenant';
import { projectStreams } from './project';
import { kindOf, streamKinds } from './stream-kinds';

export interface RebuildProgress {
  phase: 'streams' | 'leftovers' | 'cells';
  done: number;
  total: number;
}

export interface RebuildOptions {
  /** Names this rebuild. */
  name: string;
  now: () => Date;
  random: () => number;
  pause: (ms: number) => Promise<void>;
  progress?: (progress: RebuildProgress) => void;
  /** Gives up on streams that fail and wait for another try after this long without any progress. */
  patienceMs?: number;
}

export interface Rebuilt {
  streams: number;
  /** Streams whose row had been missing. */
  healed: number;
  /** Streams that had documents and no events. */
  removed: number;
  /** Set aside, or still failing. */
  unfinished: number;
}

/** So many streams are marked at once: the queue stays short, and new events wait behind few. */
const ahead = 4 * idChunk;

/** Every stream with events or a row, and how many had no row. Holds their names in memory. */
async function allStreams(tenant: Tenant): Promise<{ subjects: string[]; healed: number }> {
  const rows = new Set<string>();
  for await (const { _id } of tenant.streams.find({}, { projection: { _id: 1 } })) rows.add(_id);
  const known = rows.size;
  const events = tenant.events.find({}, { projection: { _id: 0, subject: 1 }, batchSize: 10_000 });
  for await (const { subject } of events) rows.add(subject);
  // Those whom conversations name come first: a conversation that meets nobody would give its visitor another ID.
  const place = new Map(streamKinds.map((kind, index) => [kind, index]));
  const subjects = [...rows].sort((a, b) => place.get(kindOf(a))! - place.get(kindOf(b))!);
  return { subjects, healed: rows.size - known };
}

/** Those of the streams that this rebuild has not written yet. */
async function unwritten(tenant: Tenant, subjects: readonly string[], name: string): Promise<string[]> {
  const left: string[] = [];
  for (const some of chunksOf(subjects)) {
    const rows = tenant.streams.find({ _id: { $in: some }, rebuild: name }, { projection: { _id: 1 } });
    left.push(...(await rows.toArray()).map((row) => row._id));
  }
  return left;
}

async function work(tenant: Tenant, subjects: readonly string[], options: RebuildOptions): Promise<void> {
  for (const some of chunksOf(subjects)) {
    await projectStreams(tenant, some, randomUUID(), options);
  }
}

/** Waits for what others hold and for what is tried again. @returns those that stay unwritten */
async function settle(tenant: Tenant, pending: string[], options: RebuildOptions): Promise<string[]> {
  const patienceMs = options.patienceMs ?? 300_000;
  let left = pending;
  for (let waitedMs = 0, before = left.length; left.length && waitedMs < patienceMs; waitedMs += 100) {
    await work(tenant, left, options);
    left = await unwritten(tenant, left, options.name);
    const poisoned = await tenant.streams
      .find({ poisonedAt: { $gt: new Date(0) }, rebuild: options.name }, { projection: { _id: 1 } })
      .toArray();
    if (left.length <= poisoned.length) break;
    if (left.length < before) [waitedMs, before] = [0, left.length];
    await options.pause(100);
  }
  return left;
}

/** Documents whose stream has no events: nothing would ever refold them. */
async function removeLeftovers(tenant: Tenant): Promise<number> {
  let removed = 0;
  for (const kind of streamKinds) {
    const seen = new Set<string>();
    for await (const subject of kind.subjectsOfDocuments(tenant)) seen.add(subject);
    for (const some of chunksOf([...seen])) {
      const rows = await tenant.streams.find({ _id: { $in: some } }, { projection: { _id: 1 } }).toArray();
      const known = new Set(rows.map((row) => row._id));
      const gone: string[] = [];
      // An event may have come a moment ago, and its row comes after it.
      for (const subject of some)
        if (!known.has(subject) && !(await tenant.events.findOne({ subject }))) gone.push(subject);
      if (gone.length) await kind.remove(tenant, gone, true);
      removed += gone.length;
    }
  }
  return removed;
}

/** Can be repeated, and broken off at any time: what was not reached stays as it was. */
export async function rebuild(tenant: Tenant, options: RebuildOptions): Promise<Rebuilt> {
  const { name, now, progress } = options;
  const { subjects, healed } = await allStreams(tenant);
  let pending: string[] = [];
  let reached = 0;
  for (const some of chunksOf(subjects, ahead)) {
    for (const few of chunksOf(some)) await markDirty(tenant, few, now(), { rebuild: name });
    await work(tenant, some, options);
    reached += some.length;
    pending = await unwritten(tenant, [...pending, ...some], name);
    progress?.({ phase: 'streams', done: reached - pending.length, total: subjects.length });
  }
  const left = await settle(tenant, pending, options);
  progress?.({ phase: 'leftovers', done: subjects.length - left.length, total: subjects.length });
  const removed = await removeLeftovers(tenant);
  progress?.({ phase: 'cells', done: subjects.length - left.length, total: subjects.length });
  await rebuildCells(tenant);
  return { streams: subjects.length, healed, removed, unfinished: left.length };
}

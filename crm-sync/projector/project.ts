/** One batch's turn: claim its streams, refold them together, give them back. A stream that fails fails alone. */
import { MongoError } from 'mongodb';
import { ZodError } from 'zod';
import { SealingError } from '../store/sealing';
import { eventsOf, openEvent } from '../store/sealed-events';
import type { EventDocument } from '../store/documents';
import type { Holds } from '../store/holds';
import type { Tenant } from '../store/tenant';
import { claim, fail, finish, leaseMs, renew, takeHeld, type Claim } from './claims';
import type { StreamFold, StreamKind, Written } from './stream-kind';
import { kindOf, streamKinds } from './stream-kinds';

export interface Failure {
  reason: string;
  lasting: boolean;
}

/** A code for what went wrong: never an error's words, which may repeat what a patient wrote. */
export function failureOf(error: unknown): Failure {
  if (error instanceof SealingError) return { reason: `sealing-${error.code}`, lasting: true };
  if (error instanceof ZodError) return { reason: 'event-data', lasting: true };
  if (error instanceof MongoError)
    return { reason: `store-${String(error.code ?? 'unreachable')}`, lasting: false };
  return { reason: error instanceof Error ? error.name : 'unknown', lasting: true };
}

export interface ProjectOptions {
  now: () => Date;
  random: () => number;
  /** Called as soon as the documents are there: pages need not wait for the rows' end. */
  written?: (written: Written) => void;
  /** Rows this process holds need not be claimed. */
  holds?: Holds;
}

/** What became of a batch. Streams that others hold, or that are not due, are in none of the lists. */
export interface Projected {
  /** In milliseconds, how long each waited. */
  lagsMs: number[];
  /** More events came meanwhile. */
  again: string[];
  failed: { subject: string; reason: string; result: 'later' | 'poisoned' }[];
}

type Fail = (subject: string, failure: Failure) => void;

async function foldsOf(
  tenant: Tenant,
  rows: readonly Claim[],
  documents: readonly EventDocument[],
  failed: Fail,
): Promise<StreamFold<unknown>[]> {
  const bySubject = new Map<string, EventDocument[]>();
  for (const document of documents) {
    const list = bySubject.get(document.subject);
    if (list) list.push(document);
    else bySubject.set(document.subject, [document]);
  }
  const folds: StreamFold<unknown>[] = [];
  const empty: string[] = [];
  for (const { _id: subject, rebuild, unread: fresh } of rows) {
    try {
      const own = bySubject.get(subject) ?? [];
      const events = await Promise.all(own.map((document) => openEvent(tenant, document)));
      const fold = kindOf(subject).fold(events);
      if (fold === undefined) empty.push(subject);
      else folds.push({ subject, fold, whole: rebuild !== undefined, fresh });
    } catch (error) {
      failed(subject, failureOf(error));
    }
  }
  for (const subject of empty) await kindOf(subject).remove(tenant, [subject]);
  return folds;
}

/** All at once; when that fails for a reason that lies in one of them, one by one. */
async function writeKind(
  tenant: Tenant,
  kind: StreamKind<unknown>,
  folds: readonly StreamFold<unknown>[],
  now: Date,
  failed: Fail,
): Promise<Written[]> {
  if (folds.length === 0) return [];
  try {
    return await kind.write(tenant, folds, now);
  } catch (error) {
    const failure = failureOf(error);
    if (folds.length === 1 || failure.reason === 'store-unreachable') {
      for (const { subject } of folds) failed(subject, failure);
      return [];
    }
    const written: Written[] = [];
    for (const fold of folds) written.push(...(await writeKind(tenant, kind, [fold], now, failed)));
    return written;
  }
}

/**
 * @param token names this claim alone
 * @throws MongoError when the rows could be neither claimed nor given back: their leases run out
 */
export async function projectStreams(
  tenant: Tenant,
  subjects: readonly string[],
  token: string,
  { now, random, written, holds }: ProjectOptions,
): Promise<Projected> {
  const held = holds ? await takeHeld(tenant, subjects, holds, now()) : [];
  const taken = new Set(held.map((row) => row._id));
  const others = subjects.filter((subject) => !taken.has(subject));
  const rows = [...held, ...(await claim(tenant, others, token, now()))];
  if (rows.length === 0) return { lagsMs: [], again: [], failed: [] };
  const ids = rows.map((row) => row._id);
  const renewal = setInterval(() => {
    for (const by of new Set(rows.map((row) => row.claimedBy)))
      renew(tenant, ids, by, now()).catch(() => undefined);
  }, leaseMs / 3);
  const failures = new Map<string, Failure>();
  const failed: Fail = (subject, failure) => void failures.set(subject, failure);
  try {
    try {
      const folds = await foldsOf(tenant, rows, await eventsOf(tenant, ids), failed);
      for (const kind of streamKinds) {
        const own = folds.filter(({ subject }) => kindOf(subject) === kind);
        for (const one of await writeKind(tenant, kind, own, now(), failed)) written?.(one);
      }
    } catch (error) {
      // Nothing could be read: it is nobody's own fault.
      for (const id of ids) failures.set(id, failureOf(error));
    }
    // From here on, what comes of those given back is marked: the mark shows in their end.
    const told = holds?.end(ids.filter((id) => taken.has(id))) ?? new Set();
    holds?.drop([...failures.keys()]);
    const at = now();
    const outcome: Projected = { lagsMs: [], again: [], failed: [] };
    for (const row of rows) {
      const failure = failures.get(row._id);
      if (!failure) continue;
      const result = await fail(tenant, row, failure, at, random());
      outcome.failed.push({ subject: row._id, reason: failure.reason, result });
    }
    const good = rows.filter((row) => !failures.has(row._id));
    const done = good.filter((row) => !told.has(row._id));
    const { again } = await finish(tenant, done, at);
    outcome.again = [...again, ...good.filter((row) => told.has(row._id)).map((row) => row._id)];
    outcome.lagsMs = good.map((row) => at.getTime() - (row.since ?? at).getTime());
    return outcome;
  } finally {
    clearInterval(renewal);
  }
}

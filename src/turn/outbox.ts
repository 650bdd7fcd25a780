/**
 * The outbox: the events of records that the CRM has not acknowledged. There is no queue beside the records. Sent at
 * once after each turn, then again with back-off until every event's fate is known.
 */
import { type AcolheEvent, ingestAnswer, type IngestAnswer, maxBatchEvents } from '../../contract/event';
import { backoffMs } from './backoff';
import { isPastBucket, move, type Records, type TurnRecord } from './records';
import { whereOf } from './where-of';
import { within } from './within';

/** What a batch's JSON may measure in UTF-8 bytes: proxies have limits of their own. */
const maxBatchBytes = 400_000;
/** Nothing that the outbox asks for is waited for longer than this: the next flush waits for the one before. */
const limitMs = 30_000;
/** Records of a batch whose fate is written down at the same time: after days away there are thousands. */
const settledAtOnce = 10;

export interface OutboxWorld {
  records: Records;
  now: () => Date;
  random: () => number;
  /** Whether a CRM is set. */
  configured: () => Promise<boolean>;
  /**
   * Posts a batch, signed. Throws when the CRM cannot be reached or refuses the batch, then with the HTTP `status`;
   * undefined: no CRM is set.
   */
  post: (events: AcolheEvent[]) => Promise<unknown>;
  /** Calls back after so many milliseconds; a process that dies meanwhile is no loss, the sweep flushes too. */
  later: (ms: number, work: () => void) => void;
  /** Told when the CRM has taken something. Must not throw. */
  delivered: () => void;
  log: (problem: { code: string; detail: string }) => void;
}

/** What the outbox remembers between calls, in memory: losing it costs one early try. */
export interface OutboxMemory {
  failures: number;
  notBefore: number;
  sending: Promise<void> | undefined;
  again: boolean;
}

export const newOutboxMemory = (): OutboxMemory => ({
  failures: 0,
  notBefore: 0,
  sending: undefined,
  again: false,
});

/** Sends what is unsent. While one call sends, further calls wait for it and for one more round. */
export function flush(world: OutboxWorld, memory: OutboxMemory): Promise<void> {
  if (memory.sending) {
    memory.again = true;
    return memory.sending;
  }
  memory.sending = rounds(world, memory).finally(() => {
    memory.sending = undefined;
  });
  return memory.sending;
}

async function rounds(world: OutboxWorld, memory: OutboxMemory): Promise<void> {
  do {
    memory.again = false;
    if (world.now().getTime() < memory.notBefore) return;
    try {
      await sendAll(world, memory);
      memory.failures = 0;
      memory.notBefore = 0;
    } catch (error) {
      memory.failures += 1;
      const waitMs = backoffMs(memory.failures, world.random);
      memory.notBefore = world.now().getTime() + waitMs;
      world.later(waitMs, () => void flush(world, memory));
      world.log({ code: 'crm-unreachable', detail: whereOf(error) });
      return;
    }
  } while (memory.again);
}

async function sendAll(world: OutboxWorld, memory: OutboxMemory): Promise<void> {
  // thousands may wait, and nothing can take them
  if (!(await within(limitMs, world.configured()))) return;
  let problem: Error | undefined;
  let failedInARow = 0;
  const send = async (batch: TurnRecord[]): Promise<void> => {
    try {
      await sendBatch(world, batch);
      failedInARow = 0;
      memory.failures = 0;
      world.delivered();
    } catch (error) {
      problem ??= error as Error;
      failedInARow += 1;
    }
  };
  // part by part: while the CRM is away two small batches find it out, however much waits
  for (const bucket of await within(limitMs, world.records.unsentBuckets())) {
    for (const batch of batchesOf(await unsentIn(world, bucket))) {
      await send(batch);
      // one batch that fails holds up nothing; two in a row, and it is the CRM
      if (failedInARow === 2) throw problem;
    }
  }
  if (problem) throw problem;
}

/** In the order of time. A part that is empty and will stay so is forgotten. */
async function unsentIn({ records, now }: OutboxWorld, bucket: string): Promise<TurnRecord[]> {
  const unsent = await within(limitMs, records.unsentIn(bucket));
  if (unsent.length === 0 && isPastBucket(bucket, now())) await within(limitMs, records.forgetBucket(bucket));
  return unsent.sort((a, b) => (a.input.at < b.input.at ? -1 : 1));
}

/** Records are never split, and one that is too large goes alone. */
function* batchesOf(unsent: readonly TurnRecord[]): Generator<TurnRecord[]> {
  let batch: TurnRecord[] = [];
  let events = 0;
  let bytes = 0;
  for (const record of unsent) {
    const size = Buffer.byteLength(JSON.stringify(record.events ?? []));
    const count = record.events?.length ?? 0;
    if (batch.length > 0 && (events + count > maxBatchEvents || bytes + size > maxBatchBytes)) {
      yield batch;
      batch = [];
      events = 0;
      bytes = 0;
    }
    batch.push(record);
    events += count;
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

const eventsOf = (batch: readonly TurnRecord[]): AcolheEvent[] =>
  batch.flatMap((record) => record.events ?? []);

async function sendBatch(world: OutboxWorld, batch: TurnRecord[]): Promise<void> {
  const events = eventsOf(batch);
  let raw: unknown;
  try {
    raw = await within(limitMs, world.post(events));
  } catch (error) {
    const { status } = error as { status?: unknown };
    if (status !== 413 && status !== 400) throw error;
    // something in it will never be taken: the smaller half that holds it is found, and the rest goes
    if (batch.length === 1) return settle(world, batch[0] as TurnRecord, `the CRM answered ${status}`);
    const half = Math.ceil(batch.length / 2);
    await sendBatch(world, batch.slice(0, half));
    return sendBatch(world, batch.slice(half));
  }
  if (raw === undefined) return;
  const answer: IngestAnswer = ingestAnswer.parse(raw);
  if (answer.results.length !== events.length)
    throw new Error('the CRM answered for another number of events');
  let position = 0;
  const fates = batch.map((record) => {
    const own = answer.results.slice(position, position + (record.events?.length ?? 0));
    position += own.length;
    const refused = own.find((fate) => fate.fate === 'refused');
    return { record, reason: refused && (refused.reason ?? 'no reason given') };
  });
  for (let at = 0; at < fates.length; at += settledAtOnce)
    await Promise.all(
      fates.slice(at, at + settledAtOnce).map(({ record, reason }) => settle(world, record, reason)),
    );
}

/** @param reason why the CRM will never take it; undefined when it has it */
async function settle(world: OutboxWorld, record: TurnRecord, reason: string | undefined): Promise<void> {
  if (reason !== undefined) world.log({ code: 'event-refused', detail: `${record.input.id}: ${reason}` });
  const moved =
    reason === undefined
      ? move(world.records, record, 'done')
      : move(world.records, record, 'refused', { reason });
  await within(limitMs, moved);
}

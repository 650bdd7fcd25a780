/**
 * The outbox: the events of records that the CRM has not acknowledged. There is no queue beside the records. Sent at
 * once after each turn, then again with back-off until every event's fate is known.
 */
import { type AcolheEvent, ingestAnswer, type IngestAnswer, maxBatchEvents } from '../../contract/event';
import { backoffMs } from './backoff';
import { move, type Records, type TurnRecord } from './records';

export interface OutboxWorld {
  records: Records;
  now: () => Date;
  random: () => number;
  /** Posts a batch, signed. Throws when the CRM cannot be reached or refuses the batch; undefined: no CRM is set. */
  post: (events: AcolheEvent[]) => Promise<unknown>;
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
      await sendAll(world);
      memory.failures = 0;
      memory.notBefore = 0;
    } catch (error) {
      memory.failures += 1;
      memory.notBefore = world.now().getTime() + backoffMs(memory.failures, world.random);
      world.log({ code: 'crm-unreachable', detail: (error as Error).message });
      return;
    }
  } while (memory.again);
}

async function sendAll(world: OutboxWorld): Promise<void> {
  const unsent = await world.records.inPhase('unsent');
  unsent.sort((a, b) => (a.input.at < b.input.at ? -1 : 1));
  for (let from = 0; from < unsent.length;) {
    const batch: TurnRecord[] = [];
    let size = 0;
    while (from < unsent.length) {
      const record = unsent[from] as TurnRecord;
      const events = record.events?.length ?? 0;
      if (batch.length > 0 && size + events > maxBatchEvents) break;
      batch.push(record);
      size += events;
      from += 1;
    }
    await sendBatch(world, batch);
  }
}

async function sendBatch(world: OutboxWorld, batch: TurnRecord[]): Promise<void> {
  const events = batch.flatMap((record) => record.events ?? []);
  const raw = await world.post(events);
  if (raw === undefined) return;
  const answer: IngestAnswer = ingestAnswer.parse(raw);
  if (answer.results.length !== events.length)
    throw new Error('the CRM answered for another number of events');
  let position = 0;
  for (const record of batch) {
    const fates = answer.results.slice(position, position + (record.events?.length ?? 0));
    position += fates.length;
    const refused = fates.filter((fate) => fate.fate === 'refused');
    if (refused.length > 0) {
      world.log({
        code: 'event-refused',
        detail: `${refused[0]?.id}: ${refused[0]?.reason ?? 'no reason given'}`,
      });
    }
    await move(
      world.records,
      record,
      refused.length > 0 ? 'refused' : 'done',
      refused.length > 0 ? { reason: refused[0]?.reason } : {},
    );
  }
}

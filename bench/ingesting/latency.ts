/** From a message being sent, signed, until its document of the timeline is there. */
import type { EventEnvelope } from '../../contract/event';
import { percentile } from '../figures';
import { post } from './send';
import type { Service } from './service';

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, Math.max(0, ms)));
const pollMs = 4;
/** So many ids in one question. */
const atMost = 50;

export async function measureLatency(
  { db, target, source }: Service,
  { conversations, rate, seconds }: { conversations: number; rate: number; seconds: number },
) {
  const waiting = new Map<string, number>();
  const tookMs: number[] = [];
  let ended = false;
  const watching = (async () => {
    while (!ended || waiting.size > 0) {
      const ids = [...waiting.keys()].slice(0, atMost);
      const found = ids.length
        ? await db
            .collection<{ _id: string }>('messages')
            .find({ _id: { $in: ids } }, { projection: { _id: 1 } })
            .toArray()
        : [];
      const seenMs = performance.now();
      for (const { _id } of found) {
        tookMs.push(seenMs - (waiting.get(_id) ?? NaN));
        waiting.delete(_id);
      }
      await pause(pollMs);
    }
  })();
  const beganMs = performance.now();
  const posts: Promise<void>[] = [];
  for (let index = 0; index < rate * seconds; index += 1) {
    await pause(beganMs + (index * 1_000) / rate - performance.now());
    const subject = `live-${index % conversations}`;
    const event: EventEnvelope = {
      ...{ specversion: '1.0', id: `l-${index}`, source, type: 'acolhe.message.recorded.v1', subject },
      time: new Date().toISOString(),
      data: { messageId: `l-${index}`, from: 'patient', via: 'text', text: `recado ${index}` },
    };
    waiting.set(`${subject}\u0000l-${index}`, performance.now());
    posts.push(post(target, [event]));
  }
  await Promise.all(posts);
  ended = true;
  await watching;
  const at = (share: number): number => Math.round(percentile(tookMs, share));
  return { messages: tookMs.length, p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), maxMs: at(1) };
}

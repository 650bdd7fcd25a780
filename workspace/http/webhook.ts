import type { Omnichannel } from '../omnichannel/omnichannel';
import { webhookPayload } from './webhook-payload';
import type { WebhookPayload } from './webhook-payload';

const maxAttempts = 5;
const timeoutMs = 10_000;

/** Wait before the next try, after `attempt` (1, 2 …) failed: 1, 2, 4, 8 s. */
export function webhookRetryDelayMs(attempt: number): number {
  return 1_000 * 2 ** (attempt - 1);
}

export interface WebhookOptions {
  /** Read anew for each call; an empty one: nobody is told. */
  readonly url: string;
  readonly token: string;
  /** Whether this is told. Everything, unless said otherwise. */
  wants?: (payload: WebhookPayload) => boolean;
  log: (line: string) => void;
  fetch?: typeof fetch;
  /** Waits, and ends early when the webhook is stopped. */
  wait?: (ms: number, stopped: AbortSignal) => Promise<void>;
}

/**
 * Tells an outside service what happens, as Rocket.Chat's omnichannel webhook does: what waits is kept in memory only, five tries
 * each, one after the other; the JSON of a 200 becomes the room's `crmData`.
 */
export function startWebhook(
  omnichannel: Omnichannel,
  options: WebhookOptions,
): { idle(): Promise<void>; stop(): Promise<void> } {
  const { log, wants = () => true, fetch: call = fetch, wait = waitFor } = options;
  const stopping = new AbortController();
  let last = Promise.resolve();

  async function attempt(payload: WebhookPayload, body: string): Promise<'done' | 'again'> {
    try {
      const { url, token } = options;
      if (url === '') return 'done';
      const response = await call(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-rocketchat-livechat-token': token },
        body,
        signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(timeoutMs)]),
      });
      const answer = await response.text();
      if (response.status === 200) keepAnswer(omnichannel, payload._id, answer);
      // Rocket.Chat tries again only when the other side is broken, not when it refuses.
      return response.status >= 500 || response.status === 429 ? 'again' : 'done';
    } catch {
      return 'again';
    }
  }

  async function deliver(payload: WebhookPayload): Promise<void> {
    const body = JSON.stringify(payload);
    for (let tries = 1; !stopping.signal.aborted; tries += 1) {
      if ((await attempt(payload, body)) === 'done') return;
      if (tries === maxAttempts) {
        log(`webhook: ${payload.type} given up after ${maxAttempts} tries`);
        return;
      }
      await wait(webhookRetryDelayMs(tries), stopping.signal);
    }
  }

  const stopListening = omnichannel.on((happening) => {
    const payload = webhookPayload(omnichannel, happening);
    if (payload && options.url !== '' && wants(payload)) last = last.then(() => deliver(payload));
  });
  return {
    idle: () => last,
    stop: async () => {
      stopListening();
      stopping.abort();
      await last;
    },
  };
}

function keepAnswer(omnichannel: Omnichannel, rid: string, answer: string): void {
  if (!omnichannel.rooms.has(rid) || answer.trim() === '') return;
  try {
    omnichannel.saveRoomData(rid, { crmData: JSON.parse(answer) as unknown });
  } catch {
    // Not JSON: nothing to keep.
  }
}

function waitFor(ms: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      stopped.removeEventListener('abort', done);
      resolve();
    }
    stopped.addEventListener('abort', done);
    if (stopped.aborted) done();
  });
}

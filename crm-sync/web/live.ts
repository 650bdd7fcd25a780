/**
 * Live pages: a page opens a stream and is told "changed"; it then fetches what changed under its own session. So the
 * stream itself carries no patient data. Changes come from this process at once, from others by comparing fingerprints.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Change, Changes } from '../projector/changes';

export const pollEveryMs = 500;
/** Also how soon a stream ends after its session did. */
const heartbeatEveryMs = 2_000;

export interface Topic {
  /** Streams with the same key share one poll. */
  key: string;
  concerns: (change: Change) => boolean;
  /** Short text that differs when what the page shows differs. */
  fingerprint: () => Promise<string>;
}

export interface LiveHub {
  /** @returns ends the subscription */
  watch(topic: Topic, listener: () => void): () => void;
  /** Holds the stream open until the browser leaves, `allowed` says no, or the hub closes. */
  stream(request: FastifyRequest, reply: FastifyReply, topic: Topic, allowed: () => Promise<boolean>): void;
  close(): void;
}

interface Watched {
  listeners: Set<() => void>;
  stop: () => void;
}

function watchTopic(topic: Topic, changes: Changes, listeners: Set<() => void>): () => void {
  let last: string | undefined;
  let busy = false;
  let again = false;
  let stopped = false;
  const check = async (): Promise<void> => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    try {
      const seen = await topic.fingerprint();
      if (!stopped && last !== undefined && seen !== last) for (const tell of listeners) tell();
      last = seen;
    } catch {
      // The database does not answer: the next poll asks again.
    } finally {
      busy = false;
      if (again && !stopped) {
        again = false;
        void check();
      }
    }
  };
  // A change told in this process is complete; a poll may have seen its first half already, so it is always passed on.
  const unsubscribe = changes.subscribe((change) => {
    if (!topic.concerns(change)) return;
    for (const tell of listeners) tell();
    void check();
  });
  const timer = setInterval(() => void check(), pollEveryMs);
  void check();
  return () => {
    stopped = true;
    clearInterval(timer);
    unsubscribe();
  };
}

export function createLiveHub(changes: Changes): LiveHub {
  const watched = new Map<string, Watched>();
  const open = new Set<() => void>();
  const hub: LiveHub = {
    watch(topic, listener) {
      let entry = watched.get(topic.key);
      if (!entry) {
        const listeners = new Set<() => void>();
        entry = { listeners, stop: watchTopic(topic, changes, listeners) };
        watched.set(topic.key, entry);
      }
      const { listeners, stop } = entry;
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0 || watched.get(topic.key)?.listeners !== listeners) return;
        watched.delete(topic.key);
        stop();
      };
    },
    stream(request, reply, topic, allowed) {
      reply.hijack();
      const { raw } = reply;
      raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      raw.write('retry: 1000\n\n');
      const unwatch = hub.watch(topic, () => raw.write('event: changed\ndata: 1\n\n'));
      const heartbeat = setInterval(() => {
        raw.write(': here\n\n');
        allowed().then(
          (still) => {
            if (still) return;
            raw.write('event: ended\ndata: 1\n\n');
            end();
          },
          () => undefined,
        );
      }, heartbeatEveryMs);
      const end = (): void => {
        clearInterval(heartbeat);
        unwatch();
        open.delete(end);
        raw.end();
      };
      open.add(end);
      request.raw.on('close', end);
    },
    close() {
      for (const end of [...open]) end();
    },
  };
  return hub;
}

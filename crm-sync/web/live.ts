/**
 * Live pages: a browser opens one stream and is told which topics changed; each page then fetches its own part under
 * its session. So the stream carries no patient data. Changes come from this process at once, from others by a poll.
 */
import type { Change, Changes } from '../projector/changes';
import { changedRows, topicsOf, type PulseRow, type Topic } from './live-topics';

export const pollEveryMs = 500;
/** Messages are written just after their conversation: what a poll saw is told again so many polls later. */
export const echoAfterPolls = 2;

export interface Pulse {
  tenant: string;
  /** Conversations that changed lately, and all that wait. */
  read: () => Promise<readonly PulseRow[]>;
}

export interface LiveListener {
  /** From here on no change is missed: what was fetched before may be old. */
  ready: () => void;
  changed: (topics: readonly Topic[]) => void;
}

export interface LiveHub {
  /** @returns ends the subscription; listeners of a tenant share one poll */
  watch(pulse: Pulse, listener: LiveListener): () => void;
  /** Has `end` called when the hub closes. @returns takes it back */
  onClose(end: () => void): () => void;
  close(): void;
}

interface Watched {
  listeners: Set<LiveListener>;
  isReady: () => boolean;
  stop: () => void;
}

function watchTenant(pulse: Pulse, changes: Changes): Watched {
  const listeners = new Set<LiveListener>();
  let before: ReadonlyMap<string, PulseRow> | undefined;
  let busy = false;
  let toldHere = new Set<string>();
  const echoes: PulseRow[][] = Array.from({ length: echoAfterPolls }, () => []);

  const tell = (patientIds: readonly (string | undefined)[]) => {
    const topics = topicsOf(patientIds);
    for (const listener of listeners) listener.changed(topics);
  };
  const compare = (rows: readonly PulseRow[], complete: ReadonlySet<string>): void => {
    const after = new Map(rows.map((row) => [row._id, row]));
    const first = before === undefined;
    const changed = before ? changedRows(before, after) : [];
    before = after;
    if (first) for (const listener of listeners) listener.ready();
    echoes.push(changed.filter((row) => !complete.has(row._id)));
    const told = [...changed, ...(echoes.shift() ?? [])];
    if (told.length > 0) tell(told.map((row) => row.patientId));
  };
  const check = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    const complete = toldHere;
    toldHere = new Set();
    try {
      compare(await pulse.read(), complete);
    } catch {
      // The database does not answer: the next poll asks again.
    } finally {
      busy = false;
    }
  };
  // A change told in this process is complete, so it needs no echo.
  const unsubscribe = changes.subscribe((change: Change) => {
    if (change.tenant !== pulse.tenant) return;
    if (change.conversation === undefined) {
      for (const listener of listeners) listener.changed(['dashboard']);
      return;
    }
    toldHere.add(change.conversation);
    tell([change.patientId]);
  });
  const timer = setInterval(() => void check(), pollEveryMs);
  void check();
  return {
    listeners,
    isReady: () => before !== undefined,
    stop: () => {
      clearInterval(timer);
      unsubscribe();
    },
  };
}

export function createLiveHub(changes: Changes): LiveHub {
  const watched = new Map<string, Watched>();
  const open = new Set<() => void>();
  return {
    watch(pulse, listener) {
      const entry = watched.get(pulse.tenant) ?? watchTenant(pulse, changes);
      watched.set(pulse.tenant, entry);
      entry.listeners.add(listener);
      if (entry.isReady()) listener.ready();
      return () => {
        if (!entry.listeners.delete(listener) || entry.listeners.size > 0) return;
        watched.delete(pulse.tenant);
        entry.stop();
      };
    },
    onClose(end) {
      open.add(end);
      return () => void open.delete(end);
    },
    close() {
      for (const end of [...open]) end();
    },
  };
}

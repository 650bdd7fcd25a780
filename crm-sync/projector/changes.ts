/** Tells pages in this process that a conversation's documents, or the dashboard's cells, changed. Pages served by other processes poll. */
import { EventEmitter } from 'events';

export interface Change {
  tenant: string;
  /** Left out: cells were counted anew. */
  conversation?: string;
  patientId?: string;
}

export interface Changes {
  emit(change: Change): void;
  /** @returns a function that ends the subscription */
  subscribe(listener: (change: Change) => void): () => void;
}

export function createChanges(): Changes {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  return {
    emit: (change) => void emitter.emit('change', change),
    subscribe(listener) {
      emitter.on('change', listener);
      return () => void emitter.off('change', listener);
    },
  };
}

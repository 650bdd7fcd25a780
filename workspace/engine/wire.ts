import { types } from 'util';

/** What crosses between the host process and the workspace: structured clones, so Dates and Buffers stay what they are. */
export type WireMessage =
  | { type: 'call'; id: number; method: string; args: unknown[] }
  | { type: 'answer'; id: number; value: unknown }
  | { type: 'failure'; id: number; name: string; message: string; stack?: string };

export interface Wire {
  /** Calls the other side; rejects with the error it threw there, or when the line is cut. */
  call(method: string, ...args: unknown[]): Promise<unknown>;
  receive(message: WireMessage): void;
  /** Fails every call still waiting for an answer. */
  cut(reason: string): void;
}

export function createWire(
  send: (message: WireMessage) => void,
  serve: (method: string, args: unknown[]) => unknown,
): Wire {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  let cutBecause: string | undefined;

  const answer = async (id: number, method: string, args: unknown[]): Promise<void> => {
    try {
      const value = await serve(method, args);
      if (cutBecause === undefined) send({ type: 'answer', id, value: portable(value) });
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      if (cutBecause !== undefined) return;
      send({ type: 'failure', id, name: error.name, message: error.message, stack: error.stack });
    }
  };

  return {
    call: (method, ...args) =>
      new Promise((resolve, reject) => {
        if (cutBecause !== undefined) return reject(new Error(cutBecause));
        const id = ++lastId;
        waiting.set(id, { resolve, reject });
        send({ type: 'call', id, method, args: args.map((arg) => portable(arg)) });
      }),
    receive: (message) => {
      if (message.type === 'call') return void answer(message.id, message.method, message.args);
      const caller = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.type === 'answer') caller?.resolve(message.value);
      else
        caller?.reject(
          Object.assign(new Error(message.message), { name: message.name, stack: message.stack }),
        );
    },
    cut: (reason) => {
      cutBecause = reason;
      for (const { reject } of waiting.values()) reject(new Error(reason));
      waiting.clear();
    },
  };
}

/** A copy that can be cloned to another process: functions and cycles are left out, instances become plain objects. */
export function portable(value: unknown, above: ReadonlySet<object> = new Set()): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') return undefined;
  if (typeof value !== 'object' || value === null) return value;
  // not instanceof: a clone may come from another realm
  if (types.isDate(value) || types.isUint8Array(value)) return value;
  if (above.has(value)) return undefined;
  const path = new Set(above).add(value);
  if (Array.isArray(value)) return value.map((item) => portable(item, path));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, portable(item, path)]));
}

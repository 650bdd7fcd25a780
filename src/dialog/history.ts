import type { State } from './state';

/** A room's messages may be this much older than the app's acquaintance with it, and still be answered. */
const historyBeforeMs = 120_000;

/** Older than the app's acquaintance with the room: it belongs to the record, not to this conversation. */
export function isHistory({ metAt }: Pick<State, 'metAt'>, at: string): boolean {
  return Date.parse(at) < Date.parse(metAt) - historyBeforeMs;
}

/** From what Acolhe told of its calls to what its twin shall repeat. Pure. */
import { type Call, type Handlings, standIns, type ToldCall } from './calls';

export function handlingsOf(told: readonly ToldCall[]): Handlings {
  const groups = new Map<string, ToldCall[]>();
  for (const call of [...told].sort((a, b) => a.began - b.began))
    groups.set(call.handling, [...(groups.get(call.handling) ?? []), call]);
  return Object.fromEntries(
    [...groups].map(([handling, calls]) => [handling, calls.filter(isNoSending(calls)).map(repeated)]),
  );
}

/** Sending to the CRM is no part of one handling: it takes what waits, whoever left it. The twin does it in its own way. */
function isNoSending(calls: readonly ToldCall[]): (call: ToldCall) => boolean {
  const left = calls.find(({ path, args }) => isCreating(path) && args.includes('"acolhe:unsent:'));
  return ({ path, args, began }) => {
    if (!left || began < left.ended) return true;
    if (path.at(-1) === 'getValueById') return !/"(crm_url|tenant|workspace|crm_secret)"/.test(args);
    if (path.at(-1) === 'readByAssociation') return !/"acolhe:(outbox|unsent)/.test(args);
    if (path[0] === 'http') return false;
    if (isCreating(path)) return !/"acolhe:(done|note):/.test(args);
    return !/"acolhe:(unsent|note):/.test(args);
  };
}

const isCreating = (path: readonly string[]): boolean => path.at(-1) === 'createWithAssociations';

function repeated(call: ToldCall, _at: number, all: readonly ToldCall[]): Call {
  const { room, message, path, args } = call;
  const general = args.replaceAll(room, standIns.room);
  return {
    path,
    args: JSON.parse(message ? general.replaceAll(message, standIns.message) : general) as unknown[],
    after: all.flatMap((other, at) => (other.ended < call.began ? [at] : [])),
  };
}

/** Messages that the bot sends in this handling. */
export const saysIn = (calls: readonly Call[] = []): number =>
  calls.filter(({ path }) => path.at(-1) === 'finish').length;

/** How many calls of which kind. */
export function kindsOf(calls: readonly Call[] = []): Record<string, number> {
  const kinds: Record<string, number> = {};
  for (const { path } of calls) kinds[kindOf(path)] = (kinds[kindOf(path)] ?? 0) + 1;
  return kinds;
}

function kindOf(path: readonly string[]): string {
  const method = path.at(-1)!;
  if (method === 'getValueById') return 'settings read';
  if (method === 'finish') return 'messages sent';
  if (/^readBy/.test(method)) return 'records read';
  if (/^create/.test(method)) return 'records written';
  if (/^removeBy/.test(method)) return 'records removed';
  if (path.includes('getRoomReader')) return 'room read';
  if (path.includes('getUserReader')) return 'user read';
  return method;
}

import { types } from 'util';
import * as z from 'zod';

/** A message of the Meteor DDP protocol, as far as the widget speaks it. */
export const frame = z.discriminatedUnion('msg', [
  z.object({
    msg: z.literal('connect'),
    version: z.string().optional(),
    support: z.array(z.string()).optional(),
  }),
  z.object({ msg: z.literal('ping'), id: z.string().optional() }),
  z.object({ msg: z.literal('pong'), id: z.string().optional() }),
  z.object({
    msg: z.literal('sub'),
    id: z.string().min(1).max(200),
    name: z.string().max(200),
    params: z.array(z.unknown()).max(10).default([]),
  }),
  z.object({ msg: z.literal('unsub'), id: z.string().min(1).max(200) }),
  z.object({
    msg: z.literal('method'),
    id: z.string().min(1).max(200),
    method: z.string().max(200),
    params: z.array(z.unknown()).max(10).default([]),
  }),
]);
export type Frame = z.infer<typeof frame>;

/** Dates travel as `{$date: ms}`. */
export function toEjson(value: unknown): unknown {
  // not instanceof: a clone may come from another realm
  if (types.isDate(value)) return { $date: value.getTime() };
  if (Array.isArray(value)) return value.map(toEjson);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([name, item]) => [name, toEjson(item)]),
  );
}

/** The `token` or `visitorToken` anywhere in a subscription's or method's parameters: clients nest it differently. */
export function tokenIn(params: unknown, depth = 0): string | undefined {
  if (params === null || typeof params !== 'object' || depth > 4) return undefined;
  for (const [name, item] of Object.entries(params)) {
    if ((name === 'token' || name === 'visitorToken') && typeof item === 'string') return item;
    const inner = tokenIn(item, depth + 1);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

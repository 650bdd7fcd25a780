/** A manager's order as the forms send it. Pure. */
import * as z from 'zod';
import { urgencies } from '../../contract/service-events';
import type { Order } from './plan';

/** More at once would not end before the page gives up. */
export const mostRooms = 50;

const room = z.string().min(1).max(200);
export const orderActions = [
  'transfer',
  'take-over',
  'message',
  'priority',
  'close',
  'return-to-queue',
] as const;
export const orderForm = z.object({
  /** Of this form: sent twice, it is done once. */
  key: z.string().regex(/^[0-9a-f]{32}$/),
  room: z.union([z.array(room).min(1).max(mostRooms), room.transform((one) => [one])]),
  action: z.enum(orderActions),
  /** `least-busy`, `agent:<id>` or `department:<id>`. */
  to: z.string().max(300).default(''),
  urgency: z.enum(['', ...urgencies]).default(''),
  text: z.string().max(2_000).default(''),
  reason: z.string().max(500).default(''),
  confirm: z.enum(['yes']).optional(),
});
export type OrderForm = z.infer<typeof orderForm>;

export const chosenQuery = z.object({
  room: z.union([z.array(room).max(500), room.transform((one) => [one])]).default([]),
  workspace: z.string().max(100).optional(),
  agent: z.string().max(200).optional(),
});

export type OrderProblem = 'to' | 'urgency' | 'text' | 'reason';

/** @param who orders: their e-mail finds their account, their name stands before what they write */
export function orderFrom(
  { action, to, urgency, text, reason }: OrderForm,
  who: { email: string; name: string },
): Order | { problem: OrderProblem } {
  switch (action) {
    case 'transfer': {
      if (to === 'least-busy') return { action, to };
      const [, kind, id] = /^(agent|department):(.+)$/.exec(to) ?? [];
      if (id === undefined) return { problem: 'to' };
      return { action, to: kind === 'agent' ? { agent: id } : { department: id } };
    }
    case 'take-over':
      return { action, email: who.email };
    case 'message': {
      const words = text.trim();
      return words === '' ? { problem: 'text' } : { action, text: `${who.name}: ${words}` };
    }
    case 'priority':
      return urgency === '' ? { problem: 'urgency' } : { action, urgency };
    case 'close': {
      const why = reason.trim();
      return why === '' ? { problem: 'reason' } : { action, reason: why };
    }
    case 'return-to-queue':
      return { action };
  }
}

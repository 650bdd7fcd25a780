/** A room as Rocket.Chat tells it, changed as a test wants. */
import type { RoomFacts } from '../../../crm-sync/rocketchat/facts';
import { messageShape, roomShape, type Message } from '../../../crm-sync/rocketchat/shapes';

export const startMs = Date.UTC(2026, 4, 4, 12);
export const at = (seconds: number): string => new Date(startMs + seconds * 1000).toISOString();
export const where = { tenant: 't1', workspace: 'w1', language: 'pt-BR' } as const;

export const visitorUser = { _id: 'v1', username: 'guest-1', name: 'Maria da Silva' };
export const anaUser = { _id: 'ana', username: 'ana', name: 'Ana Souza' };
export const botUser = { _id: 'bot', username: 'triagem.bot', name: 'Acolhe' };

export function said(id: string, seconds: number, more: Record<string, unknown> = {}): Message {
  return messageShape.parse({
    ...{ _id: id, rid: 'r1', msg: `words of ${id}`, ts: at(seconds), _updatedAt: at(seconds) },
    ...{ u: visitorUser, token: 'secret' },
    ...more,
  });
}
export const byAgent = (id: string, seconds: number, more: Record<string, unknown> = {}): Message =>
  said(id, seconds, { u: anaUser, token: undefined, ...more });

export function roomFacts(
  more: Partial<Omit<RoomFacts, 'room'>> & { room?: Record<string, unknown> } = {},
): RoomFacts {
  const { room, ...rest } = more;
  return {
    room: roomShape.parse({
      ...{ _id: 'r1', t: 'l', ts: at(0), _updatedAt: at(60), open: true, source: { type: 'widget' } },
      v: { _id: 'v1', name: 'Maria da Silva', username: 'guest-1' },
      ...room,
    }),
    messages: [],
    deleted: [],
    transfers: [],
    people: new Map([
      ['ana', { id: 'ana', username: 'ana', name: 'Ana Souza', kind: 'human' }],
      ['bot', { id: 'bot', username: 'triagem.bot', name: 'Acolhe', kind: 'bot' }],
    ]),
    bots: new Set(),
    priorities: new Map([['p1', 'High']]),
    fieldLabels: new Map([['cartao', 'Cartão da família']]),
    departments: new Map([
      ['d1', 'Urgência'],
      ['d2', 'Atendimento geral'],
    ]),
    ...rest,
  };
}

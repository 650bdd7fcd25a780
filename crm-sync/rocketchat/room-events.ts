/** What happened to a room, as events: started, queued, assigned, transferred, tagged, closed. Pure. */
import type { AcolheEvent, EventEnvelope } from '../../contract/event';
import { eventParts, inputIds } from '../../contract/event-ids';
import { canonicalJson } from '../../contract/canonical-json';
import {
  afterTold,
  clip,
  departmentOf,
  inTime,
  nextInput,
  personOf,
  type Department,
  type Maker,
  type Person,
} from './facts';
import type { Transfer } from './shapes';

/** The app's clock and Rocket.Chat's name one fact this far apart at most. */
const sameFactMs = 60_000;

export const closers = { visitor: 'patient', user: 'agent', bot: 'bot' } as const;

/** Events of one type that tell, with another clock, what Rocket.Chat tells; each is used up by one fact. */
function tellings(
  stored: readonly EventEnvelope[],
  type: string,
  same: (data: never, wanted: string) => boolean,
) {
  const left = stored.filter((event) => event.type === type);
  return (wanted: string, at: Date): boolean => {
    const near = left
      .map((event, index) => ({ event, index, apartMs: Math.abs(Date.parse(event.time) - at.getTime()) }))
      .filter(({ event, apartMs }) => apartMs <= sameFactMs && same(event.data as never, wanted))
      .sort((a, b) => a.apartMs - b.apartMs)[0];
    if (near) left.splice(near.index, 1);
    return near !== undefined;
  };
}

type Serving = { agent: Person; at: Date };

/** Who took the room, when: Rocket.Chat writes that an agent joined; without these, who served it last. */
function servings({ facts }: Maker): Serving[] {
  const { room, messages } = facts;
  const joined = messages
    .filter(({ t }) => t === 'uj')
    .map(({ u, ts }) => ({ agent: personOf(facts, u), at: ts }))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const { servedBy } = room;
  if (!servedBy || joined.some(({ agent }) => agent.id === servedBy._id)) return joined;
  return [...joined, { agent: personOf(facts, servedBy), at: servedBy.ts ?? room.ts }];
}

/** The department a room was in at an instant. */
function departmentAt({ facts }: Maker, at: Date): Department | undefined {
  const moves = facts.transfers.filter(({ nextDepartment }) => nextDepartment);
  const before = moves.filter(({ ts }) => ts <= at).at(-1)?.nextDepartment;
  if (before) return departmentOf(facts, before._id, before.name);
  return departmentOf(facts, moves.length > 0 ? moves[0]!.previousDepartment : facts.room.departmentId);
}

function assignedEvents(maker: Maker): AcolheEvent[] {
  const isTold = tellings(
    maker.stored,
    'acolhe.conversation.assigned.v1',
    ({ agent }: { agent: Person }, wanted) => agent.id === wanted,
  );
  return servings(maker)
    .filter(({ at }) => at.getTime() <= maker.untilMs)
    .filter(({ agent, at }) => !isTold(agent.id, at))
    .map(({ agent, at }) => {
      const department = departmentAt(maker, at);
      const input = inputIds.assigned(agent.id, at.toISOString());
      return maker.make('acolhe.conversation.assigned.v1', input, eventParts.assigned, at, {
        agent,
        ...(department ? { department } : {}),
      });
    });
}

type Sides = {
  from: { department?: Department; agent?: Person };
  to: { department?: Department; agent?: Person };
};

function sidesOf(maker: Maker, transfer: Transfer): Sides | undefined {
  const { facts } = maker;
  if (transfer.transferredTo) {
    const before = servings(maker)
      .filter(({ at }) => at < transfer.ts)
      .at(-1)?.agent;
    return { from: before ? { agent: before } : {}, to: { agent: personOf(facts, transfer.transferredTo) } };
  }
  if (!transfer.nextDepartment) return undefined;
  const { _id, name } = transfer.nextDepartment;
  const from = departmentOf(facts, transfer.previousDepartment);
  return { from: from ? { department: from } : {}, to: { department: departmentOf(facts, _id, name)! } };
}

/** Moves to a department or an agent, and back into the queue. */
function transferEvents(maker: Maker): AcolheEvent[] {
  const isMoved = tellings(
    maker.stored,
    'acolhe.conversation.transferred.v1',
    ({ to }: Sides, wanted) => (to.agent?.id ?? to.department?.id) === wanted,
  );
  const isQueued = tellings(maker.stored, 'acolhe.conversation.queued.v1', () => true);
  return maker.facts.transfers.flatMap((transfer): AcolheEvent[] => {
    if (transfer.ts.getTime() > maker.untilMs) return [];
    const input = inputIds.transferred(transfer.ts.toISOString());
    const sides = sidesOf(maker, transfer);
    if (sides) {
      if (isMoved((sides.to.agent?.id ?? sides.to.department?.id)!, transfer.ts)) return [];
      return [
        maker.make('acolhe.conversation.transferred.v1', input, eventParts.transferred, transfer.ts, sides),
      ];
    }
    if (isQueued('', transfer.ts)) return [];
    return [maker.make('acolhe.conversation.queued.v1', input, eventParts.queued, transfer.ts, {})];
  });
}

/** A room that nobody ever took has waited since it began. */
function neverServed(maker: Maker): AcolheEvent[] {
  const { room } = maker.facts;
  const isTold = maker.stored.some(({ type }) => type === 'acolhe.conversation.queued.v1');
  if (isTold || room.ts.getTime() > maker.untilMs || servings(maker).length > 0) return [];
  const department = departmentAt(maker, room.ts);
  const data = department ? { department } : {};
  return [maker.make('acolhe.conversation.queued.v1', inputIds.started, eventParts.queued, room.ts, data)];
}

/** Rocket.Chat keeps tags as they are, without their history: a change is told when it is seen. */
function taggedEvents({ facts, stored, make }: Maker): AcolheEvent[] {
  const tags = [...new Set((facts.room.tags ?? []).map((tag) => clip(tag)))].sort().slice(0, 100);
  const told = inTime(stored.filter(({ type }) => type === 'acolhe.conversation.tagged.v1'));
  const last = (told.at(-1)?.data['tags'] ?? []) as string[];
  if (JSON.stringify([...last].sort()) === JSON.stringify(tags)) return [];
  const input = nextInput(stored, 'acolhe.conversation.tagged.v1', (place) => `tagged/${place}`);
  const at = afterTold(told, facts.room._updatedAt);
  return [make('acolhe.conversation.tagged.v1', input, 'tagged', at, { tags })];
}

/** Priority and custom fields, which have no history either. */
function describedEvents({ facts, stored, make }: Maker): AcolheEvent[] {
  const { priorityId, livechatData, _updatedAt } = facts.room;
  const fields = Object.entries(livechatData ?? {})
    .filter((field): field is [string, string] => typeof field[1] === 'string' && field[1] !== '')
    .map(([id, value]) => [clip(facts.fieldLabels.get(id) ?? id), clip(value, 20_000)]);
  const now = {
    ...(priorityId && {
      priority: { id: priorityId, name: clip(facts.priorities.get(priorityId) ?? priorityId) },
    }),
    ...(fields.length > 0 && { fields: Object.fromEntries(fields) as Record<string, string> }),
  };
  const type = 'acolhe.conversation.described.v1';
  const told = inTime(stored.filter((event) => event.type === type));
  if (canonicalJson(told.at(-1)?.data ?? {}) === canonicalJson(now)) return [];
  const input = nextInput(stored, type, (place) => `described/${place}`);
  return [make(type, input, 'described', afterTold(told, _updatedAt), now)];
}

export function roomEvents(maker: Maker): AcolheEvent[] {
  const { facts, make, where, untilMs } = maker;
  const { room, visitor } = facts;
  const name = room.v.name ?? visitor?.name;
  const started = make('acolhe.conversation.started.v1', inputIds.started, eventParts.started, room.ts, {
    channel: clip(room.source?.type ?? 'unknown', 40),
    language: where.language,
    visitor: { id: room.v._id, ...(name ? { name: clip(name) } : {}) },
  });
  const isClosed = room.open !== true && room.closedAt !== undefined && room.closedAt.getTime() <= untilMs;
  const by = closers[room.closer as keyof typeof closers] ?? 'system';
  return [
    ...(room.ts.getTime() <= untilMs ? [started] : []),
    ...neverServed(maker),
    ...assignedEvents(maker),
    ...transferEvents(maker),
    ...taggedEvents(maker),
    ...describedEvents(maker),
    ...(isClosed
      ? [make('acolhe.conversation.closed.v1', inputIds.closed, eventParts.closed, room.closedAt!, { by })]
      : []),
  ];
}

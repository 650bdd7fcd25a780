/** What is there against what ought to be. Pure: differences name ids only. */
import { cellsOf } from '../../crm-sync/cells/count';
import type { CellDocument, EncounterDocument } from '../../crm-sync/store/documents';

export interface RoomFacts {
  rid: string;
  visitorId: string;
  open: boolean;
  /** What people and bot wrote, in the room's order. */
  messages: { id: string; text: string }[];
  /** Somebody moved it to a department. */
  transferred: boolean;
  /** Told of a danger, or asked for a person, by its script. */
  kind: string;
}

export interface StoredEvent {
  id: string;
  type: string;
  subject: string;
  time: string;
  coded: Record<string, unknown>;
}

/** An event as it left the app. */
export type ToldEvent = Omit<StoredEvent, 'coded'>;

export interface Facts {
  rooms: RoomFacts[];
  /** Whether edits reach the service in this run. */
  edits: boolean;
  told: ReadonlyMap<string, ToldEvent>;
  events: StoredEvent[];
  /** By conversation, in the order of the timeline. */
  timelines: Map<string, { id: string; text: string | undefined }[]>;
  encounters: EncounterDocument[];
  /** Decisions by conversation. */
  decisions: ReadonlyMap<string, number>;
  cells: CellDocument[];
  /** Patient IDs by visitor. */
  patients: ReadonlyMap<string, string[]>;
  /** Streams that are not clean, with their state. */
  streams: { id: string; state: string }[];
  /** What the app still holds, by phase. */
  outbox: Record<string, number>;
  auditFaults: string[];
}

export interface Difference {
  what:
    | 'lost'
    | 'double'
    | 'order'
    | 'text'
    | 'coded'
    | 'cell'
    | 'patient'
    | 'stream'
    | 'outbox'
    | 'audit'
    | 'silent';
  where: string;
}

export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function judgeTimeline(
  room: RoomFacts,
  seen: { id: string; text: string | undefined }[],
  edits: boolean,
): Difference[] {
  const ids = seen.map(({ id }) => id);
  const wanted = new Set(room.messages.map(({ id }) => id));
  const texts = new Map(seen.map(({ id, text }) => [id, text]));
  const at = (what: Difference['what'], id: string): Difference => ({ what, where: `${room.rid}/${id}` });
  const differences = [
    ...[...wanted].filter((id) => !texts.has(id)).map((id) => at('lost', id)),
    ...ids.filter((id, index) => !wanted.has(id) || ids.indexOf(id) !== index).map((id) => at('double', id)),
    ...room.messages
      .filter(({ id, text }) => texts.has(id) && texts.get(id) !== text)
      .filter(({ text }) => edits || !text.endsWith('(corrigido)'))
      .map(({ id }) => at('text', id)),
  ];
  const order = ids.filter((id, index) => wanted.has(id) && ids.indexOf(id) === index);
  const inRoom = room.messages.map(({ id }) => id).filter((id) => texts.has(id));
  const first = order.findIndex((id, index) => id !== inRoom[index]);
  return first < 0 ? differences : [...differences, at('order', order[first]!)];
}

const sorted = (list: Iterable<unknown>): string => JSON.stringify([...new Set(list)].sort());

function judgeEncounter(
  room: RoomFacts,
  encounter: EncounterDocument | undefined,
  events: StoredEvent[],
  decisions: number,
): Difference[] {
  if (!encounter) return [{ what: 'lost', where: `${room.rid}: no encounter` }];
  const of = (type: string): StoredEvent[] => events.filter((event) => event.type === `acolhe.${type}.v1`);
  const marks = (kind: string): number => encounter.marks.filter((mark) => mark.kind === kind).length;
  const flags = of('red-flag.raised').map(({ coded }) => coded['concept']);
  const messages = of('message.recorded').map(({ coded }) => coded['messageId']);
  const checks: [Difference['what'], string, boolean][] = [
    ['lost', 'started', of('conversation.started').length >= 1],
    ['double', 'started', of('conversation.started').length <= 1],
    ['lost', 'closed', room.open || (of('conversation.closed').length >= 1 && encounter.state === 'closed')],
    ['double', 'closed', of('conversation.closed').length <= (room.open ? 0 : 1)],
    ['double', 'message events', new Set(messages).size === messages.length],
    ['lost', 'red flag', room.kind !== 'red-flag' || encounter.redFlags.length > 0],
    ['lost', 'hand-off', !room.transferred || of('handoff.requested').length > 0],
    ['lost', 'transfer', !room.transferred || marks('transferred') > 0],
    ['coded', 'red flags', sorted(flags) === sorted(encounter.redFlags)],
    ['coded', 'decisions', decisions === of('triage.decided').length],
    ['double', 'decisions', of('triage.decided').length <= 1],
    ['coded', 'hand-offs', marks('handoff') === of('handoff.requested').length],
    ['coded', 'message count', encounter.messageCount === room.messages.length],
  ];
  return checks
    .filter(([, , holds]) => !holds)
    .map(([what, name]) => ({ what, where: `${room.rid}: ${name}` }));
}

function judgeCells({ cells, encounters }: Facts): Difference[] {
  const wanted = cellsOf(encounters);
  const found = new Map(cells.map(({ _id, version: _version, ...figures }) => [_id, figures]));
  return [...new Set([...wanted.keys(), ...found.keys()])]
    .filter((key) => {
      const [left, right] = [wanted.get(key) ?? { n: 0 }, found.get(key) ?? { n: 0 }];
      const flat = ({ n, sum, histogram = {} }: typeof left): string =>
        JSON.stringify([n, sum ?? 0, Object.entries(histogram).sort()]);
      return flat(left) !== flat(right);
    })
    .map((key) => ({ what: 'cell', where: key }));
}

function judgePatients(facts: Facts): Difference[] {
  const rooms = groupBy(facts.rooms, ({ visitorId }) => visitorId);
  const encounters = new Map(facts.encounters.map((one) => [one._id, one]));
  const owners = new Map<string, string>();
  return [...rooms].flatMap(([visitor, own]) => {
    const ids = facts.patients.get(visitor) ?? [];
    const used = new Set(own.map(({ rid }) => encounters.get(rid)?.patientId));
    const id = ids[0] ?? '';
    const shared = owners.get(id);
    owners.set(id, visitor);
    const right = ids.length === 1 && used.size === 1 && used.has(id) && shared === undefined;
    return right
      ? []
      : [{ what: 'patient' as const, where: `visitor ${visitor}: ${ids.join(' ') || 'none'}` }];
  });
}

export function judge(facts: Facts): Difference[] {
  const byRoom = groupBy(facts.events, ({ subject }) => subject);
  const encounters = new Map(facts.encounters.map((one) => [one._id, one]));
  const known = new Set(facts.rooms.map(({ rid }) => rid));
  const stored = new Map(facts.events.map((event) => [`${event.subject}\u0000${event.id}`, event]));
  return [
    ...Object.entries(facts.outbox)
      .filter(([, n]) => n > 0)
      .map(([phase, n]): Difference => ({ what: 'outbox', where: `${n} ${phase}` })),
    ...[...facts.told]
      .filter(([key, { type, time }]) => stored.get(key)?.type !== type || stored.get(key)?.time !== time)
      .map(([, { subject, id }]): Difference => ({ what: 'lost', where: `${subject}/${id}` })),
    ...facts.rooms.flatMap((room) => [
      ...judgeTimeline(room, facts.timelines.get(room.rid) ?? [], facts.edits),
      ...judgeEncounter(
        room,
        encounters.get(room.rid),
        byRoom.get(room.rid) ?? [],
        facts.decisions.get(room.rid) ?? 0,
      ),
    ]),
    ...facts.encounters
      .filter(({ _id }) => !known.has(_id))
      .map(({ _id }): Difference => ({ what: 'double', where: `${_id}: no such room` })),
    ...judgePatients(facts),
    ...judgeCells(facts),
    ...facts.streams.map(({ id, state }): Difference => ({ what: 'stream', where: `${id}: ${state}` })),
    ...facts.auditFaults.map((where): Difference => ({ what: 'audit', where })),
  ];
}

/** What was read of one room, and helpers all makers of events share. Pure. */
import type { AcolheEvent, EventData, EventEnvelope, EventType, Language } from '../../contract/event';
import { eventId } from '../../contract/event-ids';
import type { Contact, Message, Room, Transfer, Visitor } from './shapes';

export type Person = EventData<'acolhe.conversation.assigned.v1'>['agent'];
export type Department = { id: string; name: string };

export interface RoomFacts {
  room: Room;
  messages: readonly Message[];
  deleted: readonly { _id: string; _deletedAt?: Date }[];
  transfers: readonly Transfer[];
  visitor?: Visitor;
  contact?: Contact;
  /** Users who wrote or served, by id. */
  people: ReadonlyMap<string, Person>;
  /** Ids and lower-case usernames of those known as bots, whatever Rocket.Chat lets us see of them. */
  bots: ReadonlySet<string>;
  /** Names by id. */
  departments: ReadonlyMap<string, string>;
  /** Names by id. */
  priorities: ReadonlyMap<string, string>;
  /** Labels of a room's custom fields, by id. */
  fieldLabels: ReadonlyMap<string, string>;
}

export interface Where {
  tenant: string;
  workspace: string;
  /** Of the app there. */
  language: Language;
}

/** The longest name and channel the contract takes. */
export const clip = (text: string, length = 200): string => text.slice(0, length);

/** Events are made with what they are told of; whose patient it is comes from what is stored. */
export interface Maker {
  where: Where;
  facts: RoomFacts;
  stored: readonly EventEnvelope[];
  /** Facts after this instant are left to the app. */
  untilMs: number;
  make<T extends EventType>(type: T, input: string, part: string, at: Date, data: EventData<T>): AcolheEvent;
}

/** In the order of events: by time, then by id. */
export function inTime<T extends Pick<EventEnvelope, 'time' | 'id'>>(events: readonly T[]): T[] {
  return [...events].sort((a, b) => (a.time === b.time ? (a.id < b.id ? -1 : 1) : a.time < b.time ? -1 : 1));
}

/**
 * When to say that something is so now: after what was told of it before, by whatever clock. Told any earlier, the old
 * word would stay the last one and the new one be missing again at every look.
 */
export function afterTold(told: readonly EventEnvelope[], at: Date): Date {
  const lastMs = Math.max(...told.map(({ time }) => Date.parse(time)));
  return at.getTime() > lastMs ? at : new Date(lastMs + 1);
}

/**
 * An input that no stored event has yet: what Rocket.Chat keeps without a history is named by its place among what the
 * conversation was told. Not by a hash of it: ids are readable.
 */
export function nextInput(
  stored: readonly EventEnvelope[],
  type: EventType,
  name: (place: string) => string,
): string {
  const told = stored.filter((event) => event.type === type);
  for (let place = told.length; ; place += 1) {
    const input = name(`seen-${place}`);
    if (!told.some(({ id }) => id.includes(`/${input}/`))) return input;
  }
}

/** The patient the conversation was about at an instant, as the app writes it on its events. */
function patientAt(stored: readonly EventEnvelope[], time: string): string | undefined {
  return stored
    .filter(({ type, time: told }) => type === 'acolhe.patient.identified.v1' && told <= time)
    .sort((a, b) => (a.time < b.time ? -1 : 1))
    .at(-1)?.data['patientId'] as string | undefined;
}

export function makerOf(
  where: Where,
  facts: RoomFacts,
  stored: readonly EventEnvelope[],
  untilMs: number,
): Maker {
  const conversation = facts.room._id;
  return {
    ...{ where, facts, stored, untilMs },
    make(type, input, part, at, data) {
      const time = at.toISOString();
      const patientid = patientAt(stored, time);
      return {
        specversion: '1.0',
        id: eventId(where.workspace, conversation, input, part),
        source: `/tenants/${where.tenant}/workspaces/${where.workspace}`,
        type,
        subject: conversation,
        time,
        ...(patientid === undefined ? {} : { patientid }),
        data,
      } as unknown as AcolheEvent;
    },
  };
}

export function departmentOf(
  facts: RoomFacts,
  id: string | undefined,
  name?: string,
): Department | undefined {
  if (!id) return undefined;
  const own = facts.room.department?._id === id ? facts.room.department.name : undefined;
  return { id, name: clip(name ?? facts.departments.get(id) ?? own ?? id) };
}

export function personOf(facts: RoomFacts, user: { _id: string; username?: string; name?: string }): Person {
  const person = facts.people.get(user._id) ?? {
    id: user._id,
    username: clip(user.username ?? user._id),
    ...(user.name ? { name: clip(user.name) } : {}),
    kind: 'human' as const,
  };
  const isBot = facts.bots.has(person.id) || facts.bots.has(person.username.toLowerCase());
  return isBot ? { ...person, kind: 'bot' } : person;
}

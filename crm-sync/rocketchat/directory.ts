/** Who and what rooms name by id: users, departments, contacts. Kept for a while, so that a thousand rooms ask once. */
import { clip, type Person } from './facts';
import type { RocketChat } from './client';
import { RocketChatError } from './failure';
import type { Contact, RocketUser } from './shapes';

const listsMs = 10 * 60_000;
const peopleMs = 60 * 60_000;
const mostKept = 5_000;

export interface Directory {
  person(userId: string): Promise<Person | undefined>;
  departments(): Promise<ReadonlyMap<string, string>>;
  priorities(): Promise<ReadonlyMap<string, string>>;
  /** Labels of the custom fields of rooms. */
  fieldLabels(): Promise<ReadonlyMap<string, string>>;
  contact(contactId: string): Promise<Contact | undefined>;
  /** Ids and lower-case usernames. */
  bots: ReadonlySet<string>;
  /** From now on these ids are bots in every room. */
  noteBots(ids: Iterable<string>): void;
}

export function personFrom({ _id, username, name, type, roles }: RocketUser): Person {
  const isBot = type === 'bot' || type === 'app' || (roles ?? []).includes('bot');
  return {
    id: _id,
    username: clip(username),
    ...(name ? { name: clip(name) } : {}),
    kind: isBot ? 'bot' : 'human',
  };
}

/** What a workspace lacks, or does not let us read, is done without; only a passing failure stops the work. */
export async function unlessAbsent<T>(work: Promise<T>, absent: T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof RocketChatError && error.kind !== 'temporary') return absent;
    throw error;
  }
}

function remembered<T>(read: (key: string) => Promise<T>, keepMs: number, nowMs: () => number) {
  const known = new Map<string, { value: T; untilMs: number }>();
  return async (key: string): Promise<T> => {
    const there = known.get(key);
    if (there && there.untilMs > nowMs()) return there.value;
    const value = await read(key);
    if (known.size >= mostKept) known.delete(known.keys().next().value!);
    known.set(key, { value, untilMs: nowMs() + keepMs });
    return value;
  };
}

/** @param botNames usernames that the configuration calls bots */
export function createDirectory(
  client: RocketChat,
  nowMs: () => number,
  botNames: readonly string[],
): Directory {
  const bots = new Set(botNames.map((name) => name.toLowerCase()));
  const agents = remembered(
    async () => new Map((await unlessAbsent(client.agents(), [])).map((agent) => [agent._id, agent])),
    listsMs,
    nowMs,
  );
  const people = remembered(
    async (userId) => {
      const user = await unlessAbsent(client.user(userId), undefined);
      // who may not look at users still sees agents, though not whether they are bots
      const known = user ?? (await agents('')).get(userId);
      return known && personFrom(known);
    },
    peopleMs,
    nowMs,
  );
  const priorities = remembered(
    async () =>
      new Map(
        (await unlessAbsent(client.priorities(), [])).map(({ _id, name, i18n }) => [
          _id,
          name ?? i18n ?? _id,
        ]),
      ),
    listsMs,
    nowMs,
  );
  const fieldLabels = remembered(
    async () =>
      new Map(
        (await unlessAbsent(client.customFields(), []))
          .filter(({ scope }) => scope === 'room')
          .map(({ _id, label }) => [_id, label ?? _id]),
      ),
    listsMs,
    nowMs,
  );
  const departments = remembered(
    async () => new Map((await client.departments()).map(({ _id, name }) => [_id, name])),
    listsMs,
    nowMs,
  );
  const contacts = remembered((id) => unlessAbsent(client.contact(id), undefined), listsMs, nowMs);
  return {
    person: people,
    departments: () => departments(''),
    priorities: () => priorities(''),
    fieldLabels: () => fieldLabels(''),
    contact: contacts,
    bots,
    noteBots(ids) {
      for (const id of ids) bots.add(id);
    },
  };
}

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
  contact(contactId: string): Promise<Contact | undefined>;
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

export function createDirectory(client: RocketChat, nowMs: () => number): Directory {
  const people = remembered(
    async (userId) => unlessAbsent(client.user(userId).then(personFrom), undefined),
    peopleMs,
    nowMs,
  );
  const departments = remembered(
    async () => new Map((await client.departments()).map(({ _id, name }) => [_id, name])),
    listsMs,
    nowMs,
  );
  const contacts = remembered((id) => unlessAbsent(client.contact(id), undefined), listsMs, nowMs);
  return { person: people, departments: () => departments(''), contact: contacts };
}

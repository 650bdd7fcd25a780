/** Bots are not taken for people by a user who may not see what Rocket.Chat keeps of others. */
import { botsTold } from '../../../crm-sync/rocketchat/bots';
import type { RocketChat } from '../../../crm-sync/rocketchat/client';
import { createDirectory } from '../../../crm-sync/rocketchat/directory';
import { readRoom } from '../../../crm-sync/rocketchat/read-room';
import { RocketChatError } from '../../../crm-sync/rocketchat/failure';
import { missingEvents } from '../../../crm-sync/rocketchat/to-events';
import type { EventEnvelope } from '../../../contract/event';
import { anaUser, at, botUser, byAgent, roomFacts, said, startMs, where } from './room';

const messages = [
  said('p', 1),
  byAgent('b', 2, { u: botUser }),
  byAgent('a', 30, { u: anaUser }),
  byAgent('j', 20, { u: anaUser, t: 'uj', msg: 'ana' }),
];
const room = roomFacts({ room: { servedBy: { ...anaUser, ts: at(20) } } }).room;

/** `users.info` and the list of agents as who may not look at users gets them: no type, no roles, or nothing. */
function clientFor(users: 'without type' | 'refused'): RocketChat {
  const seen = [anaUser, botUser];
  const refused = new RocketChatError('permission', 'http-403', 'users.info');
  return {
    messages: async () => ({ messages, deleted: [] }),
    transfers: async () => [],
    visitor: async () => undefined,
    user: async (id: string) => {
      if (users === 'refused') throw refused;
      return seen.find(({ _id }) => _id === id);
    },
    agents: async () => {
      if (users === 'refused') throw refused;
      return seen;
    },
    departments: async () => [],
    priorities: async () => [],
    customFields: async () => [],
  } as unknown as RocketChat;
}

const event = (type: string, data: Record<string, unknown>): EventEnvelope => ({
  ...{ specversion: '1.0', id: type, source: '/tenants/t1/workspaces/w1', subject: 'r1', time: at(2) },
  ...{ type: `acolhe.${type}.v1`, data },
});
const assigned = event('conversation.assigned', { agent: { id: 'bot', username: 'x', kind: 'bot' } });
const wrote = event('message.recorded', { messageId: 'b', from: 'bot', text: 'words of b', via: 'text' });

async function fromOf(
  users: 'without type' | 'refused',
  { bots = [] as string[], stored = [] as EventEnvelope[], before = [] as EventEnvelope[] },
) {
  const client = clientFor(users);
  const directory = createDirectory(client, () => startMs, bots);
  if (before.length) await readRoom(client, directory, room, before);
  const facts = await readRoom(client, directory, room, stored);
  const told = missingEvents(where, facts, [], startMs + 3_600_000);
  return Object.fromEntries(
    told.flatMap(({ type, data }) =>
      type === 'acolhe.message.recorded.v1' ? [[data.messageId, data.from]] : [],
    ),
  );
}

describe.each(['without type', 'refused'] as const)('users are %s', (users) => {
  it.each([
    ['the configuration names it', { bots: ['Triagem.BOT'] }],
    ['the app told of its assignment', { stored: [assigned] }],
    ['the app told what it wrote', { stored: [wrote] }],
    ['the app told of it in another room', { before: [assigned] }],
  ])('a bot is none of the people: %s', async (_name, known) => {
    expect(await fromOf(users, known)).toEqual({ p: 'patient', b: 'bot', a: 'agent' });
  });
});

it('who wrote as a patient or a person is no bot', () => {
  const others = [
    event('message.recorded', { messageId: 'p', from: 'bot', text: '', via: 'text' }),
    event('message.recorded', { messageId: 'a', from: 'agent', text: '', via: 'text' }),
    event('conversation.assigned', { agent: { id: 'ana', username: 'ana', kind: 'human' } }),
  ];
  expect([...botsTold(others, messages)]).toEqual([]);
});

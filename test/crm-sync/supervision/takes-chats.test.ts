import type { SignedRequest } from '../../../crm-sync/ingest/signed-routes';
import { takesChatsHandler } from '../../../crm-sync/supervision/takes-chats';
import { fakeDesk, type FakeDesk } from '../../support/fake-desk';

let desk: FakeDesk;
let noted: object[];
beforeEach(() => {
  noted = [];
  const ana = { id: 'a1', username: 'ana', name: 'Ana', emails: [], status: 'online' as const };
  desk = fakeDesk({ agents: [{ ...ana, available: true, limit: 0, departments: [] }] });
});

const order = (body: unknown, connected = true) => {
  const tenant = { audit: { append: async (entry: object) => void noted.push(entry) } };
  const request = { tenant, workspace: { id: 'main' }, body } as unknown as SignedRequest;
  return takesChatsHandler(() => (connected ? desk : undefined))(request);
};
const available = (): boolean => desk.state.agents[0]!.available;

it('Given an agent pauses and comes back, Then Rocket.Chat has it so, and both are in the audit log without a name', async () => {
  expect(await order({ agent: 'a1', takes: false })).toEqual({ result: 'done' });
  expect(available()).toBe(false);
  expect(await order({ agent: 'a1', takes: true })).toEqual({ result: 'done' });
  expect(available()).toBe(true);
  expect(noted).toMatchObject([
    {
      actor: 'service',
      action: 'agents.takes-chats',
      details: { agent: 'a1', takes: 'false', result: 'done' },
    },
    { details: { takes: 'true' } },
  ]);
});

it('Given Rocket.Chat says yes and does nothing, Then it is not said to be done', async () => {
  desk.isClosed = true;
  expect(await order({ agent: 'a1', takes: false })).toEqual({ result: 'hours' });
});

it.each([
  ['the CRM’s user may not', () => void (desk.isManager = false), 'a1', 'permission'],
  ['it is no agent', () => undefined, 'nobody', 'unknown'],
  [
    'Rocket.Chat breaks off',
    () => {
      const { agents } = desk;
      desk.agents = async () => (await agents()).slice(1);
    },
    'a1',
    'unknown',
  ],
])('Given %s, Then %s', async (_why, arrange, agent, result) => {
  arrange();
  expect(await order({ agent, takes: false })).toEqual({ result });
});

it('Given no user of the CRM there, Then nothing is tried; Given a malformed order, Then it is refused and says where', async () => {
  expect(await order({ agent: 'a1', takes: false }, false)).toEqual({ result: 'off' });
  expect([available(), noted]).toEqual([true, []]);
  await expect(order({ agent: 'a1' })).rejects.toMatchObject({ statusCode: 400, message: /takes/ });
});

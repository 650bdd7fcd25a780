import { dispatchRound, type RoundWorld } from '../../../crm-sync/dispatch/round';
import type { WaitingRow } from '../../../crm-sync/dispatch/waiting-row';
import type { DeskAgent } from '../../../crm-sync/rocketchat/desk';
import { failureOf } from '../../../crm-sync/rocketchat/failure';
import type { Urgency } from '../../../src/routing/urgency';
import { fakeDesk } from '../../support/fake-desk';

const nowMs = Date.parse('2026-11-22T12:00:00.000Z');
const agent = (id: string, given: Partial<DeskAgent> = {}): DeskAgent => ({
  ...{ id, username: id, name: id, emails: [], status: 'online', available: true },
  ...{ limit: 0, departments: ['general'] },
  ...given,
});
const row = (id: string, urgency: Urgency, minutes: number): WaitingRow => ({
  ...{ _id: id, urgency, redFlags: [] },
  waitingSince: new Date(nowMs - minutes * 60_000),
});

function world(agents: DeskAgent[], rows: WaitingRow[], given: Partial<RoundWorld> = {}) {
  const rooms = rows.map(({ _id }) => ({ id: _id, open: true, department: 'general' }));
  const desk = fakeDesk({ agents, rooms });
  const acts: RoundWorld = {
    ...{ desk, rows, nowMs: () => nowMs, placesPerAgent: 1, lastTakenMs: new Map() },
    isOurs: async () => true,
    ...given,
  };
  const served = () => Object.fromEntries(desk.state.rooms.map(({ id, servedBy }) => [id, servedBy?.id]));
  return { desk, round: () => dispatchRound(acts), served };
}

const three = [row('green', 'green', 30), row('orange', 'orange', 1), row('yellow', 'yellow', 5)];

describe('a round of the dispatcher', () => {
  it('Given two agents and three urgencies, Then the two most urgent, the most urgent first', async () => {
    const { desk, round, served } = world([agent('ana'), agent('bruno')], three);
    expect(await round()).toEqual({ taken: 2, left: 1, refused: [] });
    expect(desk.state.acts).toEqual(['livechat/inquiries.take orange', 'livechat/inquiries.take yellow']);
    expect(served()).toEqual({ orange: 'ana', yellow: 'bruno', green: undefined });
  });

  it.each([
    ['offline', agent('ana', { status: 'offline' })],
    ['away', agent('ana', { status: 'away' })],
    ['not available', agent('ana', { available: false })],
    ['of another department', agent('ana', { departments: ['urgent'] })],
  ])('Given one agent who is %s, Then nobody is given to them', async (_name, who) => {
    const { desk, round } = world([who], three);
    expect(await round()).toEqual({ taken: 0, left: 3, refused: [] });
    expect(desk.state.acts).toEqual([]);
  });

  it('Given a bot among the agents, Then nobody is given to it', async () => {
    const { desk, round } = world([agent('bot')], three);
    desk.bots.add('bot');
    expect((await round()).taken).toBe(0);
  });

  it('Given limits, Then each as many as they may have, the rest by what the operator has set', async () => {
    const { round, served } = world([agent('ana', { limit: 2 }), agent('bruno')], three);
    expect(await round()).toMatchObject({ taken: 3, left: 0 });
    expect(Object.values(served()).filter((id) => id === 'ana')).toHaveLength(2);
  });

  it('Given an agent whom Rocket.Chat refuses, Then the most urgent goes to the next one', async () => {
    const { desk, round, served } = world([agent('ana'), agent('bruno')], three);
    const take = desk.take.bind(desk);
    desk.take = async (inquiry, id) => {
      if (id === 'ana')
        return Promise.reject(
          failureOf('livechat/inquiries.take', 400, { errorType: 'error-user-is-offline' })!,
        );
      return take(inquiry, id);
    };
    expect(await round()).toEqual({ taken: 1, left: 2, refused: ['agent-away'] });
    expect(served()).toMatchObject({ orange: 'bruno' });
  });

  it('Given somebody was taken by hand meanwhile, Then the agent gets the next one', async () => {
    const { desk, round, served } = world([agent('ana')], three);
    desk.before = (endpoint, room) => {
      const orange = desk.state.rooms.find(({ id }) => id === 'orange')!;
      if (endpoint.endsWith('take') && room === 'orange')
        orange.servedBy = { id: 'bruno', username: 'bruno' };
    };
    expect(await round()).toMatchObject({ taken: 1, refused: ['taken'] });
    expect(served()).toMatchObject({ orange: 'bruno', yellow: 'ana' });
  });

  it('Given the account may not, Then the round ends with that after three tries', async () => {
    const { desk, round } = world([agent('ana')], three);
    desk.take = () =>
      Promise.reject(failureOf('livechat/inquiries.take', 403, { error: 'error-not-allowed' })!);
    await expect(round()).rejects.toMatchObject({ kind: 'permission' });
  });

  it('Given another process has the workspace now, Then nobody is taken', async () => {
    const { desk, round } = world([agent('ana')], three, { isOurs: async () => false });
    expect((await round()).taken).toBe(0);
    expect(desk.state.acts).toEqual([]);
  });

  it('Given a conversation that the CRM does not know as waiting, Then it is left until it does', async () => {
    const { round, served } = world([agent('ana')], three, { rows: [three[0]!] });
    expect((await round()).taken).toBe(1);
    expect(served()).toMatchObject({ green: 'ana', orange: undefined });
  });
});

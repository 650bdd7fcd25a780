import fc from 'fast-check';
import { urgencies } from '../../../../contract/service-events';
import type { Waiting } from '../../../../src/routing/queue/order';
import { agentFor, canTake, nextFor, nextPair, type Agent } from '../../../../src/routing/queue/pairing';

const agent = (id: string, given: Partial<Agent> = {}): Agent => ({
  id,
  departments: ['general'],
  online: true,
  open: 0,
  ...given,
});
const waiting = (
  id: string,
  urgency: Waiting['urgency'],
  sinceMs: number,
  department = 'general',
): Waiting => ({
  id,
  urgency,
  sinceMs,
  department,
});

describe('whom an agent takes next', () => {
  const queue = [
    waiting('blue', 'blue', 1),
    waiting('yellow', 'yellow', 2),
    waiting('orange elsewhere', 'orange', 3, 'urgent'),
  ];

  it.each([
    ['of one department', agent('a'), 'yellow'],
    ['of both', agent('a', { departments: ['general', 'urgent'] }), 'orange elsewhere'],
    ['of none', agent('a', { departments: [] }), undefined],
    ['offline', agent('a', { online: false }), undefined],
    ['with no room left', agent('a', { open: 3, capacity: 3 }), undefined],
    ['with room left', agent('a', { open: 2, capacity: 3 }), 'yellow'],
  ])('Given an agent %s, Then the most urgent they can take', (_name, who, expected) => {
    expect(nextFor(who, queue, 60_000)?.id).toBe(expected);
  });
});

describe('who takes a conversation', () => {
  it.each([
    ['fewest open', [agent('a', { open: 2 }), agent('b', { open: 1 })], 'b'],
    ['longest in peace', [agent('a', { lastTakenMs: 9 }), agent('b', { lastTakenMs: 8 })], 'b'],
    ['who never had one', [agent('a', { lastTakenMs: 9 }), agent('b')], 'b'],
    ['smallest id', [agent('b'), agent('a')], 'a'],
    ['nobody online', [agent('a', { online: false })], undefined],
    ['who can, not who is idle', [agent('a', { departments: [] }), agent('b', { open: 5 })], 'b'],
  ])('Given agents, Then it is the one with %s', (_name, agents, expected) => {
    expect(agentFor({ department: 'general' }, agents)?.id).toBe(expected);
  });

  it('Given any agents, Then whoever it is can take it, and nobody who can has fewer open', () => {
    const someone = fc.record({
      id: fc.string({ minLength: 1, maxLength: 2 }),
      departments: fc.subarray(['general', 'urgent']),
      online: fc.boolean(),
      open: fc.nat(4),
      capacity: fc.option(fc.nat(4), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(someone), fc.constantFrom('general', 'urgent', undefined), (given, department) => {
        const agents = given.map(({ capacity, ...rest }) => ({
          ...rest,
          ...(capacity !== undefined && { capacity }),
        }));
        const conversation = department === undefined ? {} : { department };
        const able = agents.filter((one) => canTake(one, conversation));
        const chosen = agentFor(conversation, agents);
        expect(chosen !== undefined).toBe(able.length > 0);
        if (chosen) expect(chosen.open).toBe(Math.min(...able.map(({ open }) => open)));
      }),
    );
  });
});

describe('the next pair', () => {
  it('Given the most urgent can be taken by nobody, Then they hold up nobody behind them', () => {
    const queue = [waiting('stuck', 'orange', 0, 'urgent'), waiting('next', 'green', 1)];
    expect(nextPair(queue, [agent('a')], 60_000)).toMatchObject({
      conversation: { id: 'next' },
      agent: { id: 'a' },
    });
  });

  it('Given any queue and agents, Then pairs go on until nobody who waits can be taken', () => {
    const someone = fc.record({
      id: fc.uuid(),
      urgency: fc.constantFrom(...urgencies),
      sinceMs: fc.nat(10_000_000),
      department: fc.constantFrom('general', 'urgent'),
    });
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 12 }), fc.nat(3), fc.nat(3), (people, one, other) => {
        const agents: Agent[] = [
          agent('a', { capacity: one }),
          agent('b', { capacity: other, departments: ['general', 'urgent'] }),
        ];
        const left = new Set(people);
        for (let pair; (pair = nextPair(left, agents, 10_000_000));) {
          expect(canTake(pair.agent, pair.conversation)).toBe(true);
          left.delete(pair.conversation);
          pair.agent.open += 1;
        }
        expect([...left].some((person) => agents.some((who) => canTake(who, person)))).toBe(false);
      }),
    );
  });
});

import fc from 'fast-check';
import { urgencies } from '../../../../contract/service-events';
import {
  before,
  compareWaiting,
  firstOf,
  servedRank,
  type Waiting,
} from '../../../../src/routing/queue/order';
import { isPressing, urgencyRank } from '../../../../src/routing/urgency';

const minute = 60_000;
const nowMs = 1_000 * minute;
const waits = (id: string, urgency: Waiting['urgency'], minutes: number): Waiting => ({
  id,
  urgency,
  sinceMs: nowMs - minutes * minute,
});

const someone = fc.record({
  id: fc.string({ minLength: 1, maxLength: 3 }),
  urgency: fc.constantFrom(...urgencies),
  sinceMs: fc.integer({ min: nowMs - 400 * minute, max: nowMs }),
});

describe('the order of the queue', () => {
  it.each([
    ['the more urgent', waits('b', 'orange', 1), waits('a', 'yellow', 50)],
    ['red before orange', waits('b', 'red', 0), waits('a', 'orange', 300)],
    ['of one urgency who came first', waits('b', 'green', 9), waits('a', 'green', 8)],
    ['of one instant the smaller id', waits('a', 'green', 8), waits('b', 'green', 8)],
    [
      'a fresh yellow before a green near twice its target',
      waits('b', 'yellow', 0),
      waits('a', 'green', 239),
    ],
    ['a green past twice its target before a yellow', waits('b', 'green', 240), waits('a', 'yellow', 59)],
    ['a blue past twice its target before a green', waits('b', 'blue', 480), waits('a', 'green', 119)],
    ['but not before a yellow', waits('b', 'yellow', 0), waits('a', 'blue', 959)],
    ['and past four times before a yellow', waits('b', 'blue', 960), waits('a', 'yellow', 59)],
    ['orange before whoever waits longest', waits('b', 'orange', 0), waits('a', 'blue', 4_000)],
  ])('Given two who wait, Then %s goes first', (_name, first, second) => {
    expect(before(first, second, nowMs)).toBe(true);
    expect(before(second, first, nowMs)).toBe(false);
  });

  it('Given targets of a tenant, Then who is overdue is by those', () => {
    const own = { red: 1, orange: 5, yellow: 20, green: 30, blue: 40 };
    expect(before(waits('b', 'blue', 161), waits('a', 'yellow', 19), nowMs, own)).toBe(true);
    expect(before(waits('b', 'blue', 161), waits('a', 'yellow', 19), nowMs)).toBe(false);
  });

  it('Given any people, Then it is a total order: sorted one way only, whatever order they came in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(someone, { selector: ({ id }) => id }), fc.nat(), (people, seed) => {
        const order = (a: Waiting, b: Waiting): number => compareWaiting(a, b, nowMs);
        const sorted = [...people].sort(order);
        const turn = people.length === 0 ? 0 : seed % people.length;
        const turned = [...people.slice(turn), ...people.slice(0, turn)].sort(order);
        expect(turned).toEqual(sorted);
        expect(firstOf(people, nowMs)).toEqual(sorted[0]);
      }),
    );
  });

  it('Given any two, Then nobody who can wait goes before somebody who cannot', () => {
    fc.assert(
      fc.property(someone, someone, (a, b) => {
        fc.pre(isPressing(a.urgency) && urgencyRank[a.urgency] < urgencyRank[b.urgency]);
        expect(before(a, b, nowMs)).toBe(true);
      }),
    );
  });

  it('Given anybody who has waited a day, Then nobody who can wait and comes later goes before them', () => {
    fc.assert(
      fc.property(someone, fc.constantFrom('yellow', 'green', 'blue'), (old, urgency) => {
        fc.pre(!isPressing(old.urgency));
        const laterMs = old.sinceMs + 24 * 60 * minute;
        const fresh: Waiting = { id: 'fresh', urgency: urgency as Waiting['urgency'], sinceMs: laterMs };
        expect(before(old, fresh, laterMs)).toBe(true);
      }),
    );
  });

  it('Given any one person, Then the longer they wait the better their rank', () => {
    fc.assert(
      fc.property(someone, fc.nat(2_000 * minute), (one, ms) => {
        expect(servedRank(one, nowMs + ms)).toBeLessThanOrEqual(servedRank(one, nowMs));
      }),
    );
  });
});

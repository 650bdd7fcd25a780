import fc from 'fast-check';
import { urgencies } from '../../../../contract/service-events';
import { before, compareWaiting, dueMs, firstOf, type Waiting } from '../../../../src/routing/queue/order';
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
    ['a blue past its target before a fresh yellow', waits('b', 'blue', 241), waits('a', 'yellow', 59)],
    ['orange before whoever is overdue', waits('b', 'orange', 0), waits('a', 'blue', 400)],
    ['of the overdue who was promised sooner', waits('a', 'yellow', 90), waits('b', 'green', 149)],
    ['the green promised sooner than the yellow', waits('b', 'green', 151), waits('a', 'yellow', 90)],
  ])('Given two who wait, Then %s goes first', (_name, first, second) => {
    expect(before(first, second, nowMs)).toBe(true);
    expect(before(second, first, nowMs)).toBe(false);
  });

  it('Given targets of a tenant, Then who is overdue is by those', () => {
    const own = { red: 1, orange: 5, yellow: 20, green: 30, blue: 40 };
    expect(before(waits('b', 'blue', 41), waits('a', 'yellow', 19), nowMs, own)).toBe(true);
    expect(before(waits('b', 'blue', 41), waits('a', 'yellow', 19), nowMs)).toBe(false);
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

  it('Given one past their target, Then no later arrival who can wait ever goes before them', () => {
    fc.assert(
      fc.property(
        someone,
        fc.constantFrom('yellow', 'green', 'blue'),
        fc.nat(1_000),
        (old, urgency, later) => {
          const laterMs = nowMs + later * minute;
          fc.pre(!isPressing(old.urgency) && dueMs(old) < laterMs);
          const fresh: Waiting = { id: 'fresh', urgency: urgency as Waiting['urgency'], sinceMs: laterMs };
          expect(before(old, fresh, laterMs)).toBe(true);
        },
      ),
    );
  });
});

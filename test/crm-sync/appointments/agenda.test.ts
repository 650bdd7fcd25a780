/** Any sequence of wishes keeps the agenda right: nothing overlaps, no slot is lost, the fold equals what was decided. */
import fc from 'fast-check';
import type { AppointmentSlot } from '../../../contract/appointment-events';
import {
  agendaAfter,
  emptyAgenda,
  eventNumber,
  foldAgenda,
  hasRoom,
  stateAt,
  type Agenda,
  type AgendaEvent,
} from '../../../crm-sync/appointments/agenda';
import { decide, type Wish } from '../../../crm-sync/appointments/decide';
import { appointmentStates } from '../../../contract/appointment-events';
import { appointmentAfter, isOpen, occupies } from '../../../crm-sync/appointments/life';

const subject = 'agenda/d1/2026-03-02';
const day = '2026-03-02T';
const at = (minute: number): string =>
  new Date(Date.parse(`${day}12:00:00.000Z`) + minute * 60_000).toISOString();

/** Two calendars whose slots cross each other: 20 minutes for one, 30 minutes for two at once. */
function slotOf(appointmentId: string, patientId: string, which: number): AppointmentSlot {
  const isLong = which % 2 === 1;
  const length = isLong ? 30 : 20;
  const start = Math.floor(which / 2) * length;
  return {
    ...{ appointmentId, patientId, calendar: isLong ? 'long' : 'short', kind: 'video' },
    ...{ start: at(start), end: at(start + length), capacity: isLong ? 2 : 1 },
  };
}

function tell(
  agenda: Agenda,
  wish: Wish,
  now: string,
): { agenda: Agenda; event?: AgendaEvent; decided: string } {
  const decided = decide(agenda, wish, now);
  if (decided.kind !== 'tell') return { agenda, decided: decided.kind };
  const event = {
    ...{ specversion: '1.0', source: '/tenants/t/crm', subject, id: eventNumber(agenda.next), time: now },
    ...decided.event,
  } as AgendaEvent;
  return { agenda: agendaAfter(agenda, event), event, decided: 'tell' };
}

const wishes = fc.array(
  fc.record({
    kind: fc.constantFrom(
      'hold',
      'book',
      'release',
      'confirm',
      'remind',
      'check-in',
      'attend',
      'miss',
      'cancel',
      'move-away',
    ),
    which: fc.nat(7),
    who: fc.nat(3),
    id: fc.nat(5),
    later: fc.nat(8),
  }),
  { maxLength: 40 },
);

function wishOf(one: { kind: string; which: number; who: number; id: number }, now: number): Wish {
  const appointmentId = `a${one.id}`;
  const by = 'patient';
  switch (one.kind) {
    case 'hold':
      return {
        kind: 'hold',
        slot: slotOf(appointmentId, `P${one.who}`, one.which),
        by,
        until: at(now - 600 + 5),
      };
    case 'book':
      return {
        kind: 'book',
        slot: slotOf(appointmentId, `P${one.who}`, one.which),
        by,
        more: { stands: true },
      };
    case 'remind':
      return { kind: 'remind', appointmentId, by, rule: 'day-before' };
    case 'cancel':
      return { kind: 'cancel', appointmentId, by, why: 'asked' };
    case 'move-away':
      return {
        kind: 'move-away',
        appointmentId,
        by,
        to: { agenda: 'agenda/d1/2026-03-03', appointmentId: 'b1' },
      };
    default:
      return { kind: one.kind as 'confirm', appointmentId, by };
  }
}

function play(list: { kind: string; which: number; who: number; id: number; later: number }[]) {
  let agenda = emptyAgenda;
  let now = 0;
  const events: AgendaEvent[] = [];
  for (const one of list) {
    now += one.later;
    const told = tell(agenda, wishOf(one, now), at(now - 600));
    agenda = told.agenda;
    if (told.event) events.push(told.event);
  }
  return { agenda, events, now: at(now - 600) };
}

describe('an agenda', () => {
  it('never has two at once, but for places of the same slot', () => {
    fc.assert(
      fc.property(wishes, (list) => {
        const { agenda, now } = play(list);
        const there = [...agenda.appointments.values()].filter((one) => occupies(stateAt(one, now)));
        for (const one of there) {
          const beside = there.filter((other) => other.start < one.end && one.start < other.end);
          const same = beside.filter(
            ({ start, end, calendar }) => start === one.start && end === one.end && calendar === one.calendar,
          );
          expect(beside).toHaveLength(same.length);
          expect(same.length).toBeLessThanOrEqual(one.capacity);
          expect(new Set(same.map(({ patientId }) => patientId)).size).toBe(same.length);
        }
      }),
    );
  });

  it('loses no slot: what nobody has can be taken, and what somebody gave up', () => {
    fc.assert(
      fc.property(wishes, fc.nat(7), (list, which) => {
        const { agenda, now } = play(list);
        const slot = slotOf('new', 'P9', which);
        const beside = [...agenda.appointments.values()].filter(
          (one) => occupies(stateAt(one, now)) && one.start < slot.end && slot.start < one.end,
        );
        const isShared = beside.every(
          ({ start, end, calendar }) =>
            start === slot.start && end === slot.end && calendar === slot.calendar,
        );
        expect(hasRoom(agenda, slot, now)).toBe(isShared && beside.length < slot.capacity);
        expect(decide(agenda, { kind: 'book', slot, by: 'patient' }, now).kind).toBe(
          isShared && beside.length < slot.capacity ? 'tell' : 'refused',
        );
      }),
    );
  });

  it('is the fold of its events, in any order, each as often as it comes', () => {
    fc.assert(
      fc.property(wishes, fc.infiniteStream(fc.nat()), (list, order) => {
        const { agenda, events } = play(list);
        const shuffled = [...events, ...events]
          .map((event) => ({ event, at: order.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ event }) => event);
        expect(foldAgenda(shuffled)).toEqual(agenda);
      }),
    );
  });

  it('answers a wish that is told twice as it did the first time, with no second event', () => {
    fc.assert(
      fc.property(wishes, (list) => {
        let agenda = emptyAgenda;
        let now = 0;
        for (const one of list) {
          now += one.later;
          const wish = wishOf(one, now);
          const first = tell(agenda, wish, at(now - 600));
          agenda = first.agenda;
          // a hold is renewed; of the others the second is none
          if (first.event && wish.kind !== 'hold') {
            const again = decide(agenda, wish, at(now - 600));
            expect(again.kind).toBe('so-already');
          }
        }
      }),
    );
  });
});

describe('a hold', () => {
  const held = tell(
    emptyAgenda,
    { kind: 'hold', slot: slotOf('a1', 'P1', 0), by: 'patient', until: at(-595) },
    at(-600),
  ).agenda;

  it('keeps others away until it runs out, to the millisecond', () => {
    const other: Wish = { kind: 'book', slot: slotOf('a2', 'P2', 0), by: 'patient' };
    expect(decide(held, other, new Date(Date.parse(at(-595)) - 1).toISOString())).toEqual({
      kind: 'refused',
      why: 'taken',
    });
    expect(decide(held, other, at(-595)).kind).toBe('tell');
  });

  it('that ran out is booked all the same where nobody else came', () => {
    expect(decide(held, { kind: 'book', slot: slotOf('a1', 'P1', 0), by: 'patient' }, at(-300)).kind).toBe(
      'tell',
    );
  });

  it('is given up when its patient looks at another slot', () => {
    const two = tell(
      held,
      { kind: 'hold', slot: slotOf('a2', 'P1', 2), by: 'patient', until: at(-590) },
      at(-599),
    ).agenda;
    expect(two.appointments.get('a1')?.state).toBe('released');
    expect(decide(two, { kind: 'book', slot: slotOf('a3', 'P2', 0), by: 'patient' }, at(-598)).kind).toBe(
      'tell',
    );
  });
});

describe('the life of an appointment', () => {
  it('ends: nothing leads out of cancelled and moved', () => {
    for (const state of ['cancelled', 'moved'] as const)
      for (const happening of [
        'held',
        'booked',
        'requested',
        'confirmed',
        'reminded',
        'attended',
        'cancelled',
        'moved',
      ] as const)
        expect(appointmentAfter(state, happening)).toBeUndefined();
  });

  it('whatever is still to come can be cancelled and moved', () => {
    for (const state of appointmentStates.filter(isOpen)) {
      expect(appointmentAfter(state, 'cancelled')).toBe('cancelled');
      expect(appointmentAfter(state, 'moved')).toBe('moved');
    }
  });

  it.each([
    ['requested', 'confirmed', 'confirmed'],
    ['confirmed', 'reminded', 'reminded'],
    ['reminded', 'confirmed', 'reminded'],
    ['reminded', 'checked-in', 'checked-in'],
    ['checked-in', 'attended', 'attended'],
    ['confirmed', 'missed', 'missed'],
    ['missed', 'attended', 'attended'],
    ['held', 'attended', undefined],
    ['attended', 'cancelled', undefined],
    ['checked-in', 'moved', undefined],
  ] as const)('%s, %s → %s', (state, happening, next) =>
    expect(appointmentAfter(state, happening)).toBe(next),
  );
});

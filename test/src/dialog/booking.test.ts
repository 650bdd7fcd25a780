/** An appointment chosen in the chat, turn by turn; and all that ends it. */
import type { AppointmentAnswer } from '../../../contract/appointment-questions';
import type { Booking, OfferedSlot } from '../../../src/dialog/booking';
import type { Effect } from '../../../src/dialog/effect';
import type { Input } from '../../../src/dialog/input';
import type { State } from '../../../src/dialog/state';
import { step, type Step } from '../../../src/dialog/step';
import { hears, knowledge, metAt, minutesLater, presses, says, waits } from '../../support/small-clinic';

// Ten past nine in São Paulo, a Monday.
const at = (time: string): string => `2026-01-05T${time}:00.000Z`;
const slot = (start: string, more: Partial<OfferedSlot> = {}): OfferedSlot => ({
  ...{ slot: `d~c~${at(start)}`, start: at(start), end: at(start), timeZone: 'America/Sao_Paulo' },
  ...{ kind: 'video', professional: 'Dra. Ana' },
  ...more,
});
const slots = [slot('12:30'), slot('12:50', { kind: 'in-person', place: 'Rua 1' })];
const booking = (more: Partial<Booking> = {}): Booking => ({
  ...{ step: 'choosing', appointmentId: 'A', slots },
  ...more,
});
const waiting = (more: Partial<Booking> | undefined = {}, shared: object = {}) =>
  waits(
    { queued: true, nobody: true, ...(more && { booking: booking(more) }) },
    {
      ...{ department: { id: 'd', name: 'Geral' }, waitWatched: true, patientId: 'P', urgency: 'yellow' },
      ...{ waitingSince: metAt, ...shared },
    },
  );
const done = (state: string): AppointmentAnswer =>
  ({ result: 'done', appointment: { state } }) as unknown as AppointmentAnswer;
const told = (act: 'hold' | 'book', answer?: AppointmentAnswer): Input =>
  hears('appointment-told', { act, ...(answer && { answer }) });
const free = (given?: OfferedSlot[]): Input => hears('slots-told', given ? { slots: given } : {});

const play = (state: State, input: Input): Step => step(state, input, knowledge);
const said = ({ effects }: Step): string[] =>
  effects.flatMap((effect) => (effect.kind === 'say' ? [effect.text] : []));
const buttons = ({ effects }: Step): string[] =>
  effects.flatMap((effect) =>
    effect.kind === 'say' ? (effect.buttons ?? []).map(({ value }) => value) : [],
  );
const asked = <K extends Effect['kind']>({ effects }: Step, kind: K) =>
  effects.find((effect): effect is Extract<Effect, { kind: K }> => effect.kind === kind);
const bookingOf = ({ state }: Step) => (state?.phase === 'waiting' ? state.booking : undefined);

describe('Given who waits and may wait', () => {
  it('When they ask for an appointment, Then times are asked for, none later than their urgency allows', () => {
    const next = play(waiting(undefined), presses('instead:appointment'));
    expect(asked(next, 'ask-slots')).toEqual({ kind: 'ask-slots', to: minutesLater(60) });
    expect(said(next)).toEqual([]);
  });

  it('When the protocol said how soon, Then that is the last time, and its specialty is asked for', () => {
    const decided = { disposition: 'moderate', urgencyMinutes: 720, specialty: 'cardio' };
    const next = play(waiting(undefined, { decided }), presses('instead:appointment'));
    expect(asked(next, 'ask-slots')).toMatchObject({ to: minutesLater(720), specialty: 'cardio' });
  });

  it('When nobody knows who they are, Then they leave a number as without calendars', () => {
    const next = play(waiting(undefined, { patientId: undefined }), presses('instead:appointment'));
    expect([said(next), asked(next, 'ask-slots')]).toEqual([['contact_ask'], undefined]);
  });

  it('When times are told, Then they choose by button or by the clock of the clinic', () => {
    const next = play(waiting({ step: 'looking', slots: [] }), free(slots));
    expect(said(next)).toEqual(['booking_choose']);
    expect(buttons(next)).toEqual(['book:0', 'book:1', 'book:stop']);
    const effect = next.effects.find(({ kind }) => kind === 'say') as Extract<Effect, { kind: 'say' }>;
    expect(effect.buttons?.map(({ label }) => label)).toEqual([
      'seg., 05/01, 09:30 · Dra. Ana · kind_video',
      'seg., 05/01, 09:50 · Dra. Ana · kind_in_person',
      'label_book_stop',
    ]);
  });

  it('When there may be more, Then more are asked for after the last', () => {
    const five = ['12:20', '12:30', '12:40', '12:50', '12:55'].map((time) => slot(time));
    expect(buttons(play(waiting({ step: 'looking' }), free(five)))).toContain('book:more');
    const next = play(waiting({ slots: five }), presses('book:more'));
    expect(asked(next, 'ask-slots')).toMatchObject({ from: at('12:56') });
  });

  it.each([
    ['the calendar does not answer', free(), 'booking_away'],
    ['no time is soon enough', free([]), 'booking_none'],
  ])('When %s, Then a number is asked for and they stay in the queue', (_what, input, key) => {
    const next = play(waiting({ step: 'looking', slots: [] }), input);
    expect(said(next)).toEqual([key]);
    expect(next.state).toMatchObject({ phase: 'waiting', queued: true, leaves: 'appointment' });
    expect(bookingOf(next)).toBeUndefined();
  });
});

describe('Given times to choose from', () => {
  it('When one is pressed, Then it is held, and only then they are asked', () => {
    const next = play(waiting(), presses('book:1'));
    expect(asked(next, 'ask-appointment')).toMatchObject({
      act: 'hold',
      slot: slots[1]!.slot,
      patientId: 'P',
    });
    expect(said(next)).toEqual([]);
    const held = play(next.state!, told('hold', done('held')));
    expect(said(held)).toEqual([
      'booking_confirm when=segunda-feira, 05/01, 09:50 professional=Dra. Ana how=kind_in_person (Rua 1)',
    ]);
    expect(buttons(held)).toEqual(['book:yes', 'book:no']);
  });

  it('When they write when they can, Then such times are asked for, within what their urgency allows', () => {
    const decided = { disposition: 'moderate', urgencyMinutes: 4_320 };
    const next = play(waiting({}, { decided }), says('quarta de manhã'));
    expect(asked(next, 'ask-slots')).toEqual({
      ...{ kind: 'ask-slots', to: minutesLater(4_320) },
      ...{ weekdays: [3], minutes: [0, 720] },
    });
    const tomorrow = play(waiting({}, { decided }), says('amanhã depois das 14h'));
    expect(asked(tomorrow, 'ask-slots')).toMatchObject({
      ...{ from: '2026-01-06T03:00:00.000Z', to: '2026-01-07T03:00:00.000Z', minutes: [840, 1440] },
    });
  });

  it('When nothing is free then, Then it is said and all are shown', () => {
    const next = play(waiting({ step: 'looking', wanted: { weekdays: [3] } }), free([]));
    expect(said(next)).toEqual(['booking_none_then']);
    expect(asked(next, 'ask-slots')).toEqual({ kind: 'ask-slots', to: minutesLater(60) });
    expect(said(play(next.state!, free([])))).toEqual(['booking_none']);
  });

  it.each(['não', 'não quero marcar'])(
    'When they write "%s", Then nothing is booked and they wait on',
    (text) => {
      const next = play(waiting(), says(text));
      expect(said(next)).toEqual(['booking_stopped']);
      expect(next.state).toMatchObject({ phase: 'waiting', queued: true });
      expect(bookingOf(next)).toBeUndefined();
    },
  );

  it('When they ask for a person, Then that goes before', () => {
    expect(said(play(waiting(), says('atendente'))).join()).toMatch(/nobody_general/);
  });
});

describe('Given a time that is held', () => {
  const held = { step: 'confirming', chosen: slots[0] } as const;

  it.each([presses('book:yes'), says('sim'), says('pode marcar, sim')])(
    'When they say yes, Then it is booked',
    (input) => {
      const next = play(waiting(held), input);
      const booked = asked(next, 'ask-appointment');
      expect(booked).toMatchObject({ act: 'book', slot: slots[0]!.slot });
      const over = play(next.state!, told('book', done('confirmed')));
      expect(said(over)).toEqual([
        'booking_done when=segunda-feira, 05/01, 09:30 professional=Dra. Ana how=kind_video',
      ]);
      expect(over.state).toMatchObject({
        phase: 'guided',
        promised: 'appointment',
        promisedBy: slots[0]!.start,
      });
      // the words stay long enough to be read, then the chat ends
      expect(asked(over, 'remind')).toEqual({ kind: 'remind', reminder: 'silence', afterMs: 60_000 });
    },
  );

  it('When staff still have to confirm it, Then that is said', () => {
    const next = play(waiting({ ...held, step: 'booking' }), told('book', done('requested')));
    expect(said(next)[0]).toMatch(/^booking_requested /);
  });

  it('When they say no, Then the times are shown again', () => {
    expect(asked(play(waiting(held), says('não')), 'ask-slots')).toBeDefined();
  });

  it.each(['hold', 'book'] as const)(
    'When somebody else has it by the %s, Then the next times are shown',
    (act) => {
      const before = waiting({ ...held, step: act === 'hold' ? 'holding' : 'booking' });
      const next = play(before, told(act, { result: 'refused', why: 'taken' }));
      expect(said(next)).toEqual(['booking_taken']);
      expect(asked(next, 'ask-slots')).toBeDefined();
    },
  );

  it('When no answer says whether it is booked, Then it is asked once more under the same name, then told so', () => {
    const first = play(waiting({ ...held, step: 'booking' }), told('book'));
    const again = asked(first, 'ask-appointment');
    expect(again?.act).toBe('book');
    expect(said(first)).toEqual([]);
    const second = play(first.state!, told('book'));
    expect(said(second)).toEqual(['booking_unsure']);
    expect(second.state).toMatchObject({ phase: 'waiting', leaves: 'appointment' });
  });
});

describe('Given a red flag', () => {
  it.each(['choosing', 'confirming', 'looking'] as const)(
    'while %s, Then nothing is booked for later',
    (at_) => {
      const flagged = play(waiting({ step: at_, chosen: slots[0] }), says('não consigo respirar'));
      expect(flagged.state?.redFlags).not.toEqual([]);
      for (const input of [presses('book:0'), presses('book:yes'), free(slots), told('hold', done('held'))]) {
        const next = play(flagged.state!, input);
        expect([asked(next, 'ask-appointment'), asked(next, 'ask-slots')]).toEqual([undefined, undefined]);
        expect(said(next).filter((one) => one.startsWith('booking'))).toEqual([]);
      }
    },
  );
});

it('once a person has them, times are theirs to book', () => {
  const next = play(
    { ...waiting(), phase: 'served', agent: { id: 'a', username: 'ana', kind: 'human' } } as State,
    presses('book:0'),
  );
  expect(asked(next, 'ask-appointment')).toBeUndefined();
});

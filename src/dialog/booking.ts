/**
 * An appointment, chosen in the chat by who waits for a person and can wait: free times, one that is held for them, a yes, and it
 * stands. It is the CRM that knows the calendars; where it does not answer, or has no time that is soon enough, they leave a number
 * instead, as without calendars. Red flags are heard before all of this, and end it.
 */
import { type AppointmentAnswer, mostSlots, type SlotsAnswer } from '../../contract/appointment-questions';
import { readAnswer } from '../language/answer';
import { readIntent } from '../language/intent';
import { readWhenWanted, type WhenWanted } from '../language/when-wanted';
import { instantOf } from '../routing/open-time';
import { targetMinutes } from '../routing/urgency';
import { zoneOf } from './call-hours';
import { type Draft, enter, label, languageOf, sayKey } from './draft';
import type { Button, Effect } from './effect';
import type { InputOf } from './input';
import type { State } from './state';

export type OfferedSlot = SlotsAnswer['slots'][number];

export interface Booking {
  /** `looking`: times were asked for · `holding`, `booking`: the answer is waited for. */
  step: 'looking' | 'choosing' | 'holding' | 'confirming' | 'booking';
  /** Names the appointment that is to be. */
  appointmentId: string;
  slots: readonly OfferedSlot[];
  chosen?: OfferedSlot;
  wanted?: WhenWanted;
  /** Only those after this one: more were asked for. */
  after?: string;
  /** Nothing was free where they asked: said once, then all there is. */
  widened?: true;
  /** The booking was asked for once more, since no answer came. */
  again?: true;
}

export type BookingCode = `${number}` | 'more' | 'stop' | 'yes' | 'no';

type Waiting = Extract<State, { phase: 'waiting' }>;
type WithBooking = Waiting & { booking: Booking };

const isBooking = (state: State): state is WithBooking =>
  state.phase === 'waiting' && state.booking !== undefined && state.redFlags.length === 0;

/** No time is offered later than their urgency allows. An instant. */
function latest(draft: Draft): string {
  const { decided, urgency = 'yellow', waitingSince } = draft.state;
  const minutes = decided?.urgencyMinutes ?? targetMinutes[urgency];
  const fromMs = Date.parse(waitingSince ?? draft.input.at);
  return new Date(fromMs + minutes * 60_000).toISOString();
}

/** Asks for times. @returns false where that is of no use: nobody knows whose appointment it would be */
export function beginBooking(draft: Draft): boolean {
  const { state } = draft;
  if (state.phase !== 'waiting' || state.patientId === undefined) return false;
  const appointmentId = `${state.conversation}-${draft.input.id}`
    .replace(/[^A-Za-z0-9_-]/g, '-')
    .slice(0, 120);
  look(draft, { step: 'looking', appointmentId, slots: [] });
  return true;
}

function look(draft: Draft, booking: Booking): void {
  const state = draft.state as Waiting;
  draft.state = { ...state, booking: { ...booking, step: 'looking' }, question: undefined, misunderstood: 0 };
  draft.effects.push({ kind: 'ask-slots', ...asked(draft, booking) });
}

type SlotsEffect = Extract<Effect, { kind: 'ask-slots' }>;

function asked(draft: Draft, { slots, wanted = {}, after }: Booking): Omit<SlotsEffect, 'kind'> {
  const { decided } = draft.state;
  const zone = slots[0]?.timeZone ?? zoneOf(draft);
  const { fromDay, toDay, weekdays, minutes } = wanted;
  const limit = latest(draft);
  const begin = (day: string, time: string): string => new Date(instantOf(zone, day, time)).toISOString();
  const from =
    after === undefined
      ? fromDay && begin(fromDay, '00:00')
      : new Date(Date.parse(after) + 60_000).toISOString();
  const end = toDay === undefined ? limit : begin(toDay, '24:00');
  return {
    to: end < limit ? end : limit,
    ...(decided?.specialty !== undefined && { specialty: decided.specialty }),
    ...(from !== undefined && { from }),
    ...(weekdays && { weekdays }),
    ...(minutes && { minutes }),
  };
}

/** The times that were asked for. */
export function onSlotsTold(draft: Draft, { slots }: InputOf<'slots-told'>): void {
  const { state } = draft;
  if (!isBooking(state) || state.booking.step !== 'looking') return;
  const { booking } = state;
  if (!slots) return leaveNumber(draft, 'booking_away');
  if (slots.length > 0) return choose(draft, booking, slots);
  const isNarrow = booking.wanted !== undefined || booking.after !== undefined;
  if (!isNarrow || booking.widened) return leaveNumber(draft, 'booking_none');
  sayKey(draft, 'booking_none_then');
  const { wanted: _wanted, after: _after, ...rest } = booking;
  look(draft, { ...rest, widened: true });
}

function choose(draft: Draft, booking: Booking, slots: readonly OfferedSlot[]): void {
  const { widened: _widened, chosen: _chosen, ...rest } = booking;
  draft.state = { ...(draft.state as Waiting), booking: { ...rest, step: 'choosing', slots } };
  const buttons: Button[] = slots.map((slot, at) => ({ label: slotLabel(draft, slot), value: `book:${at}` }));
  if (slots.length === mostSlots)
    buttons.push({ label: label(draft, 'label_book_more'), value: 'book:more' });
  buttons.push({ label: label(draft, 'label_book_stop'), value: 'book:stop' });
  sayKey(draft, 'booking_choose', {}, buttons);
}

const kindKeys = { video: 'kind_video', 'in-person': 'kind_in_person', phone: 'kind_phone' } as const;

function dayAndTime(draft: Draft, { start, timeZone }: OfferedSlot, weekday: 'short' | 'long'): string {
  const words = { weekday, day: '2-digit', month: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(languageOf(draft.state), { ...words, hourCycle: 'h23', timeZone }).format(
    new Date(start),
  );
}

const slotLabel = (draft: Draft, slot: OfferedSlot): string =>
  `${dayAndTime(draft, slot, 'short')} · ${slot.professional} · ${label(draft, kindKeys[slot.kind])}`.slice(
    0,
    200,
  );

function slotWords(draft: Draft, slot: OfferedSlot): Record<'when' | 'professional' | 'how', string> {
  const how = label(draft, kindKeys[slot.kind]);
  return {
    when: dayAndTime(draft, slot, 'long'),
    professional: slot.professional,
    how: slot.place === undefined ? how : `${how} (${slot.place})`,
  };
}

/** They go on as without calendars: how can they be reached? */
function leaveNumber(draft: Draft, key: 'booking_away' | 'booking_none' | 'booking_unsure'): void {
  const { booking: _booking, ...state } = draft.state as Waiting;
  draft.state = { ...state, leaves: 'appointment' };
  sayKey(draft, key);
}

export function bookingLabel(draft: Draft, code: BookingCode): string {
  const { state } = draft;
  if (code === 'stop' || code === 'more') return label(draft, `label_book_${code}`);
  if (code === 'yes' || code === 'no') return label(draft, `label_${code}`);
  const slot = state.phase === 'waiting' ? state.booking?.slots[Number(code)] : undefined;
  return slot ? slotLabel(draft, slot) : label(draft, 'label_appointment');
}

export function onBookingButton(draft: Draft, code: BookingCode): void {
  const { state } = draft;
  if (!isBooking(state)) return sayKey(draft, 'past_button');
  const { booking } = state;
  if (code === 'stop') return stop(draft);
  if (code === 'more') return look(draft, { ...booking, after: booking.slots.at(-1)?.start });
  if (code === 'yes')
    return booking.step === 'confirming' ? book(draft, booking) : sayKey(draft, 'past_button');
  if (code === 'no') return look(draft, booking);
  const chosen = booking.slots[Number(code)];
  const mayChoose = booking.step === 'choosing' || booking.step === 'confirming';
  if (!chosen || !mayChoose) return sayKey(draft, 'past_button');
  draft.state = { ...state, booking: { ...booking, step: 'holding', chosen } };
  draft.effects.push(appointmentEffect(draft, 'hold', booking, chosen));
}

/** They wait on, as before. */
function stop(draft: Draft): void {
  const { booking: _booking, ...state } = draft.state as Waiting;
  draft.state = { ...state, choices: undefined };
  sayKey(draft, 'booking_stopped');
}

/** An id means one time: a second choice is another appointment. */
function idOf({ appointmentId }: Booking, { slot }: OfferedSlot): string {
  return `${appointmentId}-${slot}`.replace(/[^A-Za-z0-9_-]/g, '-').slice(0, 200);
}

function appointmentEffect(
  draft: Draft,
  act: 'hold' | 'book',
  booking: Booking,
  { slot, ...rest }: OfferedSlot,
): Effect {
  const { patientId = '', decided } = draft.state;
  const appointmentId = idOf(booking, { slot, ...rest });
  const { specialty } = decided ?? {};
  return {
    kind: 'ask-appointment',
    act,
    appointmentId,
    slot,
    patientId,
    ...(specialty !== undefined && { specialty }),
  };
}

function book(draft: Draft, booking: Booking): void {
  const { chosen } = booking;
  if (!chosen) return;
  draft.state = { ...(draft.state as Waiting), booking: { ...booking, step: 'booking' } };
  draft.effects.push(appointmentEffect(draft, 'book', booking, chosen));
}

/** What became of the hold, or of the booking. */
export function onAppointmentTold(draft: Draft, { act, answer }: InputOf<'appointment-told'>): void {
  const { state } = draft;
  if (!isBooking(state)) return;
  const { booking } = state;
  if (act === 'hold' && booking.step === 'holding') return onHeld(draft, booking, answer);
  if (act === 'book' && booking.step === 'booking') return onBooked(draft, booking, answer);
}

function onHeld(draft: Draft, booking: Booking, answer: AppointmentAnswer | undefined): void {
  const { chosen } = booking;
  if (!answer || !chosen) return leaveNumber(draft, 'booking_away');
  if (answer.result === 'refused') return lost(draft, booking);
  draft.state = { ...(draft.state as Waiting), booking: { ...booking, step: 'confirming' } };
  sayKey(draft, 'booking_confirm', slotWords(draft, chosen), [
    { label: label(draft, 'label_yes'), value: 'book:yes' },
    { label: label(draft, 'label_no'), value: 'book:no' },
  ]);
}

/** Somebody was faster, or the calendar has changed: what is free now. */
function lost(draft: Draft, booking: Booking): void {
  sayKey(draft, 'booking_taken');
  look(draft, booking);
}

function onBooked(draft: Draft, booking: Booking, answer: AppointmentAnswer | undefined): void {
  const { chosen } = booking;
  if (!answer && !booking.again) {
    // asked again under the same name it is booked once
    return book(draft, { ...booking, again: true });
  }
  if (!answer || !chosen) return leaveNumber(draft, 'booking_unsure');
  if (answer.result === 'refused') return lost(draft, booking);
  const key = answer.appointment?.state === 'requested' ? 'booking_requested' : 'booking_done';
  const over = { waitingSince: undefined, misunderstood: 0, silence: { asked: true } };
  enter(draft, { phase: 'guided' }, { ...over, promised: 'appointment', promisedBy: chosen.start });
  draft.effects.push({ kind: 'forget-reminder', reminder: 'try-hand-over' });
  sayKey(draft, key, slotWords(draft, chosen));
}

/** What is written while times are chosen. @returns whether it was about that */
export function onBookingText(draft: Draft, { text }: InputOf<'patient-message'>): boolean {
  const { state } = draft;
  if (!isBooking(state) || readIntent(text) === 'human') return false;
  const { booking } = state;
  if (booking.step !== 'choosing' && booking.step !== 'confirming') return false;
  const today = dayOf(draft, booking);
  const wanted = readWhenWanted(text, today);
  if (wanted) {
    const { wanted: _wanted, after: _after, widened: _widened, ...rest } = booking;
    look(draft, wanted.soonest ? rest : { ...rest, wanted });
    return true;
  }
  const question = { id: 'book', type: 'yes-no', unknownAllowed: false } as const;
  const reading = readAnswer(text, question, languageOf(state));
  if (reading.kind !== 'value') return false;
  if (booking.step === 'confirming') onBookingButton(draft, reading.value === true ? 'yes' : 'no');
  else if (reading.value === false) stop(draft);
  else return false;
  return true;
}

/** Today where the clinic is. */
function dayOf(draft: Draft, { slots }: Booking): string {
  const timeZone = slots[0]?.timeZone ?? zoneOf(draft);
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(draft.input.at));
}

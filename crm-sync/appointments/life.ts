/** The life of one appointment: which happening leads from where to where. Pure. */
import type { AppointmentState } from '../../contract/appointment-events';

export type Happening =
  | 'held'
  | 'released'
  /** Asked for, and somebody has to confirm it. */
  | 'requested'
  /** Asked for, and it stands. */
  | 'booked'
  | 'confirmed'
  | 'reminded'
  | 'checked-in'
  | 'attended'
  | 'missed'
  | 'cancelled'
  | 'moved';

const ends = { cancelled: 'cancelled', moved: 'moved' } as const;
const stands = {
  ...ends,
  reminded: 'reminded',
  'checked-in': 'checked-in',
  attended: 'attended',
  missed: 'missed',
} as const;

const life: Readonly<
  Record<AppointmentState | 'none', Readonly<Partial<Record<Happening, AppointmentState>>>>
> = {
  none: { held: 'held', requested: 'requested', booked: 'confirmed' },
  held: { held: 'held', released: 'released', requested: 'requested', booked: 'confirmed' },
  requested: {
    ...ends,
    confirmed: 'confirmed',
    'checked-in': 'checked-in',
    attended: 'attended',
    missed: 'missed',
  },
  confirmed: { ...stands, confirmed: 'confirmed' },
  // Who says that they come was reminded all the same.
  reminded: { ...stands, confirmed: 'reminded' },
  'checked-in': { attended: 'attended', missed: 'missed', cancelled: 'cancelled' },
  // What was marked wrongly is marked again.
  attended: { missed: 'missed' },
  missed: { 'checked-in': 'checked-in', attended: 'attended', moved: 'moved' },
  cancelled: {},
  moved: {},
  // Given up or run out, and chosen again.
  released: { held: 'held', requested: 'requested', booked: 'confirmed' },
};

/** The one transition. @returns undefined where that cannot happen */
export function appointmentAfter(
  state: AppointmentState | undefined,
  happening: Happening,
): AppointmentState | undefined {
  return life[state ?? 'none'][happening];
}

/** It takes its place in the calendar. */
export const occupies = (state: AppointmentState): boolean =>
  !['cancelled', 'moved', 'released'].includes(state);

/** It is still to come: it can be cancelled or moved. */
export const isOpen = (state: AppointmentState): boolean =>
  ['requested', 'confirmed', 'reminded'].includes(state);

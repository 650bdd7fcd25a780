/** When the bot may write to somebody of its own accord. Pure. */

export interface ContactHours {
  /** `HH:MM` in the tenant's time zone, the first minute. */
  from: string;
  /** `HH:MM`, the first minute after; `24:00` is the end of the day. */
  to: string;
}

export const defaultContactHours: ContactHours = { from: '08:00', to: '20:00' };

const formats = new Map<string, Intl.DateTimeFormat>();

/** `HH:MM` on the clocks of that time zone. */
export function clockTime(timeZone: string, at: Date): string {
  const options = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', options);
  formats.set(timeZone, format);
  return format.format(at);
}

/** @param hours absent: the default */
export function mayContact(
  { timeZone, contactHours = defaultContactHours }: { timeZone: string; contactHours?: ContactHours },
  at: Date,
): boolean {
  const time = clockTime(timeZone, at);
  return time >= contactHours.from && time < contactHours.to;
}

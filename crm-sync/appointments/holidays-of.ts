import type { Professional } from '../../contract/appointment-events';
import { closedDays } from '../knowledge/holidays';

/** By state and municipality; making a year's list takes a while. */
const kept = new Map<string, ReadonlySet<string>>();

/** @returns whether a day is a public holiday where the professional is. Without a state, the national ones. */
export function holidaysOf({ state, municipality }: Professional): (day: string) => boolean {
  return (day) => {
    const year = Number(day.slice(0, 4));
    const key = `${state ?? ''} ${municipality ?? ''} ${year}`;
    let days = kept.get(key);
    if (!days) {
      const where = {
        country: 'BR' as const,
        ...(state !== undefined && { state }),
        ...(municipality !== undefined && { municipality }),
      };
      days = new Set(closedDays(where, year).map(({ date }) => date));
      kept.set(key, days);
    }
    return days.has(day);
  };
}

import type { Urgency } from '../contract/service-events';

/**
 * Minutes until somebody is to be seen (Manchester Triage System: orange 10, yellow 60, green 120, blue 240). Red is never a
 * queue: the emergency words are said in the same turn, and a person is to be there within a minute all the same.
 */
export const targetMinutes: Readonly<Record<Urgency, number>> = {
  red: 1,
  orange: 10,
  yellow: 60,
  green: 120,
  blue: 240,
};

/** A person has one calendar per disease: two at once neither end nor delay each other. */

export const followUpPrefix = 'follow-up/';

export const diseases = ['respiratory', 'dengue'] as const;
export type Disease = (typeof diseases)[number];

/** Names the calendar: its document, and its stream after the prefix. */
export function calendarKey(patientId: string, disease: Disease): string {
  return `${patientId}/${disease}`;
}

/** @param key `<patient id>/<disease>` */
export function patientOfKey(key: string): string {
  return key.split('/')[0] ?? key;
}

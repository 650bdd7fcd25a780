/** A location that somebody shared, as text: `geo:` of our own making, or a link to a map. */
import type { Point } from '../places/distance';

const number = '(-?\\d{1,3}\\.\\d{2,})';
const forms = [
  new RegExp(`geo:${number},\\s*${number}`, 'i'),
  new RegExp(`maps[^\\s]*[?&/@](?:q=|query=|ll=|loc:)?(?:loc:)?${number}(?:,|%2C)\\s*${number}`, 'i'),
  new RegExp(`^\\s*${number}\\s*,\\s*${number}\\s*$`),
];

/** @returns undefined when there is none, or none that could be on Earth */
export function sharedPoint(text: string): Point | undefined {
  for (const form of forms) {
    const match = form.exec(text.slice(0, 500));
    if (!match) continue;
    const [latitude, longitude] = [Number(match[1]), Number(match[2])];
    if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return { latitude, longitude };
  }
  return undefined;
}

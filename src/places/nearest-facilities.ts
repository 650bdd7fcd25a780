/** Where to go: the nearest facilities that take what the person has. Pure. */
import type { Disposition } from '../../contract/event';
import type { Facility } from '../../settings/places/facility';
import { municipalityOf } from '../../settings/places/municipalities';
import type { NearKm } from '../../settings/places/near-km';
import { distanceKm, type Point } from './distance';

export interface Need {
  /** Only facilities that accept it. */
  disposition?: Disposition;
  /** Only facilities that have it among their specialties. */
  specialty?: string;
  /** Only facilities that run it. */
  programme?: string;
  /** Local time at the facilities. With it, those known to be closed come after the others (for an emergency they are left out). */
  at?: LocalTime;
  /** Only facilities that are near for their kind. */
  reach?: NearKm;
}
export interface LocalTime {
  /** 1 Monday … 7 Sunday. */
  day: number;
  /** "HH:MM", 24 hours. */
  time: string;
}

export interface NearFacility {
  facility: Facility;
  distanceKm: number;
  /** The facility has no coordinates: the distance is to its municipality's seat. */
  approximate: boolean;
  /** Undefined when its hours are not known or no time was given. */
  open?: boolean;
}

export function isOpen(item: Facility, at: LocalTime): boolean | undefined {
  return item.hours?.some(({ days, from, to }) => days.includes(at.day) && from <= at.time && at.time < to);
}

function suits(item: Facility, need: Need): boolean {
  return (
    (!need.disposition || item.accepts.includes(need.disposition)) &&
    (!need.specialty || item.specialties.includes(need.specialty)) &&
    (!need.programme || item.programmes.includes(need.programme))
  );
}

/**
 * Nearest first; facilities whose place is not known at all are left out.
 * @param from a shared location, or a municipality (its seat)
 * @param limit how many at most
 */
export function nearestFacilities(
  facilities: readonly Facility[],
  from: Point,
  need: Need = {},
  limit = 3,
): NearFacility[] {
  const near = facilities
    .filter((item) => suits(item, need))
    .flatMap((item): NearFacility[] => {
      const approximate = item.latitude === undefined || item.longitude === undefined;
      const place: Point | undefined = approximate
        ? municipalityOf(item.municipality)
        : { latitude: item.latitude!, longitude: item.longitude! };
      if (!place) return [];
      const open = need.at && isOpen(item, need.at);
      if (need.disposition === 'emergency' && open === false) return [];
      const km = distanceKm(from, place);
      if (need.reach && km > need.reach[item.kind]) return [];
      return [
        {
          facility: item,
          distanceKm: km,
          approximate,
          ...(open !== undefined && { open }),
        },
      ];
    });
  const closed = (item: NearFacility): number => (item.open === false ? 1 : 0);
  return near
    .sort(
      (a, b) =>
        closed(a) - closed(b) || a.distanceKm - b.distanceKm || a.facility.id.localeCompare(b.facility.id),
    )
    .slice(0, limit);
}

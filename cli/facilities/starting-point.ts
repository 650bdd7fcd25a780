/** Where the search starts, as typed: a municipality, a CEP, or "latitude,longitude". */
import type { Facility } from '../../settings/places/facility';
import { allMunicipalities, type Municipality } from '../../settings/places/municipalities';
import { distanceKm, type Point } from '../../src/places/distance';
import { findPlace } from '../../src/places/find-place';
import { Failure } from '../failure';

/** `municipality` is the one understood, or the one whose seat is nearest to the point. */
export interface StartingPoint {
  point: Point;
  /** In words. */
  told: string;
  municipality: Municipality;
}

const named = ({ name, uf }: Municipality): string => `${name} - ${uf}`;

export function startingPoint(text: string, facilities: readonly Facility[]): StartingPoint {
  return pointIn(text) ?? placeIn(text, facilities);
}

function pointIn(text: string): StartingPoint | undefined {
  const match = /^\s*([-+]?\d+(?:\.\d+)?)\s*,\s*([-+]?\d+(?:\.\d+)?)\s*$/.exec(text);
  if (!match) return undefined;
  const point: Point = { latitude: Number(match[1]), longitude: Number(match[2]) };
  for (const [what, most] of [
    ['latitude', 90],
    ['longitude', 180],
  ] as const)
    if (Math.abs(point[what]) > most)
      throw new Failure(
        'bad_point',
        `${JSON.stringify(text)}: ${what} ${point[what]} is not from -${most} to ${most}.`,
        2,
      );
  const [first, ...rest] = allMunicipalities();
  let municipality = first!;
  for (const other of rest)
    if (distanceKm(point, other) < distanceKm(point, municipality)) municipality = other;
  return { point, told: `${text.trim()} (by ${named(municipality)})`, municipality };
}

function placeIn(text: string, facilities: readonly Facility[]): StartingPoint {
  const found = findPlace(text, undefined, facilities);
  if (found.kind === 'municipality') {
    const { municipality, exact } = found;
    const told = `${named(municipality)}${exact ? '' : `, understood from ${JSON.stringify(text)}`}`;
    return { point: municipality, told, municipality };
  }
  if (found.kind === 'choose')
    throw new Failure('which_place', `Which one? ${found.options.map(named).join(', ')}`, 2);
  throw new Failure(
    'unknown_place',
    `${JSON.stringify(text)}: no municipality, CEP or "latitude,longitude" that is known.`,
    2,
  );
}

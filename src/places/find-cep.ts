/** A CEP in what was typed → where it is, as far as free data tell. Pure. */
import { capitalRanges, stateRanges } from '../../settings/places/cep-ranges';
import type { Facility } from '../../settings/places/facility';
import { allMunicipalities, municipalityOf, type Municipality } from '../../settings/places/municipalities';

export interface CepReading {
  /** 8 digits. */
  cep: string;
  uf: string;
  /** When a capital's range or a known facility tells. */
  municipality?: Municipality;
}

/** "60115-221", "60.115-221", "CEP 60115221"; not part of a longer number. */
export function cepIn(text: string): string | undefined {
  const match = /(?<![\d.-])(\d{2})\.?(\d{3})[-\s]?(\d{3})(?![\d-])/.exec(text.slice(0, 300));
  return match ? match.slice(1).join('') : undefined;
}

const within = (ranges: readonly (readonly [number, number, string])[], five: number): string | undefined =>
  ranges.find(([from, to]) => five >= from && five <= to)?.[2];

/**
 * @param facilities their CEPs tell of municipalities that no free range does: the same CEP first, then the same five digits, when all agree
 * @returns undefined when no CEP stands in the text, or no state has it
 */
export function findCep(text: string, facilities: readonly Facility[] = []): CepReading | undefined {
  const cep = cepIn(text);
  const uf = cep && within(stateRanges, Number(cep.slice(0, 5)));
  if (!cep || !uf) return undefined;
  for (const length of [8, 5]) {
    const near = facilities.filter((item) => item.cep?.slice(0, length) === cep.slice(0, length));
    const [code, ...others] = new Set(near.map((item) => item.municipality));
    const municipality = code && others.length === 0 ? municipalityOf(code) : undefined;
    if (municipality?.uf === uf) return { cep, uf, municipality };
  }
  if (within(capitalRanges, Number(cep.slice(0, 5))) !== uf) return { cep, uf };
  return { cep, uf, municipality: allMunicipalities().find((item) => item.capital && item.uf === uf) };
}

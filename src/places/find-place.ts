/** "Where are you?" answered: a CEP or a municipality, one entrance for the dialog. Pure. */
import type { Facility } from '../../settings/places/facility';
import { findCep } from './find-cep';
import { findMunicipality, type MunicipalityReading } from './find-municipality';

export type PlaceReading = MunicipalityReading & { cep?: string };

/**
 * @param home the service's state (two letters), whose places come first
 * @param facilities the known ones: their CEPs help to place a CEP
 */
export function findPlace(text: string, home?: string, facilities: readonly Facility[] = []): PlaceReading {
  const found = findCep(text, facilities);
  if (!found) return findMunicipality(text, home);
  const { cep, uf, municipality } = found;
  if (municipality) return { kind: 'municipality', municipality, exact: true, cep };
  // the name may stand beside it: "62930-000, Limoeiro do Norte"
  const named = findMunicipality(text.replace(/\bcep\b/gi, ' ').replace(/[\d.-]{8,}/g, ' '), uf);
  return named.kind === 'municipality' || named.kind === 'choose'
    ? { ...named, cep }
    : { kind: 'state', uf, cep };
}

/** Where to go: the nearest suitable facilities, by municipality, CEP or shared location. */
import { demoFacilities, type Facility } from '../../settings/places/facility';
import { municipalityOf, type Municipality } from '../../settings/places/municipalities';
import { nearKm } from '../../settings/places/near-km';
import type { PlaceKind } from '../language/asks';
import { readFindings } from '../language/findings';
import { fold } from '../language/normalise';
import { cepIn } from '../places/find-cep';
import type { Point } from '../places/distance';
import { findPlace } from '../places/find-place';
import { townAsked } from '../places/town-asked';
import { nearestFacilities, type Need, type NearFacility } from '../places/nearest-facilities';
import { humanButton, placeButtons } from './buttons';
import { type Draft, label, languageOf, sayKey } from './draft';
import { sharedPoint } from './shared-point';

const shown = 3;

/** What may be named in this conversation: invented ones only where drafts are admitted. */
export function facilitiesOf({ knowledge, state }: Pick<Draft, 'knowledge' | 'state'>): readonly Facility[] {
  const drafts = state.setup.admitDrafts ?? false;
  const known = knowledge.published?.facilities ?? (drafts ? demoFacilities() : []);
  return drafts ? known : known.filter((one) => !one.demonstration);
}

const kindsOf: Readonly<Record<PlaceKind, readonly Facility['kind'][] | undefined>> = {
  any: undefined,
  vaccination: undefined,
  primary: ['health-post', 'primary-care'],
  urgent: ['urgent-care', 'emergency-department', 'hospital'],
  hospital: ['hospital', 'specialised-hospital', 'emergency-department'],
  maternity: ['birth-centre', 'hospital', 'specialised-hospital'],
  pharmacy: ['pharmacy'],
};

/** The state most facilities are in comes first among homonyms. */
function homeOf(facilities: readonly Facility[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { municipality } of facilities) {
    const code = municipality.slice(0, 2);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  const example = most && facilities.find(({ municipality }) => municipality.startsWith(most[0]));
  return example && municipalityOf(example.municipality)?.uf;
}

/** The patient looks for a place. A municipality, CEP or location in the same message says where; else it is asked. */
export function onPlaceWanted(draft: Draft, wanted: PlaceKind, text: string): void {
  draft.state = { ...draft.state, place: wanted };
  if (facilitiesOf(draft).length === 0) return tellNone(draft);
  if (!readPlace(draft, text, false)) sayKey(draft, 'place_ask');
}

/** @param asked where they are was asked: corrected spellings count. @returns whether it said where */
export function readPlace(draft: Draft, text: string, asked: boolean): boolean {
  const point = sharedPoint(text);
  if (point) {
    tellNearest(draft, point);
    return true;
  }
  const facilities = facilitiesOf(draft);
  const home = homeOf(facilities);
  const town = asked ? undefined : townAsked(text, home);
  const found = town ?? findPlace(text, home, facilities);
  switch (found.kind) {
    case 'municipality':
      if (!asked && !town && !found.exact) return false;
      draft.state = { ...draft.state, municipality: found.municipality.code };
      tellNearest(draft, found.municipality, found.municipality);
      return true;
    case 'choose':
      if (!asked && !town && !found.options.some(({ name }) => fold(text).includes(fold(name)))) return false;
      sayKey(draft, 'place_which', {}, placeButtons(found.options));
      return true;
    case 'state':
      sayKey(draft, 'place_state', { state: found.uf });
      return true;
    case 'unknown':
      return false;
  }
}

/** Nothing but a municipality's name, a CEP or a location: they want to know where to go. */
export function isOnlyAPlace(draft: Draft, text: string): boolean {
  if (sharedPoint(text)) return true;
  const words = text.trim().split(/\s+/);
  if (words.length > 5 || text.includes('?')) return false;
  if (cepIn(text)) return /-|cep/i.test(text) || /^\D*\d{8}\D*$/.test(text);
  if (/\d/.test(text) || readFindings(text, languageOf(draft.state)).length > 0) return false;
  const found = findPlace(text, homeOf(facilitiesOf(draft)), facilitiesOf(draft));
  const said = fold(text).trim();
  if (found.kind === 'municipality') return found.exact && said.startsWith(fold(found.municipality.name));
  return found.kind === 'choose' && found.options.some(({ name }) => said === fold(name));
}

/** One of several places of the same name, by IBGE's code. */
export function onPlaceChosen(draft: Draft, code: string): void {
  const municipality = municipalityOf(code);
  if (municipality) tellNearest(draft, municipality, municipality);
}

function tellNearest(draft: Draft, from: Point, municipality?: Municipality): void {
  const { place: wanted = 'any', decided } = draft.state;
  const kinds = kindsOf[wanted];
  const all = facilitiesOf(draft);
  const suitable = kinds ? all.filter(({ kind }) => kinds.includes(kind)) : all;
  const need: Need = {
    ...(wanted === 'vaccination' ? { programme: 'vaccination' } : {}),
    ...(wanted === 'any' && decided ? { disposition: decided.disposition } : {}),
    ...(wanted === 'urgent' ? { disposition: 'moderate' as const } : {}),
  };
  const near = (more: Need): NearFacility[] =>
    nearestFacilities(suitable, from, { ...need, ...more, reach: nearKm() }, shown);
  // a specialty that is not near is no reason to send nobody anywhere
  const special = wanted === 'any' && decided?.specialty ? near({ specialty: decided.specialty }) : [];
  const found = special.length > 0 ? special : near({});
  if (found.length === 0) return tellNone(draft);
  draft.state = { ...draft.state, place: undefined, misunderstood: 0 };
  const where = municipality ? `${municipality.name} – ${municipality.uf}` : label(draft, 'place_here');
  sayKey(draft, 'place_near', { where, list: found.map((one) => describe(draft, one)).join('\n\n') });
}

function tellNone(draft: Draft): void {
  draft.state = { ...draft.state, place: undefined };
  sayKey(draft, 'place_none', {}, [humanButton(draft)]);
}

function describe(draft: Draft, { facility, distanceKm, approximate }: NearFacility): string {
  const { name, address, phone, hours, municipality, demonstration } = facility;
  const language = languageOf(draft.state);
  const km = distanceKm.toLocaleString(language, { maximumFractionDigits: distanceKm < 10 ? 1 : 0 });
  const city = municipalityOf(municipality);
  const days = label(draft, 'weekdays').split(' ');
  const times = (hours ?? []).map(
    (one) => `${one.days.map((day) => days[day - 1]).join(', ')} ${one.from}–${one.to}`,
  );
  return [
    `**${name}** (${approximate ? '≈ ' : ''}${km} km)${demonstration ? ` ${label(draft, 'place_invented')}` : ''}`,
    [address, city && `${city.name} – ${city.uf}`].filter(Boolean).join(', '),
    ...(phone ? [`☎ ${phone}`] : []),
    ...times,
  ].join('\n');
}

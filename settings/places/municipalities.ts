/**
 * All municipalities of Brazil. The file is one string per state and is read when first asked for: an app that never asks pays
 * nothing but its bytes. Made by scripts/make-places.mjs; source and licence in data/geo/README.md.
 */
export interface Municipality {
  /** IBGE's code, 7 digits. */
  code: string;
  name: string;
  /** The state, two letters. */
  uf: string;
  /** Degrees; of the municipality's seat. */
  latitude: number;
  longitude: number;
  /** Is it its state's capital? */
  capital: boolean;
}

let loaded: readonly Municipality[] | undefined;
let byCode: ReadonlyMap<string, Municipality> | undefined;

/** 5,571 municipalities, states in alphabetical order; kept after the first call. */
export function allMunicipalities(): readonly Municipality[] {
  if (loaded) return loaded;
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- read when asked for, not when the app is loaded
  const states = require('./municipalities.json') as Record<string, string>;
  loaded = Object.entries(states).flatMap(([uf, lines]) =>
    lines.split(';').map((line) => {
      const [code = '', name = '', latitude, longitude, capital] = line.split(',');
      return {
        code,
        name,
        uf,
        latitude: Number(latitude),
        longitude: Number(longitude),
        capital: capital === '*',
      };
    }),
  );
  return loaded;
}

/** @param code IBGE's, of 7 digits, or of 6 (without the check digit) as CNES and DATASUS write it */
export function municipalityOf(code: string): Municipality | undefined {
  byCode ??= new Map(
    allMunicipalities().flatMap((item) => [
      [item.code, item],
      [item.code.slice(0, 6), item],
    ]),
  );
  return byCode.get(code);
}

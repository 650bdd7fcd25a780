/**
 * data/geo/municipios_br.csv → settings/places/municipalities.json: one string per state, so that a program that never asks for a
 * place parses a few strings instead of 5,571 objects. Run it after the list changed: node scripts/make-places.mjs
 */
import { readFileSync, writeFileSync } from 'fs';
import path from 'path';
import { fileURLToPath } from 'url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [header, ...lines] = readFileSync(path.join(root, 'data/geo/municipios_br.csv'), 'utf8')
  .trim()
  .split('\n');
if (header !== 'ibge7,nome,uf,latitude,longitude,capital')
  throw new Error(`columns are not the known ones: ${header}`);

/** Four decimals are about 11 m. */
const degrees = (text) => String(Number(Number(text).toFixed(4)));
const states = {};
for (const line of lines) {
  const [code, name, uf, latitude, longitude, capital] = line.split(',');
  if (!/^\d{7}$/.test(code) || !/^[A-Z]{2}$/.test(uf)) throw new Error(`not a municipality: ${line}`);
  (states[uf] ??= []).push(
    [code, name, degrees(latitude), degrees(longitude), capital === '1' ? '*' : ''].join(','),
  );
}
const sorted = Object.fromEntries(
  Object.keys(states)
    .sort()
    .map((uf) => [uf, states[uf].sort().join(';')]),
);
writeFileSync(path.join(root, 'settings/places/municipalities.json'), `${JSON.stringify(sorted, null, 2)}\n`);

import { readdirSync, readFileSync } from 'fs';
import path from 'path';
import { specialtiesFor, specialtyKey } from '../../settings/specialties';

it.each([
  ['Clínica Médica', 'medicine'],
  ['clinica geral', 'general'],
  ['Pneumologia', 'pulmonology'],
  ['family_medicine', 'family_medicine'],
  ['Medicina de família', 'family_medicine'],
  ['Ginecologia e Obstetrícia', 'obstetrics'],
  ['Quiropraxia', 'quiropraxia'],
])('%s is %s', (name, key) => expect(specialtyKey(name)).toBe(key));

it('who has nobody of a specialty is seen by those in its place', () => {
  expect(specialtiesFor('infectology')).toEqual(['infectology', 'medicine', 'general', 'family_medicine']);
  expect(specialtiesFor('Obstetrícia')).toEqual(['obstetrics']);
});

it('every specialty that a protocol names is one of them', () => {
  const folder = path.join(__dirname, '..', '..', 'settings', 'packs');
  const named = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory()) return [];
    const text = readFileSync(path.join(folder, entry.name, 'pack.json'), 'utf8');
    return [...text.matchAll(/"specialty": "([^"]+)"/g)].map(([, key]) => key!);
  });
  expect(named.length).toBeGreaterThan(0);
  // a reception is no specialty, and has no calendar
  const known = named.filter((key) => key !== 'reception');
  for (const key of known) expect([key, specialtyKey(key.replace('_', ' '))]).toEqual([key, key]);
});

import fc from 'fast-check';
import { readFileSync } from 'fs';
import path from 'path';
import { allMunicipalities } from '../../../settings/places/municipalities';
import { findMunicipality, type MunicipalityReading } from '../../../src/places/find-municipality';
import { runs } from '../../support/runs';

const gold = readFileSync(path.join(__dirname, '../../gold/municipalities-typed.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(' => ') as [string, string]);

function written(reading: MunicipalityReading): string {
  if (reading.kind === 'municipality') return `${reading.municipality.name}-${reading.municipality.uf}`;
  if (reading.kind === 'choose') return `? ${[...reading.options.map((item) => item.uf)].sort().join(' ')}`;
  return '-';
}

describe('Given what a person typed as their municipality', () => {
  test('then the gold table has at least 60 rows, of which some are not known', () => {
    expect(gold.length).toBeGreaterThanOrEqual(60);
    expect(gold.filter(([, expected]) => expected === '-').length).toBeGreaterThanOrEqual(10);
  });

  test.each(gold)('%s => %s', (typed, expected) => {
    expect(written(findMunicipality(typed))).toBe(expected);
  });

  test('then every name with its state is found as it stands in the list', () => {
    const wrong = allMunicipalities().filter((item) => {
      const found = findMunicipality(`${item.name} - ${item.uf}`);
      return !(found.kind === 'municipality' && found.municipality.code === item.code && found.exact);
    });
    expect(wrong.map((item) => `${item.name}-${item.uf}`)).toEqual([]);
  });

  test('then every name without its state is found, or is one of the homonyms asked about', () => {
    const wrong = allMunicipalities().filter((item) => {
      const found = findMunicipality(item.name.toLowerCase());
      if (found.kind === 'municipality') return found.municipality.code !== item.code;
      return !(found.kind === 'choose' && found.options.includes(item));
    });
    // names of states: the state is asked further
    expect(wrong.map((item) => `${item.name}-${item.uf}`)).toEqual([
      'Amapá-AP',
      'Goiás-GO',
      'Tocantins-MG',
      'Mato Grosso-PB',
      'Espírito Santo-RN',
      'Paraná-RN',
      'Paranã-TO',
    ]);
  });

  test('when a long name has one letter wrong, then it is still found or asked about', () => {
    const long = allMunicipalities().filter((item) => item.name.length >= 8);
    fc.assert(
      fc.property(
        fc.nat(long.length - 1),
        fc.nat(100),
        fc.constantFrom('x', 'a', 'o', ''),
        (which, at, letter) => {
          const item = long[which]!;
          const i = 1 + (at % (item.name.length - 1));
          const found = findMunicipality(
            `${item.name.slice(0, i)}${letter}${item.name.slice(i + 1)} ${item.uf}`,
          );
          const codes =
            found.kind === 'municipality'
              ? [found.municipality.code]
              : found.kind === 'choose'
                ? found.options.map(({ code }) => code)
                : [];
          // a mistake may make another name of the same state of it
          if (!codes.includes(item.code))
            expect([item.name, i, letter, found]).toEqual([
              item.name,
              i,
              letter,
              expect.objectContaining({ kind: 'municipality' }),
            ]);
        },
      ),
      runs(100),
    );
  });

  test('when the service is in Ceará, then "juazeiro" is asked back with Juazeiro do Norte first', () => {
    const found = findMunicipality('juazeiro', 'CE');
    expect(found.kind === 'choose' && found.options.map((item) => `${item.name}-${item.uf}`)).toEqual([
      'Juazeiro do Norte-CE',
      'Juazeiro-BA',
    ]);
  });

  test('when a small place is spelt as a capital sounds, then both are asked about', () => {
    expect(written(findMunicipality('são luiz'))).toBe('? MA RR');
  });

  test('when spelling was corrected, then the answer says so', () => {
    expect(findMunicipality('fortalesa')).toMatchObject({ kind: 'municipality', exact: false });
    expect(findMunicipality('Fortaleza')).toMatchObject({ kind: 'municipality', exact: true });
    expect(findMunicipality('ceará')).toEqual({ kind: 'state', uf: 'CE' });
  });

  test('then any text is answered without an error, and each in less than 5 ms on average', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        findMunicipality(text);
      }),
    );
    const texts = gold.map(([typed]) => typed);
    // the best of three rounds in CPU time: other work on the machine is not ours
    const rounds = [1, 2, 3].map(() => {
      const before = process.cpuUsage();
      for (const text of texts) findMunicipality(text);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000 / texts.length;
    });
    expect(Math.min(...rounds)).toBeLessThan(5);
  });
});

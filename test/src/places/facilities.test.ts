import fc from 'fast-check';
import { demoFacilities, facilities, facilityKinds, type Facility } from '../../../settings/places/facility';
import { nearKm } from '../../../settings/places/near-km';
import { municipalityOf } from '../../../settings/places/municipalities';
import { distanceKm } from '../../../src/places/distance';
import { cepIn, findCep } from '../../../src/places/find-cep';
import { findPlace } from '../../../src/places/find-place';
import { nearestFacilities } from '../../../src/places/nearest-facilities';
import { parseCnes } from '../../../src/places/parse-cnes';

const demo = demoFacilities();
const fortaleza = municipalityOf('230440')!;
const header =
  'CO_UNIDADE;CO_CNES;NO_RAZAO_SOCIAL;NO_FANTASIA;NO_LOGRADOURO;NU_ENDERECO;NO_BAIRRO;CO_CEP;NU_TELEFONE;TP_UNIDADE;CO_TURNO_ATENDIMENTO;CO_ESTADO_GESTOR;CO_MUNICIPIO_GESTOR;CO_MOTIVO_DESAB;NU_LATITUDE;NU_LONGITUDE\n';
const row = (
  cnes: string,
  more: {
    type?: string;
    shift?: string;
    municipality?: string;
    closed?: string;
    latitude?: string;
    cep?: string;
    name?: string;
  } = {},
) =>
  `23044${cnes};"${cnes}";"RAZAO";"${more.name ?? 'UBS FICTÍCIA SÃO JOÃO'}";"RUA INVENTADA";"10";"CENTRO";"${more.cep ?? '60000001'}";"(85)00000000";"${more.type ?? '02'}";"${more.shift ?? '03'}";"23";"${more.municipality ?? '230440'}";"${more.closed ?? ''}";"${more.latitude ?? '-3.73'}";"-38.52"\n`;
async function* bytes(text: string, encoding: 'utf8' | 'latin1', size = 7) {
  const all = Buffer.from(text, encoding);
  for (let i = 0; i < all.length; i += size) yield all.subarray(i, i + size);
}

describe('Given facilities', () => {
  test('then the invented ones say that they are, and stand in Ceará', () => {
    expect(
      demo.every(
        (item) => item.demonstration && /Fict/.test(item.name) && item.municipality.startsWith('23'),
      ),
    ).toBe(true);
    expect(() => facilities.parse([demo[0], demo[0]])).toThrow(/occurs twice/);
  });

  test('when the nearest are asked for, then they come in order and suit the need', () => {
    const found = nearestFacilities(demo, fortaleza, { disposition: 'emergency' }, 10);
    expect(found.map((item) => item.distanceKm)).toEqual(
      [...found.map((item) => item.distanceKm)].sort((a, b) => a - b),
    );
    expect(found.every((item) => item.facility.accepts.includes('emergency'))).toBe(true);
    expect(nearestFacilities(demo, fortaleza, { programme: 'post-covid' }, 1)[0]!.facility.name).toBe(
      'Hospital Fictício Dunas',
    );
    expect(nearestFacilities(demo, fortaleza, { specialty: 'dermatology' })).toHaveLength(1);
  });

  test('when it is Sunday, then closed ones come after open ones, and those without hours are not called closed', () => {
    const at = { day: 7, time: '10:00' };
    const found = nearestFacilities(demo, fortaleza, { disposition: 'moderate', at }, 20);
    expect(found.findIndex((item) => item.open === false)).toBe(found.filter((item) => item.open).length);
    const { hours: _hours, ...unknown } = demo[0]!;
    expect(nearestFacilities([unknown], fortaleza, { at })[0]).not.toHaveProperty('open');
  });

  test('when one is further than its kind is near for, then it is left out, and others are not', () => {
    const [one] = demo;
    const at = (id: string, kind: Facility['kind'], north: number): Facility => ({
      ...one!,
      ...{ id, kind, latitude: fortaleza.latitude + north / 111.2, longitude: fortaleza.longitude },
    });
    const some = [
      at('0000001', 'primary-care', 70),
      at('0000002', 'primary-care', 74),
      at('0000003', 'hospital', 74),
      at('0000004', 'hospital', 153),
      at('0000005', 'hospital', 157),
    ];
    const found = nearestFacilities(some, fortaleza, { reach: nearKm() }, 9);
    expect(found.map(({ facility }) => facility.id)).toEqual(['0000001', '0000003', '0000004']);
    expect(nearestFacilities(some, fortaleza, {}, 9)).toHaveLength(5);
  });

  test('then every kind has a distance that is near, and its source', () => {
    expect(Object.keys(nearKm()).sort()).toEqual([...facilityKinds].sort());
  });

  test('when a facility has no coordinates, then its municipality’s seat stands for it', () => {
    const { latitude: _latitude, longitude: _longitude, ...placeless } = demo[0]!;
    expect(nearestFacilities([placeless], fortaleza)[0]).toMatchObject({ approximate: true, distanceKm: 0 });
  });

  test('then distances are symmetric, nothing for the same place, and known for two capitals', () => {
    const point = fc.record({
      latitude: fc.double({ min: -34, max: 6, noNaN: true }),
      longitude: fc.double({ min: -74, max: -28, noNaN: true }),
    });
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6);
        expect(distanceKm(a, a)).toBe(0);
      }),
    );
    const recife = municipalityOf('261160')!;
    expect(distanceKm(fortaleza, recife)).toBeGreaterThan(620);
    expect(distanceKm(fortaleza, recife)).toBeLessThan(640);
  });
});

describe('Given a CEP', () => {
  test.each([
    ['60115-221', '60115221'],
    ['meu cep é 60.115-221', '60115221'],
    ['CEP 60115221.', '60115221'],
    ['11987654321', undefined],
    ['nada', undefined],
  ])('%s => %s', (text, expected) => expect(cepIn(text)).toBe(expected));

  test('then a capital’s range tells the municipality, others only the state, and known facilities tell more', () => {
    expect(findCep('60115-221')?.municipality?.name).toBe('Fortaleza');
    expect(findCep('71000-000')?.municipality?.name).toBe('Brasília');
    expect(findCep('62000-005')).toEqual({ cep: '62000005', uf: 'CE' });
    expect(findCep('62000-005', demo)?.municipality?.name).toBe('Sobral');
    expect(findCep('62000-777', demo)?.municipality?.name).toBe('Sobral');
    expect(findCep('00000-000')).toBeUndefined();
  });

  test('when a name stands beside it, then both are used', () => {
    expect(findPlace('62930-000, Limoeiro do Norte')).toMatchObject({
      kind: 'municipality',
      municipality: { uf: 'CE' },
      cep: '62930000',
    });
    expect(findPlace('cep 62930-000')).toEqual({ kind: 'state', uf: 'CE', cep: '62930000' });
    expect(findPlace('Sobral')).toMatchObject({ kind: 'municipality', municipality: { name: 'Sobral' } });
  });
});

describe('Given a CNES table', () => {
  test.each(['utf8', 'latin1'] as const)('when it is %s, then names are read right', async (encoding) => {
    const { facilities: found, problems } = await parseCnes(
      bytes(header + row('1234567', { shift: '06' }) + row('17'), encoding),
    );
    expect(problems).toEqual([]);
    expect(found[0]).toMatchObject({
      id: '1234567',
      name: 'UBS FICTÍCIA SÃO JOÃO',
      kind: 'primary-care',
      municipality: '2304400',
      address: 'RUA INVENTADA, 10, CENTRO',
      accepts: ['moderate', 'mild'],
      hours: [{ from: '00:00', to: '24:00' }],
    });
    expect(found[1]).toMatchObject({ id: '0000017' });
    expect(found[1]).not.toHaveProperty('hours');
  });

  test('when rows are bad, then each is named by line and column', async () => {
    const text =
      header +
      row('1') +
      row('x') +
      row('2', { municipality: '999999' }) +
      row('3', { latitude: '99' }) +
      row('1') +
      row('4', { cep: '12' });
    const { problems, facilities: found } = await parseCnes(bytes(text, 'utf8', 4096));
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [3, 'CO_CNES'],
      [4, 'CO_MUNICIPIO_GESTOR'],
      [5, 'NU_LATITUDE'],
      [6, 'CO_CNES'],
      [7, 'CO_CEP'],
    ]);
    expect(found).toHaveLength(1);
  });

  test('when a row is closed, no place to go, or elsewhere, then it is skipped', async () => {
    const text =
      header +
      row('1', { closed: '09' }) +
      row('2', { type: '68' }) +
      row('3', { municipality: '261160' }) +
      row('4');
    const { facilities: found, skipped } = await parseCnes(bytes(text, 'utf8'), { uf: 'CE' });
    expect([found.map(({ id }) => id), skipped]).toEqual([['0000004'], 3]);
  });

  test('when the columns are others, then the file is refused', async () => {
    await expect(parseCnes(bytes('a;b\n1;2\n', 'utf8'))).rejects.toThrow(/line 1: no column CO_CNES/);
  });
});

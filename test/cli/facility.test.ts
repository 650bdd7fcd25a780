import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import path from 'path';
import { Command } from 'commander';
import { register } from '../../cli/facility';

const header = 'CO_CNES;NO_FANTASIA;TP_UNIDADE;CO_MUNICIPIO_GESTOR;CO_CEP\n';
let folder: string;
let out: jest.SpyInstance;
let err: jest.SpyInstance;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'facility-'));
  out = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  err = jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

async function run(...args: string[]): Promise<void> {
  const program = new Command().exitOverride();
  register(program);
  await program.parseAsync(['facility', ...args, '--store', path.join(folder, 'kept.json')], {
    from: 'user',
  });
}
function table(...rows: string[]): string {
  const file = path.join(folder, 'cnes.csv');
  writeFileSync(file, header + rows.map((row) => `${row}\n`).join(''));
  return file;
}

describe('Given a CNES file', () => {
  test('when it is imported twice with other rows, then facilities are added and renewed; --replace forgets the rest', async () => {
    await run('import', table('1;UBS A;02;230440;60000001', '2;UPA B;73;231290;62000001'), '--json');
    expect(JSON.parse(String(out.mock.lastCall![0]))).toEqual({ imported: 2, rows: 2, skipped: 0, kept: 2 });
    await run('import', table('2;UPA C;73;231290;62000001', '3;UBS D;02;230440;60000001'), '--json');
    expect(JSON.parse(String(out.mock.lastCall![0]))).toMatchObject({ kept: 3 });
    await run('import', table('3;UBS D;02;230440;60000001'), '--replace', '--json');
    expect(JSON.parse(String(out.mock.lastCall![0]))).toMatchObject({ kept: 1 });
    await run('nearest', 'fortaleza', '--json');
    expect(JSON.parse(String(out.mock.lastCall![0]))).toMatchObject({
      from: { municipality: '2304400', name: 'Fortaleza', uf: 'CE' },
      facilities: [{ facility: { id: '0000003' }, approximate: true }],
    });
  });

  test('when a row is bad, then it is named, the exit code is 2 and nothing changes', async () => {
    await run('import', table('1;UBS A;02;230440;60000001'));
    const before = readFileSync(path.join(folder, 'kept.json'), 'utf8');
    await expect(
      run('import', table('5;UBS E;02;230440;60000001', '6;UBS F;02;1;60000001')),
    ).rejects.toMatchObject({ code: 'bad_rows', exitCode: 2 });
    expect(err.mock.calls.flat()).toEqual([expect.stringMatching(/^line 3: CO_MUNICIPIO_GESTOR: /)]);
    expect(readFileSync(path.join(folder, 'kept.json'), 'utf8')).toBe(before);
  });

  test.each([
    [['import', '/no/such.csv'], 'bad_file'],
    [['nearest', 'bom jesus', '--demonstration'], 'which_place'],
    [['nearest', 'atlantis', '--demonstration'], 'unknown_place'],
    [['list'], 'no_facilities'],
  ])('%j => %s', async (args, code) => {
    await expect(run(...args)).rejects.toMatchObject({ code });
  });
});

describe('Given a place to start from', () => {
  const nearest = async (...args: string[]): Promise<string> => {
    await run('nearest', ...args, '--demonstration');
    return out.mock.calls.flat().join('\n');
  };

  test('when it is misspelt, then the municipality that was understood is named', async () => {
    expect(await nearest('fortalesa')).toMatch(/^Nearest to Fortaleza - CE, understood from "fortalesa"/);
  });

  test('when it is a point, even one with a minus in front, then it is read as one, among options too', async () => {
    expect(await nearest('-3.73,-38.52', '--limit', '1')).toMatch(
      /^Nearest to -3\.73,-38\.52 \(by Fortaleza - CE\)\n.* km /,
    );
    await expect(nearest('fortaleza', '--limt', '1')).rejects.toMatchObject({ code: 'bad_option' });
    await expect(nearest('--limt')).rejects.toMatchObject({ code: 'bad_option' });
  });

  test.each([
    ['91.0,10', /latitude 91 .*-90 to 90/],
    ['-3.73,-181', /longitude -181 .*-180 to 180/],
    ['-91,-200', /latitude -91/],
    ['120.5,10', /latitude 120.5/],
  ])('when %p is no place on earth, then it is refused and said why', async (place, why) => {
    await expect(nearest(place)).rejects.toMatchObject({
      code: 'bad_point',
      exitCode: 2,
      message: expect.stringMatching(why) as string,
    });
  });

  test('when what there is is too far for its kind, then nothing is named, and it is said; --within says otherwise', async () => {
    const none = await nearest('rio de janeiro');
    expect(none).toMatch(/^Nearest to Rio de Janeiro - RJ/);
    expect(none).toContain('Nothing suitable is near');
    expect(none).not.toMatch(/\d km {2}\d{7}/);
    out.mockClear();
    expect(await nearest('rio de janeiro', '--within', '3000')).toMatch(/\d km {2}\d{7}/);
    out.mockClear();
    await nearest('48.85,2.35', '--json');
    expect(JSON.parse(String(out.mock.lastCall![0]))).toMatchObject({ facilities: [] });
  });
});

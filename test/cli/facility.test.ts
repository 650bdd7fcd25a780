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
    expect(JSON.parse(String(out.mock.lastCall![0]))[0]).toMatchObject({
      facility: { id: '0000003' },
      approximate: true,
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

import { existsSync } from 'fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { acolhe as command } from '../support/acolhe';

const root = join(__dirname, '../..');
const acolhe = (...args: string[]) => command(['protocol', ...args]);

const files = ['pack.json', 'cases.json', 'pt-BR.json', 'en.json', 'es.json'];
const json = async (...path: string[]): Promise<unknown> => JSON.parse(await readFile(join(...path), 'utf8'));

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'acolhe-formats-'))));
afterAll(() => rm(folder, { recursive: true }));

it.each([
  ['csv', 'csv'],
  ['xlsx', 'pack.xlsx'],
  ['fhir', 'pack.json'],
])('Given a pack, when exported as %s and imported, then the files say the same', async (format, name) => {
  const out = join(folder, name);
  const back = join(folder, `back-${format}`);
  expect(await acolhe('export', 'human-rescreen', '--format', format, '--out', out)).toMatchObject({
    code: 0,
  });
  const imported = await acolhe('import', out, '--out', back, '--json');
  expect(imported).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(imported.out)).toMatchObject({ pack: 'human-rescreen', problems: [] });
  expect((await readdir(back)).sort()).toEqual([...files].sort());
  for (const file of files)
    expect(await json(back, file)).toEqual(await json(root, 'settings/packs/human-rescreen', file));
});

it('Given a mistake and a rule that does not fit, when imported, then row and column are named and nothing is written', async () => {
  const out = join(folder, 'broken');
  await acolhe('export', 'human-rescreen', '--format', 'csv', '--out', out);
  const outcomes = join(out, 'outcomes.csv');
  await writeFile(outcomes, (await readFile(outcomes, 'utf8')).replace(/,\d+,/, ',soon,'));
  const unreadable = await acolhe('import', out, '--out', join(folder, 'none'));
  expect(unreadable).toMatchObject({ code: 2, out: '' });
  expect(unreadable.err).toMatch(/^outcomes, row 2, urgency minutes: expected a number/m);
  expect(unreadable.err).toMatch(/nothing was written/);

  await acolhe('export', 'human-rescreen', '--format', 'csv', '--out', out, '--force');
  const rows = join(out, 'rows.csv');
  await writeFile(rows, (await readFile(rows, 'utf8')).replace(/\r\n([^,]+),[^,"]+,/, '\r\n$1,nobody_asks,'));
  const unfit = await acolhe('import', out, '--out', join(folder, 'none'), '--json');
  expect(unfit.code).toBe(2);
  const { problems } = JSON.parse(unfit.out) as { problems: object[] };
  expect(problems).toContainEqual(
    expect.objectContaining({
      sheet: 'rows',
      column: 'when',
      reason: expect.stringContaining('nobody_asks'),
    }),
  );
  expect(existsSync(join(folder, 'none'))).toBe(false);
});

it('Given a file that is there, when exported over it, then it takes --force', async () => {
  const out = join(folder, 'kept.json');
  await writeFile(out, 'mine');
  const refused = await acolhe('export', 'human-rescreen', '--format', 'fhir', '--out', out);
  expect(refused).toMatchObject({ code: 2 });
  expect(refused.err).toContain('--force');
  expect(await readFile(out, 'utf8')).toBe('mine');
});

it.each([
  ['an unknown pack', ['export', 'nothing', '--format', 'csv', '--out', 'x'], 'nothing'],
  ['an unknown format', ['export', 'dengue', '--format', 'pdf', '--out', 'x'], 'csv'],
  ['a file that is not there', ['import', 'nowhere.xlsx'], 'nowhere.xlsx'],
  ['a file of another kind', ['import', 'package.json'], 'Questionnaire'],
])('Given %s, then it is named with exit code 2', async (_, args, word) => {
  const { code, err } = await acolhe(...args);
  expect(code).toBe(2);
  expect(err).toContain(word);
});

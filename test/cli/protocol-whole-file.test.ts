import { mkdir, mkdtemp, readFile, rm, writeFile } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { loadPack } from '../../cli/protocols/load-pack';
import { readPack } from '../../cli/protocols/read-pack';
import { casesOf } from '../../settings/pack-cases';
import { packs, packTexts } from '../../settings/packs';
import { acolhe as command } from '../support/acolhe';

const acolhe = (...args: string[]) => command(['protocol', ...args]);
const id = 'fr-covid-2020';
/** As the page's “Download the file” gives it. */
const whole = { pack: { ...packs[id], version: 'next' }, texts: packTexts[id], cases: casesOf(id) };
let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'acolhe-whole-'));
  file = join(folder, `${id}-next.json`);
  await writeFile(file, JSON.stringify(whole));
});
afterEach(() => rm(folder, { recursive: true }));

describe('Given the file that the pages hand out', () => {
  it('validate reads pack, texts and cases of it', async () => {
    const { raw, texts, cases, problems } = await loadPack(file);
    expect([raw, texts, cases, problems]).toEqual([
      JSON.parse(JSON.stringify(whole.pack)),
      whole.texts,
      whole.cases,
      [],
    ]);
    expect(await acolhe('validate', file, '--samples', '0')).toMatchObject({ code: 0, err: '' });
  });

  it('diff compares it', async () => {
    const { out, code } = await acolhe('diff', id, file, '--samples', '10');
    expect([code, out.includes('next')]).toEqual([0, true]);
  });

  it('replay --against takes it, and a folder', async () => {
    expect(await readPack(file)).toMatchObject({ id, version: 'next' });
    await mkdir(join(folder, 'pack'));
    await writeFile(join(folder, 'pack', 'pack.json'), JSON.stringify(whole.pack));
    expect(await readPack(join(folder, 'pack'))).toMatchObject({ id, version: 'next' });
  });

  it('import writes the folder of it', async () => {
    const out = join(folder, 'out');
    expect(await acolhe('import', file, '--out', out)).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(await readFile(join(out, 'pack.json'), 'utf8'))).toMatchObject({ version: 'next' });
    await writeFile(file, JSON.stringify({ ...whole, pack: { ...whole.pack, table: 'none' } }));
    const bad = await acolhe('import', file, '--out', join(folder, 'none'));
    expect([bad.code, bad.err]).toEqual([
      2,
      expect.stringMatching(/^pack\.table: .+\n.*nothing was written/),
    ]);
  });
});

import { mkdtemp, rm, writeFile } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { packs, packTexts } from '../../settings/packs';
import { acolhe, acolheProcess } from '../support/acolhe';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'acolhe-protocol-'))));
afterAll(() => rm(folder, { recursive: true }));

const child = '{"age_range":"inf_15"}\n';

it('runs rows from standard input and from a file alike', async () => {
  await writeFile(join(folder, 'rows.jsonl'), child);
  const piped = await acolheProcess(['protocol', 'run', 'fr-covid-2020', '--in', '-', '--json'], child);
  const read = await acolhe([
    'protocol',
    'run',
    'fr-covid-2020',
    '--in',
    join(folder, 'rows.jsonl'),
    '--json',
  ]);
  expect(piped).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(piped.out)).toMatchObject({ outcome: 'less_15', disposition: 'moderate' });
  expect(read).toEqual(piped);
});

it.each<[string, string[], RegExp]>([
  ['a bad row', ['run', 'fr-covid-2020', '--json'], /^line 1: age_range: missing/],
  ['an unknown pack', ['run', 'nobody'], /There is no pack "nobody"\. Built in: .*fr-covid-2020/],
  ['a pack named like an inherited property', ['show', 'constructor'], /There is no pack/],
  [
    'a file that is not there',
    ['run', 'fr-covid-2020', '--in', 'no-such.jsonl'],
    /^no-such\.jsonl: cannot be read \(ENOENT\)/,
  ],
  ['a folder', ['run', 'fr-covid-2020', '--in', '.'], /^\.: cannot be read \(EISDIR\)/],
  ['an unknown option', ['run', 'fr-covid-2020', '--out', 'x'], /unknown option '--out'/],
  ['an unknown language', ['show', 'fr-covid-2020', '--language', 'fr'], /There is no language "fr"/],
  ['a pack file that is not there', ['validate', 'no-such.json'], /^no-such\.json: cannot be read/],
])('refuses %s with exit code 2 and one reason', async (_name, args, reason) => {
  const ran = await acolhe(['protocol', ...args], '{}');
  expect(ran.code).toBe(2);
  expect(ran.err).toMatch(reason);
  expect(ran.err).not.toMatch(/ at .*\.ts:/);
});

it('explains a row: what decided, from where, and what would have changed it', async () => {
  const answers = '{"age_range":"from_15_to_49","breathlessness":false,"feeding_day":true}';
  const [json, words] = await Promise.all([
    acolhe(['protocol', 'explain', 'fr-covid-2020', '--answers', answers, '--json']),
    acolhe(['protocol', 'explain', 'fr-covid-2020', '--answers', answers]),
  ]);
  expect(JSON.parse(json.out)).toMatchObject({
    outcome: 'SAMU',
    row: '2',
    source: { citation: 'fr-algorithm-2020' },
    because: ['feeding_day=true'],
    changes: expect.arrayContaining([
      expect.objectContaining({ question: 'age_range', to: 'inf_15', outcome: 'less_15' }),
    ]),
  });
  expect(words.out).toContain('feeding_day: true → false');
  expect(words.out).toContain('row: 2: At least one major severity factor');
});

it('explains in the language that is asked for, and packs that are not built in', async () => {
  const file = join(folder, 'whole.json');
  const texts = packTexts['dengue'];
  await writeFile(file, JSON.stringify({ pack: { ...packs['dengue'], version: 'mine' }, texts, cases: [] }));
  const of = ['--answers', '{"oxygen_saturation":94}'];
  const ran = await acolhe(['protocol', 'explain', file, ...of, '--language', 'pt-BR']);
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(ran.out).toContain('dengue mine');
  expect(ran.out).toContain('low-saturation: Saturação abaixo de 95 %');
  expect((await acolhe(['protocol', 'run', file, '--json'], '{"oxygen_saturation":94}')).out).toContain(
    '"row":"low-saturation"',
  );
  expect((await acolhe(['protocol', 'show', file])).out).toContain('low-saturation “Oxygen saturation below');
});

it('lists and shows the pack, with its texts and the source of every row', async () => {
  const [list, show, json] = await Promise.all([
    acolhe(['protocol', 'list', '--json']),
    acolhe(['protocol', 'show', 'fr-covid-2020', '--language', 'pt-BR']),
    acolhe(['protocol', 'show', 'fr-covid-2020', '--json']),
  ]);
  expect(JSON.parse(list.out)).toContainEqual(
    expect.objectContaining({ id: 'fr-covid-2020', status: 'draft', demonstration: true }),
  );
  expect(show.out).toContain('Está com falta de ar');
  expect(show.out).toContain('Protocolo em rascunho: ainda não foi assinado');
  expect(show.out).toContain(
    '5-no-prognostic “Um sinal, sem fator de prognóstico”: one_sign and not prognostic_factor → consultation_surveillance_3',
  );
  expect(show.out.match(/fr-algorithm-2020, row /g)).toHaveLength(11);
  expect(show.out).not.toContain('(no text');
  expect(JSON.parse(json.out)).toMatchObject({
    pack: { id: 'fr-covid-2020' },
    texts: { notice: expect.stringContaining('38.5') },
  });
});

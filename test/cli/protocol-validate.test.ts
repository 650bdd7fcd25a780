import { cp, mkdtemp, readFile, rm, writeFile } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { acolhe as command, acolheProcess } from '../support/acolhe';

const root = join(__dirname, '../..');
const acolhe = (...args: string[]) => command(['protocol', ...args]);

interface Finding {
  severity: string;
  code: string;
  at: string;
  rows: string[];
  message: string;
  witness?: Record<string, unknown>;
}

const findingsOf = (out: string): Finding[] => (JSON.parse(out) as { findings: Finding[] }).findings;

let folder: string;
const built = join(root, 'settings/packs/fr-covid-2020');
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'acolhe-validate-'))));
afterAll(() => rm(folder, { recursive: true }));

/** A copy of the pack's folder, one of its files written anew. */
async function copyWith(name: string, file: string, change: (text: string) => string): Promise<string> {
  const copy = join(folder, name);
  await cp(built, copy, { recursive: true });
  await writeFile(join(copy, file), change(await readFile(join(copy, file), 'utf8')));
  return copy;
}

it('a pack built in is valid, and it is said what that rests on', async () => {
  const [words, json] = await Promise.all([
    acolheProcess(['protocol', 'validate', 'fr-covid-2020']),
    acolhe('validate', 'fr-covid-2020', '--json', '--samples', '50', '--seed', '4'),
  ]);
  expect(words).toMatchObject({ code: 0, err: '' });
  expect(words.out).toMatch(
    /fr-covid-2020 2020-05-10: valid \(22 questions, 11 rows, \d+ cases\)\.\nTable checked exhaustively \(\d+ searches\); 2000 generated answer sets besides, seed 1\.\n$/,
  );
  expect(json.code).toBe(0);
  expect(JSON.parse(json.out)).toMatchObject({
    pack: 'fr-covid-2020',
    valid: true,
    checked: { table: 'exhaustive', samples: 50, seed: 4, unproved: [] },
  });
});

it('parts that do not fit together are named by row, and the exit code is 2', async () => {
  const copy = await copyWith('parts', 'pack.json', (text) => text.replace('"less_15"', '"less_16"'));
  const [words, json] = await Promise.all([acolhe('validate', copy), acolhe('validate', copy, '--json')]);
  expect(words).toMatchObject({ code: 2, err: 'table.0.outcome: row 1 names no outcome less_16\n' });
  expect(words.out).toContain('1 problem (22 questions');
  expect(json.code).toBe(2);
  expect(findingsOf(json.out)).toEqual([
    {
      severity: 'problem',
      code: 'unknown-outcome',
      at: 'table.0.outcome',
      rows: ['1'],
      message: 'row 1 names no outcome less_16',
    },
  ]);
});

it('the folder stands for all its files; pack.json in it too', async () => {
  const texts = await copyWith('texts', 'es.json', () => '{}');
  const cases = await copyWith('cases', 'cases.json', (text) =>
    JSON.stringify((JSON.parse(text) as unknown[]).slice(0, 3)),
  );
  const [missing, few, wrong] = await Promise.all([
    acolhe('validate', texts, '--json'),
    acolhe('validate', join(cases, 'pack.json'), '--json'),
    acolhe('validate', 'fr-covid-2020', '--texts', texts, '--json'),
  ]);
  expect([missing.code, few.code, wrong.code]).toEqual([2, 2, 2]);
  const notice = { code: 'text-missing', at: 'es.notice' };
  expect(findingsOf(missing.out)).toContainEqual(expect.objectContaining(notice));
  expect(findingsOf(wrong.out)).toContainEqual(expect.objectContaining(notice));
  expect(findingsOf(few.out).map(({ code }) => code)).toEqual(
    expect.arrayContaining(['too-few-cases', 'row-without-case']),
  );
});

it('a name that stands twice is named, and cases that are none', async () => {
  const twice = await copyWith('twice', 'pack.json', (text) =>
    text.replace('"derived": {', '"derived": { "fever": { "always": true },'),
  );
  const none = await copyWith('none', 'cases.json', () => '[{"id":"x"}]');
  const [names, cases] = await Promise.all([
    acolhe('validate', twice, '--json'),
    acolhe('validate', none, '--json'),
  ]);
  expect([names.code, cases.code]).toEqual([2, 2]);
  expect(findingsOf(names.out)).toContainEqual(
    expect.objectContaining({ code: 'duplicate-id', at: 'derived.fever' }),
  );
  expect(findingsOf(cases.out)).toContainEqual(
    expect.objectContaining({ code: 'case-invalid', at: 'cases.0.answers' }),
  );
});

it('an order that hides an emergency names both rows, and answers that show it', async () => {
  const copy = await copyWith('order', 'cases.json', (text) => {
    const cases = JSON.parse(text) as Array<{ id: string }>;
    return JSON.stringify(cases.filter(({ id }) => id !== 'child-breathless'));
  });
  const [words, json] = await Promise.all([acolhe('validate', copy), acolhe('validate', copy, '--json')]);
  expect(words.code).toBe(2);
  expect(words.err).toMatch(
    /^table\.0: row 1 \(less_15, 720 min\) hides row 2 \(SAMU, 0 min\).*\n {4}for example /,
  );
  const [found] = findingsOf(json.out);
  expect(found).toMatchObject({ code: 'hidden-row', rows: ['1', '2'], witness: { age_range: 'inf_15' } });
});

it.each<[string, string[], RegExp]>([
  ['a file that is not there', ['validate', 'no-such.json'], /^no-such\.json: cannot be read \(ENOENT\)/],
  [
    'a number that is none',
    ['validate', 'fr-covid-2020', '--samples', 'many'],
    /^--samples: must be a whole number/,
  ],
  ['a pack to compare that is not there', ['diff', 'respiratory', 'no-such'], /^no-such: cannot be read/],
])('refuses %s with exit code 2 and one reason', async (_name, args, reason) => {
  const ran = await acolhe(...args);
  expect(ran.code).toBe(2);
  expect(ran.err).toMatch(reason);
  expect(ran.err).not.toMatch(/ at .*\.ts:/);
});

it('compares two versions: what changed, which cases, how many people', async () => {
  const copy = await copyWith('newer', 'pack.json', (text) => {
    const pack = JSON.parse(text) as { version: string; table: unknown[] };
    pack.version = 'next';
    // the emergency first
    [pack.table[0], pack.table[1]] = [pack.table[1], pack.table[0]];
    return JSON.stringify(pack);
  });
  const [words, json, bad] = await Promise.all([
    acolhe('diff', 'fr-covid-2020', copy),
    acolhe('diff', 'fr-covid-2020', copy, '--json', '--samples', '300'),
    acolhe(
      'diff',
      'fr-covid-2020',
      await copyWith('bad', 'pack.json', (text) => text.replace('"less_15"', '"less_16"')),
    ),
  ]);
  expect(words).toMatchObject({ code: 0, err: '' });
  expect(words.out).toContain('fr-covid-2020 2020-05-10 → fr-covid-2020 next');
  expect(words.out).toMatch(
    /child-breathless: less_15 \(720 min, row 1\) → SAMU \(0 min, row 2\): more urgent/,
  );
  expect(JSON.parse(json.out)).toMatchObject({
    cases: { changed: [{ id: 'child-breathless', direction: 'more-urgent' }] },
    generated: { samples: 300, lessUrgent: 0 },
  });
  expect(bad.code).toBe(2);
  expect(bad.err).toMatch(/^.*bad: table\.0\.outcome: row 1 names no outcome less_16/);
});

import { readFileSync } from 'fs';
import { join } from 'path';
import { Readable, Writable } from 'stream';
import { packs } from '../../settings/packs';
import { runRows } from '../../cli/protocols/run-rows';
import { clinic } from '../src/triage/clinic-pack';

const pack = packs['fr-covid-2020']!;

interface Ran {
  code: number;
  out: string;
  err: string;
}

async function run(input: string | Iterable<Buffer | string>, json = true, using = pack): Promise<Ran> {
  const texts = { out: '', err: '' };
  const sink = (name: 'out' | 'err'): Writable =>
    // A reader slower than the writer: back-pressure must be waited for.
    new Writable({
      highWaterMark: 16,
      write: (chunk: Buffer, _encoding, done) => {
        texts[name] += chunk.toString();
        setImmediate(done);
      },
    });
  const source = Readable.from(typeof input === 'string' ? [Buffer.from(input)] : input);
  const output = sink('out');
  const errors = sink('err');
  const code = await runRows(using, json, { input: source, output, errors });
  await Promise.all([output, errors].map((stream) => new Promise<void>((done) => stream.end(done))));
  return { code, ...texts };
}

const outcomes = ({ out }: Ran): string[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { outcome: string }).outcome);

/** The official rows as objects; no field holds a comma or a quotation mark. */
const official = ((): Array<Record<string, string>> => {
  const file = join(__dirname, '../gold/fr_orientation_2020-05-10_official_rows.csv');
  const [head, ...lines] = readFileSync(file, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  return lines.map((cells) => Object.fromEntries(head!.map((name, at) => [name, cells[at]!])));
})();

const row = official.find((item) => item.orientation === 'consultation_surveillance_4')!;
const lines = (...rows: unknown[]): string => rows.map((item) => JSON.stringify(item)).join('\n');

describe('the 100 official rows', () => {
  it('are 100, with every field as text: all decided as published', async () => {
    expect(official).toHaveLength(100);
    const ran = await run(lines(...official));
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(outcomes(ran)).toEqual(official.map(({ orientation }) => orientation));
  });

  const typed = (text: string, bits: boolean): unknown => {
    if (text === 'true' || text === 'false') return bits ? Number(text === 'true') : text === 'true';
    return text === '' ? null : /^[\d.]+$/.test(text) ? Number(text) : text;
  };
  it.each([
    ['booleans and numbers', false],
    ['1 and 0', true],
  ])('written as %s: the same', async (_name, bits) => {
    const rows = official.map((item) =>
      Object.fromEntries(Object.entries(item).map(([key, value]) => [key, typed(value, bits)])),
    );
    expect(outcomes(await run(lines(...rows)))).toEqual(official.map(({ orientation }) => orientation));
  });

  it('without any recorded result or date: the same', async () => {
    const ids = new Set([...pack.questions.map(({ id }) => id), 'imc']);
    const rows = official.map((item) =>
      Object.fromEntries(Object.entries(item).filter(([key]) => ids.has(key))),
    );
    expect(outcomes(await run(lines(...rows)))).toEqual(official.map(({ orientation }) => orientation));
  });
});

it('says of each row what was decided, how urgent, and why', async () => {
  const { out } = await run(lines({ age_range: 'sup_65', feeding_day: 'false', breathlessness: 1 }));
  expect(JSON.parse(out)).toEqual({
    line: 1,
    outcome: 'SAMU',
    disposition: 'emergency',
    urgencyMinutes: 0,
    row: '2',
    redFlags: ['dyspnea'],
    because: ['breathlessness=true'],
    calls: ['192'],
    missing: [],
    pack: 'fr-covid-2020',
    version: '2020-05-10',
  });
});

describe('what rows may look like', () => {
  it('a byte order mark, Windows line ends, blank lines, no last line end', async () => {
    const ran = await run(`\uFEFF${JSON.stringify(row)}\r\n\r\n   \r\n${JSON.stringify(row)}`);
    expect(ran.code).toBe(0);
    expect(
      ran.out
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { line: number }).line),
    ).toEqual([1, 4]);
  });

  it('cut anywhere between two reads, inside a letter too', async () => {
    const bytes = Buffer.from(`\uFEFF${lines({ ...row, note: 'é€😀' }, row)}`);
    const ran = await run([...bytes].map((byte) => Buffer.from([byte])));
    expect(outcomes(ran)).toEqual([row.orientation, row.orientation]);
  });

  it('nothing at all: no result, and a word about it', async () => {
    expect(await run('\n\n')).toEqual({ code: 0, out: '', err: 'No rows.\n' });
  });

  it('fields the outcome does not depend on may be missing', async () => {
    expect(outcomes(await run(lines({ age_range: 'inf_15' })))).toEqual(['less_15']);
  });

  it('tiredness_details may be missing when tiredness is false, immunosuppressant_drug always', async () => {
    const base = {
      ...row,
      diarrhea: 'true',
      temperature_cat: '35.5-37.7',
      age_range: 'from_15_to_49',
      imc: 22,
    };
    const healthy = Object.fromEntries(
      [
        'diabetes',
        'cancer',
        'breathing_disease',
        'kidney_disease',
        'liver_disease',
        'sickle_cell',
        'heart_disease',
        'immunosuppressant_disease',
        'pregnant',
      ].map((id) => [id, 'false']),
    );
    const {
      immunosuppressant_drug: _drug,
      tiredness_details: _details,
      ...rest
    } = { ...base, ...healthy } as Record<string, unknown>;
    expect(outcomes(await run(lines({ ...rest, tiredness: 'false' })))).toEqual([
      'consultation_surveillance_3',
    ]);
    const tired = await run(lines({ ...rest, tiredness: 'true' }));
    expect(tired).toMatchObject({
      code: 2,
      out: '{"line":1,"error":"tiredness_details: missing, and the outcome depends on it"}\n',
      err: 'line 1: tiredness_details: missing, and the outcome depends on it\n',
    });
  });

  it('a mistyped name is a bad line, by its number; what stands beside answers is read over', async () => {
    const ran = await run(lines({ ...row, caugh: 1 }, { ...row, id: 'r2', expected: 'SAMU', sex: 'f' }));
    expect([ran.code, ran.err]).toEqual([2, 'line 1: caugh: is neither a question nor a concept\n']);
    expect(ran.out.split('\n').map((line) => /"(error|outcome)"/.exec(line)?.[1])).toEqual([
      'error',
      'outcome',
      undefined,
    ]);
  });
});

describe('bad rows: line, field and reason; exit code 2; the others are answered', () => {
  it.each<[string, string, string]>([
    ['not JSON', '{"age_range": "inf_15"', 'line 2: row: not valid JSON\n'],
    ['an array', '[1]', 'line 2: row: must be a JSON object\n'],
    ['a text', '"SAMU"', 'line 2: row: must be a JSON object\n'],
    ['null', 'null', 'line 2: row: must be a JSON object\n'],
    ['an empty object', '{}', 'line 2: age_range: missing, and the outcome depends on it\n'],
    [
      'a value outside the vocabulary',
      '{"age_range":"old"}',
      'line 2: age_range: "old" must be one of inf_15, from_15_to_49, from_50_to_64, sup_65\n',
    ],
    [
      'an empty value that matters',
      lines({ ...row, cough: '' }),
      'line 2: cough: missing, and the outcome depends on it\n',
    ],
    [
      'two bad fields',
      lines({ ...row, cough: 'x', imc: 5 }),
      'line 2: imc: 5 must be a number from 10 to 70\nline 2: cough: "x" must be one of true, false, 1, 0\n',
    ],
  ])('%s', async (_name, bad, err) => {
    const ran = await run(`${JSON.stringify(row)}\n${bad}\n${JSON.stringify(row)}\n`);
    expect(ran).toMatchObject({ code: 2, err });
    const [first, second, third] = ran.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { line: number; error?: string });
    expect([first, third]).toMatchObject([
      { line: 1, outcome: row.orientation },
      { line: 3, outcome: row.orientation },
    ]);
    const error = err.trim().split('\nline 2: ').join('; ').replace('line 2: ', '');
    expect(second).toEqual({ line: 2, error });
  });

  it('a bad value where the outcome does not depend on it', async () => {
    const ran = await run(lines({ age_range: 'inf_15', cough: 'x' }), false);
    expect(ran).toMatchObject({ code: 2, out: '' });
  });

  it('a missing body-mass index is named as the field rows have', async () => {
    const healthy = {
      ...row,
      imc: '',
      age_range: 'from_15_to_49',
      heart_disease: 0,
      pregnant: 0,
      sickle_cell: 0,
      diabetes: 0,
      cancer: 0,
    };
    const ran = await run(
      lines({
        ...healthy,
        liver_disease: 0,
        kidney_disease: 0,
        breathing_disease: 0,
        immunosuppressant_disease: 0,
        immunosuppressant_drug: 0,
      }),
    );
    expect(ran).toMatchObject({ code: 2, err: 'line 1: imc: missing, and the outcome depends on it\n' });
  });

  it('more than a hundred are counted, not all named', async () => {
    const ran = await run('x\n'.repeat(250));
    expect(ran.err.trim().split('\n')).toHaveLength(101);
    expect(ran.err).toMatch(/… and 150 more\.\n$/);
  });

  it('a line beyond a million characters is refused, not kept', async () => {
    const piece = 'x'.repeat(300_000);
    const ran = await run([
      `{"age_range":"inf_15","note":"`,
      piece,
      piece,
      piece,
      piece,
      '"}\n',
      JSON.stringify(row),
    ]);
    expect(ran).toMatchObject({ code: 2, err: 'line 1: row: not valid JSON\n' });
    expect(outcomes(ran)).toEqual([undefined, row.orientation]);
  });

  it('does not repeat the text of a row that is not JSON', async () => {
    expect((await run('Maria da Silva, 52')).err).not.toContain('Maria');
  });
});

it('ten thousand rows come out in order', async () => {
  const many = Array.from({ length: 100 }, () => official).flat();
  expect(outcomes(await run(lines(...many)))).toEqual(many.map(({ orientation }) => orientation));
});

it('without --json: a table, and a count of each outcome', async () => {
  const { out } = await run(lines(...official), false);
  const all = out.trim().split('\n');
  expect(all[0]).toMatch(/line +outcome +disposition +row +because/);
  expect(all[1]).toMatch(/^ +1 +SAMU +emergency +2 +feeding_day=true$/);
  expect(all).toContain('SAMU: 69');
  expect(all).toHaveLength(1 + 100 + 5);
});

describe('a pack that triages', () => {
  const first = async (answers: unknown): Promise<Record<string, unknown>> =>
    JSON.parse((await run(lines(answers), true, clinic)).out) as Record<string, unknown>;
  const well = {
    age: '30',
    dyspnea: 'no',
    fever: 0,
    stiff_neck: 'false',
    cough: false,
    grey: 'no',
    pregnancy: 0,
  };

  it('takes yes, no, unknown and numbers as text', async () => {
    expect(await first(well)).toMatchObject({ outcome: 'home', row: 'else', missing: [] });
    expect(await first({ ...well, cough: 'yes', fever: 'yes' })).toMatchObject({
      row: 'cough-and-fever',
      urgencyMinutes: 720,
    });
    expect(await first({ ...well, dyspnea: 'unknown' })).toMatchObject({
      row: 'vital-unknown',
      because: ['dyspnea=unknown'],
    });
  });

  it.each<[string, Record<string, unknown>, string[], string[]]>([
    ['a concept that is no question', { chest_pain: 'yes' }, ['chest_pain'], ['192']],
    ['a concept with its own number', { suicidal_ideation: 1 }, ['suicidal_ideation'], ['188']],
    ['a combination', { fever: true, stiff_neck: true }, ['stiff_neck'], ['192']],
    ['a combination with one that is no question', { fever: true, sickle_cell: true }, ['fever'], ['192']],
    ['a measurement that is no question', { temperature: '40.1' }, ['temperature'], ['192']],
    ['the pack’s own', { grey: 1, cough: 1 }, ['grey_and_coughing'], ['192']],
  ])('raises the red flag of %s', async (_name, answers, redFlags, calls) => {
    expect(await first({ ...well, ...answers })).toMatchObject({
      outcome: 'now',
      urgencyMinutes: 0,
      row: 'red-flag',
      redFlags,
      calls,
    });
  });

  it('counts what is missing as not known, and names what mattered', async () => {
    expect(
      await first({ age: 30, dyspnea: false, cough: true, grey: false, fever: null, pregnancy: 0 }),
    ).toMatchObject({
      row: 'cough-and-fever',
      missing: expect.arrayContaining(['fever', 'oxygen_saturation']),
    });
  });

  it.each([
    [{ chest_pain: 'maybe' }, 'chest_pain: "maybe" must be true or false'],
    [{ dyspnea: 'sim' }, 'dyspnea: "sim" must be true or false (yes, no, 1, 0 and "unknown" are taken too)'],
    [{ fever: 'YES' }, 'fever: "YES" must be true or false (yes, no, 1, 0 and "unknown" are taken too)'],
    [{ temperature: '38,5' }, 'temperature: "38,5" must be a number from 0 to 45, with a point: 38.5'],
    [{ temperature: 'hot' }, 'temperature: "hot" must be a number'],
    [{ age: 121 }, 'age: 121 must be a number from 0 to 120'],
    [{ age_days: -1 }, 'age_days: -1 must be a number'],
  ])('refuses %j', async (answers, error) => {
    expect(await first(answers)).toEqual({ line: 1, error: expect.stringContaining(error) });
  });

  it('names a number that is too large to read as such', async () => {
    const { out } = await run('{"age": 1e400}\n', true, clinic);
    expect(JSON.parse(out)).toMatchObject({
      error: expect.stringContaining('age: a number too large to read, must be a number from 0 to 120'),
    });
  });
});

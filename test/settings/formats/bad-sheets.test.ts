import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import writeXlsxFile from 'write-excel-file/node';
import type { FormatProblem, PackBundle, PackReading } from '../../../settings/formats/bundle';
import { escapeCell, unescapeCell } from '../../../settings/formats/cells';
import { csvToPack, packToCsv, type CsvFiles } from '../../../settings/formats/csv';
import { packToQuestionnaire } from '../../../settings/formats/questionnaire';
import { questionnaireToPack } from '../../../settings/formats/read-questionnaire';
import { sheetsOf } from '../../../settings/formats/sheets';
import { packToWorkbook, workbookToPack } from '../../../settings/formats/workbook';
import { casesOf } from '../../../settings/pack-cases';
import { packs, packTexts } from '../../../settings/packs';

const bundle: PackBundle = {
  pack: packs['human-rescreen']!,
  texts: packTexts['human-rescreen']!,
  cases: casesOf('human-rescreen').slice(0, 3),
};

const problemsOf = (reading: PackReading): FormatProblem[] => ('problems' in reading ? reading.problems : []);
const bundleOf = (reading: PackReading): PackBundle => {
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  return reading.bundle;
};

/** The pack as CSV files with one of them changed as text. */
function changed(file: string, change: (text: string) => string): CsvFiles {
  const files = packToCsv(bundle);
  return { ...files, [file]: Buffer.from(change(files[file]!.toString('utf8'))) };
}
const csvCell = (file: string, row: number, from: RegExp, to: string): CsvFiles =>
  changed(file, (text) => {
    const lines = text.split('\r\n');
    const before = lines[row - 1]!;
    lines[row - 1] = before.replace(from, to);
    if (lines[row - 1] === before) throw new Error(`${file} row ${row} has no ${from}`);
    return lines.join('\r\n');
  });

describe('Sheets that cannot be read', () => {
  const withoutFile = (file: string): CsvFiles =>
    Object.fromEntries(Object.entries(packToCsv(bundle)).filter(([name]) => name !== file));

  it.each<[string, CsvFiles, Partial<FormatProblem>]>([
    [
      'a condition that ends early',
      csvCell('derived.csv', 2, /,.*$/, ',age >= 60 and'),
      {
        sheet: 'derived',
        row: 2,
        column: 'when',
        reason: expect.stringContaining('found the end of the cell'),
      },
    ],
    [
      'an urgency in words',
      csvCell('outcomes.csv', 3, /,\d+,/, ',soon,'),
      {
        sheet: 'outcomes',
        row: 3,
        column: 'urgency minutes',
        reason: expect.stringContaining('expected a number'),
      },
    ],
    [
      'a number that can be read in two ways',
      csvCell('outcomes.csv', 3, /,\d+,/, ',"1,440",'),
      { sheet: 'outcomes', row: 3, column: 'urgency minutes', reason: expect.stringContaining('two ways') },
    ],
    [
      'a disposition that is none',
      csvCell('outcomes.csv', 2, /,(emergency|moderate|mild),/, ',severe,'),
      { sheet: 'outcomes', row: 2, column: 'disposition', reason: expect.stringContaining('"emergency"') },
    ],
    [
      'an outcome without advice',
      changed('outcomes.csv', (text) => text.replace(/outcome\.[a-z_]+\.advice|advice\.[a-z_]+/, '')),
      { sheet: 'outcomes', column: 'advice', reason: 'must be given' },
    ],
    [
      'a date that a spreadsheet has rewritten',
      changed('pack.csv', (text) => text.replace(/valid from,[\d-]+/, 'valid from,21/11/2026')),
      { sheet: 'pack', column: 'valid from', reason: expect.stringContaining('as 2026-11-21') },
    ],
    [
      'a field that is none',
      changed('pack.csv', (text) => text.replace('licence,', 'license,')),
      { sheet: 'pack', column: 'license', reason: expect.stringContaining('is no field') },
    ],
    ['a sheet that is not there', withoutFile('rows.csv'), { sheet: 'rows', row: 0, reason: 'is missing' }],
    [
      'a sheet nobody knows',
      { ...packToCsv(bundle), 'Sheet4.csv': Buffer.from('a,b\n1,2\n') },
      { sheet: 'Sheet4', reason: expect.stringContaining('is not known') },
    ],
    [
      'a column that is not there',
      changed('rows.csv', (text) => text.replace('unknown', '#unknown')),
      { sheet: 'rows', row: 1, column: 'unknown', reason: 'this column is missing' },
    ],
    [
      'a column nobody knows',
      changed('rows.csv', (text) => text.replace(/at\r\n([^\r]+)/, 'at,why\r\n$1,because')),
      { sheet: 'rows', row: 1, column: 'why', reason: expect.stringContaining('not known') },
    ],
    [
      'a text key twice',
      changed('texts.csv', (text) => `${text}notice,a,b,c\r\n`),
      { sheet: 'texts', column: 'key', reason: expect.stringMatching(/^notice is in row \d+ already$/) },
    ],
    [
      'an answer given twice in a case',
      changed('cases.csv', (text) => text.replace(/age = (\d+)/, 'age = $1; age = 9')),
      { sheet: 'cases', column: 'answers', reason: expect.stringContaining('age is answered twice') },
    ],
    [
      'letters that are not UTF-8',
      { ...packToCsv(bundle), 'texts.csv': Buffer.from('key,pt-BR,en,es\r\na,não,no,no\r\n', 'latin1') },
      { sheet: 'texts', reason: expect.stringContaining('UTF-8') },
    ],
    [
      'quotes that do not end',
      changed('rows.csv', (text) => `${text}"abc`),
      { sheet: 'rows', reason: expect.stringContaining('is no CSV') },
    ],
  ])('Given %s, when read, then it is named and nothing comes back', (_, files, problem) => {
    expect(problemsOf(csvToPack(files))).toContainEqual(expect.objectContaining(problem));
  });

  it('Given several mistakes, when read, then all of them are named', () => {
    const files = { ...csvCell('derived.csv', 2, /,.*$/, ',('), 'rows.csv': Buffer.from('id\r\nx\r\n') };
    expect(problemsOf(csvToPack(files)).length).toBeGreaterThan(4);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('this is no workbook')],
    ['a zip of something else', Buffer.from('UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==', 'base64')],
  ])('Given %s instead of a workbook, when read, then it says so', async (_, buffer) => {
    expect(problemsOf(await workbookToPack(buffer))).toEqual([
      { sheet: '', row: 0, column: '', reason: expect.stringContaining('XLSX') },
    ]);
  });
});

describe('What spreadsheets make of cells', () => {
  it.each([';', '\t'])('Given CSV saved with %j between cells, when read, then nothing changed', (mark) => {
    const files = packToCsv(bundle);
    const again = Object.entries(files).map(([name, content]): [string, Buffer] => {
      const rows: string[][] = parse(content, { bom: true, relax_column_count: true });
      return [name, Buffer.from(stringify(rows, { delimiter: mark }))];
    });
    expect(bundleOf(csvToPack(Object.fromEntries(again)))).toEqual(bundle);
  });

  it('Given numbers, dates, truth values and columns in another order, when read, then they are what was typed', async () => {
    const sheets = sheetsOf(bundle).map(({ name, cells }) => ({
      sheet: name,
      data: cells.map((row) =>
        [...row].reverse().map((cell) => {
          if (/^\d+$/.test(cell)) return { type: Number, value: Number(cell) };
          if (cell === 'no' && name === 'questions') return { type: Boolean, value: false };
          if (/^\d{4}-\d\d-\d\d$/.test(cell) && name === 'parameters')
            return { type: Date, value: new Date(cell), format: 'dd/mm/yyyy' };
          return cell === '' ? null : { type: String, value: cell };
        }),
      ),
    }));
    expect(bundleOf(await workbookToPack(await writeXlsxFile(sheets).toBuffer()))).toEqual(bundle);
  });

  it('Given a note in a sheet and a column of its own, when read, then they are passed over', () => {
    const files = changed('rows.csv', (text) => text.replace(/at\r\n([^\r]+)/, 'at,#why\r\n$1,because'));
    expect(bundleOf(csvToPack({ ...files, '#mine.csv': Buffer.from('a\r\n') }))).toEqual(bundle);
  });

  const dangerous = [
    '=1+1',
    '+55 11',
    '-5 °C',
    '@SUM(A1)',
    '\t=x',
    "'=quoted",
    "'",
    "''",
    ' ',
    ' = ',
    "it's",
    '',
    'toString',
    '__proto__',
    'constructor',
  ];

  it.each(dangerous)(
    'Given the text %j, when a cell of it is made, then no spreadsheet calculates it',
    (text) => {
      expect(escapeCell(text)).not.toMatch(/^[=+\-@\t\r]/);
      expect(unescapeCell(escapeCell(text))).toBe(text);
    },
  );

  const withTexts = (texts: readonly string[]): PackBundle => ({
    ...bundle,
    texts: {
      ...bundle.texts,
      en: { ...bundle.texts.en, ...Object.fromEntries(texts.map((text, at) => [`extra.${at}`, text])) },
    },
  });
  const through: [string, (given: PackBundle) => PackReading | Promise<PackReading>][] = [
    ['a workbook', async (given) => workbookToPack(await packToWorkbook(given))],
    ['CSV files', (given) => csvToPack(packToCsv(given))],
    [
      'a Questionnaire',
      (given) => questionnaireToPack(JSON.parse(JSON.stringify(packToQuestionnaire(given)))),
    ],
  ];

  it.each(through)(
    'Given texts that look like formulas, when they went through %s, then they are the same',
    async (_, go) => {
      const given = withTexts(dangerous);
      expect(bundleOf(await go(given))).toEqual(given);
    },
  );

  it.each(through)(
    'Given any printable texts, when they went through %s, then they are the same',
    async (_, go) => {
      const printable = fc
        .string({
          unit: fc.oneof(
            fc.constantFrom('=', "'", '"', ',', ';', '\n', ' ', '_x0041_', '&', '<', '=', '\t'),
            fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
          ),
        })
        .filter((text) => !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/u.test(text));
      await fc.assert(
        fc.asyncProperty(fc.array(printable, { minLength: 40, maxLength: 80 }), async (texts) => {
          const given = withTexts(texts);
          expect(bundleOf(await go(given))).toEqual(given);
        }),
        { numRuns: 3 },
      );
    },
  );
});

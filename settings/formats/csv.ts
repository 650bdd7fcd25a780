/** A pack as a folder of CSV files, one for each part: UTF-8, with a comma, a mark at the beginning so that Excel sees the accents. */
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { FormatProblem, PackBundle, PackReading } from './bundle';
import { escapeCell, unescapeCell } from './cells';
import { helpSheet } from './help';
import { packOfSheets } from './read-sheets';
import { sheetsOf, type Sheet } from './sheets';

/** File name → content. */
export type CsvFiles = Record<string, Buffer>;

export function packToCsv(bundle: PackBundle): CsvFiles {
  const files = [...sheetsOf(bundle), helpSheet()].map(({ name, cells }): [string, Buffer] => [
    `${name}.csv`,
    Buffer.from(
      stringify(
        cells.map((row) => row.map(escapeCell)),
        { bom: true, record_delimiter: '\r\n' },
      ),
    ),
  ]);
  return Object.fromEntries(files);
}

/** @param files by name; those that do not end in .csv are passed over */
export function csvToPack(files: CsvFiles): PackReading {
  const problems: FormatProblem[] = [];
  const sheets: Sheet[] = [];
  for (const [file, content] of Object.entries(files)) {
    if (!/\.csv$/i.test(file)) continue;
    const name = file.replace(/\.csv$/i, '');
    const cells = cellsOf(content);
    if (Array.isArray(cells)) sheets.push({ name, cells });
    else problems.push({ sheet: name, row: cells.row, column: '', reason: cells.reason });
  }
  return problems.length > 0 ? { problems } : packOfSheets(sheets);
}

function cellsOf(content: Buffer): string[][] | { row: number; reason: string } {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return { row: 0, reason: 'is not UTF-8: save it as "CSV UTF-8"' };
  }
  try {
    const rows: string[][] = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
    });
    return rows.map((row) => row.map(unescapeCell));
  } catch (error) {
    const { records } = error as { records?: number };
    return { row: (records ?? 0) + 1, reason: `is no CSV (${(error as Error).message})` };
  }
}

/** Spreadsheets of countries with a decimal comma write semicolons: the heading, which holds neither, tells. */
function delimiterOf(text: string): string {
  const [heading = ''] = text.split(/\r?\n/, 1);
  return [',', ';', '\t'].find((mark) => heading.includes(mark)) ?? ',';
}

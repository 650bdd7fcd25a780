/** A pack as one workbook (XLSX), a sheet for each part, for Excel and LibreOffice. Every cell is a text: nothing is calculated or turned into a date. */
import readXlsxFile from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import type { PackBundle, PackReading } from './bundle';
import { escapeCell, unescapeCell } from './cells';
import { helpSheet } from './help';
import { packOfSheets } from './read-sheets';
import { sheetsOf, type Sheet } from './sheets';

const widest = 60;
const narrowest = 10;
const heading = { fontWeight: 'bold', backgroundColor: '#dde7f0' } as const;

export async function packToWorkbook(bundle: PackBundle): Promise<Buffer> {
  const sheets = [...sheetsOf(bundle), helpSheet()].map(({ name, cells }) => ({
    sheet: name,
    data: cells.map((row, index) =>
      row.map((cell) => ({
        value: cell === '' ? undefined : escapeCodes(escapeCell(cell)),
        type: String,
        format: '@',
        wrap: true,
        alignVertical: 'top' as const,
        ...(index === 0 ? heading : {}),
      })),
    ),
    columns: widths(cells),
    stickyRowsCount: 1,
  }));
  return writeXlsxFile(sheets).toBuffer();
}

/** @returns the pack, or what is wrong with the workbook */
export async function workbookToPack(buffer: Buffer): Promise<PackReading> {
  let read: Awaited<ReturnType<typeof readXlsxFile>>;
  try {
    read = await readXlsxFile(buffer, { trim: false });
  } catch (error) {
    const reason = `this file is no XLSX workbook that can be read (${(error as Error).message})`;
    return { problems: [{ sheet: '', row: 0, column: '', reason }] };
  }
  const sheets = read.map(({ sheet, data }): Sheet => ({
    name: sheet,
    cells: data.map((row) => row.map(textOf)),
  }));
  return packOfSheets(sheets);
}

/**
 * In this format `_x0041_` is an A, so a text that says so has its line escaped. The writer's list of strings already has
 * entries such as `toString`; with their first letter as a code they are texts like others.
 */
function escapeCodes(text: string): string {
  if (text in {})
    return `_x${text.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_${text.slice(1)}`;
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

/** Spreadsheets turn what is typed into numbers, dates and truth values of their own. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? unescapeCell(value) : String(value);
}

function widths(cells: readonly string[][]): { width: number }[] {
  const [headings = []] = cells;
  return headings.map((_, at) => {
    const longest = Math.max(...cells.map((row) => row[at]?.length ?? 0));
    return { width: Math.min(widest, Math.max(narrowest, longest + 2)) };
  });
}

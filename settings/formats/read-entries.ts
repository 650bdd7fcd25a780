/** One sheet into its entries. */
import type { FormatProblem } from './bundle';
import type { DerivedNames } from './condition-text';
import type { Column, SheetLayout } from './layout';
import type { Place } from './locate';
import { fieldHeadings, type Sheet } from './sheets';
import { CellError } from './tokens';

interface Reading {
  layout: SheetLayout;
  sheet: Sheet;
  derived: DerivedNames;
  problems: FormatProblem[];
  places: Map<string, Place>;
}

type Entry = Record<string, unknown>;

/** @returns the part: an object, a list or a record; what cannot be read is added to `problems`, what can to `places` */
export function readEntries(
  layout: SheetLayout,
  sheet: Sheet,
  derived: DerivedNames,
  problems: FormatProblem[],
  places: Map<string, Place>,
): unknown {
  const reading: Reading = { layout, sheet, derived, problems, places };
  return layout.shape === 'one' ? readFields(reading) : readRows(reading);
}

const plain = (heading: string): string => heading.trim().toLowerCase();
const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '');

function readFields(reading: Reading): Entry {
  const { layout, sheet, problems, places } = reading;
  const [headings = [], ...rows] = sheet.cells;
  const [name, value] = fieldHeadings.map((heading) => headings.map(plain).indexOf(heading));
  if (name === undefined || value === undefined || name < 0 || value < 0) {
    problems.push({
      sheet: sheet.name,
      row: 1,
      column: '',
      reason: `needs the columns ${fieldHeadings.join(', ')}`,
    });
    return {};
  }
  const entry: Entry = {};
  const seen = new Set<string>();
  rows.forEach((row, index) => {
    const field = row[name]?.trim() ?? '';
    if (isBlank(row) || field.startsWith('#')) return;
    const at = { sheet: sheet.name, row: index + 2, column: field };
    const column = layout.columns.find(({ heading }) => heading === plain(field));
    if (!column)
      problems.push({
        ...at,
        reason: `is no field: ${layout.columns.map(({ heading }) => heading).join(', ')}`,
      });
    else if (seen.has(column.heading)) problems.push({ ...at, reason: 'is given twice' });
    else {
      seen.add(column.heading);
      places.set(column.path, at);
      readCell(reading, column, row[value] ?? '', at, entry);
    }
  });
  return entry;
}

function readRows(reading: Reading): unknown {
  const { layout, sheet, places } = reading;
  const columns = columnsOf(reading);
  const entries: [string, unknown, number][] = [];
  sheet.cells.slice(1).forEach((row, index) => {
    if (isBlank(row)) return;
    const rowNumber = index + 2;
    const entry: Entry = {};
    for (const [at, column] of columns)
      readCell(
        reading,
        column,
        row[at] ?? '',
        { sheet: sheet.name, row: rowNumber, column: column.heading },
        entry,
      );
    const key = layout.shape === 'list' ? String(entries.length) : String(entry.id ?? '');
    setPlaces(places, layout, key, columns, { sheet: sheet.name, row: rowNumber });
    entries.push([key, entry, rowNumber]);
  });
  return layout.shape === 'list' ? entries.map(([, entry]) => entry) : recordOf(reading, entries);
}

/** The wanted columns by their place in the sheet. */
function columnsOf({ layout, sheet, problems }: Reading): [number, Column][] {
  const headings = (sheet.cells[0] ?? []).map(plain);
  const found: [number, Column][] = [];
  for (const column of layout.columns) {
    const at = headings.indexOf(column.heading.toLowerCase());
    if (at >= 0) found.push([at, column]);
    else
      problems.push({ sheet: sheet.name, row: 1, column: column.heading, reason: 'this column is missing' });
  }
  headings.forEach((heading, at) => {
    if (found.some(([known]) => known === at) || heading.startsWith('#')) return;
    const used = sheet.cells.some((row) => (row[at] ?? '').trim() !== '');
    const twice = headings.indexOf(heading) < at && heading !== '';
    const reason = twice
      ? 'this column is there twice'
      : 'this column is not known (begin its heading with # to keep it)';
    if (used) problems.push({ sheet: sheet.name, row: 1, column: heading || `number ${at + 1}`, reason });
  });
  return found;
}

function readCell(
  { derived, problems }: Reading,
  column: Column,
  cell: string,
  at: Place,
  entry: Entry,
): void {
  if (cell.trim() === '') return;
  try {
    setAt(entry, column.path, column.form.read(cell, derived));
  } catch (error) {
    if (!(error instanceof CellError)) throw error;
    problems.push({ ...at, reason: error.message });
  }
}

/** The value itself, where the path is empty, is kept under the empty name. */
function setAt(entry: Entry, path: string, value: unknown): void {
  const steps = path.split('.');
  const last = steps.pop() as string;
  let target = entry;
  for (const step of steps) target = (target[step] ??= {}) as Entry;
  target[last] = value;
}

function recordOf({ layout, sheet, problems }: Reading, entries: [string, unknown, number][]): Entry {
  const [keyColumn] = layout.columns;
  const rows = new Map<string, number>();
  const result: [string, unknown][] = [];
  for (const [key, entry, row] of entries) {
    const at = { sheet: sheet.name, row, column: keyColumn?.heading ?? '' };
    const first = rows.get(key);
    const { id, '': itself, ...rest } = entry as Entry;
    if (id === undefined) problems.push({ ...at, reason: 'must be given' });
    else if (first !== undefined) problems.push({ ...at, reason: `${key} is in row ${first} already` });
    rows.set(key, row);
    result.push([key, itself ?? rest]);
  }
  return Object.fromEntries(result);
}

/** Paths as `validatePack` says them: a text by language and key, all else by part, key and path. */
function setPlaces(
  places: Map<string, Place>,
  layout: SheetLayout,
  key: string,
  columns: readonly [number, Column][],
  at: { sheet: string; row: number },
): void {
  const first = layout.columns[0]?.heading ?? '';
  if (layout.part !== 'texts') places.set(`${layout.part}.${key}`, { ...at, column: first });
  for (const [, { path, heading }] of columns) {
    const full = layout.part === 'texts' ? `${path}.${key}` : `${layout.part}.${key}${path && `.${path}`}`;
    if (path !== '' || layout.part !== 'texts') places.set(full, { ...at, column: heading });
  }
}

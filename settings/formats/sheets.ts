/** A pack as sheets of texts, and back; workbook, CSV and FHIR only carry them. */
import type { PackBundle } from './bundle';
import type { DerivedNames } from './condition-text';
import { sheetLayouts, type Column, type SheetLayout } from './layout';
import { partsOf, type Parts } from './parts';

/** Cells as texts, not escaped yet; the first row is the heading. Rows may be shorter than it. */
export interface Sheet {
  name: string;
  cells: string[][];
}

/** The headings of the one sheet that says its fields one below the other. */
export const fieldHeadings = ['field', 'value'] as const;

export function sheetsOf(bundle: PackBundle): Sheet[] {
  const parts = partsOf(bundle);
  const derived = new Set(Object.keys(bundle.pack.derived));
  return sheetLayouts.map((layout) => ({ name: layout.name, cells: cellsOf(layout, parts, derived) }));
}

function cellsOf({ part, shape, columns }: SheetLayout, parts: Parts, derived: DerivedNames): string[][] {
  const content = parts[part];
  if (shape === 'one')
    return [
      [...fieldHeadings],
      ...columns.map((column) => [column.heading, cellOf(column, content, derived)]),
    ];
  const rows =
    shape === 'list'
      ? (content as unknown[]).map((entry) => columns.map((column) => cellOf(column, entry, derived)))
      : Object.entries(content as object).map(([key, entry]: [string, unknown]) =>
          columns.map((column, index) =>
            index === 0 ? column.form.write(key as never, derived) : cellOf(column, entry, derived),
          ),
        );
  return [columns.map(({ heading }) => heading), ...rows];
}

export function cellOf({ path, form }: Column, entry: unknown, derived: DerivedNames): string {
  const value = valueAt(entry, path);
  return value === undefined ? '' : form.write(value as never, derived);
}

function valueAt(entry: unknown, path: string): unknown {
  if (path === '') return entry;
  return path
    .split('.')
    .reduce<unknown>(
      (value, step) => (value === undefined ? undefined : (value as Record<string, unknown>)[step]),
      entry,
    );
}

/** A protocol as a workbook, or as CSV files in a ZIP archive: brought in by sheet, row and column, and taken away again. */
import type { PackCase } from '../../settings/pack-cases';
import type { FormatProblem, PackBundle, PackReading } from '../../settings/formats/bundle';
import AdmZip from 'adm-zip';
import { csvToPack, packToCsv, type CsvFiles } from '../../settings/formats/csv';
import { firstDifference } from '../../settings/formats/first-difference';
import { packToWorkbook, workbookToPack } from '../../settings/formats/workbook';
import type { PartProblem } from '../../src/knowledge/check-parts';
import { workbookTrouble } from './bounded-workbook';
import type { PackContent } from './compare';

/** `place`: where in the workbook a path of the pack or of a text was read from. */
export type WorkbookReading =
  | { ok: true; file: PackContent & { cases?: PackCase[] }; place: (path: string) => string }
  | { ok: false; problems: PartProblem[] };

const troubles = {
  'too-large': 'is too large for a protocol: unpacked, or by a cell far out in a sheet',
  broken: 'is no XLSX workbook',
} as const;

export async function readPackWorkbook(bytes: Buffer): Promise<WorkbookReading> {
  const trouble = workbookTrouble(bytes);
  if (trouble)
    return {
      ok: false,
      problems: [{ at: '', code: `workbook-${trouble}`, message: troubles[trouble] }],
    };
  return readSheets(await workbookToPack(bytes));
}

/** @param files by name, as `acolhe protocol export --format csv` writes them */
export const readPackCsv = (files: CsvFiles): WorkbookReading => readSheets(csvToPack(files));

function readSheets(reading: PackReading): WorkbookReading {
  if ('problems' in reading)
    return {
      ok: false,
      problems: reading.problems.map((one) => ({ at: placeOf(one), code: 'cell', message: one.reason })),
    };
  const { pack, texts, cases } = reading.bundle;
  return {
    ok: true,
    file: { pack, texts, ...(cases.length > 0 ? { cases } : {}) },
    // the check of a part names the pack and the texts in front
    place: (path) => placeOf(reading.locate(path.replace(/^(pack|texts)\./, ''))),
  };
}

/** As the command says it, such as `rows, row 3, when`. */
function placeOf({ sheet, row, column }: Omit<FormatProblem, 'reason'>): string {
  return [sheet, row > 0 ? `row ${row}` : '', column].filter((part) => part !== '').join(', ');
}

const same = (bundle: PackBundle, back: PackReading): boolean =>
  !('problems' in back) && firstDifference(bundle, back.bundle) === undefined;

/** @returns nothing when a workbook cannot say it without a change */
export async function writePackWorkbook(bundle: PackBundle): Promise<Buffer | undefined> {
  const bytes = await packToWorkbook(bundle);
  return same(bundle, await workbookToPack(bytes)) ? bytes : undefined;
}

/** The files of `acolhe protocol export --format csv` in one ZIP archive. @returns nothing when they would change it */
export function writePackCsv(bundle: PackBundle): Buffer | undefined {
  const files = packToCsv(bundle);
  if (!same(bundle, csvToPack(files))) return undefined;
  const archive = new AdmZip();
  for (const [name, content] of Object.entries(files)) archive.addFile(name, content);
  return archive.toBuffer();
}

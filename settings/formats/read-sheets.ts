/** Sheets back into a pack: every cell that cannot be read, and every part of the wrong shape, is named by row and column. */
import type { ZodError } from 'zod';
import { packCases } from '../pack-cases';
import { pack as packSchema } from '../pack-schema';
import type { FormatProblem, PackReading } from './bundle';
import type { DerivedNames } from './condition-text';
import { sheetLayouts } from './layout';
import { locator, type Place } from './locate';
import { bundleOf, type Parts } from './parts';
import { readEntries } from './read-entries';
import type { Sheet } from './sheets';

const mostProblems = 200;

/** @param sheets in any order; those named `help`, or beginning with #, are the reader's own and passed over */
export function packOfSheets(sheets: readonly Sheet[]): PackReading {
  const problems: FormatProblem[] = [];
  const byName = new Map<string, Sheet>();
  for (const sheet of sheets) {
    const name = sheet.name.trim().toLowerCase();
    if (name === 'help' || name.startsWith('#')) continue;
    if (byName.has(name)) problems.push(whole(sheet.name, 'is there twice'));
    else if (!sheetLayouts.some((layout) => layout.name === name))
      problems.push(whole(sheet.name, unknownSheet));
    byName.set(name, sheet);
  }
  const derived = derivedNames(byName.get('derived'));
  const parts: Parts = {};
  const places = new Map<string, Place>();
  for (const layout of sheetLayouts) {
    const sheet = byName.get(layout.name);
    if (!sheet) problems.push(whole(layout.name, 'is missing'));
    else parts[layout.part] = readEntries(layout, sheet, derived, problems, places);
  }
  if (problems.length > 0) return { problems: problems.slice(0, mostProblems) };
  const locate = locator(places);
  const { pack: rawPack, cases: rawCases, texts } = bundleOf(parts);
  const pack = packSchema.safeParse(rawPack);
  const cases = packCases.safeParse(rawCases);
  if (pack.success && cases.success) return { bundle: { pack: pack.data, texts, cases: cases.data }, locate };
  const refused = [
    ...(pack.success ? [] : issues(pack.error, '')),
    ...(cases.success ? [] : issues(cases.error, 'cases.')),
  ];
  return {
    problems: refused.map(({ path, reason }) => ({ ...locate(path), reason })).slice(0, mostProblems),
  };
}

const unknownSheet = `is not known: one of ${sheetLayouts.map(({ name }) => name).join(', ')} (begin its name with # to keep it)`;

const whole = (sheet: string, reason: string): FormatProblem => ({ sheet, row: 0, column: '', reason });

function issues(error: ZodError, prefix: string): { path: string; reason: string }[] {
  return error.issues.map((issue) => ({
    path: prefix + issue.path.join('.'),
    reason: reasonOf(issue),
  }));
}

function reasonOf(issue: ZodError['issues'][number]): string {
  if (/received undefined/.test(issue.message)) return 'must be given';
  // only conditions and answers are unions, and what zod says of a union names every member of it
  return issue.code === 'invalid_union' ? 'a condition must be given' : issue.message;
}

/** Names of derived values are needed before the first condition is read. */
function derivedNames(sheet: Sheet | undefined): DerivedNames {
  const [headings = [], ...rows] = sheet?.cells ?? [];
  const at = headings.findIndex((heading) => heading.trim().toLowerCase() === 'id');
  return new Set(rows.flatMap((row) => row[at]?.trim() || []));
}

/**
 * A FHIR R4 Questionnaire back into a pack. What was read is written once more and compared: a change to a part that is
 * not read (a code, an enableWhen beside its condition) is refused instead of lost.
 */
import type { FormatProblem, PackReading } from './bundle';
import { columnUrl, maxUrl, minUrl, nativeFields, partUrl, questionUrl, unitUrl } from './fhir-names';
import { textsOfElement } from './fhir-texts';
import { questionnaire as schema, type Extension, type Item, type Questionnaire } from './fhir-types';
import { firstDifference } from './first-difference';
import { sheetLayouts, type SheetLayout } from './layout';
import { nativeColumns, packToQuestionnaire } from './questionnaire';
import { packOfSheets } from './read-sheets';
import { fieldHeadings, type Sheet } from './sheets';
import { answerText, wordText } from './tokens';

/** What a FHIR server adds on its own. */
const addedByServers = ['id', 'meta', 'text', 'implicitRules', 'date', 'publisher', 'contact'];
const packTypes: Record<string, string> = { boolean: 'yes-no', choice: 'choice', decimal: 'number' };

/** @param value the parsed JSON; a problem's `sheet` is a part of the pack, or `Questionnaire` with the path as column */
export function questionnaireToPack(value: unknown): PackReading {
  const read = schema.safeParse(value);
  if (!read.success)
    return { problems: read.error.issues.map(({ path, message }) => problem(path.join('.'), message)) };
  const problems: FormatProblem[] = [];
  const sheets = sheetLayouts.map((layout) => sheetOf(layout, read.data, problems));
  if (!read.data.extension?.some(({ url }) => url === partUrl('pack')))
    problems.push(problem('extension', `was not exported by Acolhe: there is no ${partUrl('pack')}`));
  if (problems.length > 0) return { problems };
  const reading = packOfSheets(sheets);
  if ('problems' in reading) return reading;
  const given = Object.fromEntries(
    Object.entries(value as object).filter(([field]) => !addedByServers.includes(field)),
  );
  const { id: _, ...again } = JSON.parse(
    JSON.stringify(packToQuestionnaire(reading.bundle)),
  ) as Questionnaire;
  const differs = firstDifference(given, again);
  return differs === undefined
    ? reading
    : {
        problems: [
          problem(
            differs,
            'is said elsewhere in the pack, or cannot be kept: change it there, or leave it out',
          ),
        ],
      };
}

const problem = (column: string, reason: string): FormatProblem => ({
  sheet: 'Questionnaire',
  row: 0,
  column,
  reason,
});

function sheetOf(layout: SheetLayout, resource: Questionnaire, problems: FormatProblem[]): Sheet {
  const entries = (resource.extension ?? []).filter(({ url }) => url === partUrl(layout.name));
  const headings = layout.columns.map(({ heading }) => heading);
  const rows = entries.map((entry) => cellsOf(entry, headings, layout.name, problems));
  if (layout.name === 'questions')
    return { name: layout.name, cells: [headings, ...questionRows(resource, headings, problems)] };
  if (layout.name === 'texts') rows.push(...textRows(resource, headings, problems));
  if (layout.shape !== 'one') return { name: layout.name, cells: [headings, ...rows] };
  const values = rows[0] ?? [];
  const native = nativeValues(resource);
  return {
    name: layout.name,
    cells: [
      [...fieldHeadings],
      ...headings.map((heading, at) => [heading, native[heading] ?? values[at] ?? '']),
    ],
  };
}

function nativeValues({
  version,
  title,
  experimental,
  effectivePeriod,
  copyright,
}: Questionnaire): Record<string, string> {
  const said = [version, title, answerText(experimental ?? false), effectivePeriod?.start, copyright];
  return Object.fromEntries((nativeFields.pack ?? []).map((field, at) => [field, said[at] ?? '']));
}

function cellsOf(
  { url, extension = [] }: Extension,
  headings: readonly string[],
  part: string,
  problems: FormatProblem[],
): string[] {
  for (const cell of extension)
    if (!headings.some((heading) => columnUrl(heading) === cell.url))
      problems.push(problem(`${url}.${cell.url}`, `is no column of ${part}`));
  return headings.map(
    (heading) => extension.find((cell) => cell.url === columnUrl(heading))?.valueString ?? '',
  );
}

function questionRows(
  { item = [] }: Questionnaire,
  headings: readonly string[],
  problems: FormatProblem[],
): string[][] {
  return item.map((asked) => {
    const own = asked.extension?.find(({ url }) => url === questionUrl) ?? { url: questionUrl };
    const cells = cellsOf(own, headings, 'questions', problems);
    const native = nativeCells(asked);
    const type = packTypes[asked.type] ?? asked.type;
    const columns = nativeColumns(type, native.unit);
    return headings.map((heading, at) =>
      columns.includes(heading) ? (native[heading] ?? '') : (cells[at] ?? ''),
    );
  });
}

function nativeCells({ linkId, type, required, answerOption, extension = [] }: Item): Record<string, string> {
  const number = (url: string): string => {
    const value = extension.find((part) => part.url === url)?.valueDecimal;
    return value === undefined ? '' : String(value);
  };
  return {
    id: linkId,
    type: packTypes[type] ?? type,
    'may be unknown': required ? 'no' : 'yes',
    choices: (answerOption ?? []).map(({ valueCoding }) => wordText(valueCoding.code)).join(', '),
    unit: extension.find(({ url }) => url === unitUrl)?.valueCoding?.display ?? '',
    min: number(minUrl),
    max: number(maxUrl),
  };
}

/** Texts that items carry; the same key twice must say the same. */
function textRows(
  { item = [] }: Questionnaire,
  headings: readonly string[],
  problems: FormatProblem[],
): string[][] {
  const rows = new Map<string, string[]>();
  const add = (key: string, words: Partial<Record<string, string>>): void => {
    if (Object.keys(words).length === 0) return;
    const row = headings.map((heading, at) => (at === 0 ? key : (words[heading] ?? '')));
    const known = rows.get(key);
    if (known && known.join('\0') !== row.join('\0'))
      problems.push(problem(key, 'this text is given twice, and differs'));
    rows.set(key, row);
  };
  for (const { linkId, text, _text, answerOption, extension } of item) {
    const own = extension?.find(({ url }) => url === questionUrl)?.extension;
    const key = own?.find(({ url }) => url === 'text')?.valueString ?? linkId;
    add(key, textsOfElement(text, _text));
    for (const { valueCoding } of answerOption ?? [])
      add(`${key}.${valueCoding.code}`, textsOfElement(valueCoding.display, valueCoding._display));
  }
  return [...rows.values()];
}

/**
 * A pack as a FHIR R4 Questionnaire: what is asked as items, with codes and translations; the rules, which FHIR has no
 * place for, as extensions that hold the same cells as the sheets of a workbook. So nothing is lost on the way back.
 */
import { conceptOf } from '../concepts';
import type { Pack, Question } from '../pack-schema';
import type { PackTexts } from '../packs';
import type { PackBundle } from './bundle';
import { icpcCodeOf } from './concept-codes';
import { enableWhenOf } from './enable-when';
import {
  choiceSystem,
  columnUrl,
  conceptSystem,
  icpcSystem,
  maxUrl,
  minUrl,
  nativeFields,
  partUrl,
  questionnaireUrl,
  questionUrl,
  ucumCodes,
  unitSystem,
  unitUrl,
} from './fhir-names';
import { carriedTexts, mainLanguage, wordsOf } from './fhir-texts';
import type { Coding, Extension, Item, Questionnaire } from './fhir-types';
import { sheetsOf, type Sheet } from './sheets';

const itemTypes = { 'yes-no': 'boolean', choice: 'choice', number: 'decimal' } as const;

export function packToQuestionnaire(bundle: PackBundle): Questionnaire {
  const { pack, texts } = bundle;
  const carried = carriedTexts(pack, texts);
  const sheets = sheetsOf(bundle);
  const questions = sheets.find(({ name }) => name === 'questions') as Sheet;
  const description = texts[mainLanguage][pack.notice];
  return withoutUndefined({
    resourceType: 'Questionnaire',
    id: pack.id.replace(/[^A-Za-z0-9.-]/g, '-').slice(0, 64),
    language: mainLanguage,
    extension: sheets
      .filter(({ name }) => name !== 'questions')
      .flatMap((sheet) => extensionsOf(sheet, carried)),
    url: questionnaireUrl(pack.id),
    version: pack.version,
    name: `Protocol_${pack.id.replace(/[^A-Za-z0-9]/g, '_')}`,
    title: pack.title,
    status: pack.status === 'signed' ? 'draft' : pack.status,
    experimental: pack.demonstration,
    subjectType: ['Patient'],
    description: description?.trim() ? description : undefined,
    effectivePeriod: { start: pack.validFrom },
    copyright: pack.licence,
    item: pack.questions.map((question, at) =>
      itemOf(question, cellsByHeading(questions, at + 1), pack, texts, carried),
    ),
  });
}

const cellsByHeading = ({ cells }: Sheet, row: number): [string, string][] =>
  (cells[0] ?? []).map((heading, at) => [heading, cells[row]?.[at] ?? '']);

/** One extension an entry, one within it for every cell that says something. */
function extensionsOf(sheet: Sheet, carried: ReadonlySet<string>): Extension[] {
  const { name, cells } = sheet;
  const native = nativeFields[name] ?? [];
  if (name === 'pack') {
    const fields = cells.slice(1).map(([field = '', value = '']): [string, string] => [field, value]);
    return [
      cellExtensions(
        partUrl(name),
        fields.filter(([field]) => !native.includes(field)),
      ),
    ];
  }
  return cells
    .slice(1)
    .filter(([key = '']) => name !== 'texts' || !carried.has(key))
    .map((row) => cellExtensions(partUrl(name), rowCells(cells[0] ?? [], row)));
}

const rowCells = (headings: readonly string[], row: readonly string[]): [string, string][] =>
  headings.map((heading, at) => [heading, row[at] ?? '']);

const cellExtensions = (url: string, cells: readonly [string, string][]): Extension => ({
  url,
  extension: cells
    .filter(([, value]) => value !== '')
    .map(([heading, value]) => ({ url: columnUrl(heading), valueString: value })),
});

/** Columns of the sheet of questions that an item of this type says in FHIR's own words. */
export function nativeColumns(type: string, unit?: string): string[] {
  if (type === 'choice') return ['id', 'type', 'may be unknown', 'choices'];
  return type === 'number'
    ? ['id', 'type', 'may be unknown', 'min', 'max', ...(unit?.trim() ? ['unit'] : [])]
    : ['id', 'type', 'may be unknown'];
}

function itemOf(
  question: Question,
  cells: readonly [string, string][],
  pack: Pack,
  texts: PackTexts,
  carried: ReadonlySet<string>,
): Item {
  const { id, text, type, choices, unknown, when } = question;
  const native = nativeColumns(type, question.unit);
  const words = wordsOf(text, carried, texts);
  return withoutUndefined({
    extension: [
      cellExtensions(
        questionUrl,
        cells.filter(([heading]) => !native.includes(heading)),
      ),
      ...(type === 'number' ? numberExtensions(question) : []),
    ],
    linkId: id,
    code: codesOf(question),
    text: words.text,
    _text: words.translated,
    type: itemTypes[type],
    ...(when ? enableWhenOf(when, pack) : {}),
    required: !unknown.allowed,
    answerOption:
      type === 'choice'
        ? choices?.map((choice) => {
            const { text: display, translated } = wordsOf(`${text}.${choice}`, carried, texts);
            const system = choiceSystem(pack.id, id);
            return { valueCoding: withoutUndefined({ system, code: choice, display, _display: translated }) };
          })
        : undefined,
  });
}

function numberExtensions({ unit, min, max }: Question): Extension[] {
  const code = unit !== undefined && Object.hasOwn(ucumCodes, unit) ? ucumCodes[unit] : undefined;
  const coding = code === undefined ? { display: unit } : { system: unitSystem, code, display: unit };
  return [
    ...(unit?.trim() ? [{ url: unitUrl, valueCoding: coding }] : []),
    ...(min === undefined ? [] : [{ url: minUrl, valueDecimal: min }]),
    ...(max === undefined ? [] : [{ url: maxUrl, valueDecimal: max }]),
  ];
}

function codesOf({ id, concept }: Question): Coding[] | undefined {
  const known = concept ?? (conceptOf(id) ? id : undefined);
  if (known === undefined) return undefined;
  const icpc = icpcCodeOf(known);
  return [
    { system: conceptSystem, code: known },
    ...(icpc === undefined ? [] : [{ system: icpcSystem, code: icpc }]),
  ];
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}

/** A bundle taken apart into what one sheet each says, and put together again. */
import { languages, type Language } from '../../contract/event';
import type { AnswerScalar } from '../pack-condition';
import type { Pack } from '../pack-schema';
import type { PackBundle } from './bundle';

/** By name of the part: an object (`pack`), a list, or a record. */
export type Parts = Record<string, unknown>;

interface RecordLine {
  means: 'ignore' | 'code' | 'absent';
  field: string;
  code?: string;
  answer?: AnswerScalar;
}

const optionalParts = ['computed', 'plans', 'records'] as const;

export function partsOf({ pack, texts, cases }: PackBundle): Parts {
  const {
    signatures,
    citations,
    questions,
    derived,
    computed,
    parameters,
    redFlags,
    table,
    outcomes,
    plans,
    records,
    ...rest
  } = pack;
  const lines = recordLines(records);
  const sizes = { computed: Object.keys(computed ?? {}), plans: plans ?? [], records: lines };
  const kept = optionalParts.filter((part) => pack[part] !== undefined && sizes[part].length === 0);
  return {
    pack: { ...rest, keptThoughEmpty: kept.length > 0 ? kept : undefined },
    signatures,
    citations,
    questions,
    derived,
    computed: computed ?? {},
    parameters,
    redFlags,
    table,
    outcomes,
    plans: plans ?? [],
    records: lines,
    cases,
    texts: textLines(texts),
  };
}

/** @returns pack, texts and cases as they were read, their shape not checked yet */
export function bundleOf(parts: Parts): { pack: unknown; texts: PackBundle['texts']; cases: unknown } {
  const { pack, cases, texts, computed, plans, records, ...rest } = parts;
  const { keptThoughEmpty = [], ...fields } = pack as { keptThoughEmpty?: string[] };
  const lines = records as RecordLine[];
  const optional = {
    computed:
      Object.keys(computed as object).length > 0 || keptThoughEmpty.includes('computed')
        ? computed
        : undefined,
    plans: (plans as unknown[]).length > 0 || keptThoughEmpty.includes('plans') ? plans : undefined,
    records: lines.length > 0 || keptThoughEmpty.includes('records') ? recordsOf(lines) : undefined,
  };
  const given = Object.entries(optional).filter(([, value]) => value !== undefined);
  return {
    pack: { ...fields, ...rest, ...Object.fromEntries(given) },
    cases,
    texts: textsOf(texts as TextLines),
  };
}

function recordLines(records: Pack['records']): RecordLine[] {
  if (!records) return [];
  return [
    ...records.ignore.map((field): RecordLine => ({ means: 'ignore', field })),
    ...Object.entries(records.codes).flatMap(([field, codes]): RecordLine[] => {
      const lines = Object.entries(codes).map(([code, answer]): RecordLine => ({
        means: 'code',
        field,
        code,
        answer,
      }));
      return lines.length > 0 ? lines : [{ means: 'code', field }];
    }),
    ...Object.entries(records.absentIs).map(([field, answer]): RecordLine => ({
      means: 'absent',
      field,
      answer,
    })),
  ];
}

/** A word of its own in `means` is left for the schema to refuse. */
function recordsOf(lines: readonly RecordLine[]): unknown {
  const codes = new Map<string, [string, unknown][]>();
  for (const { means, field, code, answer } of lines) {
    if (means !== 'code') continue;
    const known = codes.get(field) ?? [];
    codes.set(field, code === undefined ? known : [...known, [code, answer]]);
  }
  const absent = lines.filter(({ means }) => means === 'absent');
  return {
    ignore: lines.filter(({ means }) => means === 'ignore').map(({ field }) => field),
    codes: Object.fromEntries([...codes].map(([field, list]) => [field, Object.fromEntries(list)])),
    absentIs: Object.fromEntries(absent.map(({ field, answer }) => [field, answer])),
  };
}

type TextLines = Record<string, Partial<Record<Language, string>>>;

function textLines(texts: PackBundle['texts']): TextLines {
  const keys = new Set(languages.flatMap((language) => Object.keys(texts[language])));
  const line = (key: string): Partial<Record<Language, string>> =>
    Object.fromEntries(
      languages
        .filter((language) => Object.hasOwn(texts[language], key))
        .map((language) => [language, texts[language][key]]),
    );
  return Object.fromEntries([...keys].map((key) => [key, line(key)]));
}

function textsOf(lines: TextLines): PackBundle['texts'] {
  const of = (language: Language): Record<string, string> =>
    Object.fromEntries(
      Object.entries(lines).flatMap(([key, line]): [string, string][] => {
        const text = line[language];
        return text === undefined ? [] : [[key, text]];
      }),
    );
  return { 'pt-BR': of('pt-BR'), en: of('en'), es: of('es') };
}

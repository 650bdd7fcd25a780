/** What somebody brings in: read, checked, and named by row where it does not fit. Changes nothing. */
import * as z from 'zod';
import type { DepartmentHours, KnowledgeKind, RoutingRules } from '../../contract/knowledge';
import { packCases } from '../../settings/pack-cases';
import { checkPart, type PartProblem } from '../../src/knowledge/check-parts';
import { parseCnes } from '../../src/places/parse-cnes';
import { hoursProblems, routingProblems } from './check-places';
import { csvFilesIn, isArchive } from './bounded-workbook';
import { readPackCsv, readPackWorkbook } from './pack-workbook';

export interface Upload {
  body: unknown;
  cases?: unknown;
}
export type UploadReading = { ok: true; upload: Upload } | { ok: false; problems: PartProblem[] };

const problem = (at: string, code: string, message: string): UploadReading => ({
  ok: false,
  problems: [{ at, code, message }],
});

/** @param bytes JSON in UTF-8; of a protocol also a workbook (XLSX) or its sheets as CSV in a ZIP archive, of facilities CNES' table */
export async function readUpload(kind: KnowledgeKind, bytes: Buffer): Promise<UploadReading> {
  if (isArchive(bytes)) {
    if (kind === 'pack') return readSheets(bytes);
    return problem('', 'workbook', 'is a workbook: only protocols are brought in as one');
  }
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  if (text.trim() === '') return problem('', 'empty', 'is empty');
  if (kind === 'facilities' && !/^\s*[[{]/.test(text)) return readCnes(bytes);
  // one of the sheets alone is no protocol
  if (kind === 'pack' && !/^\s*[[{]/.test(text) && /^[^\n]*[,;\t]/.test(text))
    return problem('', 'csv-alone', 'is one CSV file: put all sheets of the protocol into one ZIP archive');
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    return problem('', 'not-json', lineOf(text, error as Error));
  }
  if (kind === 'pack') return readPack(raw);
  const reading = checkPart(kind, raw);
  if (!reading.ok) return reading;
  const problems = placeProblems(kind, reading.body);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, upload: { body: reading.body } };
}

/** Of rules and hours: what only here is known to be wrong. */
function placeProblems(kind: KnowledgeKind, body: unknown): PartProblem[] {
  if (kind === 'routing') return routingProblems(body as RoutingRules);
  return kind === 'hours' ? hoursProblems(body as DepartmentHours) : [];
}

/** The place of the fault, without the text around it that the engine's own message repeats. */
function lineOf(text: string, { message }: Error): string {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position === undefined) return 'is not JSON';
  return `is not JSON: line ${text.slice(0, Number(position)).split('\n').length}`;
}

const wholeFile = z.looseObject({});

/** All that is wrong, of the protocol, its texts and its cases. */
function readPack(raw: unknown): UploadReading {
  const file = wholeFile.safeParse(raw);
  if (!file.success) return { ok: false, problems: problemsOf(file.error) };
  const { pack, texts, cases, ...others } = file.data;
  const readCases = packCases.optional().safeParse(cases);
  const isRecord = typeof pack === 'object' && pack !== null;
  // Signatures are given here, not written into a file.
  const draft = isRecord ? { ...pack, status: 'draft', signatures: [] } : pack;
  const reading = checkPart('pack', { pack: draft, texts });
  const problems = [
    ...Object.keys(others).map((at) => ({ at, code: 'unrecognized_keys', message: 'is not known' })),
    ...(reading.ok ? [] : reading.problems),
    ...(readCases.success ? [] : problemsOf(readCases.error, 'cases')),
  ];
  if (!reading.ok || !readCases.success || problems.length > 0) return { ok: false, problems };
  return { ok: true, upload: { body: reading.body, ...(readCases.data ? { cases: readCases.data } : {}) } };
}

const problemsOf = ({ issues }: z.ZodError, ...inside: string[]): PartProblem[] =>
  issues.map(({ path, code, message }) => ({
    at: [...inside, ...path].map(String).join('.'),
    code,
    message,
  }));

async function readSheets(bytes: Buffer): Promise<UploadReading> {
  const files = csvFilesIn(bytes);
  const reading = typeof files === 'object' ? readPackCsv(files) : await readPackWorkbook(bytes);
  if (!reading.ok) return reading;
  const checked = readPack(reading.file);
  if (checked.ok) return checked;
  const problems = checked.problems.map((one) => ({ ...one, at: reading.place(one.at) || one.at }));
  return { ok: false, problems };
}

async function readCnes(bytes: Buffer): Promise<UploadReading> {
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  const { facilities, problems } = await parseCnes(whole());
  if (problems.length > 0) {
    return {
      ok: false,
      problems: problems.map(({ line, column, reason }) => ({
        at: `${line}: ${column}`,
        code: 'row',
        message: reason,
      })),
    };
  }
  if (facilities.length === 0) return problem('', 'empty', 'holds no facility that is open');
  const reading = checkPart('facilities', facilities);
  return reading.ok ? { ok: true, upload: { body: reading.body } } : reading;
}

/**
 * Facilities out of the table of establishments in CNES' open data (tbEstabelecimento: semicolons, Latin-1; UTF-8 is taken too). Columns are
 * found by name, so that their order and further columns do not matter. Reads and decides, writes nothing.
 */
import { parse } from 'csv-parse';
import { facility, type Facility } from '../../settings/places/facility';
import { municipalityOf } from '../../settings/places/municipalities';
import { careOfType, hoursOf } from './cnes-codes';

export interface CnesProblem {
  /** As an editor counts, the header is line 1. */
  line: number;
  column: string;
  reason: string;
}
export interface CnesReading {
  facilities: Facility[];
  /** In the order of the file; at most 1,000, `problemCount` counts all. */
  problems: CnesProblem[];
  problemCount: number;
  rows: number;
  /** Rows that are closed (CO_MOTIVO_DESAB) or no place to be cared for (administration, laboratories of public health, mobile units). */
  skipped: number;
}
export interface CnesOptions {
  /** Only this state, two letters. */
  uf?: string;
  onProgress?: (rows: number) => void;
}

const needed = ['CO_CNES', 'NO_FANTASIA', 'TP_UNIDADE', 'CO_MUNICIPIO_GESTOR'];
const mostProblems = 1_000;

/** Each line is UTF-8 or else Latin-1: old and new exports, and files put together of both, are read alike. */
async function* linesAsText(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const latin1 = new TextDecoder('windows-1252');
  const decode = (bytes: Uint8Array): string => {
    try {
      return utf8.decode(bytes);
    } catch {
      return latin1.decode(bytes);
    }
  };
  let rest = new Uint8Array(0);
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
    const all = new Uint8Array(rest.length + bytes.length);
    all.set(rest);
    all.set(bytes, rest.length);
    let from = 0;
    for (let end = all.indexOf(10, from); end >= 0; end = all.indexOf(10, from)) {
      yield decode(all.subarray(from, end + 1));
      from = end + 1;
    }
    rest = all.slice(from);
  }
  if (rest.length > 0) yield decode(rest);
}

const degrees = (text: string): number | undefined => {
  const value = Number(text.replace(',', '.'));
  return text === '' || value === 0 ? undefined : value;
};
/** CNES writes place names in capitals: "UBS DO CENTRO" stays, it is a name as registered. */
const joined = (parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(', ');

function readRow(row: Readonly<Record<string, string>>): Facility | { column: string; reason: string } {
  const text = (column: string): string => (row[column] ?? '').trim();
  const type = careOfType(text('TP_UNIDADE'));
  const care = type === 'none' ? undefined : type;
  const municipality = municipalityOf(text('CO_MUNICIPIO_GESTOR'));
  const refuse = (column: string, reason: string) => ({ column, reason });
  if (!/^\d{1,7}$/.test(text('CO_CNES'))) return refuse('CO_CNES', 'is not a number of up to 7 digits');
  if (!municipality) return refuse('CO_MUNICIPIO_GESTOR', 'is no municipality’s IBGE code');
  const cep = text('CO_CEP').replace(/\D/g, '');
  const name = text('NO_FANTASIA') || text('NO_RAZAO_SOCIAL');
  if (!name) return refuse('NO_FANTASIA', 'is empty');
  if (cep !== '' && !/^\d{8}$/.test(cep)) return refuse('CO_CEP', 'has not 8 digits');
  const latitude = degrees(text('NU_LATITUDE'));
  const longitude = degrees(text('NU_LONGITUDE'));
  const hours = hoursOf(text('CO_TURNO_ATENDIMENTO'), text('TP_ESTAB_SEMPRE_ABERTO'));
  const phone = text('NU_TELEFONE');
  const parsed = facility.safeParse({
    id: text('CO_CNES').padStart(7, '0'),
    name,
    kind: care?.kind ?? 'other',
    specialties: [],
    programmes: care?.programmes ?? [],
    municipality: municipality.code,
    ...(cep && { cep }),
    address: joined([text('NO_LOGRADOURO'), text('NU_ENDERECO'), text('NO_BAIRRO')]),
    ...(phone && { phone }),
    ...(latitude !== undefined && longitude !== undefined && { latitude, longitude }),
    ...(hours && { hours }),
    accepts: care?.accepts ?? [],
  });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  const columns: Record<string, string> = {
    latitude: 'NU_LATITUDE',
    longitude: 'NU_LONGITUDE',
    phone: 'NU_TELEFONE',
    name: 'NO_FANTASIA',
    address: 'NO_LOGRADOURO',
  };
  return refuse(columns[String(issue.path[0])] ?? String(issue.path[0]), issue.message);
}

/**
 * @param stream the file's bytes, e.g. createReadStream
 * @throws Error with a sentence for the operator when the file has not the columns, or is no CSV
 */
export async function parseCnes(
  stream: AsyncIterable<Uint8Array | string>,
  options: CnesOptions = {},
): Promise<CnesReading> {
  const reading: CnesReading = { facilities: [], problems: [], problemCount: 0, rows: 0, skipped: 0 };
  const lineOf = new Map<string, number>();
  const problem = (line: number, column: string, reason: string): void => {
    reading.problemCount += 1;
    if (reading.problems.length < mostProblems) reading.problems.push({ line, column, reason });
  };
  const columns = (header: string[]): string[] => {
    const names = header.map((name) => name.trim().toUpperCase());
    const missing = needed.filter((name) => !names.includes(name));
    if (missing.length > 0)
      throw new Error(
        `line 1: no column ${missing.join(', ')} (is it CNES’ tbEstabelecimento, apart by semicolons?)`,
      );
    return names;
  };
  const parser = parse({
    delimiter: ';',
    bom: true,
    columns,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  const feeding = (async () => {
    for await (const line of linesAsText(stream))
      if (!parser.write(line)) await new Promise((resolve) => parser.once('drain', resolve));
    parser.end();
  })().catch((error: unknown) => parser.destroy(error as Error));
  for await (const { record, info } of parser as AsyncIterable<{
    record: Record<string, string>;
    info: { lines: number };
  }>) {
    reading.rows += 1;
    if (reading.rows % 10_000 === 0) options.onProgress?.(reading.rows);
    const type = careOfType((record.TP_UNIDADE ?? '').trim());
    const state = municipalityOf((record.CO_MUNICIPIO_GESTOR ?? '').trim())?.uf;
    if (
      (options.uf && state && state !== options.uf) ||
      (record.CO_MOTIVO_DESAB ?? '').trim() !== '' ||
      type === 'none'
    ) {
      reading.skipped += 1;
      continue;
    }
    if (Object.keys(record).length < needed.length) {
      problem(info.lines, 'CO_CNES', 'the row ends too early');
      continue;
    }
    const read = readRow(record);
    if ('reason' in read) problem(info.lines, read.column, read.reason);
    else if (lineOf.has(read.id))
      problem(info.lines, 'CO_CNES', `${read.id} stands in line ${lineOf.get(read.id)} already`);
    else {
      lineOf.set(read.id, info.lines);
      reading.facilities.push(read);
    }
  }
  await feeding;
  return reading;
}

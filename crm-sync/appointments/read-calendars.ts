/**
 * A file of calendars (CSV): rows of opening hours, gathered by professional. A professional is taken whole or not at all, and
 * everything that is wrong is named with its line. Pure.
 */
import { parse } from 'csv-parse/sync';
import {
  professional as professionalSchema,
  type OpeningRule,
  type Professional,
} from '../../contract/appointment-events';
import { columns, needed, readRow, type Problem, type Row } from './calendar-row';
import { daysOf } from './recurrence';

export interface ReadCalendars {
  /** By the id that the file gives. */
  professionals: Map<string, Professional>;
  problems: Problem[];
}

const mostRows = 50_000;
/** Two openings are looked at for so long whether they meet. */
const lookedAtDays = 400;

const byDefault = {
  ofProfessional: { languages: ['pt-BR'], timeZone: 'America/Sao_Paulo' },
  ofCalendar: {
    ...{ kind: 'video', slotMinutes: 30, capacity: 1 },
    ...{ leadMinutes: 60, cancelMinutes: 120, horizonDays: 60 },
  },
} as const;

/** @param zone of the tenant, where a row names none */
export function readCalendars(text: string, zone: string): ReadCalendars {
  const records = recordsOf(text);
  if (!Array.isArray(records)) return { professionals: new Map(), problems: [records] };
  const problems: Problem[] = [];
  const rows = new Map<string, Row[]>();
  const bad = new Set<string>();
  for (const { record, line } of records) {
    const row = readRow(record, line);
    if (Array.isArray(row)) {
      problems.push(...row);
      bad.add((record['professional'] ?? '').trim());
    } else rows.set(row.professional, [...(rows.get(row.professional) ?? []), row]);
  }
  const professionals = new Map<string, Professional>();
  for (const [id, own] of rows) {
    const found = professionalOf(own, zone);
    if (Array.isArray(found)) problems.push(...found);
    else if (!bad.has(id)) professionals.set(id, found);
  }
  return { professionals, problems: problems.sort((a, b) => a.line - b.line) };
}

type Record_ = { record: Record<string, string>; line: number };

function recordsOf(text: string): Record_[] | Problem {
  let raw: { record: string[]; info: { lines: number } }[];
  try {
    raw = parse(text, {
      ...{ bom: true, delimiter: [',', ';'], info: true, skip_empty_lines: true, trim: true },
      ...{ relax_column_count: true, to: mostRows + 2 },
    }) as unknown as typeof raw;
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? 1;
    return { line, words: error instanceof Error ? error.message : 'cannot be read' };
  }
  const [head, ...body] = raw;
  const names = (head?.record ?? []).map((name) => name.toLowerCase());
  const unknown = names.find((name) => !(columns as readonly string[]).includes(name));
  if (unknown !== undefined)
    return { line: 1, words: `no such column: "${unknown.slice(0, 40)}"; there are ${columns.join(', ')}` };
  const missing = needed.filter((name) => !names.includes(name));
  if (missing.length > 0) return { line: 1, words: `missing columns: ${missing.join(', ')}` };
  if (body.length > mostRows) return { line: mostRows + 2, words: `more than ${mostRows} rows` };
  return body.map(({ record, info }) => ({
    line: info.lines,
    record: Object.fromEntries(names.map((name, at) => [name, record[at] ?? ''])),
  }));
}

function professionalOf(rows: readonly Row[], zone: string): Professional | Problem[] {
  const problems: Problem[] = [];
  const own = agreed(rows, ({ ofProfessional }) => ofProfessional, problems);
  const calendars = [...new Set(rows.map(({ calendar }) => calendar))].map((id) => {
    const its = rows.filter(({ calendar }) => calendar === id);
    problems.push(...overlaps(its));
    const rules = its.map(({ rule }) => rule);
    const said = agreed(its, ({ ofCalendar }) => ofCalendar, problems);
    return { ...byDefault.ofCalendar, ...said, id, rules, exceptions: [] };
  });
  const line = rows[0]!.line;
  const made = professionalSchema.safeParse({
    ...{ ...byDefault.ofProfessional, timeZone: zone, ...own, calendars, absences: [] },
  });
  if (!made.success)
    problems.push(
      ...made.error.issues.map(({ path, message }) => ({ line, column: String(path[0]), words: message })),
    );
  return problems.length > 0 || !made.success ? problems : made.data;
}

/** What rows that say something say alike. */
function agreed<T extends object>(
  rows: readonly Row[],
  part: (row: Row) => T,
  problems: Problem[],
): Partial<T> {
  const said = new Map<string, { text: string; value: unknown; line: number }>();
  for (const row of rows) {
    for (const [name, value] of Object.entries(part(row))) {
      if (value === undefined) continue;
      const before = said.get(name);
      const text = JSON.stringify(value);
      if (!before) said.set(name, { text, value, line: row.line });
      else if (before.text !== text)
        problems.push({ line: row.line, column: name, words: `is other than in line ${before.line}` });
    }
  }
  return Object.fromEntries([...said].map(([name, { value }]) => [name, value])) as Partial<T>;
}

function overlaps(rows: readonly Row[]): Problem[] {
  return rows.flatMap((row, at) => {
    const other = rows.slice(0, at).find((before) => meet(before.rule, row.rule));
    return other ? [{ line: row.line, column: 'from', words: `overlaps with line ${other.line}` }] : [];
  });
}

/** Is there a day on which both are open at the same time? */
function meet(a: OpeningRule, b: OpeningRule): boolean {
  if (a.to <= b.from || b.to <= a.from) return false;
  const from = a.firstDay > b.firstDay ? a.firstDay : b.firstDay;
  const to = new Date(Date.parse(from) + lookedAtDays * 86_400_000).toISOString().slice(0, 10);
  const there = new Set(daysOf(a, from, to));
  return daysOf(b, from, to).some((day) => there.has(day));
}

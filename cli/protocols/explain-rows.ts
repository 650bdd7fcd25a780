/** `acolhe protocol explain`: which row decided, by which answers, and what would have changed it. */
import type { Language } from '../../contract/event';
import type { PackSide } from '../../src/triage/diff';
import { explain, type Change, type Explanation } from '../../src/triage/explain';
import { outOfScopeRow, redFlagRow, vitalUnknownRow } from '../../src/triage/evaluate';
import type { Answers, Pack, Source } from '../../src/triage/pack';
import { outcomeLabel, rowLabel } from '../../src/triage/labels';
import { eachRow, resultOf, type RowResult, type Streams } from './run-rows';

/**
 * Explains the decision on each row; what a row lacks counts as not known.
 * @returns the exit code: 0, or 2 when any line is bad
 */
export function explainRows(
  { pack, texts }: PackSide,
  json: boolean,
  streams: Streams,
  language: Language = 'en',
): Promise<number> {
  const label = (key: string): string | undefined => texts?.[language]?.[key];
  const explainRow = (answers: Answers, line: number): RowResult => {
    const explanation = explain(pack, answers);
    const { decided, changes } = explanation;
    const result = resultOf(pack, answers, decided);
    const source = sourceOf(pack, decided.row);
    return {
      outcome: result.outcome,
      json: {
        ...{ line, ...result, unknown: decided.unknown, source, changes },
        rowLabel: label(rowLabel(decided.row)),
        outcomeLabel: label(outcomeLabel(decided.outcome.id)),
      },
      text: inWords(pack, line, explanation, result.missing, source, label),
    };
  };
  return eachRow(pack, json, streams, explainRow);
}

/** The source of what decided; of red flags beside a pack's own, that of the outcome they lead to. */
function sourceOf(pack: Pack, row: string): Source | undefined {
  if (row === redFlagRow) return pack.redFlagOutcome?.source;
  if (row === outOfScopeRow) return pack.outOfScope?.source;
  if (row === vitalUnknownRow) return pack.vitalUnknown.source;
  return pack.table.find(({ id }) => id === row)?.source;
}

function inWords(
  pack: Pack,
  line: number,
  { decided, changes }: Explanation,
  missing: readonly string[],
  source: Source | undefined,
  label: (key: string) => string | undefined,
): string {
  const named = (id: string, key: string): string => [id, label(key)].filter(Boolean).join(': ');
  const { outcome, row, because, redFlags, unknown } = decided;
  const lines = [
    `line ${line}: ${outcome.id} (${outcome.disposition}, within ${outcome.urgencyMinutes} min), ${pack.id} ${pack.version}`,
    `  outcome: ${named(outcome.id, outcomeLabel(outcome.id))}`,
    `  row: ${named(row, rowLabel(row))}`,
    ...(source ? [`  source: ${source.citation}, ${source.at}`] : []),
    `  because: ${because.join(', ') || 'nothing speaks against it'}`,
  ];
  if (redFlags.length > 0)
    lines.push(`  red flags: ${redFlags.map(({ concept, call }) => `${concept} (${call})`).join(', ')}`);
  if (unknown.length > 0) lines.push(`  not known, and it mattered: ${unknown.join(', ')}`);
  if (missing.length > 0) lines.push(`  could still change it: ${missing.join(', ')}`);
  lines.push(changes.length > 0 ? '  with one answer changed:' : '  no single answer changes it');
  for (const change of changes) lines.push(`    ${changeInWords(change, named)}`);
  return lines.join('\n');
}

function changeInWords(
  { question, from, to, outcome, row }: Change,
  named: (id: string, key: string) => string,
): string {
  return `${question}: ${from ?? 'no answer'} → ${to}: ${outcome} (row ${named(row, rowLabel(row))})`;
}

/** A pack in words, for clinicians. */
import type { Language } from '../../contract/event';
import { packNotice } from '../../settings/pack-notice';
import { formulaInWords, inWords } from '../../src/triage/in-words';
import { derivedLabel, flagLabel, outcomeLabel, packLabel, rowLabel } from '../../src/triage/labels';
import type { Pack, Source } from '../../src/triage/pack';

/** @param texts the pack's texts in this language, by text key */
export function describePack(
  pack: Pack,
  texts: Readonly<Record<string, string>>,
  language: Language,
): string {
  const text = (key: string): string => texts[key] ?? `(no text: ${key})`;
  const called = (key: string): string => (texts[key] ? ` “${texts[key]}”` : '');
  const lines = [
    texts[packLabel] ?? pack.title,
    `${pack.id} ${pack.version}, ${pack.status}${pack.demonstration ? ', demonstration' : ''}, valid from ${pack.validFrom}`,
    `Licence: ${pack.licence}`,
    '',
    packNotice(pack.status, language, text(pack.notice)),
    '',
    `For whom: ${text(pack.scope.text)} (${inWords(pack.scope.when)})`,
    '',
    'Sources',
    ...Object.entries(pack.citations).map(
      ([id, { title, publisher, year, url, note }]) =>
        `  ${[`${id}: ${title}. ${publisher}, ${year}.`, url, note].filter(Boolean).join(' ')}`,
    ),
    '',
    'Questions',
  ];
  for (const question of pack.questions) {
    const unknown = question.unknown.allowed
      ? `; unknown ${question.unknown.means ?? 'as the row says'}`
      : '';
    lines.push(`  ${question.id} (${question.kind}, ${question.type}${unknown}): ${text(question.text)}`);
    if (question.when) lines.push(`      asked when ${inWords(question.when)}`);
    for (const choice of question.choices ?? [])
      lines.push(`      ${choice}: ${text(`${question.text}.${choice}`)}`);
  }
  lines.push('', 'Derived');
  for (const [id, condition] of Object.entries(pack.derived))
    lines.push(`  ${id}${called(derivedLabel(id))} = ${inWords(condition)}`);
  for (const [id, rule] of Object.entries(pack.computed ?? {})) {
    lines.push(`  ${id} = ${formulaInWords(rule)}, unless given`);
  }
  if (pack.redFlags.length > 0) lines.push('', 'Red flags, beside the universal ones');
  for (const { id, when, call, source } of pack.redFlags)
    lines.push(`  ${id}${called(flagLabel(id))}: ${inWords(when)} → ${call}`, `      ${cited(source)}`);
  lines.push('', 'Decision table: the first row that holds decides');
  for (const row of pack.table)
    lines.push(
      `  ${row.id}${called(rowLabel(row.id))}: ${inWords(row.when)} → ${row.outcome}`,
      `      ${cited(row.source)}; when unknown: ${row.unknown}`,
    );
  for (const [name, rule] of [
    ['any red flag in the answers, before the table', pack.redFlagOutcome],
    ['whom the pack is not for', pack.outOfScope],
  ] as const)
    if (rule) lines.push(`  ${name} → ${rule.outcome}`, `      ${cited(rule.source)}`);
  lines.push(
    `  a missing vital answer, instead of a mild outcome → ${pack.vitalUnknown.outcome}`,
    `      ${cited(pack.vitalUnknown.source)}`,
  );
  lines.push('', 'Outcomes');
  for (const { id, disposition, urgencyMinutes, department, advice, safetyNet } of pack.outcomes) {
    lines.push(
      `  ${id}${called(outcomeLabel(id))} (${disposition}, ${urgencyMinutes} min, ${department})`,
      `      ${text(advice)}`,
      `      ${text(safetyNet)}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function cited({ citation, at }: Source): string {
  return `${citation}, ${at}`;
}

/** `acolhe protocol diff`: what a new version of a pack changes, and for whom. */
import type { Texts } from '../../src/triage/analyse-structure';
import {
  diffPacks,
  type DecidedBy,
  type Direction,
  type PackDiff,
  type PartChange,
} from '../../src/triage/diff';
import { readSide } from './read-side';
import { answersInWords, wholeNumber } from './validate-pack';

export const diffHelp = `
Old and new: the id of a pack built in, a folder, or a file. Told are all parts that changed, the embedded cases of both
whose outcome changes, and how many generated people end otherwise, from which outcome to which.
The exit code is 0 whether anything changed or not; 2 when one of them cannot be read.

  npx acolhe protocol diff respiratory my-packs/respiratory
  npx acolhe protocol diff old.json new.json --samples 10000 --json`;

export async function diffCommand(
  old: string,
  now: string,
  options: { samples: string; seed: string; json?: boolean },
): Promise<void> {
  const numbers = {
    samples: wholeNumber('--samples', options.samples),
    seed: wholeNumber('--seed', options.seed),
  };
  const [before, after] = await Promise.all([readSide(old), readSide(now)]);
  // where one has no texts or cases beside it, that is no change
  const texts: [Texts | undefined, Texts | undefined] =
    before.texts && after.texts ? [before.texts, after.texts] : [undefined, undefined];
  const diff = diffPacks({ ...before, texts: texts[0] }, { ...after, texts: texts[1] }, numbers);
  process.stdout.write(options.json ? `${JSON.stringify(diff)}\n` : inWords(diff));
}

const signs: Readonly<Record<PartChange['change'], string>> = {
  added: '+',
  removed: '-',
  changed: '~',
  moved: '>',
};
const directions: Readonly<Record<Direction, string>> = {
  'more-urgent': 'more urgent',
  'less-urgent': 'LESS URGENT',
  'as-urgent': 'as urgent',
};

function inWords({ old, new: now, changes, cases, generated }: PackDiff): string {
  const lines = [`${old.id} ${old.version} → ${now.id} ${now.version}`];
  let part = '';
  for (const change of changes) {
    if (change.part !== part) lines.push('', change.part);
    part = change.part;
    lines.push(...changeInWords(change));
  }
  if (changes.length === 0) lines.push('', 'Nothing changed.');
  lines.push('', `Embedded cases whose outcome changes: ${cases.changed.length} of ${cases.compared}`);
  for (const { id, of, from, to, direction, expected } of cases.changed) {
    const where = of === 'both' ? '' : ` (of the ${of} version only)`;
    lines.push(
      `  ${id}${where}: ${decided(from)} → ${decided(to)}: ${directions[direction]}; expected ${expected}`,
    );
  }
  const { samples, seed, changed, moreUrgent, lessUrgent, groups } = generated;
  lines.push(
    '',
    `Generated people (${samples}, seed ${seed}) who end otherwise: ${changed}, ${lessUrgent} less urgently, ${moreUrgent} more urgently`,
  );
  for (const { from, to, direction, count, example } of groups)
    lines.push(
      `  ${count}: ${from} → ${to}: ${directions[direction]}`,
      `      for example ${answersInWords(example.answers)} (row ${example.fromRow} → ${example.toRow})`,
    );
  return `${lines.join('\n')}\n`;
}

function decided({ outcome, urgencyMinutes, row }: DecidedBy): string {
  return `${outcome} (${urgencyMinutes} min, row ${row})`;
}

function changeInWords({ id, change, field, from, to }: PartChange): string[] {
  const head = `  ${signs[change]} ${id}`;
  if (change === 'moved') return [`${head}: from ${from} to ${to}`];
  if (change === 'added') return [`${head}${field ? ` (${field})` : ''}: ${to}`];
  if (change === 'removed') return [`${head}${field ? ` (${field})` : ''}: ${from}`];
  return [`${head}, ${field}:`, `      was ${from}`, `      is  ${to}`];
}

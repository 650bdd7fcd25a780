// All mutants of the pure folders, and a sample of them that a seed names.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';

/** The word lists are data: each entry has its own test, and they would outweigh the code that reads them. */
export const folders = {
  dialog: 'src/dialog',
  language: 'src/language',
  lexicon: 'src/language/lexicon',
  safety: 'src/safety',
  triage: 'src/triage',
};

/** The name of a mutant's folder. */
export const folderOf = ({ fileName }) => path.basename(path.dirname(fileName));

/** The same mutant has the same key in every list: `fileName` relative to the root, lines and columns from 0. */
export const keyOf = ({ fileName, location: { start, end }, mutatorName, replacement }) =>
  JSON.stringify([fileName, start.line, start.column, end.line, end.column, mutatorName, replacement]);

const levels = ['Trace', 'Debug', 'Info', 'Warn', 'Error', 'Fatal'];
const silent = Object.fromEntries(
  levels.flatMap((level) => [
    [level.toLowerCase(), () => undefined],
    [`is${level}Enabled`, () => false],
  ]),
);

/** The folder's sources with all mutants in them, each behind a switch; lines and columns of the mutants from 0. */
export async function instrumented(folder, root) {
  const files = readdirSync(path.join(root, folders[folder]))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folders[folder]}/${name}`)
    .map((name) => ({ name, content: readFileSync(path.join(root, name), 'utf8'), mutate: true }));
  const options = { plugins: null, excludedMutations: [], ignorers: [] };
  return new Instrumenter(silent).instrument(files, options);
}

/** @returns {Promise<{fileName: string, location: object, mutatorName: string, replacement: string}[]>} lines from 0 */
export const mutantsOf = async (folder, root) => (await instrumented(folder, root)).mutants;

/** The first `count` in an order that only the seed decides: a larger sample holds the smaller one. */
export function sampleOf(mutants, count, seed) {
  const place = (mutant) =>
    createHash('sha256')
      .update(`${seed} ${keyOf(mutant)}`)
      .digest('hex');
  return mutants
    .map((mutant) => ({ mutant, place: place(mutant) }))
    .sort((one, other) => (one.place < other.place ? -1 : 1))
    .slice(0, count)
    .map(({ mutant }) => mutant);
}

/** As Stryker's `mutate` wants it: lines from 1, columns from 0. */
export const rangeOf = ({ fileName, location: { start, end } }) =>
  `${fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;

/** A result of Stryker, which counts lines and columns from 1, as a mutant of these lists. */
export const fromZero = ({ location: { start, end }, ...mutant }) => ({
  ...mutant,
  location: {
    start: { line: start.line - 1, column: start.column - 1 },
    end: { line: end.line - 1, column: end.column - 1 },
  },
});

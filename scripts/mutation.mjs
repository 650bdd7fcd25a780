// `npm run mutation`: faults put into the pure folders one at a time, and whether a test notices. docs/testing.md
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { folderOf, folders, keyOf, mutantsOf, rangeOf, sampleOf } from './mutation/mutants.mjs';
import { begun, testQuickly } from './mutation/quick.mjs';
import { inWords, isAlive, scoreInWords } from './mutation/score.mjs';

const names = Object.keys(folders);
const help = `npm run mutation -- [options]
  --per-folder <n>   mutants of each folder, chosen by the seed; default 60; 0 = all, which takes days
  --seed <text>      default 1; a larger sample of a seed holds the smaller one
  --folder <name>    only this folder (may be given again): ${names.join(', ')}
  --at <file:line>   only the sampled mutants there (may be given again): does a new test kill a survivor?
  --workers <n>      default 1
  --quick            the tests of the mutant's own folder only (of language: safety's, too), in one process
  --per-mutant <ms>  with --quick, how long the tests of a mutant may take together; default 15000
  --minutes <n>      with --quick, no mutant is begun after so long
  --list             only name the mutants
  --json <file>      each result as soon as it is there, one JSON document a line

The folders are src/<name>; lexicon is src/language/lexicon. A mutant is killed when a test of test/src/{dialog,language,safety,
triage} fails with it, or it loops without end; of language and lexicon alone only those of test/src/{language,safety} are run.
Intervals are Wilson's, 95 %. Stryker runs the tests on a copy in .acolhe; a test file that already fails without a mutant is named
and left out.`;

const root = path.resolve(import.meta.dirname, '..');

function readOptions() {
  const { values } = parseArgs({
    options: {
      'per-folder': { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
      folder: { type: 'string', multiple: true, default: names },
      at: { type: 'string', multiple: true, default: [] },
      workers: { type: 'string', default: '1' },
      quick: { type: 'boolean', default: false },
      'per-mutant': { type: 'string', default: '15000' },
      minutes: { type: 'string', default: '100000' },
      list: { type: 'boolean', default: false },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  for (const name of ['per-folder', 'workers', 'per-mutant', 'minutes'])
    if (!/^\d{1,6}$/.test(values[name])) throw new Error(`--${name} is a whole number`);
  const unknown = values.folder.find((name) => !names.includes(name));
  if (unknown) throw new Error(`--folder ${unknown}: it is one of ${names.join(', ')}`);
  return {
    ...values,
    perFolder: Number(values['per-folder']) || Infinity,
    workers: Number(values.workers) || 1,
  };
}

async function chooseMutants({ folder: asked, perFolder, seed, at }) {
  const chosen = [];
  for (const folder of asked) {
    const all = await mutantsOf(folder, root);
    console.log(`${folder.padEnd(10)}${String(all.length).padStart(6)} mutants`);
    chosen.push(...sampleOf(all, perFolder, seed));
  }
  if (at.length === 0) return chosen;
  return chosen.filter(({ fileName, location }) => at.includes(`${fileName}:${location.start.line + 1}`));
}

/** Stryker on the chosen mutants alone. @returns its results, lines and columns from 1 */
async function test(chosen, { workers, json }) {
  const directory = mkdtempSync(path.join(tmpdir(), 'acolhe-mutation-'));
  const resultsFile = path.resolve(json ?? path.join(directory, 'results.jsonl'));
  writeFileSync(resultsFile, '');
  // the plugins run in child processes as well
  process.env.ACOLHE_MUTATION_RESULTS = resultsFile;
  process.env.ACOLHE_MUTATION_CHOSEN = path.join(directory, 'chosen.json');
  writeFileSync(process.env.ACOLHE_MUTATION_CHOSEN, JSON.stringify(chosen.map(keyOf)));
  const isLanguage = chosen.every(({ fileName }) => fileName.startsWith('src/language/'));
  if (isLanguage) process.env.ACOLHE_MUTATION_TESTS = 'language,safety';
  process.chdir(root);
  try {
    await new Stryker({
      mutate: [...new Set(chosen.map(rangeOf))],
      plugins: [path.join(import.meta.dirname, 'mutation/plugins.mjs'), '@stryker-mutator/jest-runner'],
      checkers: ['only-chosen'],
      testRunner: 'file-by-file',
      jest: { configFile: 'scripts/mutation/jest.config.cjs', enableFindRelatedTests: false },
      coverageAnalysis: 'perTest',
      concurrency: workers,
      dryRunTimeoutMinutes: 20,
      // a busy machine is no endless loop: those are found by how often the mutant is passed
      timeoutMS: 120_000,
      timeoutFactor: 3,
      tempDirName: '.acolhe/mutation',
      ignorePatterns: ['dist', '.acolhe', 'coverage', 'docs'],
      allowConsoleColors: false,
      reporters: ['progress-append-only', 'at-once'],
    }).runMutationTest();
    const lines = readFileSync(resultsFile, 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => JSON.parse(line));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The same on the tests of each folder alone, in a process that stays. */
async function testInOneProcess(chosen, { folder: asked, json, minutes, 'per-mutant': perMutant }) {
  const untilMs = Date.now() + Number(minutes) * 60_000;
  const directory = mkdtempSync(path.join(tmpdir(), 'acolhe-mutation-'));
  const resultsFile = begun(path.resolve(json ?? path.join(directory, 'results.jsonl')));
  const options = { root, directory, resultsFile, perMutantMs: Number(perMutant), untilMs };
  try {
    const results = [];
    for (const folder of asked) {
      const own = chosen.filter((mutant) => folderOf(mutant) === folder);
      if (own.length > 0) results.push(...(await testQuickly(folder, own, options)));
    }
    return results;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function print(results, asked) {
  for (const result of results.filter(isAlive)) console.log(inWords(result));
  for (const folder of asked) {
    const own = results.filter((result) => folderOf(result) === folder);
    if (own.length > 0) console.log(`${folder.padEnd(10)}${scoreInWords(own)}`);
  }
}

async function main() {
  const options = readOptions();
  if (options.help) return console.log(help);
  const chosen = await chooseMutants(options);
  if (options.list) return chosen.forEach((mutant) => console.log(rangeOf(mutant), mutant.replacement));
  if (chosen.length === 0) throw new Error('no mutant is chosen');
  const results = await (options.quick ? testInOneProcess : test)(chosen, options);
  print(results, options.folder);
}

main().catch((problem) => {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 2;
});

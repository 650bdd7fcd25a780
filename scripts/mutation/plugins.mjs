/**
 * Three plugins of Stryker, which `npm run mutation` uses; the first two are loaded by its child processes.
 *
 * The checker lets only chosen mutants run: a range of source also holds the mutants nested inside the chosen one.
 * The test runner is Stryker's for jest, but one test file after the other until one fails: jest itself would run all of them
 * although the first already killed the mutant, and would load each test file only to skip what is in it.
 *
 * The reporter writes each result at once, one JSON document a line, so that a run that is stopped has told something.
 */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { CheckStatus } from '@stryker-mutator/api/check';
import { MutantRunStatus, TestStatus } from '@stryker-mutator/api/test-runner';
import { strykerPlugins as jestPlugins } from '@stryker-mutator/jest-runner';
import { fromZero, keyOf } from './mutants.mjs';

const projectRoot = path.resolve(import.meta.dirname, '../..');

const chosenKeys = () => new Set(JSON.parse(readFileSync(process.env.ACOLHE_MUTATION_CHOSEN, 'utf8')));

class OnlyChosen {
  async init() {
    this.chosen = chosenKeys();
  }

  async check(mutants) {
    const statusOf = (mutant) =>
      this.chosen.has(keyOf({ ...mutant, fileName: path.relative(projectRoot, mutant.fileName) }))
        ? CheckStatus.Passed
        : CheckStatus.CompileError;
    return Object.fromEntries(
      mutants.map((mutant) => [mutant.id, { status: statusOf(mutant), reason: 'not in the sample' }]),
    );
  }

  group(mutants) {
    return [mutants.map(({ id }) => id)];
  }
}
const onlyChosen = () => new OnlyChosen();
onlyChosen.inject = [];

/** Above this, naming each test costs more than running the whole file. */
const maxNamedTests = 100;

class FileByFile {
  constructor(jest) {
    this.jest = jest;
    const { jestTestAdapter } = jest;
    jest.jestTestAdapter = {
      run: (settings) => jestTestAdapter.run(this.file ? { ...settings, testFiles: [this.file] } : settings),
    };
  }

  init() {
    return this.jest.init();
  }

  capabilities() {
    return this.jest.capabilities();
  }

  /** A test file that fails without a mutant could not tell anything: it is named and left out. */
  async dryRun(options) {
    const result = await this.jest.dryRun(options);
    const tests = result.tests ?? [];
    const isFailed = ({ status }) => status === TestStatus.Failed;
    const failing = new Set(tests.filter(isFailed).map(({ fileName }) => fileName));
    for (const file of failing)
      console.error(`left out, it fails without a mutant: ${path.relative('.', file)}`);
    const files = {};
    for (const { id, fileName, timeSpentMs } of tests) {
      if (failing.has(fileName)) {
        delete result.mutantCoverage?.perTest[id];
        continue;
      }
      const file = (files[fileName] ??= { tests: [], ms: 0 });
      file.tests.push(id);
      file.ms += timeSpentMs;
    }
    // other workers are processes of their own
    writeFileSync(testFilesList(), JSON.stringify(files));
    return { ...result, tests: tests.filter(({ fileName }) => !failing.has(fileName)) };
  }

  async mutantRun(options) {
    let nrOfTests = 0;
    for (const { file, tests } of this.inOrder(options)) {
      this.file = file;
      const testFilter = options.testFilter && tests.length <= maxNamedTests ? tests : undefined;
      const result = await this.jest.mutantRun({ ...options, testFilter });
      if (result.status !== MutantRunStatus.Survived) return result;
      nrOfTests += result.nrOfTests;
    }
    return { status: MutantRunStatus.Survived, nrOfTests };
  }

  /** The tests of the mutant's own folder first, quick ones before slow ones. */
  inOrder({ testFilter, sandboxFileName }) {
    this.files ??= JSON.parse(readFileSync(testFilesList(), 'utf8'));
    const asked = testFilter && new Set(testFilter);
    const own = `/test/src/${path.basename(path.dirname(sandboxFileName))}/`;
    return Object.entries(this.files)
      .map(([file, { tests, ms }]) => ({
        file,
        ms: ms + (file.includes(own) ? 0 : 1e9),
        tests: asked ? tests.filter((test) => asked.has(test)) : tests,
      }))
      .filter(({ tests }) => tests.length > 0)
      .sort((one, other) => one.ms - other.ms);
  }
}
const testFilesList = () => path.join(process.cwd(), 'test-files.json');
const [jestPlugin] = jestPlugins;
const fileByFile = (injector) => new FileByFile(injector.injectFunction(jestPlugin.factory));
fileByFile.inject = ['$injector'];

class AtOnce {
  onMutantTested(result) {
    this.chosen ??= chosenKeys();
    const told = resultOf(result);
    if (this.chosen.has(keyOf(fromZero(told))))
      appendFileSync(process.env.ACOLHE_MUTATION_RESULTS, `${JSON.stringify(told)}\n`);
  }
}
const resultOf = ({ fileName, location, mutatorName, replacement, status, statusReason, killedBy }) => ({
  ...{ fileName: path.relative(projectRoot, fileName), location, mutatorName, replacement, status },
  ...{ statusReason, killedBy },
});
const atOnce = () => new AtOnce();
atOnce.inject = [];

export const strykerPlugins = [
  declareFactoryPlugin(PluginKind.Checker, 'only-chosen', onlyChosen),
  declareFactoryPlugin(PluginKind.TestRunner, 'file-by-file', fileByFile),
  declareFactoryPlugin(PluginKind.Reporter, 'at-once', atOnce),
];

/**
 * The chosen mutants one after the other in a process that stays: the folder's sources with all faults in them, each behind a
 * switch, and its tests as one bundle that is evaluated anew for each mutant. No jest is started and nothing is transformed
 * again, so that a mutant costs about a second instead of half a minute.
 */
import { fork } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { instrumented, keyOf } from './mutants.mjs';

const { build } = createRequire(import.meta.url)('esbuild');
const worker = path.join(import.meta.dirname, 'quick-worker.cjs');

/** A loop passed this many times as often as without the fault has no end. */
const hitLimitFactor = 100;
const dryRunMs = 300_000;

/**
 * @param chosen mutants of one folder
 * @param options `perMutantMs`: of the tests that reach a mutant, the quick ones that take so long together
 * @returns results as Stryker gives them: lines and columns from 1
 */
export async function testQuickly(folder, chosen, { root, directory, resultsFile, perMutantMs, untilMs }) {
  const { files, mutants } = await instrumented(folder, root);
  const testFiles = testFoldersOf(folder)
    .map((name) => path.join(root, 'test/src', name))
    .flatMap((tests) => readdirSync(tests).map((name) => path.join(tests, name)))
    .filter((name) => name.endsWith('.test.ts'));
  const bundle = path.join(directory, `${folder}.cjs`);
  await bundled(files, testFiles, root, bundle);
  const child = new Child([bundle, root, String(mutants.length)]);
  try {
    const { reached, hits, times } = await dryRun(child, testFiles, root);
    const idOf = new Map(mutants.map((mutant) => [keyOf(mutant), mutant.id]));
    const results = [];
    for (const mutant of chosen) {
      if (Date.now() > untilMs) break;
      const id = idOf.get(keyOf(mutant));
      const plan = planOf(mutant, reached.get(id) ?? new Map(), times, perMutantMs);
      const found =
        plan.length === 0
          ? { status: 'NoCoverage' }
          : await child.ask({ id, plan, hitLimit: hits.get(id) * hitLimitFactor }, 60_000 + perMutantMs * 5);
      const result = { ...mutant, location: fromOne(mutant.location), ...found };
      results.push(result);
      appendFileSync(resultsFile, `${JSON.stringify(result)}\n`);
    }
    return results;
  } finally {
    child.kill();
  }
}

/** Whole messages are heard in safety's tests: they test what understands them, and the word lists, too. */
const testFoldersOf = (folder) =>
  ['language', 'lexicon'].includes(folder) ? ['language', 'safety'] : [folder];

const fromOne = ({ start, end }) => ({
  start: { line: start.line + 1, column: start.column + 1 },
  end: { line: end.line + 1, column: end.column + 1 },
});

/** One file: the tests, each begun by a function of its own, and all they need of the project. */
async function bundled(files, testFiles, root, outfile) {
  const contentOf = new Map(files.map(({ name, content }) => [path.resolve(root, name), content]));
  const load = ({ path: file }) => {
    if (file.includes('/node_modules/')) return undefined;
    const content = contentOf.get(file) ?? readFileSync(file, 'utf8');
    const places = `const __dirname = ${JSON.stringify(path.dirname(file))};\n`;
    return { contents: /\b__dirname\b/.test(content) ? places + content : content, loader: 'ts' };
  };
  const begin = testFiles.map((file) => `${JSON.stringify(file)}: () => require(${JSON.stringify(file)})`);
  await build({
    stdin: { contents: `module.exports = {${begin.join(',\n')}};`, resolveDir: root },
    ...{ bundle: true, platform: 'node', format: 'cjs', target: 'node20', packages: 'external', outfile },
    logLevel: 'error',
    plugins: [{ name: 'with faults', setup: ({ onLoad }) => onLoad({ filter: /\.ts$/ }, load) }],
  });
}

/** Which tests reach which mutant, how often, and how long they take. */
async function dryRun(child, testFiles, root) {
  const reached = new Map();
  const hits = new Map();
  const times = {};
  for (const file of testFiles) {
    const told = await child.ask({ file }, dryRunMs);
    if (!told.tests || told.failed.length > 0) {
      const why = told.failed?.[0] ?? told.statusReason ?? told.status;
      console.error(`left out, it fails without a mutant: ${path.relative(root, file)}: ${why}`);
      continue;
    }
    times[file] = { loadMs: told.loadMs, tests: told.tests };
    // what is reached while a file is loaded is told by all of its tests
    for (const [test, counts] of Object.entries({ ...told.reached, '': told.loaded })) {
      for (const [id, count] of counts) {
        const of = reached.get(String(id)) ?? new Map();
        reached.set(String(id), of.set(file, [...(of.get(file) ?? []), test]));
        hits.set(String(id), (hits.get(String(id)) ?? 0) + count);
      }
    }
  }
  return { reached, hits, times };
}

/**
 * The file's own tests and then those of the quickest files, of each the quickest first, as long as there is time; the first in
 * any case. What takes too long leaves its time to others.
 */
function planOf({ fileName }, reached, times, perMutantMs) {
  const isOwn = (file) => path.basename(file).startsWith(path.basename(fileName, '.ts'));
  const files = [...reached]
    .map(([file, tests]) => {
      const { loadMs, tests: all } = times[file];
      const run = (tests.includes('') ? Object.keys(all) : tests).sort((one, other) => all[one] - all[other]);
      return {
        file,
        run,
        loadMs,
        ms: (test) => all[test],
        sumMs: run.reduce((ms, test) => ms + all[test], loadMs),
      };
    })
    .sort((one, other) => isOwn(other.file) - isOwn(one.file) || one.sumMs - other.sumMs);
  const plan = [];
  let leftMs = perMutantMs;
  for (const { file, run, loadMs, ms } of files) {
    let sumMs = loadMs;
    const tests = run.filter((test) => {
      const fits = sumMs + ms(test) <= leftMs || (plan.length === 0 && test === run[0]);
      if (fits) sumMs += ms(test);
      return fits;
    });
    if (tests.length === 0) continue;
    plan.push({ file, tests });
    leftMs -= sumMs;
  }
  return plan;
}

/** The process of the worker; one that hangs or dies is started anew. */
class Child {
  constructor(parameters) {
    this.parameters = parameters;
  }

  /** @returns what the worker answers; `Timeout` after `ms`, `RuntimeError` where it died */
  ask(job, ms) {
    const child = (this.child ??= fork(worker, this.parameters, { execArgv: ['--max-old-space-size=3000'] }));
    return new Promise((resolve) => {
      const finish = (answer, isOver = false) => {
        clearTimeout(timer);
        child.removeAllListeners();
        if (isOver) this.kill();
        resolve(answer);
      };
      const timer = setTimeout(() => finish({ status: 'Timeout' }, true), ms);
      child.once('message', (answer) => finish(answer));
      child.once('exit', () => finish({ status: 'RuntimeError' }, true));
      child.send(job);
    });
  }

  kill() {
    this.child?.kill('SIGKILL');
    this.child = undefined;
  }
}

/** An empty file for the results, so that a run that is stopped has told something. */
export const begun = (file) => (writeFileSync(file, ''), file);

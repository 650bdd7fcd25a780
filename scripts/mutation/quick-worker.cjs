/**
 * Evaluates the bundle of `quick.mjs` anew for each job: `{file}` runs its tests and tells what they reach;
 * `{id, plan, hitLimit}` runs the planned tests with that fault until one fails.
 */
const vm = require('node:vm');
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');

const [bundle, root, mutants] = process.argv.slice(2);
const load = createRequire(path.join(root, 'package.json'));
const each = load('jest-each').bind;
const { expect } = load('expect');

// names that no source has. Stryker's switches, `stryMutAct_…("7") ? fault : original`, as comparisons of numbers; its counters only where they are read
const counter = /stryCov_9fa48\d*\(((?:"\d+"(?:, )?)+)\)/g;
const switches = /stryMutAct_9fa48\d*\("(\d+)"\)/g;
const globals = ['describe', 'it', 'test', 'expect', 'beforeAll', 'beforeEach', 'afterAll', 'afterEach'];
const source = readFileSync(bundle, 'utf8');
const compiled = (text) =>
  new vm.Script(`(function (require, module, ${globals.join(', ')}, __mutant, __hit, __count) {${text}\n})`, {
    filename: 'bundle.cjs',
  });
const counting = () =>
  compiled(
    source.replace(counter, (_, ids) => `__count(${ids.replaceAll('"', '')})`).replace(switches, 'false'),
  );
const switching = () =>
  compiled(source.replace(counter, '0').replace(switches, '(__mutant === $1 && __hit())'));
const scripts = {};

const counts = new Uint32Array(Number(mutants) + 1);
// called at every step of every test
function count() {
  for (let at = 0; at < arguments.length; at += 1) counts[arguments[at]] += 1;
}
function takeCounts() {
  const taken = [...counts.entries()].filter(([, times]) => times > 0);
  counts.fill(0);
  return taken;
}

let hits = 0;
let hitLimit = Infinity;
function hit() {
  if ((hits += 1) > hitLimit) throw new Error(`hit limit reached (${hits})`);
  return true;
}

/** The tests of a file, in a world of its own. */
function testsOf(file, active) {
  const tests = [];
  const hooks = { beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] };
  const names = [];
  const describe = (name, fn) => {
    names.push(name);
    fn();
    names.pop();
  };
  const it = (name, run) => tests.push({ id: `${tests.length} ${[...names, name].join(' › ')}`, run });
  const [own] = [{ describe, it, test: it, expect }];
  it.each = each(it);
  describe.each = each(describe);
  for (const name of Object.keys(hooks)) own[name] = (run) => hooks[name].push(run);
  const module = { exports: {} };
  const script = active === undefined ? (scripts.dry ??= counting()) : (scripts.real ??= switching());
  script.runInThisContext()(load, module, ...globals.map((name) => own[name]), active, hit, count);
  module.exports[file]();
  return { tests, hooks };
}

async function runTests({ tests, hooks }, asked, onDone) {
  for (const run of hooks.beforeAll) await run();
  for (const { id, run } of tests) {
    if (asked && !asked.has(id)) continue;
    const from = performance.now();
    let problem;
    try {
      for (const before of hooks.beforeEach) await before();
      await run();
      for (const after of hooks.afterEach) await after();
    } catch (error) {
      problem = String(error?.message ?? error).slice(0, 200);
    }
    if (onDone(id, problem, performance.now() - from)) return;
  }
  for (const run of hooks.afterAll) await run();
}

async function dry({ file }) {
  counts.fill(0);
  const from = performance.now();
  const all = testsOf(file);
  const told = { loadMs: performance.now() - from, loaded: takeCounts(), tests: {}, reached: {}, failed: [] };
  await runTests(all, undefined, (id, problem, ms) => {
    told.tests[id] = ms;
    told.reached[id] = takeCounts();
    if (problem) told.failed.push(`${id}: ${problem}`);
    return false;
  });
  return told;
}

async function withFault({ id, plan, hitLimit: limit }) {
  let killed;
  for (const { file, tests } of plan) {
    hits = 0;
    hitLimit = limit;
    const here = path.relative(root, file);
    try {
      await runTests(testsOf(file, Number(id)), new Set(tests), (test, problem) => {
        if (problem) killed = { killedBy: [`${here} ${test}`], statusReason: problem };
        return problem !== undefined;
      });
    } catch (error) {
      killed = { killedBy: [here], statusReason: String(error?.message ?? error).slice(0, 200) };
    }
    if (killed && hits > limit) return { ...killed, status: 'Timeout', statusReason: 'hit limit reached' };
    if (killed) return { ...killed, status: 'Killed' };
  }
  return { status: 'Survived' };
}

process.on('message', async (job) => {
  try {
    process.send(await (job.plan ? withFault(job) : dry(job)));
  } catch (error) {
    process.send({ status: 'RuntimeError', statusReason: String(error?.message ?? error).slice(0, 300) });
  }
});

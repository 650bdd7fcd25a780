// `npm test`: installs what is missing, runs the suites one after another and ends with `N passed, N failed`.
// Arguments that name suites choose them; all others go to jest: `npm test -- unit -t "red flags"`.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepare, root } from './prepare.mjs';
import * as tell from './test-counts.mjs';

/**
 * Suites that start servers and browsers get few workers, so that nothing times out on a small machine. Files of those
 * that fail are run once more, alone, when they are few: a machine that is busy makes processes late. What passed only
 * then is named.
 */
const suites = [
  { name: 'unit', workers: '2', limitMs: 10 * 60_000 },
  { name: 'integration', workers: '3', limitMs: 20 * 60_000, repeats: true },
  { name: 'journeys', workers: '1', limitMs: 12 * 60_000, repeats: true },
];

prepare();
const given = process.argv.slice(2);
const chosen = suites.filter((suite) => given.includes(suite.name));
const jestArguments = given.filter((word) => !suites.some((suite) => suite.name === word));
const results = mkdtempSync(path.join(tmpdir(), 'acolhe-test-'));

let counts = tell.noCounts;
const passedLater = [];
try {
  for (const suite of chosen.length > 0 ? chosen : suites) counts = tell.plus(counts, await run(suite));
} finally {
  rmSync(results, { recursive: true, force: true });
}
if (passedLater.length > 0) console.log(tell.passedLaterLine(passedLater));
if (counts.noBrowser > 0) console.log(tell.noBrowserLine(counts));
console.log(tell.lastLine(counts));
process.exitCode = counts.failed > 0 ? 1 : 0;

async function run({ name, workers, limitMs, repeats }) {
  console.log(`\n=== ${name}`);
  const first = await runJest(name, ['--maxWorkers', workers, ...jestArguments], limitMs);
  // who gives jest arguments has chosen files already
  const files = repeats && jestArguments.length === 0 ? tell.filesToRepeat(first.report) : [];
  if (files.length === 0) return tell.readCounts(first.report, first.exitCode);

  console.log(`\n=== ${name}: ${files.length} files once more, alone`);
  const alone = ['--maxWorkers', '1', '--forceExit', '--runTestsByPath', ...files];
  const second = await runJest(name, alone, limitMs, '-again');
  const both = tell.withSecondRun(first.report, second.report);
  passedLater.push(...both.passedLater.map((file) => path.relative(root, file)));
  return tell.readCounts(both.report, second.exitCode);
}

async function runJest(name, more, limitMs, mark = '') {
  const file = path.join(results, `${name}${mark}.json`);
  const jest = path.join(root, 'node_modules/jest/bin/jest.js');
  const args = ['--selectProjects', name, '--passWithNoTests', '--json', '--outputFile', file];
  const { exitCode, late } = await spawnJest([jest, ...args, ...more], limitMs);
  if (late) console.log(`${name}: stopped, it took longer than ${limitMs / 60_000} minutes`);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  if (!report) console.log(`${name}: jest ended with ${exitCode} and left no result`);
  return { report, exitCode };
}

function spawnJest(args, limitMs) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: process.env.NODE_OPTIONS ?? '' },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 5_000).unref();
    }, limitMs);
    const forward = (signal) => child.kill(signal);
    process.once('SIGTERM', forward);
    child.on('close', (exitCode) => {
      clearTimeout(timer);
      process.off('SIGTERM', forward);
      resolve({ exitCode, late });
    });
  });
}

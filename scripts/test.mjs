// `npm test`: installs what is missing, runs the suites one after another and ends with `N passed, N failed`.
// Arguments that name suites choose them; all others go to jest: `npm test -- unit -t "red flags"`.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepare, root } from './prepare.mjs';
import { lastLine, noBrowserLine, noCounts, plus, readCounts } from './test-counts.mjs';

/** Suites that start servers and browsers get few workers, so that nothing times out on a small machine. */
const suites = [
  { name: 'unit', workers: '2', limitMs: 10 * 60_000 },
  { name: 'integration', workers: '3', limitMs: 20 * 60_000 },
  { name: 'journeys', workers: '1', limitMs: 12 * 60_000 },
];

prepare();
const given = process.argv.slice(2);
const chosen = suites.filter((suite) => given.includes(suite.name));
const jestArguments = given.filter((word) => !suites.some((suite) => suite.name === word));
const results = mkdtempSync(path.join(tmpdir(), 'acolhe-test-'));

let counts = noCounts;
try {
  for (const suite of chosen.length > 0 ? chosen : suites) counts = plus(counts, await run(suite));
} finally {
  rmSync(results, { recursive: true, force: true });
}
if (counts.noBrowser > 0) console.log(noBrowserLine(counts));
console.log(lastLine(counts));
process.exitCode = counts.failed > 0 ? 1 : 0;

async function run({ name, workers, limitMs }) {
  console.log(`\n=== ${name}`);
  const file = path.join(results, `${name}.json`);
  const jest = path.join(root, 'node_modules/jest/bin/jest.js');
  const args = [
    '--selectProjects',
    name,
    '--maxWorkers',
    workers,
    '--passWithNoTests',
    '--json',
    '--outputFile',
    file,
  ];
  const { exitCode, late } = await spawnJest([jest, ...args, ...jestArguments], limitMs);
  if (late) console.log(`${name}: stopped, it took longer than ${limitMs / 60_000} minutes`);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  if (!report) console.log(`${name}: jest ended with ${exitCode} and left no result`);
  return readCounts(report, exitCode);
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

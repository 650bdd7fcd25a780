import { execFileSync } from 'child_process';
import path from 'path';

const modulePath = path.resolve(__dirname, '../../scripts/test-counts.mjs');

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  noBrowser: number;
}

/** The scripts are ES modules for plain Node, so they are asked in a plain Node. */
function ask(report: unknown, exitCode: number): { counts: Counts; last: string; browser: string } {
  const program = `import { readCounts, lastLine, noBrowserLine } from ${JSON.stringify(`file://${modulePath}`)};
    const counts = readCounts(${report === undefined ? 'undefined' : JSON.stringify(report)}, ${exitCode});
    console.log(JSON.stringify({ counts, last: lastLine(counts), browser: noBrowserLine(counts) }));`;
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  return JSON.parse(out) as ReturnType<typeof ask>;
}

const test = (status: string, fullName: string) => ({ status, fullName });
const report = (more: object = {}) => ({
  numPassedTests: 2,
  numFailedTests: 0,
  numRuntimeErrorTestSuites: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...more,
});

describe('the last line of npm test', () => {
  it.each([
    ['all passed', report(), 0, '2 passed, 0 failed'],
    ['some failed', report({ numFailedTests: 3 }), 1, '2 passed, 3 failed'],
    ['a suite did not load', report({ numRuntimeErrorTestSuites: 1 }), 1, '2 passed, 1 failed'],
    [
      'skipped and to do',
      report({ numPendingTests: 1, numTodoTests: 1 }),
      0,
      '2 passed, 0 failed, 2 skipped',
    ],
    ['a bad end without a failed test', report(), 1, '2 passed, 1 failed'],
    ['no result at all', undefined, 0, '0 passed, 1 failed'],
  ])('%s', (_what, given, exitCode, last) => {
    expect(ask(given, exitCode).last).toBe(last);
  });

  it('counts what was skipped for want of a browser', () => {
    const assertionResults = [
      test('pending', '[no browser] widget sends'),
      test('pending', 'other'),
      test('passed', '[no browser] title of something else'),
    ];
    const asked = ask(report({ numPendingTests: 2, testResults: [{ assertionResults }] }), 0);
    expect(asked.counts).toMatchObject({ skipped: 2, noBrowser: 1 });
    expect(asked.browser).toBe('skipped: no browser (1 tests)');
  });
});

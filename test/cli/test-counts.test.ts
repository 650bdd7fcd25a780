import { loadScript } from '../support/script';

type Report = Record<string, unknown>;

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  noBrowser: number;
}

const { readCounts, lastLine, noBrowserLine, filesToRepeat, withSecondRun, passedLaterLine } = loadScript<{
  readCounts: (report: Report | undefined, exitCode: number) => Counts;
  lastLine: (counts: Counts) => string;
  noBrowserLine: (counts: Counts) => string;
  filesToRepeat: (report: Report | undefined) => string[];
  withSecondRun: (report: Report, second: Report | undefined) => { report: Report; passedLater: string[] };
  passedLaterLine: (files: string[]) => string;
}>('scripts/test-counts.mjs');

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
    expect(lastLine(readCounts(given, exitCode))).toBe(last);
  });

  it('counts what was skipped for want of a browser', () => {
    const assertionResults = [
      test('pending', '[no browser] widget sends'),
      test('pending', 'other'),
      test('passed', '[no browser] title of something else'),
    ];
    const counts = readCounts(report({ numPendingTests: 2, testResults: [{ assertionResults }] }), 0);
    expect(counts).toMatchObject({ skipped: 2, noBrowser: 1 });
    expect(noBrowserLine(counts)).toBe('skipped: no browser (1 tests)');
  });
});

const file = (name: string, ...statuses: string[]) => ({
  name,
  status: statuses.includes('failed') || statuses.length === 0 ? 'failed' : 'passed',
  assertionResults: statuses.map((status, at) => test(status, `${name} ${at}`)),
});
/** As jest counts it. */
const reportOf = (...testResults: ReturnType<typeof file>[]): Report => {
  const tests = testResults.flatMap((one) => one.assertionResults);
  const having = (status: string) => tests.filter((one) => one.status === status).length;
  return report({
    ...{ testResults, numPassedTests: having('passed'), numFailedTests: having('failed') },
    numPendingTests: having('pending'),
    numRuntimeErrorTestSuites: testResults.filter((one) => one.assertionResults.length === 0).length,
  });
};

describe('files that are run once more', () => {
  const names = (count: number) => Array.from({ length: count }, (_, at) => `f${at}`);
  it.each([
    ['none failed', reportOf(file('a', 'passed')), []],
    [
      'one failed, one did not load',
      reportOf(file('a', 'failed'), file('b', 'passed'), file('c')),
      ['a', 'c'],
    ],
    ['six failed', reportOf(...names(6).map((name) => file(name, 'failed'))), names(6)],
    ['seven failed: no accident', reportOf(...names(7).map((name) => file(name, 'failed'))), []],
    ['no report', undefined, []],
  ])('%s', (_what, given, files) => {
    expect(filesToRepeat(given)).toEqual(files);
  });

  const first = reportOf(
    file('a', 'passed', 'failed', 'pending'),
    file('b', 'passed', 'passed', 'pending'),
    file('c'),
  );
  it.each<[string, Report | undefined, number, string, string[]]>([
    [
      'all pass then',
      reportOf(file('a', 'passed', 'passed', 'pending'), file('c', 'passed')),
      0,
      '5 passed, 0 failed, 2 skipped',
      ['a', 'c'],
    ],
    [
      'one fails again',
      reportOf(file('a', 'failed', 'passed', 'pending'), file('c', 'passed')),
      1,
      '4 passed, 1 failed, 2 skipped',
      ['c'],
    ],
    ['what did not load does not again', reportOf(file('c')), 1, '3 passed, 2 failed, 2 skipped', []],
    ['the second run left nothing', undefined, 1, '3 passed, 2 failed, 2 skipped', []],
    [
      'it ended badly',
      reportOf(file('a', 'passed'), file('c', 'passed')),
      1,
      '4 passed, 1 failed, 1 skipped',
      ['a', 'c'],
    ],
  ])('count as they ended there: %s', (_what, second, exitCode, last, passedLater) => {
    const both = withSecondRun(first, second);
    expect(both.passedLater).toEqual(passedLater);
    expect(lastLine(readCounts(both.report, exitCode))).toBe(last);
  });

  it('are named', () => {
    expect(passedLaterLine(['a', 'b'])).toBe('passed only at the second run, alone: a, b');
  });
});

// Reads jest's JSON result into the numbers of the last line. Pure.

/** Titles of what needs a browser begin with this when there is none; test/support/browser.ts writes it. */
export const noBrowserMark = '[no browser]';

export const noCounts = { passed: 0, failed: 0, skipped: 0, noBrowser: 0 };

export function plus(a, b) {
  return Object.fromEntries(Object.keys(noCounts).map((key) => [key, a[key] + b[key]]));
}

/**
 * A suite that cannot be loaded counts as one failed test, and so does a run that ends badly with no failed test: what
 * did not run did not pass.
 */
export function readCounts(report, exitCode) {
  if (!report) return { ...noCounts, failed: 1 };
  const isNoBrowser = (test) => test.status === 'pending' && test.fullName.includes(noBrowserMark);
  const tests = report.testResults.flatMap((suite) => suite.assertionResults);
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
    noBrowser: tests.filter(isNoBrowser).length,
  };
}

/** More files than these are no accident of a busy machine. */
const fewFiles = 6;

/** @returns the files that failed, when they are few enough to be run once more alone; else none */
export function filesToRepeat(report) {
  const failed = (report?.testResults ?? []).filter(({ status }) => status === 'failed');
  return failed.length <= fewFiles ? failed.map(({ name }) => name) : [];
}

/** @returns the report with what the second run says of its files in place of the first; and which of them now passed */
export function withSecondRun(report, second) {
  const later = new Map((second?.testResults ?? []).map((file) => [file.name, file]));
  const testResults = report.testResults.map((file) => later.get(file.name) ?? file);
  const tests = testResults.flatMap((file) => file.assertionResults);
  const having = (...statuses) => tests.filter(({ status }) => statuses.includes(status)).length;
  const isBroken = ({ status, assertionResults }) =>
    status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
  return {
    report: {
      ...report,
      testResults,
      numPassedTests: having('passed'),
      numFailedTests: having('failed'),
      numPendingTests: having('pending', 'skipped', 'disabled'),
      numTodoTests: having('todo'),
      numRuntimeErrorTestSuites: testResults.filter(isBroken).length,
    },
    passedLater: testResults
      .filter(({ name, status }) => later.has(name) && status === 'passed')
      .map(({ name }) => name),
  };
}

export function passedLaterLine(files) {
  return `passed only at the second run, alone: ${files.join(', ')}`;
}

export function noBrowserLine({ noBrowser }) {
  return `skipped: no browser (${noBrowser} tests)`;
}

export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

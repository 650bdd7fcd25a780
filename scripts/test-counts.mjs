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

export function noBrowserLine({ noBrowser }) {
  return `skipped: no browser (${noBrowser} tests)`;
}

export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

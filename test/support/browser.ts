import { findBrowser } from '../../cli/find-browser';

/** What scripts/test.mjs looks for when it counts tests that were skipped for want of a browser. */
const noBrowserMark = '[no browser]';

/**
 * A `describe` for tests that drive a browser. Without one they are skipped and counted as such; with CI=true they fail.
 * @param body is given the path of Chromium or Chrome, for playwright-core's `executablePath`
 */
export function describeInBrowser(title: string, body: (executablePath: string) => void): void {
  const found = findBrowser();
  if (found) {
    describe(title, () => body(found));
  } else if (process.env['CI'] === 'true') {
    describe(title, () => {
      it('needs Chromium or Chrome', () => {
        throw new Error('No browser on this machine: install chromium, or set ACOLHE_CHROMIUM');
      });
    });
  } else {
    describe.skip(`${noBrowserMark} ${title}`, () => body('no-browser'));
  }
}

/** What keeps a page from being used by everybody, as far as a program sees it (axe-core: WCAG 2.2 A and AA, good practice). */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface Violation {
  id: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

/** @returns one line for each problem: rule, where, why */
export async function axeProblems(page: Page): Promise<string[]> {
  // the page's own policy lets no script in; what drives the browser may
  await page.evaluate(axe.source);
  const violations = (await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => violations)`,
  )) as Violation[];
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => {
      const why = failureSummary.split('\n')[1]?.trim() ?? '';
      return `${id} ${target.join(' ')}: ${why}`.slice(0, 300);
    }),
  );
}

/** Wider than its window, which nobody can read on a telephone. */
export async function overflow(page: Page): Promise<string[]> {
  const [wide, shown] = (await page.evaluate(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  )) as [number, number];
  if (wide <= shown) return [];
  const widest = (await page.evaluate(`[...document.querySelectorAll('main *')]
    .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .slice(0, 3).map((one) => one.tagName + '.' + one.className).join(', ')`)) as string;
  return [`overflow: ${wide} in ${shown} (${widest})`];
}

import axe from 'axe-core';
import type { Page } from 'playwright';

/** What axe finds in the window, by rule and place. What React Aria announces comes and goes by itself. */
export async function findViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(
      { include: [document], exclude: [['[data-live-announcer]']] },
      { iframes: false },
    ),
  );
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type axe from 'axe-core';
import type { Page } from 'playwright';
import { expect, vi } from 'vitest';
import type { Look, RunningApp } from '../launch-app.ts';

const sizes = [
  { width: 1280, height: 800 },
  { width: 1000, height: 700 },
] as const;

async function resize({ electron }: RunningApp, { width, height }: (typeof sizes)[number]) {
  await electron.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size),
    [width, height] as [number, number],
  );
}

/** A screen in both sizes: axe finds nothing, nothing sticks out of the window. */
export async function checkScreen(
  app: RunningApp,
  name: string,
  { locale, theme }: Look,
): Promise<void> {
  const { page } = app;
  for (const size of sizes) {
    await resize(app, size);
    await page.waitForFunction((width) => window.innerWidth === width, size.width);
    await settled(page);
    const where = `${name}-${locale}-${theme}-${size.width}`;
    await keep(page, where);
    await keepEnd(page, where);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, where).toBeLessThanOrEqual(size.width);
  }
  // The size changes nothing that axe looks at.
  const { violations } = await page.evaluate(() =>
    // The mail's frame runs no scripts, axe's neither; its words are not ours. What React Aria
    // announces to screen readers comes and goes by itself.
    (globalThis as unknown as { axe: typeof axe }).axe.run(
      { include: [document], exclude: [['[data-live-announcer]']] },
      // Whatever else it finds it would describe too, at a cost.
      { iframes: false, resultTypes: ['violations'] },
    ),
  );
  expect(violations.map(describeViolation), `${name}-${locale}-${theme}`).toEqual([]);
}

function describeViolation({ id, nodes }: axe.Result): string {
  return `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`;
}

/** Fades and slides have ended: axe looks for an open dialog by what is painted where. */
async function settled(page: Page): Promise<void> {
  // What has just opened begins to move in the next frame.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ playState, effect }) =>
          playState !== 'running' || effect?.getComputedTiming().iterations === Infinity,
      ),
  );
}

async function keep(page: Page, name: string): Promise<void> {
  const folder = process.env.FUMIBAKO_SHOTS;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** What stands below the fold of a page of settings: a picture more, nothing that axe has not seen. */
async function keepEnd(page: Page, where: string): Promise<void> {
  if (process.env.FUMIBAKO_SHOTS === undefined) return;
  const scroll = (top: number) =>
    page.evaluate((to) => {
      const pane = document.querySelector('[data-pane=settings-page]');
      if (document.querySelector('[role$=dialog]') !== null) return 0;
      pane?.scrollTo({ top: to, behavior: 'instant' });
      return pane?.scrollTop ?? 0;
    }, top);
  if ((await scroll(100_000)) === 0) return;
  await keep(page, `${where}-end`);
  await scroll(0);
}

/** What would go to the printer, which is held back meanwhile. */
export async function checkPaper(
  app: RunningApp,
  name: string,
  look: Look,
  print: () => Promise<void>,
) {
  const { electron, page } = app;
  await electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents !== undefined)
      contents.print = (_options, done) =>
        void Object.assign(globalThis, { endPrint: () => done?.(true, '') });
  });
  await print();
  await page.locator('body > [data-print-pages]').waitFor({ state: 'attached' });
  await page.emulateMedia({ media: 'print' });
  await keep(page, `${name}-${look.locale}-${look.theme}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide, name).toBeLessThanOrEqual(0);
  await page.emulateMedia({ media: null });
  await vi.waitUntil(() =>
    electron.evaluate(() => {
      const { endPrint } = globalThis as { endPrint?: () => void };
      endPrint?.();
      return endPrint !== undefined;
    }),
  );
  await page.locator('body > [data-print-pages]').waitFor({ state: 'detached' });
}

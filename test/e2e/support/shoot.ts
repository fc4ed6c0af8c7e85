import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';

/** A picture to look at, where FUMIBAKO_SHOTS says where they go; nothing compares it. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.FUMIBAKO_SHOTS;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

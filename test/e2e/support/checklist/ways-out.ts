import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InspectedApp } from '../launch-package.ts';
import { openedOutside } from '../tour/stand-ins.ts';

const outside = 'https://outside.example/';

/** Scripts in the page that would take it elsewhere. */
export const navigations = [
  `location = '${outside}'`,
  `location.href = '${outside}'`,
  `location.replace('${outside}')`,
  `location.assign('file:///etc/passwd')`,
  `location.href = 'data:text/html,x'`,
  `history.pushState(null, '', '/other'); location.reload(); history.back()`,
  `document.head.insertAdjacentHTML('beforeend',
    '<meta http-equiv="refresh" content="0;url=${outside}">')`,
  `document.body.insertAdjacentHTML('beforeend',
    '<form id="way" method="post" action="${outside}"><input name="a" value="b"></form>');
    document.getElementById('way').submit()`,
];

/** Scripts in the page that would open another window. */
export const windows = [
  `window.open('${outside}')`,
  `window.open('about:blank')`,
  `window.open('app://fumibako/index.html', '_blank', 'noopener')`,
];

/** Runs a script as if the page did it on a click of the user's own. */
export async function runInPage({ main }: InspectedApp, script: string): Promise<void> {
  await main.evaluate(
    ({ BrowserWindow }, code) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(`{${code}};0`, true),
    script,
  );
}

/** What there is beside the one window at its own address; an empty list is what we want. */
export async function moved({ main, page }: InspectedApp): Promise<string[]> {
  await page.waitForTimeout(300);
  const addresses = await main.evaluate(
    ({ webContents }) => webContents.getAllWebContents().map((contents) => contents.getURL()),
    null,
  );
  const own = addresses.indexOf('app://fumibako/index.html');
  if (own === -1) return ['the page is gone', ...addresses];
  return [...addresses.filter((_, index) => index !== own), ...(await openedOutside(main))];
}

type Click = { readonly target: '_self' | '_blank'; readonly button: 'left' | 'middle' };

/** Clicks on a link over everything else; whether it was hit. */
export async function clickLink({ page }: InspectedApp, click: Click): Promise<boolean> {
  await page.evaluate(
    ([href, target, heard]) => {
      const link = document.createElement('a');
      Object.assign(link, { href, target });
      link.style.cssText = 'position:fixed;inset:0 auto auto 0;width:99px;height:99px;z-index:99';
      link.addEventListener(heard, () => {
        setTimeout(() => link.remove());
      });
      document.body.append(link);
    },
    [outside, click.target, click.button === 'left' ? 'click' : 'auxclick'] as const,
  );
  await page.mouse.click(50, 50, { button: click.button });
  await page.waitForTimeout(100);
  return (await page.locator('a[target]').count()) === 0;
}

/** Drags a page over the window and lets it fall; whether the window felt it. */
export async function dropFile({ page }: InspectedApp, folder: string): Promise<boolean> {
  const file = join(folder, 'letter.html');
  writeFileSync(file, '<title>dropped</title>');
  await page.evaluate(() => {
    const heard = (): void => void document.body.setAttribute('data-dragged', '');
    addEventListener('dragenter', heard, { once: true });
  });
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data });
  return (await page.locator('[data-dragged]').count()) === 1;
}

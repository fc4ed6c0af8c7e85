import { mainCalls } from '../../../../shared/contract/main-calls.ts';
import type { MainCallName } from '../../../../shared/contract.ts';
import type { InspectedApp } from '../launch-package.ts';

export const callNames = Object.keys(mainCalls) as MainCallName[];

/** Calls everything by its name from a window that is not the app's, with the app's own preload. */
export function callFromAnotherWindow({ main }: InspectedApp): Promise<unknown> {
  return main.evaluate(async ({ app, BrowserWindow }, names) => {
    const preload = `${app.getAppPath()}/dist/main/preload.cjs`;
    const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
    await other.loadURL('app://fumibako/index.html');
    const answers: unknown = await other.webContents.executeJavaScript(
      `Promise.all(${JSON.stringify(names)}.map((name) => window.fumibako.call(name, null)))`,
    );
    other.destroy();
    return answers;
  }, callNames);
}

/** What every channel that is listened on does for a frame within the page, and for nobody. */
export async function callFromFrames({ main, page }: InspectedApp) {
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.srcdoc = 'a mail';
    document.body.append(frame);
    return new Promise((resolve) => frame.addEventListener('load', resolve));
  });
  return main.evaluate(async ({ BrowserWindow, ipcMain }, names) => {
    type Answer = (event: unknown, name: string, input: unknown) => Promise<unknown>;
    // Electron keeps them here, and says so nowhere; a test that finds none fails.
    const { _invokeHandlers: asked } = ipcMain as unknown as {
      readonly _invokeHandlers: ReadonlyMap<string, Answer>;
    };
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined) throw new Error('no window');
    const connect = contents.postMessage.bind(contents);
    let connected = 0;
    contents.postMessage = (...message) => {
      connected += 1;
      connect(...message);
    };
    const answers: unknown[] = [];
    for (const senderFrame of [contents.mainFrame.frames.at(-1), null]) {
      if (senderFrame === undefined) throw new Error('no frame');
      for (const answer of asked.values())
        for (const name of names) answers.push(await answer({ senderFrame }, name, null));
      ipcMain.emit('fumibako.loaded', { senderFrame });
    }
    const connectedOthers = connected;
    ipcMain.emit('fumibako.loaded', { senderFrame: contents.mainFrame });
    return {
      asked: [...asked.keys()],
      // Electron's own listener for the errors of any emitter.
      told: ipcMain.eventNames().filter((name) => name !== 'error'),
      answers,
      connected: [connectedOthers, connected],
    };
  }, callNames);
}

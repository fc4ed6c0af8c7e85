import { waitFor } from '../../../support/wait-for.ts';
import type { MainProcess } from '../main-process.ts';

type StandIns = {
  readonly savedTo: string;
  readonly opened: string[];
  readonly printed: number[];
};
type Global = typeof globalThis & { standIns: StandIns };

/**
 * The system's own dialogs, printer and browser, which no test can answer or should start: they do
 * what a person would have made them do, and keep a record.
 */
export async function standInForSystem(main: MainProcess, savedTo: string): Promise<void> {
  await main.evaluate(({ app, dialog, shell, webContents }, path) => {
    const standIns: StandIns = { savedTo: path, opened: [], printed: [] };
    Object.assign(globalThis, { standIns });
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: standIns.savedTo });
    shell.openExternal = async (url) => void standIns.opened.push(url);
    const takePrinter = (contents: Electron.WebContents) => {
      contents.print = (_options, done) => {
        standIns.printed.push(contents.id);
        done?.(true, '');
      };
    };
    for (const contents of webContents.getAllWebContents()) takePrinter(contents);
    app.on('web-contents-created', (_event, contents) => takePrinter(contents));
  }, savedTo);
}

/** The addresses that were handed to the system since the last look. */
export function openedOutside(main: MainProcess): Promise<string[]> {
  return main.evaluate(() => (globalThis as Global).standIns.opened.splice(0), null);
}

export async function waitForPrinter(main: MainProcess): Promise<void> {
  await waitFor('the printer', () =>
    main.evaluate(() => (globalThis as Global).standIns.printed.length > 0, null),
  );
}

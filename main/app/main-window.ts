import { BrowserWindow, nativeTheme, screen } from 'electron';
import { pageUrl } from './page-file.ts';
import { hasSystemSpellcheck } from './spellcheck.ts';
import { keepWindowPlace, readWindowPlace } from './window-place.ts';

type MainWindowOptions = {
  /** The preload's bundle. */
  readonly preload: string;
  /** Where the window's size and position are kept. */
  readonly placeFile: string;
  readonly hasDeveloperTools: boolean;
};

/** The app's one window, sandboxed and without Node. */
export function createMainWindow(options: MainWindowOptions): BrowserWindow {
  const { isMaximized, ...place } = readWindowPlace(
    options.placeFile,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    ...place,
    minWidth: 900,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    // The page's own background (renderer/ui/tokens.css), so that nothing flashes.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1a18' : '#fbfaf8',
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      // No Node there either: it makes the preload run in the frames of mails (report-height.ts).
      nodeIntegrationInSubFrames: true,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      spellcheck: hasSystemSpellcheck,
      enableWebSQL: false,
      navigateOnDragDrop: false,
      devTools: options.hasDeveloperTools,
    },
  });
  keepWindowPlace(window, options.placeFile);
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize();
    window.show();
  });
  void window.loadURL(pageUrl);
  return window;
}

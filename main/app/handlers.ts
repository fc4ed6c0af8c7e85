import { type BrowserWindow, nativeTheme } from 'electron';
import { failure, success } from '../../shared/errors.ts';
import { copyContact } from './copy-contact.ts';
import type { EngineHost } from './engine-host.ts';
import type { Lock } from './lock.ts';
import type { MainHandlers } from './main-calls.ts';
import { openLink } from './open-link.ts';
import type { Page } from './page.ts';
import type { PreferencesFile } from './preferences-file.ts';
import { printPage } from './print-page.ts';
import { saveAttachment } from './save-attachment.ts';

type Dependencies = {
  readonly host: EngineHost;
  readonly lock: Lock;
  readonly page: Page;
  readonly preferences: PreferencesFile;
  readonly findWindow: () => BrowserWindow | null;
  /** The menu speaks the chosen language. */
  readonly showMenu: () => void;
  readonly version: string;
  readonly isFallbackRuntime: boolean;
  readonly platform: NodeJS.Platform;
};

/** What the main process answers, by the contract's names. */
export function createMainHandlers(deps: Dependencies): MainHandlers {
  const { host, lock, preferences } = deps;
  return {
    'app.info': async () =>
      success({
        version: deps.version,
        demo: host.isDemo(),
        fallbackRuntime: deps.isFallbackRuntime,
        platform: deps.platform,
      }),
    'preferences.get': async () => success(preferences.read()),
    'preferences.save': async (chosen) => {
      preferences.write(chosen);
      nativeTheme.themeSource = chosen.theme;
      deps.showMenu();
      deps.page.emit('preferences.changed', chosen);
      return success(null);
    },
    'app.startEngine': async () => {
      await host.startAgain();
      return success(null);
    },
    'app.lock': async () => {
      // Not awaited: the page that asks is gone when it is done.
      void lock.now();
      return success(null);
    },
    'app.draftsStored': async () => {
      lock.draftsStored();
      return success(null);
    },
    'app.print': async () => {
      const window = deps.findWindow();
      return window === null ? failure('cancelled') : printPage(window.webContents);
    },
    'app.leaveDemo': async () => {
      await host.leaveDemo();
      return success(null);
    },
    'attachment.save': async (input) => {
      const window = deps.findWindow();
      return window === null ? failure('cancelled') : saveAttachment(host.engine, window, input);
    },
    'link.open': (input) => openLink(host.engine, input),
    'contact.copy': (input) => copyContact(host.engine, input),
  };
}

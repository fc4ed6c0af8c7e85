import { type BrowserWindow, nativeTheme } from 'electron';
import { failure, success } from '../../shared/errors.ts';
import type { ContentGuard } from './content-protection.ts';
import { copyContact } from './copy-contact.ts';
import { copyMemberField } from './copy-member-field.ts';
import type { EngineHost } from './engine-host.ts';
import type { Keychain } from './keychain.ts';
import type { Lock } from './lock.ts';
import { readLogFiles } from './log-file.ts';
import type { MainHandlers } from './main-calls.ts';
import { openLink } from './open-link.ts';
import type { Page } from './page.ts';
import type { PreferencesFile } from './preferences-file.ts';
import { printPage } from './print-page.ts';
import { releaseDisclosure } from './release-disclosure.ts';
import { saveAttachment } from './save-attachment.ts';
import { saveLog } from './save-log.ts';

type Dependencies = {
  readonly host: EngineHost;
  readonly lock: Lock;
  readonly page: Page;
  readonly contentGuard: ContentGuard;
  readonly keychain: Pick<Keychain, 'isThere'>;
  readonly preferences: PreferencesFile;
  readonly findWindow: () => BrowserWindow | null;
  /** The menu speaks the chosen language. */
  readonly showMenu: () => void;
  /** Crash reports that are older than staff want to keep them. */
  readonly deleteReports: () => void;
  readonly version: string;
  readonly isFallbackRuntime: boolean;
  readonly platform: NodeJS.Platform;
  readonly logFolder: string;
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
        hasKeychain: deps.keychain.isThere(),
      }),
    'preferences.get': async () => success(preferences.read()),
    'preferences.save': async (chosen) => {
      preferences.write(chosen);
      nativeTheme.themeSource = chosen.theme;
      deps.showMenu();
      deps.deleteReports();
      deps.contentGuard.renew();
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
    'app.shows': async ({ screen }) => {
      deps.contentGuard.shows(screen);
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
    'disclosure.release': async (input) => {
      const window = deps.findWindow();
      return window === null ? failure('cancelled') : releaseDisclosure(host.engine, window, input);
    },
    'log.save': async (input) => {
      const window = deps.findWindow();
      if (window === null) return failure('cancelled');
      const { version, platform, logFolder } = deps;
      return saveLog(window, { ...input, version, platform, log: readLogFiles(logFolder) });
    },
    'link.open': (input) => openLink(host.engine, input),
    'contact.copy': (input) => copyContact(host.engine, input),
    'member.copy': (input) => copyMemberField(host.engine, input),
  };
}

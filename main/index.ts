// First: nothing that is loaded later may keep a way to the network.
import './app/main-guard.ts';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow, ipcMain, nativeTheme, safeStorage } from 'electron';
import { registerAppScheme, serveApp } from './app/app-protocol.ts';
import { createContentGuard } from './app/content-protection.ts';
import { deleteOldFiles } from './app/delete-old-files.ts';
import { readDevelopment } from './app/development.ts';
import { createEngineHost } from './app/engine-host.ts';
import { createMainHandlers } from './app/handlers.ts';
import { hardenContents } from './app/harden-contents.ts';
import { hardenSession } from './app/harden-session.ts';
import { keepCrashesHere } from './app/keep-crashes-here.ts';
import { createKeychain } from './app/keychain.ts';
import { createLock } from './app/lock.ts';
import { answerCalls } from './app/main-calls.ts';
import { createMainLog } from './app/main-log.ts';
import { createMainWindow } from './app/main-window.ts';
import { showMenu } from './app/menu.ts';
import { packagedNativeBinding } from './app/native-binding.ts';
import { createPage } from './app/page.ts';
import { createPreferencesFile, readPreferences } from './app/preferences-file.ts';
import { takeScreenshot } from './app/screenshot.ts';
import { chromiumSwitches } from './app/switches.ts';
import { watchDesk } from './app/watch-desk.ts';
import { errorKind } from './engine/error-kind.ts';
import { logUncaught } from './engine/log-uncaught.ts';

const bundles = fileURLToPath(new URL('.', import.meta.url));
const userData = app.getPath('userData');
const development = readDevelopment(process.env, app.isPackaged);
const logFolder = join(userData, 'logs');
const log = createMainLog(logFolder, app.isPackaged);
// Electron would show the error's own words. The app goes on, as it does with Electron's dialog: the
// window may hold words that are not stored yet.
logUncaught(log, () => undefined);
const preferencesPath = join(userData, 'preferences.json');
const crashFolder = keepCrashesHere(userData, readPreferences(preferencesPath)?.keepReports ?? 0);

const dayMs = 24 * 60 * 60 * 1000;
const keepLogsMs = 30 * dayMs;

let window: BrowserWindow | null = null;
const page = createPage(() => window?.webContents ?? null);
const keychain = createKeychain({
  safeStorage,
  platform: process.platform,
  path: join(userData, 'device-secret'),
  log,
});
const host = createEngineHost({
  userData,
  engineScript: join(bundles, 'engine.js'),
  demoScript: join(bundles, 'demo.js'),
  deviceSecret: keychain.deviceSecret,
  nativeBinding: development.nativeBinding ?? packagedNativeBinding(process.resourcesPath),
  page,
  log,
});
const lock = createLock({
  askForDrafts: () => page.emit('lock.coming', null),
  renewEngine: host.lock,
  renewPage: page.renew,
  patienceMs: 1000,
  log,
});

function openWindow(): void {
  window = createMainWindow({
    preload: join(bundles, 'preload.cjs'),
    placeFile: join(userData, 'window.json'),
    hasDeveloperTools: !app.isPackaged,
  });
  window.on('closed', () => {
    window = null;
  });
}

function showWindow(): void {
  if (window === null) {
    openWindow();
    return;
  }
  if (window.isMinimized()) window.restore();
  window.focus();
}

async function whenReady(): Promise<void> {
  const preferences = createPreferencesFile(
    preferencesPath,
    app.getPreferredSystemLanguages()[0] ?? app.getLocale(),
  );
  const showMenuInLanguage = () =>
    showMenu(preferences.read(), process.platform, (item) => page.emit('menu.chosen', { item }));
  const deleteReports = () =>
    deleteOldFiles(crashFolder, Date.now() - preferences.read().keepReports * dayMs);
  deleteReports();
  deleteOldFiles(logFolder, Date.now() - keepLogsMs);
  serveApp(join(bundles, '..', 'renderer'));
  nativeTheme.themeSource = preferences.read().theme;
  showMenuInLanguage();
  const contentGuard = createContentGuard({
    choice: () => preferences.read().contentProtection,
    protect: (isProtected) => window?.setContentProtection(isProtected),
  });
  answerCalls(
    page,
    createMainHandlers({
      host,
      lock,
      page,
      contentGuard,
      keychain,
      preferences,
      findWindow: () => window,
      showMenu: showMenuInLanguage,
      deleteReports,
      version: app.getVersion(),
      // tools/build.ts puts the pinned version here; the stand-in of closed networks has another.
      isFallbackRuntime: process.versions.electron !== process.env.FUMIBAKO_ELECTRON_VERSION,
      platform: process.platform,
      logFolder,
    }),
    log,
  );
  watchDesk({
    lockAfterMinutes: () => preferences.read().lockAfterMinutes,
    // Nobody could open the demo again where it was: it has no passphrase, and starts anew.
    lock: () => {
      if (!host.isDemo()) void lock.now();
    },
  });
  ipcMain.on('fumibako.loaded', (event) => {
    if (!page.isSender(event)) return;
    // A fresh page shows nothing yet, and the one before it cannot say that it is gone.
    contentGuard.shows('nothing');
    host.engine.connectPage();
  });
  await host.start({ isDemo: development.isDemo });
  openWindow();
  if (development.screenshot !== null && window !== null)
    await takeScreenshot(window.webContents, development.screenshot);
}

for (const [name, value] of chromiumSwitches) app.commandLine.appendSwitch(name, value);
// The launchers of tests and demos switch the sandbox off where root may not have one; Chromium
// ends a process that is told both.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerAppScheme();
// The default session, and any other that some part may come to make.
app.on('session-created', hardenSession);
app.on('web-contents-created', (_event, contents) => {
  hardenContents(contents, (url) => page.emit('link.requested', { url }));
});

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', showWindow);
  app.on('activate', showWindow);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  let isStopped = false;
  app.on('will-quit', (event) => {
    if (isStopped) return;
    // The engine closes its databases before the app goes.
    event.preventDefault();
    void host.stop().finally(() => {
      isStopped = true;
      app.quit();
    });
  });
  // An ES module must not await this at its top level: Electron's ready waits for the module.
  app
    .whenReady()
    .then(whenReady)
    .catch((error: unknown) => {
      log('start.failed', errorKind(error));
      app.exit(1);
    });
} else {
  app.quit();
}

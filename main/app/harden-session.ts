import type { Session } from 'electron';
import { hasSystemSpellcheck } from './spellcheck.ts';

/** Denies every permission and device, and cancels every request that is not for the app's own files. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.setSpellCheckerEnabled(hasSystemSpellcheck);
  // Switched off twice: the dictionary would be downloaded (Electron: spellchecker).
  if (!hasSystemSpellcheck) session.setSpellCheckerLanguages([]);
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOwn(details.url) });
  });
  session.on('will-download', (event) => event.preventDefault());
}

/** The developer tools, which only a development build opens, load themselves from devtools://. */
function isOwn(url: string): boolean {
  return url.startsWith('app://fumibako/') || url.startsWith('devtools://');
}

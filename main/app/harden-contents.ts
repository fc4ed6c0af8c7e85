import type { WebContents } from 'electron';

/**
 * The page stays where it is: no navigation, no window, no webview. A link that is followed in a
 * mail is told to `linkFollowed` instead; the window asks staff before anything opens.
 */
export function hardenContents(contents: WebContents, linkFollowed: (url: string) => void): void {
  contents.on('will-frame-navigate', (event) => {
    event.preventDefault();
    if (!event.isMainFrame) linkFollowed(event.url);
  });
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // Here, since Chromium's switch of that name let datagrams out (measured on Electron 33).
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

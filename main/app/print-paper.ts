import { BrowserWindow, session } from 'electron';

const paperUrl = 'app://fumibako/paper.html';
const policy = "default-src 'none'; style-src 'unsafe-inline'";

let count = 0;

/**
 * A page of the engine's as PDF; rejects when that fails. It is laid out in a window that nobody sees,
 * in a session of its own that is kept nowhere: no script, no network, nothing but this page.
 */
export async function printPaper(html: string): Promise<Buffer> {
  count += 1;
  // In memory, since it does not begin with `persist:`; hardened as each session is (index.ts).
  const paper = session.fromPartition(`paper-${count}`, { cache: false });
  paper.protocol.handle('app', ({ url }) =>
    url === paperUrl
      ? new Response(html, {
          headers: {
            'content-type': 'text/html; charset=utf-8',
            'content-security-policy': policy,
          },
        })
      : new Response(null, { status: 404 }),
  );
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: paper,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      images: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    },
  });
  try {
    await window.loadURL(paperUrl);
    return await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
    });
  } finally {
    window.destroy();
    paper.protocol.unhandle('app');
  }
}

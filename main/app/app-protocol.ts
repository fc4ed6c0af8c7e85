import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol } from 'electron';
import { pageFile } from './page-file.ts';

/**
 * No script but the page's own files, no connection, no frame from elsewhere. Inline styles stay
 * allowed because the frame that shows an HTML mail inherits this policy (CSP3 7.8) and adds a
 * stricter one of its own.
 */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  // A link in a mail must get as far as will-frame-navigate, which stops it and asks staff
  // (harden-contents.ts); were it blocked here, nobody would hear of the click.
  'frame-src http: https: mailto:',
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true } },
  ]);
}

/** Serves the page from `folder`, and nothing else from this computer. */
export function serveApp(folder: string): void {
  protocol.handle('app', async (request) => {
    const file = request.method === 'GET' ? pageFile(folder, request.url) : null;
    const mimeType = file === null ? undefined : mimeTypes[extname(file)];
    if (file === null || mimeType === undefined) return notFound();
    const content = await readFile(file).catch(() => null);
    if (content === null) return notFound();
    return new Response(new Uint8Array(content), {
      headers: {
        'content-type': mimeType,
        'content-security-policy': pagePolicy,
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
      },
    });
  });
}

function notFound(): Response {
  return new Response(null, { status: 404 });
}

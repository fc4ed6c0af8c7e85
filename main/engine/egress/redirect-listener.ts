import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listen } from './unguarded.ts';

export type RedirectListener = {
  readonly port: number;
  /** What the browser brought along. */
  readonly parameters: Promise<URLSearchParams>;
  readonly close: () => void;
};

/** For whoever comes back from signing in, whichever of our languages they read. */
const page = (english: string, japanese: string): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Fumibako</title>
<body style="font: 16px/1.6 system-ui, sans-serif; max-width: 32em; margin: 20vh auto; padding: 0 1em">
<h1 style="font-size: 20px">Fumibako</h1><p>${english}</p><p lang="ja">${japanese}</p></body></html>`;

const taken = page(
  'You can close this page and go back to Fumibako.',
  'このページを閉じて、Fumibakoに戻ってください。',
);
const strange = page(
  'This page does not belong to a sign-in that Fumibako waits for.',
  'このページは、現在待っているサインインのものではありません。',
);

/**
 * Listens on this computer alone for a browser that comes back from a sign-in (RFC 8252 7.3), on a
 * port of the system's choice. `isOurs` tells the one that is waited for from any other.
 */
export function listenForRedirect(
  isOurs: (parameters: URLSearchParams) => boolean,
): Promise<RedirectListener> {
  const back = Promise.withResolvers<URLSearchParams>();
  const server = createServer((request, response) => {
    const url = URL.parse(request.url ?? '', 'http://127.0.0.1');
    const parameters = request.method === 'GET' && url?.pathname === '/' ? url.searchParams : null;
    const isTaken = parameters !== null && isOurs(parameters);
    response.writeHead(isTaken ? 200 : 400, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'cache-control': 'no-store',
      // The address holds the code.
      'referrer-policy': 'no-referrer',
      connection: 'close',
    });
    response.end(isTaken ? taken : strange);
    if (isTaken) back.resolve(parameters);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('listening', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ port, parameters: back.promise, close: () => server.close() });
    });
    Reflect.apply(listen, server, [0, '127.0.0.1']);
  });
}

import type { IncomingMessage } from 'node:http';
import { connect as connectTls } from 'node:tls';
import type { Connect, ServerAddress } from './open-socket.ts';
import { tlsOptions } from './tls-options.ts';
import { httpsRequest } from './unguarded.ts';

type FetchOptions = {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: URLSearchParams | null | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** As oauth4webapi wants its requests made. Follows no redirect, keeps no cookie. */
export type HttpsFetch = (url: string, options: FetchOptions) => Promise<Response>;

/** For a whole answer, in milliseconds. */
const longestRequest = 30_000;

/** An answer longer than this is no token. Bytes. */
const longestAnswer = 1024 * 1024;

/** Where an https address leads. */
export function httpsServer(url: string): ServerAddress {
  const { hostname, port } = new URL(url);
  // An IPv6 address stands in brackets there (RFC 3986 3.2.2).
  return { host: hostname.replace(/^\[(.*)\]$/, '$1'), port: port === '' ? 443 : Number(port) };
}

/** Requests over verified TLS, on connections of the section's own door. */
export function createHttpsFetch(connect: Connect): HttpsFetch {
  return async (url, { method, headers, body, signal }) => {
    const ends = AbortSignal.timeout(longestRequest);
    const ending = signal === undefined ? ends : AbortSignal.any([ends, signal]);
    const server = httpsServer(url);
    const socket = await connect(server, { timeout: longestRequest, signal: ending });
    // Without a trusted certificate of its own: a provider's page is opened by any browser, too.
    const trust = { ...server, trustedFingerprint: null, trustedCertificate: null };
    try {
      const answer = await new Promise<IncomingMessage>((resolve, reject) => {
        const request = httpsRequest(
          url,
          {
            method,
            headers: { ...headers, connection: 'close' },
            signal: ending,
            createConnection: () => connectTls({ ...tlsOptions(trust), socket }),
          },
          resolve,
        );
        request.once('error', reject);
        request.end(body?.toString());
      });
      return await toResponse(answer);
    } finally {
      socket.destroy();
    }
  };
}

async function toResponse(answer: IncomingMessage): Promise<Response> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of answer as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > longestAnswer) throw Object.assign(new Error('too long'), { code: 'TooLong' });
    pieces.push(piece);
  }
  const type = answer.headers['content-type'];
  return new Response(length === 0 ? null : Buffer.concat(pieces), {
    status: answer.statusCode ?? 500,
    headers: type === undefined ? {} : { 'content-type': type },
  });
}

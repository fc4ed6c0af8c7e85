import type { AddressInfo } from 'node:net';
import { connect, type Socket } from 'node:net';
import { createServer } from 'node:tls';
import { onTestFinished } from 'vitest';
import type { ServerLogin } from '../../main/engine/mail/account.ts';
import { testCertificate } from './certificate.ts';

/** What stands between a client and a real server; switched by tests while it runs. */
type Meddling = {
  /** Bytes of the server's that a connection carries before it is cut. */
  cutAfter: number;
  /** Bytes of the server's that a connection carries before it goes silent, but stays open. */
  silentAfter: number;
  /** Bytes of the server's that are passed at a time, with a moment between. */
  pieces: number;
  /** Changes what the server says, line by line; the bytes of messages pass as they are. */
  rewrite: (line: string) => string;
  /** Answers a client's command in the server's place; null lets it through. */
  refuse: (command: string) => string | null;
};

/** A real server, by its port without TLS. */
export type PlainServer = {
  readonly host: string;
  readonly imapPort: number;
  readonly password: string;
};

export type MeddlingProxy = {
  readonly login: ServerLogin;
  readonly meddling: Meddling;
  readonly connections: () => number;
};

/** A TLS server in front of a server's plain port. Ended when the test ends. */
export async function meddlingProxy(behind: PlainServer, user: string): Promise<MeddlingProxy> {
  const certificate = await testCertificate();
  const meddling: Meddling = {
    cutAfter: Number.POSITIVE_INFINITY,
    silentAfter: Number.POSITIVE_INFINITY,
    pieces: Number.POSITIVE_INFINITY,
    rewrite: (line) => line,
    refuse: () => null,
  };
  let connections = 0;
  const sockets = new Set<Socket>();
  const server = createServer({ key: certificate.key, cert: certificate.certificate }, (client) => {
    connections += 1;
    const upstream = connect(behind.imapPort, behind.host);
    const lines = lineRewriter((line) => meddling.rewrite(line));
    let carried = 0;
    // RFC 4978: there are no lines from there on.
    let isCompressed = false;
    const passOn = inPieces(client, () => meddling.pieces);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (data) => {
      const refusal = meddling.refuse(data.toString('latin1'));
      isCompressed ||= data.includes('COMPRESS DEFLATE');
      if (refusal === null) upstream.write(data);
      else client.write(refusal);
    });
    upstream.on('data', (data) => {
      const room = Math.min(meddling.cutAfter, meddling.silentAfter) - carried;
      const passed = (isCompressed ? data : lines(data)).subarray(0, Math.max(0, room));
      carried += passed.length;
      passOn(passed);
      if (carried >= meddling.cutAfter) client.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const login: ServerLogin = {
    ...{ host: behind.host, security: 'tls', user, password: behind.password },
    port: (server.address() as AddressInfo).port,
    trustedFingerprint: certificate.fingerprint,
    trustedCertificate: certificate.certificate,
  };
  return { login, meddling, connections: () => connections };
}

/** Passes bytes on in order, many at a time or few with a moment between. */
function inPieces(client: Socket, size: () => number): (data: Buffer) => void {
  let waiting = Buffer.alloc(0);
  let timer: NodeJS.Timeout | null = null;
  const flush = (): void => {
    const piece = waiting.subarray(0, size());
    waiting = waiting.subarray(piece.length);
    timer = waiting.length > 0 ? setTimeout(flush, 2) : null;
    if (!client.destroyed) client.write(piece);
  };
  return (data) => {
    waiting = Buffer.concat([waiting, data]);
    if (timer === null) flush();
  };
}

/** Refuses a command that matches, in the server's place: `words` begin with NO or BAD. */
export function refusing(what: RegExp, words: string): Meddling['refuse'] {
  return (command) => (what.test(command) ? `${command.split(' ')[0]} ${words}\r\n` : null);
}

/** RFC 9051 4.3: after a line that ends in {n}, n bytes belong to a literal. */
function lineRewriter(rewrite: (line: string) => string): (data: Buffer) => Buffer {
  let rest = '';
  let literal = 0;
  return (data) => {
    rest += data.toString('latin1');
    let out = '';
    for (;;) {
      const bytes = rest.slice(0, literal);
      out += bytes;
      literal -= bytes.length;
      rest = rest.slice(bytes.length);
      const end = rest.indexOf('\r\n');
      if (literal > 0 || end === -1) return Buffer.from(out, 'latin1');
      const line = rest.slice(0, end);
      rest = rest.slice(end + 2);
      literal = Number(/\{(\d+)\}$/.exec(line)?.[1] ?? 0);
      out += `${rewrite(line)}\r\n`;
    }
  };
}

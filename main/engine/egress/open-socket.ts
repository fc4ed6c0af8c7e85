import { isIP, Socket } from 'node:net';
import { systemLookup } from './unguarded.ts';

export type ServerAddress = { readonly host: string; readonly port: number };

type ConnectOptions = {
  /** Milliseconds for the look-up and the connection together. */
  readonly timeout: number;
  readonly signal?: AbortSignal | undefined;
};

/** Resolves to a connected socket, in clear as yet. Rejects with Node's codes. */
export type Connect = (server: ServerAddress, options: ConnectOptions) => Promise<Socket>;

const opened = new WeakSet<Socket>();

/** Whether a socket was made here. The guard lets no other connect. */
export function isOpenedHere(socket: Socket): boolean {
  return opened.has(socket);
}

/**
 * Looks a host up and connects, by IPv6 and IPv4 in turn (RFC 8305). A failed look-up carries
 * `syscall: 'getaddrinfo'`. Asks nobody whether it may: that is `createEgress`.
 */
export const openSocket: Connect = ({ host, port }, { timeout, signal }) =>
  new Promise((resolve, reject) => {
    const socket = new Socket();
    opened.add(socket);
    let isFound = isIP(host) !== 0;
    const timer = setTimeout(() => fail(isFound ? connectingTooLong() : lookUpTooLong()), timeout);
    const abort = (): void => fail(Object.assign(new Error('cancelled'), { code: 'ABORT_ERR' }));

    function settle(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      socket.off('error', fail);
    }

    function fail(error: Error): void {
      settle();
      // What it says while it is torn down is about an end that we know of.
      socket.on('error', () => undefined);
      socket.destroy();
      reject(error);
    }

    signal?.addEventListener('abort', abort, { once: true });
    socket.once('error', fail);
    socket.once('lookup', () => {
      isFound = true;
    });
    socket.once('connect', () => {
      settle();
      resolve(socket);
    });
    socket.connect({ host, port, lookup: systemLookup });
  });

function connectingTooLong(): Error {
  return Object.assign(new Error('too late'), { code: 'ETIMEDOUT' });
}

function lookUpTooLong(): Error {
  return Object.assign(new Error('too late'), { code: 'EAI_AGAIN', syscall: 'getaddrinfo' });
}

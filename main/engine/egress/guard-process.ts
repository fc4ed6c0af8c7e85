import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import { isIP, Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import workerThreads from 'node:worker_threads';
import { guardedCalls } from './guarded-calls.ts';
import { isOpenedHere } from './open-socket.ts';
import { egressRefused } from './refusals.ts';
import { systemLookup } from './unguarded.ts';

type GuardOptions = {
  /** Told before the call throws. */
  readonly refused: (what: string) => void;
  /** The workers that may start, since they guard themselves. */
  readonly workerUrls: readonly URL[];
  /** Leaves Electron's own parts as they are: its main process cannot do without. */
  readonly keepsElectron?: boolean;
};

/** Chromium's network, which the sessions close, and Node's insides, where Electron is fetched from. */
const electronOwners = ['electron.net', 'process'];

/**
 * Closes every way of this thread to the network but sockets of `openSocket`, for good: a guarded
 * call throws instead. To be called before any library is loaded, which may keep what it finds.
 */
export function guardProcess({ refused, workerUrls, keepsElectron = false }: GuardOptions): void {
  function refuse(what: string): never {
    refused(what);
    throw egressRefused(what);
  }

  for (const { owner, target, names } of guardedCalls()) {
    if (keepsElectron && electronOwners.includes(owner)) continue;
    for (const name of names) {
      // A function and no arrow: some of these are called with `new`.
      replace(target, name, function refusedCall(...given: unknown[]) {
        if (target === dns && name === 'lookup' && isLiteral(given[0])) {
          return Reflect.apply(systemLookup, dns, given);
        }
        return refuse(`${owner}.${name}`);
      });
    }
  }

  // Whatever else opens a connection, Node's own parts included, comes through here.
  const { connect } = Socket.prototype;
  replace(Socket.prototype, 'connect', function guardedConnect(this: Socket, ...rest: unknown[]) {
    if (isOpenedHere(this)) return Reflect.apply(connect, this, rest);
    return refuse(this instanceof TLSSocket ? 'tls.TLSSocket.connect' : 'net.Socket.connect');
  });

  const { Worker } = workerThreads;
  replace(
    workerThreads,
    'Worker',
    class GuardedWorker extends Worker {
      constructor(...[file, options]: ConstructorParameters<typeof Worker>) {
        // A thread has Node's modules anew, as they were before the guard.
        const isOurs = workerUrls.some(({ href }) => href === String(file));
        if (options?.eval === true || !isOurs) {
          refuse('worker_threads.Worker');
        }
        super(file, options);
      }
    },
  );

  // Named imports of Node's modules see the change only then.
  syncBuiltinESMExports();
}

/** Node asks for it before it listens at an address; nothing is asked of the network then. */
function isLiteral(host: unknown): boolean {
  return typeof host === 'string' && isIP(host) !== 0;
}

function replace(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: false, configurable: false });
}

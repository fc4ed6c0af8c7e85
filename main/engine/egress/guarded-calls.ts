import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import dnsPromises from 'node:dns/promises';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import inspector from 'node:inspector';
import net from 'node:net';
import { electronNetwork } from './electron-network.ts';

type GuardedCalls = {
  /** As it stands in a record. */
  readonly owner: string;
  readonly target: object;
  readonly names: readonly string[];
};

/**
 * What reaches the network or starts a program. `tls.connect` is not among them: it also takes a
 * connection of ours over into TLS, and one of its own ends at `Socket.prototype.connect`.
 */
export function guardedCalls(): readonly GuardedCalls[] {
  const calls: readonly GuardedCalls[] = [
    { owner: 'net', target: net, names: ['connect', 'createConnection'] },
    { owner: 'net.Server', target: net.Server.prototype, names: ['listen'] },
    { owner: 'dgram', target: dgram, names: ['createSocket', 'Socket'] },
    { owner: 'dns', target: dns, names: lookUps(dns) },
    { owner: 'dns.promises', target: dnsPromises, names: lookUps(dnsPromises) },
    { owner: 'http', target: http, names: ['request', 'get', 'ClientRequest', 'WebSocket'] },
    { owner: 'https', target: https, names: ['request', 'get'] },
    { owner: 'http2', target: http2, names: ['connect'] },
    {
      owner: 'child_process',
      target: childProcess,
      names: ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'],
    },
    {
      owner: 'child_process.ChildProcess',
      target: childProcess.ChildProcess.prototype,
      names: ['spawn'],
    },
    { owner: 'inspector', target: inspector, names: ['open'] },
    {
      owner: 'electron.net',
      target: electronNetwork(),
      names: ['request', 'fetch', 'resolveHost'],
    },
    // The insides of Node and Electron, where sockets without any of the above can be had.
    { owner: 'process', target: process, names: ['binding', '_linkedBinding'] },
    { owner: 'globalThis', target: globalThis, names: ['fetch', 'WebSocket', 'EventSource'] },
  ];
  // Not every runtime has all of them: Node 20 has no WebSocket.
  return calls.map(({ owner, target, names }) => ({
    owner,
    target,
    names: names.filter((name) => name in target),
  }));
}

/** All of them, those included that a newer Node brings. */
function lookUps(module: object): readonly string[] {
  return Object.keys(module).filter((name) => /^(lookup|resolve|reverse|Resolver)/.test(name));
}

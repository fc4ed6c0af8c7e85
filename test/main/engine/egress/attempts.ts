import childProcess, { exec, spawn } from 'node:child_process';
import cluster from 'node:cluster';
import dgram from 'node:dgram';
import dns, { lookup } from 'node:dns';
import dnsPromises from 'node:dns/promises';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import inspector from 'node:inspector';
import { createRequire } from 'node:module';
import net, { connect } from 'node:net';
import tls from 'node:tls';
import { Worker } from 'node:worker_threads';

type Attempt = (port: number) => unknown;

const host = '127.0.0.1';
const require = createRequire(import.meta.url);
const url = (port: number, scheme: string) => `${scheme}://${host}:${port}/`;

/** Every way out that code in the engine could try, by what the guard writes down for it. */
export const attempts: readonly (readonly [name: string, recorded: string, attempt: Attempt])[] = [
  ['net.connect', 'net.connect', (port) => net.connect(port, host)],
  ['connect, imported by name', 'net.connect', (port) => connect(port, host)],
  ['net.connect, by require', 'net.connect', (port) => require('node:net').connect(port, host)],
  ['net.createConnection', 'net.createConnection', (port) => net.createConnection(port, host)],
  ['net.Socket', 'net.Socket.connect', (port) => new net.Socket().connect(port, host)],
  ['a socket by name', 'net.Socket.connect', (port) => new net.Socket().connect(port, 'localhost')],
  ['a UNIX socket', 'net.Socket.connect', () => new net.Socket().connect('/tmp/no-such-socket')],
  ['net.Server', 'net.Server.listen', () => net.createServer().listen(0, host)],
  ['an HTTP server', 'net.Server.listen', () => http.createServer().listen(0, host)],
  ['tls.connect', 'tls.TLSSocket.connect', (port) => tls.connect(port, host)],
  ['dgram.createSocket', 'dgram.createSocket', () => dgram.createSocket('udp4')],
  [
    'dgram.Socket',
    'dgram.Socket',
    () => new (dgram.Socket as unknown as new (type: string) => object)('udp4'),
  ],
  ['dns.lookup', 'dns.lookup', () => dns.lookup('localhost', () => undefined)],
  ['lookup, imported by name', 'dns.lookup', () => lookup('localhost', () => undefined)],
  ['dns.resolve4', 'dns.resolve4', () => dns.resolve4('localhost', () => undefined)],
  ['dns.resolveTxt', 'dns.resolveTxt', () => dns.resolveTxt('localhost', () => undefined)],
  ['dns.reverse', 'dns.reverse', () => dns.reverse(host, () => undefined)],
  ['dns.lookupService', 'dns.lookupService', () => dns.lookupService(host, 22, () => undefined)],
  ['dns.Resolver', 'dns.Resolver', () => new dns.Resolver()],
  ['dns.promises.lookup', 'dns.promises.lookup', () => dns.promises.lookup('localhost')],
  ['dns/promises.resolve', 'dns.promises.resolve', () => dnsPromises.resolve('localhost')],
  ['dns/promises.Resolver', 'dns.promises.Resolver', () => new dnsPromises.Resolver()],
  ['http.request', 'http.request', (port) => http.request(url(port, 'http'))],
  ['http.get', 'http.get', (port) => http.get(url(port, 'http'))],
  ['http.ClientRequest', 'http.ClientRequest', (port) => new http.ClientRequest(url(port, 'http'))],
  [
    'an HTTP agent',
    'net.createConnection',
    (port) => new http.Agent().createConnection({ host, port }, () => undefined),
  ],
  ['https.request', 'https.request', (port) => https.request(url(port, 'https'))],
  ['https.get', 'https.get', (port) => https.get(url(port, 'https'))],
  ['http2.connect', 'http2.connect', (port) => http2.connect(url(port, 'http'))],
  ['fetch', 'globalThis.fetch', (port) => fetch(url(port, 'http'))],
  ['WebSocket', 'globalThis.WebSocket', (port) => new WebSocket(url(port, 'ws'))],
  [
    'http.WebSocket',
    'http.WebSocket',
    (port) => new (http as unknown as { WebSocket: typeof WebSocket }).WebSocket(url(port, 'ws')),
  ],
  ['child_process.spawn', 'child_process.spawn', () => childProcess.spawn('true')],
  ['spawn, imported by name', 'child_process.spawn', () => spawn('true')],
  ['child_process.spawnSync', 'child_process.spawnSync', () => childProcess.spawnSync('true')],
  ['exec, imported by name', 'child_process.exec', () => exec('true')],
  ['child_process.execSync', 'child_process.execSync', () => childProcess.execSync('true')],
  ['child_process.execFile', 'child_process.execFile', () => childProcess.execFile('true')],
  [
    'child_process.execFileSync',
    'child_process.execFileSync',
    () => childProcess.execFileSync('true'),
  ],
  ['child_process.fork', 'child_process.fork', () => childProcess.fork('no-such-file.js')],
  [
    'child_process.ChildProcess',
    'child_process.ChildProcess.spawn',
    () => {
      const child = new childProcess.ChildProcess() as unknown as { spawn(options: object): void };
      child.spawn({ file: 'true', args: ['true'] });
    },
  ],
  ['cluster.fork', 'child_process.fork', () => cluster.fork()],
  ['a worker of any code', 'worker_threads.Worker', () => new Worker('', { eval: true })],
  [
    'a worker of another file',
    'worker_threads.Worker',
    () => new Worker(new URL('./attempts.ts', import.meta.url)),
  ],
  ['inspector.open', 'inspector.open', () => inspector.open(0, host)],
  [
    'process._linkedBinding',
    'process._linkedBinding',
    () => (process as unknown as { _linkedBinding(name: string): unknown })._linkedBinding('x'),
  ],
  [
    'process.binding',
    'process.binding',
    () => (process as unknown as { binding(name: string): unknown }).binding('tcp_wrap'),
  ],
];

import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { egressRefusedCode } from '../../main/engine/egress/refusals.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { electronExecutable, launchApp, type RunningApp } from './support/launch-app.ts';
import { testSwitches } from './support/test-switches.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const userData = makeTemporaryFolder();
let app: RunningApp;

let server: Server;
let requests: string[] = [];
let outside: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*').end('outside');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  app = await launchApp({ userData });
});

afterAll(async () => {
  await app.quit();
  server.close();
  removeFolder(userData);
});

it('lets no request out, whatever the page tries', async () => {
  requests = [];
  await app.page.evaluate(async (origin) => {
    await fetch(`${origin}/fetch`).catch(() => undefined);
    navigator.sendBeacon(`${origin}/beacon`);
    for (const [name, attributes] of [
      ['img', { src: `${origin}/img` }],
      ['link', { rel: 'stylesheet', href: `${origin}/css` }],
      ['link', { rel: 'prefetch', href: `${origin}/prefetch` }],
      ['link', { rel: 'preconnect', href: origin }],
      ['script', { src: `${origin}/script` }],
      ['iframe', { src: `${origin}/frame` }],
      ['video', { src: `${origin}/video`, poster: `${origin}/poster` }],
      ['object', { data: `${origin}/object` }],
    ] as const) {
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      document.body.append(element);
    }
    const socket = new WebSocket(origin.replace('http', 'ws'));
    await new Promise((resolve) => {
      socket.onerror = resolve;
      setTimeout(resolve, 1000);
    });
  }, outside);
  expect(requests).toEqual([]);
});

it('sends nothing for a call over WebRTC, and names no address of this computer', async () => {
  const stun = createSocket('udp4');
  const heard: string[] = [];
  stun.on('message', () => heard.push('a datagram'));
  stun.bind(0, '127.0.0.1');
  await once(stun, 'listening');
  const connected = () => heard.push('a connection');
  server.on('connection', connected);
  const candidates = await app.page.evaluate(
    async (urls) => {
      const iceServers = [{ urls, username: 'user', credential: 'password' }];
      const connection = new RTCPeerConnection({ iceServers });
      const found: string[] = [];
      connection.onicecandidate = ({ candidate }) => {
        if (candidate !== null && candidate.candidate !== '') found.push(candidate.candidate);
      };
      connection.createDataChannel('data');
      await connection.setLocalDescription(await connection.createOffer());
      await new Promise((resolve) => setTimeout(resolve, 1000));
      connection.close();
      return found;
    },
    [
      `stun:127.0.0.1:${stun.address().port}`,
      `turn:127.0.0.1:${new URL(outside).port}?transport=tcp`,
    ],
  );
  stun.close();
  server.off('connection', connected);
  expect({ candidates, heard }).toEqual({ candidates: [], heard: [] });
});

it('leaves the engine process no network but its own, not even that of Electron', async () => {
  requests = [];
  const codes = await app.electron.evaluate(
    ({ utilityProcess }, [program, ...args]) =>
      new Promise<Record<string, string>>((resolve) => {
        const engine = utilityProcess.fork(program ?? '', args);
        engine.on('message', (answer) => {
          // Its log, of each refusal.
          if ('kind' in answer) return;
          resolve(answer);
          engine.kill();
        });
      }),
    [
      `${root}test/e2e/support/engine-attempts.mjs`,
      pathToFileURL(`${root}dist/main/engine.js`).href,
      `${outside}/engine`,
    ],
  );
  expect(Object.keys(codes)).toHaveLength(5);
  expect([...new Set(Object.values(codes))]).toEqual([egressRefusedCode]);
  expect(requests).toEqual([]);
});

it('leaves the main process no network of Node’s, and no other program', async () => {
  const codes = await app.electron.evaluate(async (_electron, address) => {
    const { getBuiltinModule: node } = process;
    const port = Number(new URL(address).port);
    const attempts = {
      'net.connect': () => node('net').connect(port, '127.0.0.1'),
      'net.Socket': () => new (node('net').Socket)().connect(port, '127.0.0.1'),
      'http.get': () => node('http').get(address),
      'dns.lookup': () => node('dns').promises.lookup('localhost'),
      'dgram.createSocket': () => node('dgram').createSocket('udp4'),
      'child_process.spawn': () => node('child_process').spawn('true'),
      fetch: () => fetch(address),
    };
    const found: Record<string, unknown> = {};
    for (const [name, attempt] of Object.entries(attempts)) {
      try {
        await attempt();
        found[name] = 'it went through';
      } catch (error) {
        found[name] = (error as NodeJS.ErrnoException).code;
      }
    }
    return found;
  }, outside);
  expect(Object.keys(codes)).toHaveLength(7);
  expect(new Set(Object.values(codes))).toEqual(new Set([egressRefusedCode]));
});

it('has the spellchecker, name look-ups and background networking off', async () => {
  const state = await app.electron.evaluate(({ app: electronApp, session }) => ({
    spellchecker: session.defaultSession.isSpellCheckerEnabled(),
    switches: [
      'disable-background-networking',
      'dns-prefetch-disable',
      'disable-component-update',
    ].map((name) => electronApp.commandLine.hasSwitch(name)),
    resolver: electronApp.commandLine.getSwitchValue('host-resolver-rules'),
  }));
  expect(state).toEqual({
    spellchecker: process.platform === 'darwin',
    switches: [true, true, true],
    resolver: 'MAP * ~NOTFOUND',
  });
});

it('answers garbage over IPC with an error and goes on', async () => {
  const answers = await app.page.evaluate(async () => {
    const { call } = window.fumibako;
    return Promise.all([
      call('no.such', null),
      call('__proto__', null),
      call('preferences.save', { locale: 'fr', theme: 1 }),
      call('link.open', { url: 'x'.repeat(10_000) }),
      call('link.open', {
        sectionId: 'members',
        messageId: null,
        url: 'file:///etc/passwd',
      }),
      call('section.list', { unexpected: true }),
      call('conversation.list', { sectionId: '../x', offset: -1 }),
      call('session.unlock', 'garbage'),
    ]);
  });
  expect(answers.map((answer) => (answer as { error?: { code: string } }).error?.code)).toEqual([
    'bad-request',
    'bad-request',
    'bad-request',
    'bad-request',
    'link-refused',
    'bad-request',
    'bad-request',
    'bad-request',
  ]);
  const state = await app.page.evaluate(() => window.fumibako.call('session.state', null));
  expect(state).toMatchObject({ ok: true, value: { phase: 'first-run' } });
});

it('shows the window that is there when it is started a second time', async () => {
  const second = spawn(
    electronExecutable(),
    [...testSwitches(), `--user-data-dir=${userData}`, root],
    { stdio: 'ignore' },
  );
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
  const windows = await app.electron.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
  );
  expect(windows).toBe(1);
});

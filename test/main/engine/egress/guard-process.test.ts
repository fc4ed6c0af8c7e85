import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { egressRefusedCode } from '../../../../main/engine/egress/refusals.ts';
import { attempts } from './attempts.ts';

const program = fileURLToPath(new URL('../../../support/entry-program.ts', import.meta.url));
let engine: ChildProcess;
let heard = 0;
let logged = '';
const server = createServer((socket) => {
  heard += 1;
  socket.destroy();
});

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  engine = fork(program, { stdio: ['ignore', 'inherit', 'pipe', 'ipc'] });
  engine.stderr?.on('data', (chunk: Buffer) => {
    logged += chunk.toString();
  });
  await once(engine, 'message');
});
afterAll(() => {
  engine.kill('SIGKILL');
  server.close();
});

it.each(attempts.map(([name, recorded]) => [name, recorded] as const))(
  'refuses %s in the engine process, and writes it down',
  async (name, recorded) => {
    const { port } = server.address() as AddressInfo;
    const answered = once(engine, 'message');
    engine.send({ name, port });
    const [answer] = await answered;
    expect(answer).toEqual({
      code: egressRefusedCode,
      recorded: [{ what: recorded, at: expect.any(Number) }],
    });
  },
);

it('let none of them reach a server, and logged each without saying where it went', async () => {
  // The end of the process closes its log: an answer may overtake the line that was written before it.
  engine.kill('SIGKILL');
  await once(engine, 'close');
  expect(heard).toBe(0);
  const lines = logged.split('\n').filter((line) => line.includes('egress.refused'));
  expect(lines).toHaveLength(attempts.length);
  expect(logged).not.toMatch(/127\.0\.0\.1|localhost/);
});

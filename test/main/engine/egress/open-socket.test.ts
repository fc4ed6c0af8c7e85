import { expect, it, onTestFinished, vi } from 'vitest';
import { openSocket } from '../../../../main/engine/egress/open-socket.ts';
import { freePort } from '../../../support/free-port.ts';
import { scriptedServer } from '../../../support/scripted-server.ts';

it('tells a name that is not found from a port that nobody listens on', async () => {
  const nowhere = openSocket({ host: 'mail.invalid', port: 993 }, { timeout: 20_000 });
  await expect(nowhere).rejects.toMatchObject({ syscall: 'getaddrinfo' });
  const closed = openSocket({ host: '127.0.0.1', port: await freePort() }, { timeout: 5000 });
  await expect(closed).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

it('gives up when the time is over, and tells which of the two it was at', async () => {
  const { port } = await scriptedServer(() => undefined);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const connecting = openSocket({ host: '127.0.0.1', port }, { timeout: 5000 });
  const lookingUp = openSocket({ host: 'localhost', port }, { timeout: 5000 });
  vi.advanceTimersByTime(5000);
  await expect(connecting).rejects.toMatchObject({ code: 'ETIMEDOUT' });
  await expect(lookingUp).rejects.toMatchObject({ code: 'EAI_AGAIN', syscall: 'getaddrinfo' });
});

it('gives up when it is told to', async () => {
  const { port } = await scriptedServer(() => undefined);
  const controller = new AbortController();
  const { signal } = controller;
  const cancelled = openSocket({ host: '127.0.0.1', port }, { timeout: 5000, signal });
  controller.abort();
  await expect(cancelled).rejects.toMatchObject({ code: 'ABORT_ERR' });
});

import type { MessagePort } from 'node:worker_threads';
import { transferList } from './answer-request.ts';
import type { MimeReply, MimeRequest } from './mime-protocol.ts';

/**
 * The worker's loop: one request after the other, one reply each. What throws ends the worker, which
 * the pool notices; it then goes on with a new one.
 */
export function serveRequests(
  port: MessagePort,
  answer: (request: MimeRequest) => Promise<MimeReply>,
): void {
  let answered: Promise<void> = Promise.resolve();
  port.on('message', (request: MimeRequest) => {
    answered = answered.then(async () => {
      const reply = await answer(request);
      port.postMessage(reply, transferList(reply));
    });
  });
}

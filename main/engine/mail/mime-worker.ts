import { parentPort } from 'node:worker_threads';
import { answerRequest, transferList } from './mime/answer-request.ts';
import type { MimeRequest } from './mime/mime-protocol.ts';

// Entry of a worker thread: one request at a time, one reply each. What throws ends the worker,
// which the pool notices; it then goes on with a new one.
parentPort?.on('message', async (request: MimeRequest) => {
  const reply = await answerRequest(request);
  parentPort?.postMessage(reply, transferList(reply));
});

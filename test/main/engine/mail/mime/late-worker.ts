import { parentPort } from 'node:worker_threads';
import type { MimeReply, MimeRequest } from '../../../../../main/engine/mail/mime/mime-protocol.ts';

/* A worker that answers and crashes in one breath, for tests: its answer comes after its end. */
parentPort?.on('message', (request: MimeRequest) => {
  const text = Buffer.from(request.bytes).toString();
  const parsed = { kind: 'parse', value: { text } } as unknown as MimeReply;
  if (!text.startsWith('crash')) {
    parentPort?.postMessage(parsed);
    return;
  }
  parentPort?.postMessage(parsed);
  throw new Error('crashed');
});

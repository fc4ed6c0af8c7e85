import { parentPort } from 'node:worker_threads';
import type { MimeReply, MimeRequest } from '../../../../../main/engine/mail/mime/mime-protocol.ts';

/* A worker that answers with what it was given, for tests. */
parentPort?.on('message', (request: MimeRequest) => {
  const text = Buffer.from(request.bytes).toString();
  parentPort?.postMessage({ kind: 'parse', value: { text } } as unknown as MimeReply);
});

import { parentPort } from 'node:worker_threads';
import type { MimeReply, MimeRequest } from '../../../../../main/engine/mail/mime/mime-protocol.ts';

/* A worker that answers with what it was given, for tests, and crashes when told to. */
parentPort?.on('message', (request: MimeRequest) => {
  const text = Buffer.from(request.bytes).toString();
  if (text === 'PLEASE CRASH') throw new Error('as asked');
  parentPort?.postMessage({ kind: 'parse', value: { text } } as unknown as MimeReply);
});

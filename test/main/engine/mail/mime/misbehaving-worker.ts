import { parentPort } from 'node:worker_threads';
import { answerRequest } from '../../../../../main/engine/mail/mime/answer-request.ts';
import type { MimeRequest } from '../../../../../main/engine/mail/mime/mime-protocol.ts';

// The real worker, but a message that says so hangs it, crashes it or eats its memory.
parentPort?.on('message', async (request: MimeRequest) => {
  const source = Buffer.from(request.bytes);
  if (source.includes('PLEASE HANG')) for (;;);
  if (source.includes('PLEASE CRASH')) throw new Error('as asked');
  if (source.includes('PLEASE EXIT')) process.exit(3);
  parentPort?.postMessage(await answerRequest(request));
});

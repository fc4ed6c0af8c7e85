import { parentPort } from 'node:worker_threads';
import { answerRequest } from '../../../../../main/engine/mail/mime/answer-request.ts';
import { serveRequests } from '../../../../../main/engine/mail/mime/serve-requests.ts';

// The real worker, but a message that says so hangs it, crashes it or ends it.
if (parentPort !== null) {
  serveRequests(parentPort, async (request) => {
    const source = Buffer.from(request.bytes);
    if (source.includes('PLEASE HANG')) for (;;);
    if (source.includes('PLEASE CRASH')) throw new Error('as asked');
    if (source.includes('PLEASE EXIT')) process.exit(3);
    return answerRequest(request);
  });
}

import '../egress/worker-guard.ts';
import { parentPort } from 'node:worker_threads';
import { answerRequest } from './mime/answer-request.ts';
import { serveRequests } from './mime/serve-requests.ts';

// Entry of a worker thread.
if (parentPort !== null) serveRequests(parentPort, answerRequest);

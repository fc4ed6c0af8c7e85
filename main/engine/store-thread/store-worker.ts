import '../egress/worker-guard.ts';
import { parentPort } from 'node:worker_threads';
import { doTask } from './do-task.ts';
import type { StoreRequest, StoreWorkerMessage } from './store-task.ts';

// Entry of a worker thread. It hears once, and ends when that is done: no key outlives its task.
parentPort?.once('message', (request: StoreRequest) => {
  const message: StoreWorkerMessage = { kind: 'answer', result: doTask(request) };
  parentPort?.postMessage(message);
});

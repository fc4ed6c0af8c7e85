import './egress/worker-guard.ts';
import { parentPort } from 'node:worker_threads';
import { createCsvAnswers } from './csv/answer-csv-request.ts';
import type { CsvMessage, CsvRequest } from './csv/csv-protocol.ts';

// Entry of a worker thread: one for each file, which is gone with it.
const answer = createCsvAnswers();
parentPort?.on('message', (request: CsvRequest) => {
  parentPort?.postMessage({ kind: 'answer', reply: answer(request) } satisfies CsvMessage);
});

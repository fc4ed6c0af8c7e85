import { parentPort } from 'node:worker_threads';
import type { WorkerMessage } from '../mail/mime/mime-protocol.ts';
import { guardProcess } from './guard-process.ts';

// First import of a MIME worker, which reads what strangers wrote: it may reach nothing at all.
guardProcess({
  refused: (what) => parentPort?.postMessage({ kind: 'refused', what } satisfies WorkerMessage),
  workerUrl: null,
});

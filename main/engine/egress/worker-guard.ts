import { parentPort } from 'node:worker_threads';
import { guardProcess } from './guard-process.ts';

/** What a worker tells of a call that it was kept from. */
export type RefusedMessage = { readonly kind: 'refused'; readonly what: string };

// First import of every worker: one reads what strangers wrote, the other has keys. They reach nothing.
guardProcess({
  refused: (what) => parentPort?.postMessage({ kind: 'refused', what } satisfies RefusedMessage),
  workerUrls: [],
});

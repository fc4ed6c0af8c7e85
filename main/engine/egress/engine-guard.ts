import { systemClock } from '../clock.ts';
import { csvWorkerUrl } from '../csv-worker-url.ts';
import { logToMain } from '../log-to-main.ts';
import { mimeWorkerUrl } from '../mime-worker-url.ts';
import { storeWorkerUrl } from '../store-worker-url.ts';
import { guardProcess } from './guard-process.ts';
import { createRefusals } from './refusals.ts';

/** What the engine process was kept from. The first import of its entry puts the guard up. */
export const refusals = createRefusals({ now: systemClock.now, log: logToMain });

guardProcess({
  refused: refusals.record,
  workerUrls: [csvWorkerUrl, mimeWorkerUrl, storeWorkerUrl],
});

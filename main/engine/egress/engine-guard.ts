import { systemClock } from '../clock.ts';
import { logToStderr } from '../log-to-stderr.ts';
import { mimeWorkerUrl } from '../mime-worker-url.ts';
import { guardProcess } from './guard-process.ts';
import { createRefusals } from './refusals.ts';

/** What the engine process was kept from. The first import of its entry puts the guard up. */
export const refusals = createRefusals({ now: systemClock.now, log: logToStderr });

guardProcess({ refused: refusals.record, workerUrl: mimeWorkerUrl });

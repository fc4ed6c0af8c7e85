import { systemClock } from '../engine/clock.ts';
import { startNewsroom } from './newsroom.ts';
import { systemTimers } from './timers.ts';

/** The part of Electron's `process.parentPort` that is used here; Node's types do not know it. */
type ParentPort = { readonly postMessage: (message: unknown) => void };

const { parentPort } = process as typeof process & { readonly parentPort?: ParentPort };

startNewsroom({ clock: systemClock, timers: systemTimers, random: Math.random }).then(
  ({ newsroom }) => parentPort?.postMessage({ kind: 'listening', newsroom }),
  (error: unknown) => {
    console.error('demo newsroom did not start', error);
    process.exit(1);
  },
);

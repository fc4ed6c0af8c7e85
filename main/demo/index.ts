import { systemClock } from '../engine/clock.ts';
import { errorKind } from '../engine/error-kind.ts';
import { logToStderr } from '../engine/log-to-stderr.ts';
import { logUncaught } from '../engine/log-uncaught.ts';
import { startNewsroom } from './newsroom.ts';
import { systemTimers } from './timers.ts';

/** The part of Electron's `process.parentPort` that is used here; Node's types do not know it. */
type ParentPort = { readonly postMessage: (message: unknown) => void };

const { parentPort } = process as typeof process & { readonly parentPort?: ParentPort };

logUncaught(logToStderr, () => process.exit(1));
startNewsroom({ clock: systemClock, timers: systemTimers, random: Math.random }).then(
  ({ newsroom }) => parentPort?.postMessage({ kind: 'listening', newsroom }),
  (error: unknown) => {
    logToStderr('start.failed', errorKind(error));
    process.exit(1);
  },
);

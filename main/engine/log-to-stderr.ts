import { writeSync } from 'node:fs';
import type { Log } from './log.ts';
import { logLine } from './log-line.ts';

/** One line an event, for the terminal. */
export const logToStderr: Log = (event, fields) => {
  try {
    writeSync(2, logLine(Date.now(), event, fields));
  } catch {
    // The terminal is gone, and with it whoever read this.
  }
};

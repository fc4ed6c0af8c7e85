import type { Log } from './log.ts';

/** One line an event, for the terminal or the system's journal. */
export const logToStderr: Log = (event, fields) => {
  process.stderr.write(`${new Date().toISOString()} ${event} ${JSON.stringify(fields ?? {})}\n`);
};

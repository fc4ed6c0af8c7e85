import type { Log } from '../engine/log.ts';
import { logToStderr } from '../engine/log-to-stderr.ts';
import { createLogFile } from './log-file.ts';

/** The log of the whole app, in `folder`; in development on the terminal too. */
export function createMainLog(folder: string, isPackaged: boolean): Log {
  const logToFile = createLogFile({ folder, now: Date.now });
  return (event, fields) => {
    logToFile(event, fields);
    if (!isPackaged) logToStderr(event, fields);
  };
}

import type { Log } from './log.ts';
import { parentPort } from './parent-port.ts';
import type { FromEngine } from './process-messages.ts';

/** The main process writes the engine's log. */
export const logToMain: Log = (event, fields) => {
  const message: FromEngine = { kind: 'log', event, fields };
  parentPort().postMessage(message);
};

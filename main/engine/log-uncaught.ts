import { errorKind } from './error-kind.ts';
import type { Log } from './log.ts';

/**
 * Logs a bug that nothing caught by its class and code, then calls `end`. Without this Node prints
 * its message, which may quote mail, and Electron shows it.
 */
export function logUncaught(log: Log, end: () => void): void {
  const failed = (error: unknown): void => {
    log('process.failed', errorKind(error));
    end();
  };
  process.on('uncaughtException', failed);
  process.on('unhandledRejection', failed);
}

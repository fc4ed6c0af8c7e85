import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLogFile } from '../../main/app/log-file.ts';
import type { Log } from '../../main/engine/log.ts';
import type { LogEvent } from '../../main/engine/log-events.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { waitFor } from './wait-for.ts';

/** The log on the disk, as the app keeps it. */
export function keptLog() {
  const folder = temporaryFolder();
  const path = join(folder, 'fumibako.log');
  const read = () => (existsSync(path) ? readFileSync(path, 'utf8') : '');
  return { folder, log: createLogFile({ folder, now: Date.now }), read };
}

/** A log, and a way to wait for an event of it. */
export function hearing(log: Log, awaited: LogEvent) {
  let isHeard = false;
  const hear: Log = (...event) => {
    isHeard ||= event[0] === awaited;
    log(...event);
  };
  return { hear, hears: () => waitFor(awaited, () => isHeard) };
}

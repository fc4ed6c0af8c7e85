import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../engine/log.ts';
import { logLine } from '../engine/log-line.ts';

export type LogFileOptions = {
  /** Made when missing. */
  readonly folder: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** A file that has grown to this many bytes gets no further line. */
  readonly maxBytes?: number;
  /** The newest and those before it. */
  readonly files?: number;
};

const defaultFiles = 5;

/**
 * The log on the disk: fumibako.log, and older ones as fumibako.1.log, fumibako.2.log, … Readable by
 * this user alone. What the disk does not take is lost: a log must never end what it tells of.
 */
export function createLogFile(options: LogFileOptions): Log {
  const { folder, now, maxBytes = 1024 * 1024, files = defaultFiles } = options;
  const newest = pathOf(folder, 0);
  const older = (age: number) => pathOf(folder, age);
  let isTorn = false;

  function rotate(): void {
    for (let age = files - 1; age > 0; age -= 1) {
      if (sizeOf(older(age - 1)) > 0) renameSync(older(age - 1), older(age));
    }
  }

  return (event, fields) => {
    const line = logLine(now(), event, fields);
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if (sizeOf(newest) >= maxBytes) rotate();
      appendFileSync(newest, isTorn ? `\n${line}` : line, { mode: 0o600 });
      isTorn = false;
    } catch {
      // A full disk may have taken half of the line; the next one starts afresh.
      isTorn = true;
    }
  };
}

/** All lines that there are, the oldest first. */
export function readLogFiles(folder: string): string {
  let lines = '';
  for (let age = defaultFiles - 1; age >= 0; age -= 1)
    if (sizeOf(pathOf(folder, age)) > 0) lines += readFileSync(pathOf(folder, age), 'utf8');
  return lines;
}

function pathOf(folder: string, age: number): string {
  return join(folder, age === 0 ? 'fumibako.log' : `fumibako.${age}.log`);
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

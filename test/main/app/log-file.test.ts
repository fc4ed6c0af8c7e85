import { readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createLogFile, type LogFileOptions } from '../../../main/app/log-file.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function logIn(folder: string, options: Partial<LogFileOptions> = {}) {
  const log = createLogFile({ folder, now: () => Date.UTC(2026, 10, 24), ...options });
  return {
    /** Each line tells its number. */
    write: (status: number) => log('engine.crashed', { status }),
    numbers: (name: string) =>
      [...readFileSync(join(folder, name), 'utf8').matchAll(/"status":(\d+)/g)].map(([, found]) =>
        Number(found),
      ),
  };
}

it('keeps the newest lines in so many files of so many bytes', () => {
  const folder = join(temporaryFolder(), 'logs');
  // A line is 53 bytes: two to a file.
  const { write, numbers } = logIn(folder, { maxBytes: 100, files: 3 });
  for (let number = 1; number <= 9; number += 1) write(number);
  expect(readdirSync(folder).sort()).toEqual(['fumibako.1.log', 'fumibako.2.log', 'fumibako.log']);
  expect(numbers('fumibako.2.log')).toEqual([5, 6]);
  expect(numbers('fumibako.1.log')).toEqual([7, 8]);
  expect(numbers('fumibako.log')).toEqual([9]);
});

it('goes on with the file of an earlier run', () => {
  const folder = temporaryFolder();
  logIn(folder).write(1);
  logIn(folder).write(2);
  expect(logIn(folder).numbers('fumibako.log')).toEqual([1, 2]);
});

it.skipIf(process.platform === 'win32')('can be read by this user alone', () => {
  const folder = join(temporaryFolder(), 'logs');
  logIn(folder).write(1);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'fumibako.log')).mode & 0o777).toBe(0o600);
});

it.skipIf(process.platform !== 'linux')(
  'says nothing while the disk is full, and goes on when there is room',
  () => {
    const folder = temporaryFolder();
    const path = join(folder, 'fumibako.log');
    symlinkSync('/dev/full', path);
    const { write, numbers } = logIn(folder);
    write(1);
    rmSync(path);
    write(2);
    expect(numbers('fumibako.log')).toEqual([2]);
    expect(readFileSync(path, 'utf8')).toMatch(/^\n/);
  },
);

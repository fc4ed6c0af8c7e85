import { existsSync, readdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { syncFolder } from '../../write-file-durably.ts';
import { removeDatabase } from '../database-files.ts';
import { partialPath } from '../write-backup.ts';

/** Where a restored file waits, whole, to take the place of the section's own. */
export function readyPath(path: string, date: string): string {
  return `${path}.restored-${date}`;
}

/** What the section's own file is called from then on. */
export function asidePath(path: string, date: string): string {
  return `${path}.before-restore-${date}`;
}

/**
 * Puts a restored file that is ready in the place of the section's own, which is kept aside with its
 * log. The names say what is left to do, so that a kill in between is made good when the section is
 * next opened. Nobody may have the section open.
 */
export function finishRestore(path: string): void {
  const prefix = `${basename(path)}.restored-`;
  for (const file of readdirSync(dirname(path)).sort()) {
    const date = file.startsWith(prefix) ? file.slice(prefix.length) : '';
    if (!/^[\dTZ-]+$/.test(date)) {
      // A kill came before it was whole: the section is as it was.
      if (date !== '') removeDatabase(partialPath(readyPath(path, date.replace(/\.new.*$/, ''))));
      continue;
    }
    for (const suffix of ['', '-wal', '-shm']) {
      if (existsSync(path + suffix)) renameSync(path + suffix, asidePath(path, date) + suffix);
    }
    renameSync(join(dirname(path), file), path);
    syncFolder(path);
  }
}

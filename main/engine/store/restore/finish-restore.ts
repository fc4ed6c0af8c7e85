import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { syncFolder } from '../../write-file-durably.ts';
import { removeDatabase } from '../database-files.ts';
import { rekeyPath } from '../rekey-database.ts';
import { headPath } from '../section-files.ts';
import { partialPath } from '../write-backup.ts';

/** Of a time as `fileDate` writes it. */
const timeLength = '2026-11-24T09-00-00-000Z'.length;

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
    if (date === '') continue;
    if (!/^[\dTZ-]+$/.test(date)) {
      removeUnready(readyPath(path, date.slice(0, timeLength)));
      continue;
    }
    const ready = readyPath(path, date);
    const keep = (suffix: string) => {
      if (existsSync(path + suffix)) renameSync(path + suffix, asidePath(path, date) + suffix);
    };
    for (const suffix of ['', '-wal', '-shm']) keep(suffix);
    // The head of its chain goes with it. Gone from there, it has its place already.
    if (existsSync(headPath(ready))) {
      keep('-head');
      renameSync(headPath(ready), headPath(path));
    }
    renameSync(ready, path);
    syncFolder(path);
  }
}

/** A kill came before a restored file was whole: the section is as it was. */
function removeUnready(ready: string): void {
  if (existsSync(ready)) return;
  const partial = partialPath(ready);
  for (const file of [partial, rekeyPath(partial)]) removeDatabase(file);
  for (const suffix of ['', '.new']) rmSync(headPath(ready) + suffix, { force: true });
}

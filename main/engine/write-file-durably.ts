import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Replaces a file so that after a crash either the old or the new content is there, whole: written
 * beside it, flushed, renamed over it, and the folder flushed. Readable by this user alone.
 */
export function writeFileDurably(path: string, content: string | Uint8Array): void {
  const beside = besideOf(path);
  const file = openSync(beside, 'w', 0o600);
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(beside, path);
  syncFolder(path);
}

/** Removes what a kill left of a file that was being replaced. */
export function removeUnfinished(path: string): void {
  rmSync(besideOf(path), { force: true });
}

function besideOf(path: string): string {
  return `${path}.new`;
}

/** Makes the renames in a file's folder last. */
export function syncFolder(path: string): void {
  // Windows has no way to open a folder for flushing; its rename is journalled.
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

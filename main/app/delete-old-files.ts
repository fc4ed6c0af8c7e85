import { type Dirent, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Deletes files of a folder, and of those in it, that were last written before `limit`, in ms. What
 * cannot be deleted stays until the next time, alone; a folder that is missing has nothing old.
 */
export function deleteOldFiles(
  folder: string,
  limit: number,
  remove: (path: string) => void = rmSync,
): void {
  for (const entry of entriesOf(folder)) {
    const path = join(entry.parentPath, entry.name);
    try {
      if (entry.isFile() && statSync(path).mtimeMs < limit) remove(path);
    } catch {
      // Another program holds it, or was quicker: the others go all the same.
    }
  }
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch {
    // Not there, or not to be read: the app starts all the same.
    return [];
  }
}

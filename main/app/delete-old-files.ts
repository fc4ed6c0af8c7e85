import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Deletes files of a folder, and of those in it, that were last written before `limit`, in ms. What
 * cannot be deleted stays until the next time; a folder that is missing has nothing old.
 */
export function deleteOldFiles(folder: string, limit: number): void {
  try {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile() && statSync(path).mtimeMs < limit) rmSync(path);
    }
  } catch {
    // Another program holds it, or the folder is not there: the app starts all the same.
  }
}

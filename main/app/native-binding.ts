import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A test package brings an addon that was built for its runtime; a release uses the shipped one. */
export function packagedNativeBinding(resourcesFolder: string): string | null {
  const path = join(resourcesFolder, 'better_sqlite3.node');
  return existsSync(path) ? path : null;
}

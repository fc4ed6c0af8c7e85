import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new folder that is removed when the test ends. Call it inside a test. */
export function temporaryFolder(): string {
  const folder = makeTemporaryFolder();
  onTestFinished(() => removeFolder(folder));
  return folder;
}

/** A new folder for several tests; the caller removes it. */
export function makeTemporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'fumibako-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export type DataFolders = {
  /** Holds the keyring and the sections' databases; made when missing. */
  readonly own: () => string;
  /** The demo's, emptied: its profile is made anew each time. */
  readonly demo: () => string;
  readonly removeDemo: () => void;
};

export function createDataFolders(userData: string): DataFolders {
  const demo = join(userData, 'demo');
  const removeDemo = () => rmSync(demo, { recursive: true, force: true });
  return {
    own: () => made(join(userData, 'data')),
    demo() {
      removeDemo();
      return made(demo);
    },
    removeDemo,
  };
}

function made(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

import { cpSync, existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../../main/engine/store/open-database.ts';
import { type SectionId, sectionIds } from '../../../shared/model/section.ts';
import { keysOfFirst } from '../section-keys.ts';
import { makeTemporaryFolder, removeFolder } from '../temporary-folder.ts';

/** The data folder as the kill left it, and a look at it that does not touch the one that goes on. */
export function asKilled(dataFolder: string) {
  const folder = makeTemporaryFolder();
  cpSync(dataFolder, folder, { recursive: true });
  return {
    /** Every file that should open does, whole, with a key of the keyring, and nothing is in clear. */
    async check(passphrase: string, markers: readonly string[]): Promise<void> {
      for (const file of globSync('**/*', { cwd: folder, withFileTypes: true })) {
        if (!file.isFile()) continue;
        const bytes = readFileSync(join(file.parentPath, file.name));
        const found = markers.find((marker) => bytes.includes(marker));
        if (found !== undefined) throw new Error(`${file.name} has ${found} in clear`);
      }
      const granted = await keysOfFirst(folder, passphrase);
      for (const sectionId of sectionIds) {
        const keys = granted.get(sectionId) ?? [];
        for (const path of wholeFiles(folder, sectionId)) quickCheck(path, keys);
      }
    },
    remove: () => removeFolder(folder),
  };
}

/** Files of a section that have the name of a whole one. */
function wholeFiles(folder: string, sectionId: SectionId): string[] {
  const own = join(folder, 'sections', `${sectionId}.db`);
  const copies = globSync(
    [
      `sections/${sectionId}.db.{before-restore,before-migration,damaged,restored}-*`,
      `backups/${sectionId}/*.db`,
    ],
    { cwd: folder },
  );
  const whole = copies.filter((file) => !/(-wal|-shm|-journal|-head|\.new|\.rekey)/.test(file));
  // Between the two renames of a restore there is none: the one that is ready takes its place.
  if (!existsSync(own) && !whole.some((file) => file.includes('.restored-'))) {
    throw new Error(`${sectionId} has no file`);
  }
  return [...(existsSync(own) ? [own] : []), ...whole.map((file) => join(folder, file))];
}

function quickCheck(path: string, keys: readonly Buffer[]): void {
  for (const key of keys) {
    let db: ReturnType<typeof openDatabase>;
    try {
      db = openDatabase({ path, key, nativeBinding: null, keepsJournal: true });
    } catch {
      // It may have the other key of two.
      continue;
    }
    const found = db.pragma('quick_check', { simple: true });
    db.close();
    if (found === 'ok') return;
    throw new Error(`${path}: ${found}`);
  }
  throw new Error(`${path} opens with none of ${keys.length} keys`);
}

/** What a kill leaves half done, and a sign-in must have cleared away. */
export function findUnfinished(dataFolder: string): string[] {
  return globSync(['**/*.new*', '**/*.rekey*', '**/*.restored-*'], { cwd: dataFolder });
}

/** Files set aside are never deleted by the app; a test that restores hundreds of times must. */
export function removeSetAside(dataFolder: string): void {
  const aside = globSync('sections/*.before-restore-*', { cwd: dataFolder }).sort();
  // Two of them, each with the head of its chain.
  for (const file of aside.slice(0, -4)) rmSync(join(dataFolder, file), { force: true });
}

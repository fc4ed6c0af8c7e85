import { existsSync, globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '../../../main/engine/store/migrate.ts';
import { migrations } from '../../../main/engine/store/migrations/all.ts';
import { openDatabase } from '../../../main/engine/store/open-database.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { passphrase } from '../engine-process.ts';
import { sectionKeys } from '../section-keys.ts';

/** A section that nothing else is done with. */
const sectionId: SectionId = 'website-editor';
const rows = 2000;

/** Makes a section one of the first version again, with rows in it. False while there is but one version. */
export async function ageSection(dataFolder: string): Promise<boolean> {
  if (migrations.length < 2) return false;
  const path = join(dataFolder, 'sections', `${sectionId}.db`);
  const [key] = await sectionKeys(dataFolder, sectionId, passphrase);
  if (key === undefined) throw new Error('no key');
  for (const file of globSync(`${path}*`)) rmSync(file);
  const db = openDatabase({ path, key, nativeBinding: null });
  migrate(db, () => undefined, migrations.slice(0, 1));
  const insert = db.prepare('INSERT INTO conversation (subject) VALUES (?)');
  db.transaction(() => {
    for (let row = 0; row < rows; row += 1) insert.run(`Row ${row} ${'text '.repeat(100)}`);
  })();
  db.close();
  return true;
}

/** At the newest version with all its rows, and so is what was kept from before. */
export async function checkAged(dataFolder: string): Promise<void> {
  const path = join(dataFolder, 'sections', `${sectionId}.db`);
  const copy = `${path}.before-migration-1`;
  if (!existsSync(copy)) return;
  const [key] = await sectionKeys(dataFolder, sectionId, passphrase);
  if (key === undefined) throw new Error('no key');
  for (const [file, version] of [
    [path, migrations.length],
    [copy, 1],
  ] as const) {
    const db = openDatabase({ path: file, key, nativeBinding: null, keepsJournal: true });
    const found = db.pragma('user_version', { simple: true });
    const count = db.prepare('SELECT count(*) FROM conversation').pluck().get();
    db.close();
    if (found !== version || count !== rows) throw new Error(`${file}: ${found}, ${count} rows`);
  }
}

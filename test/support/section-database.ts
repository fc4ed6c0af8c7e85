import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { migrate } from '../../main/engine/store/migrate.ts';
import { openDatabase, type SectionDatabase } from '../../main/engine/store/open-database.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A new encrypted section database at the newest schema, closed when the test ends. */
export function sectionDatabase(): SectionDatabase {
  const path = join(temporaryFolder(), 'section.db');
  const db = openDatabase({ path, key: randomBytes(32), nativeBinding: null });
  migrate(db, () => undefined);
  onTestFinished(() => {
    db.close();
  });
  return db;
}

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { findTombstones } from '../../../../../main/engine/store/erasures.ts';
import { migrate } from '../../../../../main/engine/store/migrate.ts';
import { erasures } from '../../../../../main/engine/store/migrations/0021-erasures.ts';
import { migrations } from '../../../../../main/engine/store/migrations/all.ts';
import { openDatabase } from '../../../../../main/engine/store/open-database.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

it('begins with nobody erased and a key of its own, and leaves members as they are', () => {
  const open = () => {
    const path = join(temporaryFolder(), 'section.db');
    const db = openDatabase({ path, key: randomBytes(32), nativeBinding: null });
    onTestFinished(() => {
      db.close();
    });
    migrate(db, () => undefined, migrations.slice(0, migrations.indexOf(erasures)));
    return db;
  };
  const db = open();
  db.exec(`INSERT INTO member (status, family_name, given_name, family_kana, given_kana, name_order,
      language, plan, notes, consent_version, consent_date, consent_source, tailoring, sort_key,
      words, added_at, changed_at)
    VALUES ('new', 'Mori', '', '', '', 'given-first', 'en', '', '', '', '', '', 'unknown', '', '', 1, 1)`);
  const other = open();
  for (const one of [db, other]) expect(migrate(one, () => undefined)).toBe('migrated');
  const keyOf = (one: typeof db) => one.prepare('SELECT key FROM tombstone_key').pluck().get();
  expect(keyOf(db)).not.toEqual(keyOf(other));
  expect(findTombstones(db)).toEqual([]);
  expect(db.prepare('SELECT family_name FROM member').pluck().all()).toEqual(['Mori']);
  expect(db.pragma('foreign_key_check')).toEqual([]);
});

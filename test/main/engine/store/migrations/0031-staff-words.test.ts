import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { toMatch } from '../../../../../main/engine/mail/mime/search-match.ts';
import { migrate } from '../../../../../main/engine/store/migrate.ts';
import { staffWords } from '../../../../../main/engine/store/migrations/0031-staff-words.ts';
import { migrations } from '../../../../../main/engine/store/migrations/all.ts';
import { openDatabase } from '../../../../../main/engine/store/open-database.ts';
import { indexStaffWords } from '../../../../../main/engine/store/search/staff-words.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

it('has the notes and tags of before found, and follows them to another conversation', () => {
  const path = join(temporaryFolder(), 'section.db');
  const db = openDatabase({ path, key: randomBytes(32), nativeBinding: null });
  onTestFinished(() => {
    db.close();
  });
  migrate(db, () => undefined, migrations.slice(0, migrations.indexOf(staffWords)));
  db.exec(`
    INSERT INTO conversation (id, subject) VALUES (1, 'Ferry'), (2, 'Tram');
    INSERT INTO conversation_event VALUES
      ('a', 'key', 1, 'note', NULL, 'Ken', 1, '{"text":"確認済み"}');
    INSERT INTO conversation_tag VALUES ('Story_tip', 5, 2);
  `);
  expect(migrate(db, () => undefined)).toBe('migrated');
  const find = (words: string) => {
    indexStaffWords(db);
    return db
      .prepare('SELECT rowid FROM message_search(?)')
      .pluck()
      .all(toMatch(words, { isExact: true }));
  };
  expect(find('確認')).toEqual([-1]);
  expect(find('story tip')).toEqual([-2]);
  // Two conversations turned out to be one.
  db.exec(
    `UPDATE conversation_event SET conversation_id = 2; DELETE FROM conversation WHERE id = 1;`,
  );
  expect(find('確認')).toEqual([-2]);
  expect(find('story tip')).toEqual([-2]);
});

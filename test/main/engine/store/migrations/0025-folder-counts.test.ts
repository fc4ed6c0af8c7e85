import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { countStoredUids } from '../../../../../main/engine/store/folder-messages.ts';
import { migrate } from '../../../../../main/engine/store/migrate.ts';
import { folderCounts } from '../../../../../main/engine/store/migrations/0025-folder-counts.ts';
import { migrations } from '../../../../../main/engine/store/migrations/all.ts';
import { openDatabase } from '../../../../../main/engine/store/open-database.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

it('counts what is there, and what comes and goes', () => {
  const path = join(temporaryFolder(), 'section.db');
  const db = openDatabase({ path, key: randomBytes(32), nativeBinding: null });
  onTestFinished(() => {
    db.close();
  });
  migrate(db, () => undefined, migrations.slice(0, migrations.indexOf(folderCounts)));
  const place = (uid: number) =>
    db.exec(`INSERT OR IGNORE INTO folder_message (folder_id, uid, message_id, seen)
      VALUES (3, ${uid}, 1, 0)`);
  db.exec(`
    INSERT INTO folder (id, role, path) VALUES (3, 'inbox', 'INBOX'), (4, 'sent', 'Sent');
    INSERT INTO conversation (id, subject, newest_at, message_count, inbox_count)
      VALUES (1, 'Ferry', 5, 1, 1);
    INSERT INTO message (id, content_hash, conversation_id, direction, from_name, from_address,
        recipients, reference_ids, subject, snippet, sent_at, size, automation, attachments)
      VALUES (1, zeroblob(32), 1, 'in', '', 'hana@reader.example', '{}', '[]', '', '', 5, 1, 'no', '[]');
  `);
  place(8);
  place(9);
  expect(migrate(db, () => undefined)).toBe('migrated');
  expect([countStoredUids(db, 3), countStoredUids(db, 4)]).toEqual([2, 0]);
  place(9);
  place(10);
  expect(countStoredUids(db, 3)).toBe(3);
  db.exec('DELETE FROM folder_message WHERE uid < 10');
  expect(countStoredUids(db, 3)).toBe(1);
  db.exec('DELETE FROM folder WHERE id = 3');
  expect(countStoredUids(db, 3)).toBe(0);
});

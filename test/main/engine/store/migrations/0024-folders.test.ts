import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import {
  countByStatus,
  findConversations,
} from '../../../../../main/engine/store/conversations.ts';
import { findFlagActions } from '../../../../../main/engine/store/flag-actions.ts';
import { findStoredUids } from '../../../../../main/engine/store/folder-messages.ts';
import { findFolder } from '../../../../../main/engine/store/folders.ts';
import { lastLostPlace } from '../../../../../main/engine/store/lost-places.ts';
import { migrate } from '../../../../../main/engine/store/migrate.ts';
import { folders } from '../../../../../main/engine/store/migrations/0024-folders.ts';
import { migrations } from '../../../../../main/engine/store/migrations/all.ts';
import { openDatabase } from '../../../../../main/engine/store/open-database.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

it('keeps every place, mark and deletion of INBOX and Sent', () => {
  const path = join(temporaryFolder(), 'section.db');
  const db = openDatabase({ path, key: randomBytes(32), nativeBinding: null });
  onTestFinished(() => {
    db.close();
  });
  migrate(db, () => undefined, migrations.slice(0, migrations.indexOf(folders)));
  db.exec(`
    INSERT INTO folder (id, role, path, uid_validity, uid_next, highest_modseq, synced_at)
      VALUES (3, 'inbox', 'INBOX', '77', 9, '5', 1000), (4, 'sent', 'Sent', '78', 2, '6', 1000);
    INSERT INTO conversation (id, subject, newest_at, message_count, inbox_count)
      VALUES (1, 'Ferry', 5, 2, 1);
    INSERT INTO message (id, content_hash, conversation_id, direction, from_name, from_address,
        recipients, reference_ids, subject, snippet, sent_at, size, automation, attachments)
      VALUES (1, zeroblob(32), 1, 'in', '', 'hana@reader.example', '{}', '[]', '', '', 5, 1, 'no', '[]'),
        (2, x'01', 1, 'in', '', 'hana@reader.example', '{}', '[]', '', '', 4, 1, 'no', '[]');
    INSERT INTO folder_message VALUES (3, 8, 1, 0, 1);
    INSERT INTO flag_action VALUES (3, 1, 'answered', 1);
  `);
  expect(migrate(db, () => undefined)).toBe('migrated');
  const inbox = findFolder(db, 'inbox');
  // Flags that were not kept before are read once more.
  expect(inbox).toMatchObject({ id: 3, uidValidity: '77', uidNext: 9, highestModseq: null });
  expect(findFolder(db, 'sent')).toMatchObject({ id: 4, path: 'Sent' });
  expect(findStoredUids(db, 3)).toEqual([8]);
  expect(findFlagActions(db, 3)).toEqual([{ messageId: 1, uid: 8, flag: 'answered', isSet: true }]);
  // The second one was kept for somebody, and is remembered as such.
  expect(db.prepare('SELECT message_id FROM lost_place').pluck().all()).toEqual([2]);
  expect(lastLostPlace(db)).toBeGreaterThan(0);
  expect(countByStatus(db)).toMatchObject({ open: 1 });
  expect(
    findConversations(db, { view: 'all', search: null, offset: 0, limit: 9 }).items,
  ).toMatchObject([{ subject: 'Ferry' }]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
});

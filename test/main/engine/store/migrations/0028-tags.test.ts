import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { findFlagActions } from '../../../../../main/engine/store/flag-actions.ts';
import { migrate } from '../../../../../main/engine/store/migrate.ts';
import { tags } from '../../../../../main/engine/store/migrations/0028-tags.ts';
import { migrations } from '../../../../../main/engine/store/migrations/all.ts';
import { openDatabase } from '../../../../../main/engine/store/open-database.ts';
import { findKeywords } from '../../../../../main/engine/store/tags.ts';
import { ConversationId } from '../../../../../shared/ids.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

it('keeps the marks that wait, and knows the keywords that letters have', () => {
  const path = join(temporaryFolder(), 'section.db');
  const db = openDatabase({ path, key: randomBytes(32), nativeBinding: null });
  onTestFinished(() => {
    db.close();
  });
  migrate(db, () => undefined, migrations.slice(0, migrations.indexOf(tags)));
  db.exec(`
    INSERT INTO folder (id, role, path) VALUES (3, 'inbox', 'INBOX');
    INSERT INTO conversation (id, subject, newest_at, message_count, inbox_count)
      VALUES (1, 'Ferry', 5, 1, 1);
    INSERT INTO message (id, content_hash, conversation_id, direction, from_name, from_address,
        recipients, reference_ids, subject, snippet, sent_at, size, automation, attachments)
      VALUES (1, zeroblob(32), 1, 'in', '', 'hana@reader.example', '{}', '[]', '', '', 5, 1, 'no', '[]');
    INSERT INTO folder_message (folder_id, uid, message_id, seen, other_flags) VALUES
      (3, 8, 1, 0, '$Forwarded $Label1 NonJunk Press \\Draft'), (3, 9, 1, 0, 'press');
    INSERT INTO flag_action VALUES (3, 1, 'forwarded', 1), (3, 1, 'seen', 0);
  `);
  expect(migrate(db, () => undefined)).toBe('migrated');
  expect(findKeywords(db, ConversationId.parse(1))).toEqual(['$Label1', 'Press']);
  expect(findFlagActions(db, 3).filter(({ uid }) => uid === 8)).toEqual([
    { messageId: 1, uid: 8, flag: 'keyword:$Forwarded', isSet: true },
    { messageId: 1, uid: 8, flag: 'seen', isSet: false },
  ]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
});

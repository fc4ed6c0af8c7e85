import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../../../../main/engine/store/migrate.ts';
import { begunMoves } from '../../../../../main/engine/store/migrations/0026-begun-moves.ts';
import { migrations } from '../../../../../main/engine/store/migrations/all.ts';
import { findMoveActions } from '../../../../../main/engine/store/moves.ts';
import { openDatabase } from '../../../../../main/engine/store/open-database.ts';
import { FolderId } from '../../../../../shared/ids.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

it('keeps a move, and looks for no copy of before', () => {
  const path = join(temporaryFolder(), 'section.db');
  const db = openDatabase({ path, key: randomBytes(32), nativeBinding: null });
  onTestFinished(() => {
    db.close();
  });
  migrate(db, () => undefined, migrations.slice(0, migrations.indexOf(begunMoves)));
  db.exec(`
    INSERT INTO folder (id, role, path) VALUES (3, 'inbox', 'INBOX'), (4, 'archive', 'Archive');
    INSERT INTO conversation (id, subject, newest_at, message_count, inbox_count)
      VALUES (1, 'Ferry', 5, 1, 1);
    INSERT INTO message (id, content_hash, conversation_id, direction, from_name, from_address,
        recipients, reference_ids, subject, snippet, sent_at, size, automation, attachments)
      VALUES (1, zeroblob(32), 1, 'in', '', 'hana@reader.example', '{}', '[]', '', '', 5, 1, 'no', '[]');
    INSERT INTO folder_message (folder_id, uid, message_id, seen) VALUES (3, 8, 1, 0);
    INSERT INTO move_action (folder_id, message_id, target_id, is_begun) VALUES (3, 1, 4, 1);
  `);
  expect(migrate(db, () => undefined)).toBe('migrated');
  expect(findMoveActions(db, FolderId.parse(3))).toMatchObject([
    { messageId: 1, targetId: 4, uid: 8, begunAt: null },
  ]);
});

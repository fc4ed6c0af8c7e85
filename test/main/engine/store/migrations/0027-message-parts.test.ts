import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { findQueuedMail, queueAllMail } from '../../../../../main/engine/store/form-queue.ts';
import { findPartial } from '../../../../../main/engine/store/message-bodies.ts';
import { hasParts } from '../../../../../main/engine/store/message-parts.ts';
import { migrate } from '../../../../../main/engine/store/migrate.ts';
import { messageParts } from '../../../../../main/engine/store/migrations/0027-message-parts.ts';
import { migrations } from '../../../../../main/engine/store/migrations/all.ts';
import { openDatabase } from '../../../../../main/engine/store/open-database.ts';
import { MessageId } from '../../../../../shared/ids.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

function migrated() {
  const path = join(temporaryFolder(), 'section.db');
  const db = openDatabase({ path, key: randomBytes(32), nativeBinding: null });
  onTestFinished(() => {
    db.close();
  });
  migrate(db, () => undefined, migrations.slice(0, migrations.indexOf(messageParts)));
  db.exec(`
    INSERT INTO conversation (id, subject, newest_at, message_count, inbox_count)
      VALUES (1, 'Ferry', 5, 1, 1);
    INSERT INTO message (id, content_hash, conversation_id, direction, from_name, from_address,
        recipients, reference_ids, subject, snippet, sent_at, size, automation, attachments)
      VALUES (1, zeroblob(32), 1, 'in', '', 'hana@reader.example', '{}', '[]', '', '', 5, 1, 'no', '[]');
  `);
  expect(migrate(db, () => undefined)).toBe('migrated');
  return db;
}

it('takes every message of before for whole', () => {
  const db = migrated();
  expect(hasParts(db)).toBe(false);
  expect(findPartial(db, MessageId.parse(1))).toMatchObject({ part: 'whole', size: 1 });
});

it('looks for a registration in a letter when its text has come', () => {
  const db = migrated();
  db.exec(`INSERT INTO form (id, name, language, senders, labels, staff_name, taught_at)
    VALUES (1, 'Reader', 'en', '[]', '{}', 'Hana', 0)`);
  const insert = db.prepare(
    `INSERT INTO message (id, content_hash, conversation_id, direction, from_name, from_address,
       recipients, reference_ids, subject, snippet, sent_at, size, automation, attachments, part)
     VALUES (?, zeroblob(32), 1, 'in', '', '', '{}', '[]', '', '', 5, 1, 'no', '[]', ?)`,
  );
  insert.run(2, 'whole');
  insert.run(3, 'head');
  expect(findQueuedMail(db, 9)).toEqual([2]);
  db.exec(`UPDATE message SET part = 'whole' WHERE id = 3`);
  expect(findQueuedMail(db, 9)).toEqual([2, 3]);
  db.exec(`DELETE FROM form_queue; UPDATE message SET part = 'head' WHERE id = 2`);
  queueAllMail(db);
  expect(findQueuedMail(db, 9)).toEqual([1, 3]);
});

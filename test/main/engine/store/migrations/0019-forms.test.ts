import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { countQueuedMail } from '../../../../../main/engine/store/form-queue.ts';
import { migrate } from '../../../../../main/engine/store/migrate.ts';
import { forms } from '../../../../../main/engine/store/migrations/0019-forms.ts';
import { migrations } from '../../../../../main/engine/store/migrations/all.ts';
import { openDatabase } from '../../../../../main/engine/store/open-database.ts';
import { storeLetter } from '../../../../support/stored-letter.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

it('leaves mail as it is, and has none looked through while there is no form', () => {
  const path = join(temporaryFolder(), 'section.db');
  const db = openDatabase({ path, key: randomBytes(32), nativeBinding: null });
  onTestFinished(() => {
    db.close();
  });
  migrate(db, () => undefined, migrations.slice(0, migrations.indexOf(forms)));
  db.exec(`INSERT INTO conversation (id) VALUES (1);
    INSERT INTO message (content_hash, conversation_id, direction, from_name, from_address,
      recipients, reference_ids, subject, snippet, sent_at, arrived_at, size, automation, attachments)
    VALUES (x'00', 1, 'in', '', '', '{}', '[]', 'Before', '', 1, 1, 1, 'no', '[]')`);
  expect(migrate(db, () => undefined)).toBe('migrated');
  expect(db.prepare('SELECT subject FROM message').pluck().all()).toEqual(['Before']);
  storeLetter(db, { subject: 'After' });
  expect(countQueuedMail(db)).toBe(0);
  db.exec(`INSERT INTO form (name, language, senders, labels, staff_name, taught_at)
    VALUES ('Member page', 'en', '[]', '[]', '', 1)`);
  db.exec(`DELETE FROM folder_message`);
  storeLetter(db, { subject: 'With a form' });
  expect(countQueuedMail(db)).toBe(1);
  expect(db.pragma('foreign_key_check')).toEqual([]);
});

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../../../../main/engine/store/migrate.ts';
import { migrations } from '../../../../../main/engine/store/migrations/all.ts';
import { openDatabase } from '../../../../../main/engine/store/open-database.ts';
import { findDraftsToCopy } from '../../../../../main/engine/store/server-drafts.ts';
import { sectionDatabase } from '../../../../support/section-database.ts';
import { storeLetter } from '../../../../support/stored-letter.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const insert = `INSERT INTO edited_draft (version, uid_validity, uid, conversation_id, message_id,
  staff_id, state, saved_at, text, has_files) VALUES ('v', '1', 1, ?, ?, '', ?, 0, 'Edited', 0)`;

it('leaves copies of before as they are', () => {
  const path = join(temporaryFolder(), 'section.db');
  const db = openDatabase({ path, key: randomBytes(32), nativeBinding: null });
  onTestFinished(() => {
    db.close();
  });
  migrate(db, () => undefined, migrations.slice(0, 10));
  db.exec(`
    INSERT INTO conversation (id, subject) VALUES (3, 'A question'), (4, 'Another');
    INSERT INTO draft (conversation_id, staff_id, staff_name, kind, text, saved_at)
    VALUES (3, 's', '', 'reply', 'Copied', 5), (4, 's', '', 'reply', 'Not copied', 5);
    INSERT INTO server_draft VALUES ('m', 3, 's', 5, '1', 1)`);
  migrate(db, () => undefined);
  expect(findDraftsToCopy(db).map(({ text }) => text)).toEqual(['Not copied']);
});

it('keeps nothing of an edited reply once what it answers is gone', () => {
  const db = sectionDatabase();
  const { conversationId, messageId } = storeLetter(db);
  db.prepare(insert).run(conversationId, messageId, 'offered');
  for (const table of ['folder_message', 'message_source'])
    db.prepare(`DELETE FROM ${table} WHERE message_id = ?`).run(messageId);
  db.prepare('DELETE FROM message WHERE id = ?').run(messageId);
  expect(db.prepare('SELECT count(*) FROM edited_draft').pluck().get()).toBe(0);
});

it('refuses a state that nobody knows', () => {
  const db = sectionDatabase();
  const { conversationId, messageId } = storeLetter(db);
  expect(() => db.prepare(insert).run(conversationId, messageId, 'taken')).toThrow('CHECK');
});

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { findDraft } from '../../../../../main/engine/store/drafts.ts';
import { migrate } from '../../../../../main/engine/store/migrate.ts';
import { migrations } from '../../../../../main/engine/store/migrations/all.ts';
import { openDatabase } from '../../../../../main/engine/store/open-database.ts';
import { findDueMail, findOutboxItems } from '../../../../../main/engine/store/outbox-items.ts';
import { ConversationId } from '../../../../../shared/ids.ts';
import { replyDraft } from '../../../../support/plain-letter.ts';
import { sectionLedger } from '../../../../support/section-ledger.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

/** A section as the first version left it: a conversation with a draft and a reply on its way. */
function atVersionOne() {
  const path = join(temporaryFolder(), 'section.db');
  const db = openDatabase({ path, key: randomBytes(32), nativeBinding: null });
  onTestFinished(() => {
    db.close();
  });
  migrate(db, () => undefined, migrations.slice(0, 1));
  db.exec(`
    INSERT INTO account VALUES (1, '{}');
    INSERT INTO conversation (id, subject) VALUES (3, 'A question');
    INSERT INTO draft (conversation_id, text, saved_at) VALUES (3, 'Dear Hana', 7);
    INSERT INTO outbox_item (token, conversation_id, header_message_id, state, recipient, mail_from,
      subject, text, raw, created_at, retry_at)
    VALUES ('t', 3, 'm', 'queued', 'hana@example.com', 'world@minato.example', 'Re', 'Text', x'00', 1, 1)`);
  return db;
}

it('keeps drafts and replies of a database of version 1, whose writers are not known', async () => {
  const db = atVersionOne();
  const copies: number[] = [];
  expect(migrate(db, (version) => copies.push(version))).toBe('migrated');
  expect(copies).toEqual([1]);
  expect(findDraft(db, replyDraft(ConversationId.parse(3)))).toMatchObject({
    text: 'Dear Hana',
    savedAt: 7,
  });
  expect(findOutboxItems(db)).toMatchObject([{ state: 'queued', recipient: 'hana@example.com' }]);
  expect(findDueMail(db, 1)).toMatchObject({ staffId: null, staffName: '' });
  expect(await sectionLedger(db).verify()).toMatchObject({ outcome: 'whole', entries: 1 });
});

it('begins a chain with a key of its own in each database', () => {
  const keyOf = () => {
    const db = atVersionOne();
    migrate(db, () => undefined);
    sectionLedger(db);
    return db.prepare('SELECT key FROM chain_key').pluck().get() as Buffer;
  };
  const one = keyOf();
  expect(one).toHaveLength(32);
  expect(keyOf().equals(one)).toBe(false);
});

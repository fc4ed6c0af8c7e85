import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { findDraft, findOtherWriters, saveDraft } from '../../../../../main/engine/store/drafts.ts';
import { migrate } from '../../../../../main/engine/store/migrate.ts';
import { migrations } from '../../../../../main/engine/store/migrations/all.ts';
import { openDatabase } from '../../../../../main/engine/store/open-database.ts';
import { findDueMail, findOutboxItems } from '../../../../../main/engine/store/outbox-items.ts';
import { ConversationId } from '../../../../../shared/ids.ts';
import { plainLetter } from '../../../../support/plain-letter.ts';
import { hana, ken } from '../../../../support/section-ledger.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const conversationId = ConversationId.parse(3);
const of = (writer: typeof hana) => ({ conversationId, kind: 'reply', writer }) as const;

/** A section as version 2 left it, with a draft of these editors and a reply on its way. */
function atVersionTwo(editors: readonly string[]) {
  const path = join(temporaryFolder(), 'section.db');
  const db = openDatabase({ path, key: randomBytes(32), nativeBinding: null });
  onTestFinished(() => {
    db.close();
  });
  migrate(db, () => undefined, migrations.slice(0, 2));
  db.exec(`
    INSERT INTO conversation (id, subject) VALUES (3, 'A question');
    INSERT INTO outbox_item (token, conversation_id, header_message_id, state, recipient, mail_from,
      subject, text, raw, created_at, retry_at)
    VALUES ('t', 3, 'm', 'queued', 'hana@example.com', 'world@minato.example', 'Re', 'Text', x'00', 1, 1)`);
  db.prepare(
    `INSERT INTO draft (conversation_id, text, saved_at, editors) VALUES (3, 'Dear Hana', 7, ?)`,
  ).run(JSON.stringify(editors));
  migrate(db, () => undefined);
  return db;
}

it('gives a draft to whoever changed it first, and to nobody else', () => {
  const db = atVersionTwo([ken.id, hana.id]);
  expect(findDraft(db, of(ken))).toMatchObject({ text: 'Dear Hana', kind: 'reply', savedAt: 7 });
  expect(findDraft(db, of(hana))).toBeNull();
});

it('shows a draft of nobody known to all, until somebody goes on with it', () => {
  const db = atVersionTwo([]);
  expect(findDraft(db, of(hana))?.text).toBe('Dear Hana');
  expect(findDraft(db, of(ken))?.text).toBe('Dear Hana');
  saveDraft(db, of(ken), plainLetter('Dear Hana, yes.'), 8);
  expect(findDraft(db, of(ken))?.text).toBe('Dear Hana, yes.');
  expect(findDraft(db, of(hana))).toBeNull();
  expect(findOtherWriters(db, conversationId, hana.id)).toEqual([ken.name]);
  expect(findOtherWriters(db, conversationId, ken.id)).toEqual([]);
});

it('keeps whom a waiting reply goes to', () => {
  const db = atVersionTwo([]);
  expect(findOutboxItems(db)).toMatchObject([
    { recipients: [{ role: 'to', address: 'hana@example.com', state: 'waiting', error: null }] },
  ]);
  expect(findDueMail(db, 1)).toMatchObject({ rcptTo: ['hana@example.com'] });
});

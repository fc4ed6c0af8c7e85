import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { findAccount, saveAccount } from '../../../../../main/engine/store/account.ts';
import {
  eraseNote,
  findNotes,
  findState,
  insertEvent,
} from '../../../../../main/engine/store/conversation-events.ts';
import { findDraft, saveDraft } from '../../../../../main/engine/store/drafts.ts';
import { findFolder, keepFolder } from '../../../../../main/engine/store/folders.ts';
import { migrate } from '../../../../../main/engine/store/migrate.ts';
import {
  openDatabase,
  type SectionDatabase,
} from '../../../../../main/engine/store/open-database.ts';
import {
  findOutboxItems,
  insertOutboxItem,
} from '../../../../../main/engine/store/outbox-items.ts';
import {
  markCopied,
  moveOutboxItem,
  removeOutboxItem,
} from '../../../../../main/engine/store/outbox-moves.ts';
import { carryOver } from '../../../../../main/engine/store/restore/carry-over.ts';
import { previewRestore } from '../../../../../main/engine/store/restore/preview-restore.ts';
import { storeMessages } from '../../../../../main/engine/store/store-messages.ts';
import { NoteId } from '../../../../../shared/ids.ts';
import type { ConversationAct } from '../../../../../shared/model/conversation-event.ts';
import type { OutboxState } from '../../../../../shared/model/outbox-item.ts';
import { ingestedMessage } from '../../../../support/ingested-message.ts';
import { plainLetter, replyDraft } from '../../../../support/plain-letter.ts';
import { hana } from '../../../../support/section-ledger.ts';
import { type StoredLetter, storeLetter } from '../../../../support/stored-letter.ts';
import { accountOf } from '../../../../support/sync-harness.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const now = Date.UTC(2026, 10, 24, 9);

/** A section with a letter, and a way to have it as it was. */
function section() {
  const folder = temporaryFolder();
  const key = randomBytes(32);
  const open = (path: string) => {
    const db = openDatabase({ path, key, nativeBinding: null });
    onTestFinished(() => void db.close());
    return db;
  };
  const db = open(join(folder, 'section.db'));
  migrate(db, () => undefined);
  const letter = storeLetter(db, { headerMessageId: 'question@example.com' });
  const backUp = (): SectionDatabase => {
    const path = join(folder, `${randomUUID()}.db`);
    db.prepare('VACUUM INTO ?').run(path);
    return open(path);
  };
  return { db, letter, backUp };
}

function queue(db: SectionDatabase, { conversationId, messageId }: StoredLetter, text: string) {
  return insertOutboxItem(db, {
    ...{ token: randomUUID(), conversationId, messageId, kind: 'reply', html: null, quote: null },
    recipients: [{ role: 'to', address: 'hana@example.com' }],
    ...{ headerMessageId: `${randomUUID()}@minato.example`, mailFrom: 'world@minato.example' },
    ...{ subject: 'Re: A question', text, raw: Buffer.from(text), createdAt: now },
    ...{ staffId: null, staffName: 'Hana' },
  });
}

/** A letter that came later, from another reader. */
function storeLater(db: SectionDatabase, headerMessageId: string | null): StoredLetter {
  const ingested = ingestedMessage({
    headerMessageId,
    contentHash: randomBytes(32).toString('hex'),
    subject: 'Later',
  });
  const folderId = keepFolder(db, 'inbox', 'INBOX').id;
  storeMessages(db, { folderId, ownAddress: 'world@minato.example' }, [
    { uid: 2, seen: false, arrivedAt: 1, ingested },
  ]);
  const later = db.prepare(
    'SELECT id AS messageId, conversation_id AS conversationId FROM message',
  );
  return later.all().at(-1) as StoredLetter;
}

const states = (db: SectionDatabase) =>
  Object.fromEntries(findOutboxItems(db).map(({ text, state }) => [text, state]));

it('sends nothing again that was sent since, and gives what was taken back to staff', () => {
  const { db, letter, backUp } = section();
  const [sent, filed, taken, waiting] = ['sent', 'filed', 'taken back', 'still waiting'].map(
    (text) => queue(db, letter, text).id,
  );
  if (!sent || !filed || !taken || !waiting) throw new Error('not queued');
  const backup = backUp();
  for (const id of [sent, filed]) {
    moveOutboxItem(db, id, { from: ['queued'], to: 'sending' });
    moveOutboxItem(db, id, { from: ['sending'], to: 'sent' });
  }
  markCopied(db, filed);
  removeOutboxItem(db, taken);
  expect(previewRestore(db, backup)).toMatchObject({
    backup: { messages: 1, conversations: 1, outbox: 4 },
    current: { outbox: 2 },
    held: 1,
  });
  carryOver(db, backup);
  expect(states(backup)).toEqual({
    sent: 'sent',
    'taken back': 'failed',
    'still waiting': 'queued',
  });
  expect(findOutboxItems(backup).find(({ state }) => state === 'failed')?.error).toEqual({
    code: 'restored',
  });
  expect(backup.prepare(`SELECT filed FROM outbox_item WHERE text = 'filed'`).pluck().get()).toBe(
    1,
  );
});

it.each([
  ['queued', 'uncertain'],
  ['sending', 'uncertain'],
  ['failed', 'uncertain'],
  ['uncertain', 'uncertain'],
  ['sent', 'sent'],
] as const)(
  'makes of a reply that was %s one that is %s where nothing is left to compare with',
  (before, after) => {
    const { db, letter, backUp } = section();
    const { id } = queue(db, letter, 'A reply');
    const from: OutboxState[] = ['queued'];
    if (before !== 'queued') moveOutboxItem(db, id, { from, to: before });
    const backup = backUp();
    const held = after === 'uncertain' && before !== 'uncertain' ? 1 : 0;
    expect(previewRestore(null, backup)).toMatchObject({ current: null, held });
    carryOver(null, backup);
    expect(states(backup)).toEqual({ 'A reply': after });
  },
);

it('takes replies and drafts along that were written since, to the conversation that they are of', () => {
  const { db, letter, backUp } = section();
  const backup = backUp();
  // A letter that only the backup has: rows have other ids there.
  const other = storeLater(backup, 'other@example.com');
  const later = storeLater(db, 'later@example.com');
  expect(other.conversationId).toBe(later.conversationId);
  queue(db, letter, 'A reply');
  queue(db, later, 'A reply to the later one');
  saveDraft(db, replyDraft(letter.conversationId), plainLetter('Half a'), now, letter.messageId);
  saveDraft(
    db,
    replyDraft(later.conversationId),
    plainLetter('Half another'),
    now,
    later.messageId,
  );
  expect(previewRestore(db, backup).newer).toEqual({
    messages: 1,
    drafts: 2,
    replies: 2,
    lostDrafts: 0,
    erasures: 0,
  });
  carryOver(db, backup);
  expect(states(backup)).toEqual({ 'A reply': 'queued', 'A reply to the later one': 'queued' });
  expect(findDraft(backup, replyDraft(letter.conversationId))).toEqual({
    ...plainLetter('Half a'),
    ...{ kind: 'reply', messageId: letter.messageId, savedAt: now },
  });
  expect(findDraft(backup, replyDraft(other.conversationId))).toBeNull();
  // The letter comes again from the server, and finds what was written to it.
  const fetched = storeLater(backup, 'later@example.com');
  expect(findDraft(backup, replyDraft(fetched.conversationId))?.text).toBe('Half another');
  expect(findOutboxItems(backup)[1]?.conversationId).toBe(fetched.conversationId);
});

it('keeps the longer of two drafts where one goes on from the other, else both', () => {
  const { db, letter, backUp } = section();
  const write = (text: string) =>
    saveDraft(db, replyDraft(letter.conversationId), plainLetter(text), now);
  write('Thank you');
  const [longer, different] = [backUp(), backUp()];
  write('Thank you for asking');
  carryOver(db, longer);
  expect(findDraft(longer, replyDraft(letter.conversationId))?.text).toBe('Thank you for asking');
  write('Dear reader');
  carryOver(db, different);
  expect(findDraft(different, replyDraft(letter.conversationId))?.text).toBe(
    'Thank you\n\nDear reader',
  );
});

it('says which draft it cannot take along', () => {
  const { db, backUp } = section();
  const backup = backUp();
  const later = storeLater(db, null);
  saveDraft(
    db,
    replyDraft(later.conversationId),
    plainLetter('To a letter without a Message-ID'),
    now,
  );
  expect(previewRestore(db, backup).newer).toMatchObject({ drafts: 0, lostDrafts: 1 });
  carryOver(db, backup);
  expect(backup.prepare('SELECT count(*) FROM draft').pluck().get()).toBe(0);
});

it('has the account as it is now, and forgets the folders of another mailbox', () => {
  const { db, backUp } = section();
  const account = (user: string, password: string) =>
    accountOf({
      ...{ host: 'mail.example', port: 993, security: 'tls', user, password },
      ...{ trustedFingerprint: null, trustedCertificate: null },
    });
  saveAccount(db, account('world', 'old'));
  const [same, other] = [backUp(), backUp()];
  saveAccount(db, account('world', 'new'));
  carryOver(db, same);
  expect(findAccount(same)?.imap.password).toBe('new');
  expect(findFolder(same, 'inbox')).not.toBeNull();
  saveAccount(db, account('elsewhere', 'new'));
  carryOver(db, other);
  expect(findFolder(other, 'inbox')).toBeNull();
});

it('takes along what staff did since, and the words of no note that was removed', () => {
  const { db, letter, backUp } = section();
  const { conversationId } = letter;
  const act = (what: ConversationAct, id: string = randomUUID()) => {
    insertEvent(db, conversationId, { ...what, id, actor: hana, at: now });
    return NoteId.parse(id);
  };
  const removed = act({ type: 'note', body: { text: 'Not to be kept' } });
  const backup = backUp();
  eraseNote(db, conversationId, removed);
  act({ type: 'note', body: { text: 'Called her.' } });
  act({ type: 'status', body: { status: 'done', after: now } });
  const later = storeLater(db, 'later@example.com');
  insertEvent(db, later.conversationId, {
    ...{ type: 'note', body: { text: 'Of a later letter' } },
    ...{ id: randomUUID(), actor: hana, at: now },
  });
  carryOver(db, backup);
  expect(findNotes(backup, conversationId, hana.id).map(({ text }) => text)).toEqual([
    'Called her.',
  ]);
  expect(findState(backup, conversationId)?.status).toBe('done');
  const bodies = backup.prepare('SELECT body FROM conversation_event').pluck().all().join();
  expect(bodies).toContain('Of a later letter');
  expect(bodies).not.toContain('Not to be kept');
});

import { expect, it } from 'vitest';
import { readFlags } from '../../../../main/engine/mail/imap/message-flags.ts';
import type { IngestedMessage } from '../../../../main/engine/mail/mime/ingest-message.ts';
import { findConversations } from '../../../../main/engine/store/conversations.ts';
import { saveDraft } from '../../../../main/engine/store/drafts.ts';
import { findFlagActions } from '../../../../main/engine/store/flag-actions.ts';
import { applyServerFlags, removeUids } from '../../../../main/engine/store/folder-messages.ts';
import { keepFolder, resetFolder } from '../../../../main/engine/store/folders.ts';
import { lastLostPlace, removeOrphans } from '../../../../main/engine/store/lost-places.ts';
import { findMessages } from '../../../../main/engine/store/messages.ts';
import type { SectionDatabase } from '../../../../main/engine/store/open-database.ts';
import { insertOutboxItem } from '../../../../main/engine/store/outbox-items.ts';
import { markConversationSeen } from '../../../../main/engine/store/seen-actions.ts';
import { storeMessages } from '../../../../main/engine/store/store-messages.ts';
import type { ConversationId } from '../../../../shared/ids.ts';
import { ingestedMessage } from '../../../support/ingested-message.ts';
import { plainLetter, replyDraft } from '../../../support/plain-letter.ts';
import { sectionDatabase } from '../../../support/section-database.ts';

const everything = { view: 'all', search: null, offset: 0, limit: 50 } as const;
const unmarked = readFlags(undefined);
const inbox = { ...everything, view: 'inbox' } as const;

function store(
  db: SectionDatabase,
  role: 'inbox' | 'sent',
  messages: readonly (Partial<IngestedMessage> & { uid: number; seen?: boolean })[],
): number {
  const { id } = keepFolder(db, role, role);
  storeMessages(
    db,
    { folderId: id, ownAddress: 'world@minato.example' },
    messages.map(({ uid, seen = false, ...fields }) => ({
      uid,
      seen,
      arrivedAt: Date.UTC(2026, 10, 2),
      ingested: ingestedMessage(fields),
    })),
  );
  return id;
}

it('shows a question and our answer as one answered conversation', () => {
  const db = sectionDatabase();
  store(db, 'inbox', [
    { uid: 1, headerMessageId: 'q', subject: 'Re: Fwd: Ferry times', seen: true },
  ]);
  store(db, 'sent', [
    {
      uid: 1,
      headerMessageId: 'a',
      references: ['q'],
      seen: true,
      from: [{ name: 'World Services', address: 'World@Minato.example' }],
      to: [{ name: 'Hana Sato', address: 'hana@example.com' }],
      sentAt: Date.UTC(2026, 10, 2),
    },
  ]);
  const { total, items } = findConversations(db, inbox);
  expect(total).toBe(1);
  expect(items[0]).toMatchObject({
    subject: 'Ferry times',
    messageCount: 2,
    unreadCount: 0,
    answered: true,
    participants: [{ name: 'Hana Sato', address: 'hana@example.com' }],
  });
});

it('stores the same bytes once, however many folders and UIDs have them', () => {
  const db = sectionDatabase();
  store(db, 'inbox', [
    { uid: 1, headerMessageId: 'q' },
    { uid: 2, headerMessageId: 'q' },
  ]);
  store(db, 'sent', [{ uid: 9, headerMessageId: 'q' }]);
  const [conversation] = findConversations(db, everything).items;
  expect(conversation?.messageCount).toBe(1);
});

it('keeps two different messages that claim the same Message-ID', () => {
  const db = sectionDatabase();
  store(db, 'inbox', [
    { uid: 1, headerMessageId: 'same', snippet: 'one' },
    { uid: 2, headerMessageId: 'same', snippet: 'two' },
  ]);
  expect(findConversations(db, everything).items[0]?.messageCount).toBe(2);
});

it('keeps messages without a Message-ID apart', () => {
  const db = sectionDatabase();
  store(db, 'inbox', [
    { uid: 1, snippet: 'one' },
    { uid: 2, snippet: 'two' },
  ]);
  expect(findConversations(db, everything).total).toBe(2);
});

it.each([
  ['1903', Date.UTC(1903, 0, 1)],
  ['2103', Date.UTC(2103, 0, 1)],
  ['no date', null],
])('sorts a message of %s by when the server received it', (_, sentAt) => {
  const db = sectionDatabase();
  store(db, 'inbox', [{ uid: 1, sentAt }]);
  expect(findConversations(db, inbox).items[0]?.newestAt).toBe(Date.UTC(2026, 10, 2));
});

it('pages through conversations newest first without gaps or repeats', () => {
  const db = sectionDatabase();
  store(
    db,
    'inbox',
    Array.from({ length: 25 }, (_, index) => ({
      uid: index + 1,
      snippet: `letter ${index}`,
      sentAt: 1e12 + (index % 7),
    })),
  );
  const seen = [0, 10, 20].flatMap((offset) =>
    findConversations(db, { ...inbox, offset, limit: 10 }).items.map(({ id }) => id),
  );
  expect(new Set(seen).size).toBe(25);
});

const words = (match: string) => {
  return { match: `"${match}"`, where: 'TRUE', parameters: {}, hasPlace: false };
};

it('finds a conversation by a word of any of its messages', () => {
  const db = sectionDatabase();
  store(db, 'inbox', [
    { uid: 1, search: { subject: 'ferry', people: '', attachments: '' } },
    { uid: 2, searchBody: Buffer.from('東京 京都 都') },
  ]);
  expect(findConversations(db, { ...everything, search: words('ferry') }).total).toBe(1);
  expect(findConversations(db, { ...everything, search: words('京都') }).total).toBe(1);
  expect(findConversations(db, { ...everything, search: words('bus') }).total).toBe(0);
});

it('forgets a message that vanished from the server, and its search words with it', () => {
  const db = sectionDatabase();
  const folderId = store(db, 'inbox', [{ uid: 1 }, { uid: 2, snippet: 'other' }]);
  removeUids(db, folderId, [1]);
  removeOrphans(db);
  expect(findConversations(db, everything).total).toBe(1);
  expect(findConversations(db, { ...everything, search: words('could') }).total).toBe(1);
});

it('forgets the ids and the reply of one message, and keeps those of the rest', () => {
  const db = sectionDatabase();
  const folderId = store(db, 'inbox', [
    { uid: 1, headerMessageId: 'letter', references: ['older'] },
    { uid: 2, snippet: 'later', headerMessageId: 'later', references: ['letter'] },
  ]);
  const id = findConversations(db, inbox).items[0]?.id;
  if (id === undefined) throw new Error('no conversation');
  queue(db, id, 'answer');
  db.exec('UPDATE outbox_item SET filed = 1');
  const sent = store(db, 'sent', [{ uid: 1, headerMessageId: 'answer', references: ['letter'] }]);
  const ids = () =>
    db.prepare('SELECT header_message_id FROM thread_reference ORDER BY 1').pluck().all();
  expect(ids()).toEqual(['answer', 'later', 'letter', 'older']);
  removeUids(db, sent, [1]);
  removeOrphans(db);
  expect(ids()).toEqual(['later', 'letter', 'older']);
  expect(db.prepare('SELECT count(*) FROM outbox_item').pluck().get()).toBe(0);
  removeUids(db, folderId, [1]);
  removeOrphans(db);
  // The later letter still names the one that is gone.
  expect(ids()).toEqual(['later', 'letter']);
});

it('says whether vanished messages are kept for somebody', () => {
  const db = sectionDatabase();
  const folderId = store(db, 'inbox', [{ uid: 1 }]);
  const id = findConversations(db, inbox).items[0]?.id;
  if (id === undefined) throw new Error('no conversation');
  saveDraft(db, replyDraft(id), plainLetter('half an answer'), 1);
  removeUids(db, folderId, [1]);
  removeOrphans(db);
  expect(lastLostPlace(db)).toBeGreaterThan(0);
  saveDraft(db, replyDraft(id), plainLetter(''), 2);
  removeOrphans(db);
  expect(lastLostPlace(db)).toBe(0);
  expect(findConversations(db, everything).total).toBe(0);
});

it('keeps a vanished message while staff have a draft in its conversation', () => {
  const db = sectionDatabase();
  const folderId = store(db, 'inbox', [{ uid: 1 }]);
  const id = findConversations(db, inbox).items[0]?.id;
  if (id === undefined) throw new Error('no conversation');
  saveDraft(db, replyDraft(id), plainLetter('half an answer'), 1);
  removeUids(db, folderId, [1]);
  removeOrphans(db);
  expect(findMessages(db, id)).toHaveLength(1);
});

it('keeps conversations, drafts and waiting read marks when UIDVALIDITY changes', () => {
  const db = sectionDatabase();
  const folderId = store(db, 'inbox', [{ uid: 1, headerMessageId: 'q' }]);
  const before = findConversations(db, inbox).items[0];
  if (before === undefined) throw new Error('no conversation');
  saveDraft(db, replyDraft(before.id), plainLetter('half an answer'), 1);
  markConversationSeen(db, before.id, true);

  resetFolder(db, folderId, '2');
  store(db, 'inbox', [{ uid: 77, headerMessageId: 'q' }]);
  removeOrphans(db);

  const after = findConversations(db, inbox).items[0];
  expect(after).toMatchObject({ id: before.id, hasDraft: true, messageCount: 1 });
  expect(findFlagActions(db, folderId)).toMatchObject([{ uid: 77, flag: 'seen', isSet: true }]);
});

it('does not let the server undo a read mark that it has not been told of', () => {
  const db = sectionDatabase();
  const folderId = store(db, 'inbox', [{ uid: 1 }]);
  const id = findConversations(db, inbox).items[0]?.id;
  if (id === undefined) throw new Error('no conversation');
  markConversationSeen(db, id, true);
  applyServerFlags(db, folderId, [{ uid: 1, ...unmarked }]);
  expect(findConversations(db, inbox).items[0]?.unreadCount).toBe(0);
});

it('takes read marks that another client set', () => {
  const db = sectionDatabase();
  const folderId = store(db, 'inbox', [{ uid: 1 }, { uid: 2, snippet: 'other' }]);
  applyServerFlags(db, folderId, [
    { uid: 1, ...unmarked, seen: true },
    { uid: 999, ...unmarked, seen: true, answered: true },
  ]);
  expect(findConversations(db, { ...everything, view: 'unread' }).total).toBe(1);
});

it('leaves no ghost of a conversation that was answered and then deleted on the server', () => {
  const db = sectionDatabase();
  const folderId = store(db, 'inbox', [{ uid: 1, headerMessageId: 'q' }]);
  const id = findConversations(db, inbox).items[0]?.id;
  if (id === undefined) throw new Error('no conversation');
  queue(db, id, 'a');
  db.exec('UPDATE outbox_item SET filed = 1');
  removeUids(db, folderId, [1]);
  removeOrphans(db);
  expect(findConversations(db, everything).total).toBe(0);
  expect(db.prepare('SELECT count(*) FROM outbox_item').pluck().get()).toBe(0);
});

it('counts nothing unread in a conversation whose letters left while a draft stayed', () => {
  const db = sectionDatabase();
  const folderId = store(db, 'inbox', [{ uid: 1 }]);
  const id = findConversations(db, inbox).items[0]?.id;
  if (id === undefined) throw new Error('no conversation');
  saveDraft(db, replyDraft(id), plainLetter('half an answer'), 1);
  resetFolder(db, folderId, '2');
  removeOrphans(db);
  expect(findConversations(db, { ...everything, view: 'unread' }).total).toBe(0);
  expect(findConversations(db, everything).items).toMatchObject([{ hasDraft: true }]);
});

it('keeps a reply to a letter without Message-ID, and the answers to it, in its conversation', () => {
  const db = sectionDatabase();
  store(db, 'inbox', [{ uid: 1 }]);
  const id = findConversations(db, inbox).items[0]?.id;
  if (id === undefined) throw new Error('no conversation');
  queue(db, id, 'answer@minato.example');
  const own = [{ name: '', address: 'world@minato.example' }];
  store(db, 'sent', [{ uid: 1, headerMessageId: 'answer@minato.example', from: own }]);
  store(db, 'inbox', [{ uid: 2, snippet: 'thanks', inReplyTo: ['answer@minato.example'] }]);
  expect(findConversations(db, everything).items).toMatchObject([{ id, messageCount: 3 }]);
});

it('takes what a web form sends in our name for the letter of its reader', () => {
  const db = sectionDatabase();
  const own = [{ name: 'Form', address: 'World@minato.example' }];
  const replyTo = [{ name: 'Ken', address: 'ken@example.org' }];
  store(db, 'inbox', [{ uid: 1, from: own, replyTo }]);
  const [row] = findConversations(db, inbox).items;
  if (row === undefined) throw new Error('no conversation');
  expect(row).toMatchObject({ answered: false, unreadCount: 1 });
  expect(findMessages(db, row.id)).toMatchObject([{ direction: 'in' }]);
});

it('can mark everything read that counts as unread, our own mail in the inbox too', () => {
  const db = sectionDatabase();
  store(db, 'inbox', [{ uid: 1, from: [{ name: '', address: 'world@minato.example' }] }]);
  const [row] = findConversations(db, inbox).items;
  if (row === undefined) throw new Error('no conversation');
  expect(row.unreadCount).toBe(1);
  markConversationSeen(db, row.id, true);
  expect(findConversations(db, inbox).items).toMatchObject([{ unreadCount: 0 }]);
});

function queue(db: SectionDatabase, conversationId: ConversationId, headerMessageId: string): void {
  insertOutboxItem(db, {
    token: headerMessageId,
    conversationId,
    messageId: null,
    headerMessageId,
    kind: 'reply',
    html: null,
    quote: null,
    recipients: [{ role: 'to', address: 'hana@example.com' }],
    mailFrom: 'world@minato.example',
    subject: 'Re: A question',
    text: 'Yes.',
    raw: Buffer.from('raw'),
    createdAt: 0,
    staffId: null,
    staffName: '',
  });
}

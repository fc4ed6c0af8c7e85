import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import {
  eraseNote,
  findNotes,
  findState,
  insertEvent,
  type NewEvent,
} from '../../../../main/engine/store/conversation-events.ts';
import { refreshConversation } from '../../../../main/engine/store/conversation-summaries.ts';
import { countByStatus, findConversations } from '../../../../main/engine/store/conversations.ts';
import { removeUids } from '../../../../main/engine/store/folder-messages.ts';
import { keepFolder, resetFolder } from '../../../../main/engine/store/folders.ts';
import { removeOrphans } from '../../../../main/engine/store/lost-places.ts';
import type { SectionDatabase } from '../../../../main/engine/store/open-database.ts';
import { storeMessages } from '../../../../main/engine/store/store-messages.ts';
import { findNextWaking, wakeConversations } from '../../../../main/engine/store/waking.ts';
import { type ConversationId, NoteId } from '../../../../shared/ids.ts';
import type { ConversationAct } from '../../../../shared/model/conversation-event.ts';
import { ingestedMessage } from '../../../support/ingested-message.ts';
import { sectionDatabase } from '../../../support/section-database.ts';
import { hana, ken } from '../../../support/section-ledger.ts';

const noon = Date.UTC(2026, 10, 24, 12);

/** Puts a reader's letter into INBOX; gives its conversation. */
function store(
  db: SectionDatabase,
  uid: number,
  id: string,
  references: readonly string[] = [],
): ConversationId {
  const { id: folderId } = keepFolder(db, 'inbox', 'INBOX');
  const ingested = ingestedMessage({ headerMessageId: id, references, subject: id });
  storeMessages(db, { folderId, ownAddress: 'world@minato.example' }, [
    { uid, seen: true, arrivedAt: noon + uid * 1000, ingested },
  ]);
  const row = db.prepare('SELECT conversation_id FROM message WHERE header_message_id = ?');
  return row.pluck().get(id) as ConversationId;
}

function act(db: SectionDatabase, id: ConversationId, what: ConversationAct): string {
  const event: NewEvent = { ...what, id: randomUUID(), actor: hana, at: noon + 60_000 };
  insertEvent(db, id, event);
  refreshConversation(db, id);
  return event.id;
}

const done: ConversationAct = { type: 'status', body: { status: 'done', after: noon + 60_000 } };

it('lists conversations by whose turn it is, and counts them', () => {
  const db = sectionDatabase();
  store(db, 1, 'a');
  act(db, store(db, 2, 'b'), done);
  const list = (view: 'open' | 'done') =>
    findConversations(db, { view, search: null, offset: 0, limit: 9 }).items.map((c) => c.subject);
  expect(list('open')).toEqual(['a']);
  expect(list('done')).toEqual(['b']);
  expect(countByStatus(db)).toEqual({ open: 1, waiting: 0, due: 0 });
});

it('opens what is due, once, and counts it as back', () => {
  const db = sectionDatabase();
  const id = store(db, 1, 'a');
  act(db, id, { type: 'snoozed', body: { until: noon + 90_000, after: noon + 60_000 } });
  expect(findNextWaking(db)).toBe(noon + 90_000);
  expect([...wakeConversations(db, noon + 89_999)]).toEqual([]);
  expect([...wakeConversations(db, noon + 90_000)]).toEqual([id]);
  expect([...wakeConversations(db, noon + 90_001)]).toEqual([]);
  expect(findState(db, id)).toEqual({ status: 'open', due: 'snooze', wakesAt: null });
  expect(countByStatus(db)).toEqual({ open: 1, waiting: 0, due: 1 });
  // Whatever else changes in it, it does not fall asleep again.
  refreshConversation(db, id);
  expect(findState(db, id)?.status).toBe('open');
});

it('keeps what staff did when UIDVALIDITY changes and when conversations turn out to be one', () => {
  const db = sectionDatabase();
  const [a, b] = [store(db, 1, 'a'), store(db, 2, 'b')];
  act(db, b, { type: 'note', body: { text: 'Called her.' } });
  act(db, b, { ...done, body: { status: 'done', after: noon + 3_600_000 } });
  const { id: folderId } = keepFolder(db, 'inbox', 'INBOX');
  resetFolder(db, folderId, '77');
  store(db, 11, 'a');
  store(db, 12, 'b');
  expect(store(db, 13, 'c', ['a', 'b'])).toBe(a);
  expect(findNotes(db, a, hana.id).map(({ text }) => text)).toEqual(['Called her.']);
  expect(findState(db, a)?.status).toBe('done');
});

it('names a conversation by a secret of the section’s alone', () => {
  const keys = [sectionDatabase(), sectionDatabase()].map((db) => {
    const id = store(db, 1, 'a');
    act(db, id, done);
    act(db, id, { type: 'note', body: { text: 'A note' } });
    return db.prepare('SELECT DISTINCT conversation_key FROM conversation_event').pluck().all();
  });
  expect(keys[0]).toHaveLength(1);
  expect(keys[0]?.[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(keys[0]).not.toEqual(keys[1]);
});

it('forgets what staff did with the reader’s conversation', () => {
  const db = sectionDatabase();
  act(db, store(db, 1, 'a'), { type: 'note', body: { text: 'Called her.' } });
  removeUids(db, keepFolder(db, 'inbox', 'INBOX').id, [1]);
  removeOrphans(db);
  expect(db.prepare('SELECT count(*) FROM conversation_event').pluck().get()).toBe(0);
});

it('never changes an event, but for the words of a note that was taken away', () => {
  const db = sectionDatabase();
  const id = store(db, 1, 'a');
  act(db, id, done);
  const noteId = NoteId.parse(act(db, id, { type: 'note', body: { text: 'Secret words' } }));
  act(db, id, { type: 'note-changed', body: { noteId, text: 'Other secret words' } });
  const events = () => db.prepare('SELECT body FROM conversation_event').pluck().all().join();
  for (const change of [
    `at = 1`,
    `staff_name = 'Ken'`,
    `type = 'note'`,
    `body = '{"text":"x"}'`,
    `body = '{}' WHERE type = 'status'`,
  ]) {
    expect(() => db.exec(`UPDATE conversation_event SET ${change}`)).toThrow('does not change');
  }
  expect(findNotes(db, id, ken.id)).toMatchObject([
    { text: 'Other secret words', author: 'Hana Ito', isOwn: false, isChanged: true },
  ]);
  eraseNote(db, id, noteId);
  expect(findNotes(db, id, hana.id)).toEqual([]);
  expect(events()).not.toContain('secret');
  expect(events()).toContain('done');
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findDraft, saveDraft } from '../../../../main/engine/store/drafts.ts';
import { keepFolder } from '../../../../main/engine/store/folders.ts';
import type { SectionDatabase } from '../../../../main/engine/store/open-database.ts';
import { storeMessages } from '../../../../main/engine/store/store-messages.ts';
import type { ConversationId } from '../../../../shared/ids.ts';
import { ingestedMessage } from '../../../support/ingested-message.ts';
import { plainLetter, replyDraft } from '../../../support/plain-letter.ts';
import { sectionDatabase } from '../../../support/section-database.ts';
import { storeLetter } from '../../../support/stored-letter.ts';

type Letter = { readonly id: string; readonly references: readonly string[] };

function storeOneByOne(db: SectionDatabase, letters: readonly Letter[]): void {
  const target = {
    folderId: keepFolder(db, 'inbox', 'INBOX').id,
    ownAddress: 'own@minato.example',
  };
  for (const [index, { id, references }] of letters.entries()) {
    const ingested = ingestedMessage({ headerMessageId: id, references, subject: id });
    storeMessages(db, target, [{ uid: index + 1, seen: false, arrivedAt: 0, ingested }]);
  }
}

/** Message-IDs of each conversation, both levels sorted. */
function conversations(db: SectionDatabase): string[][] {
  const rows = db
    .prepare(`SELECT group_concat(header_message_id) AS ids FROM message GROUP BY conversation_id`)
    .all() as { ids: string }[];
  return rows.map(({ ids }) => ids.split(',').sort()).sort();
}

const question = { id: 'q', references: [] };
const answer = { id: 'a', references: ['q'] };
const thanks = { id: 't', references: ['q', 'a'] };
const other = { id: 'o', references: [] };

it('puts a reply in the conversation of what it answers', () => {
  const db = sectionDatabase();
  storeOneByOne(db, [question, other, answer]);
  expect(conversations(db)).toEqual([['a', 'q'], ['o']]);
});

it('joins messages through a parent that never arrives', () => {
  const db = sectionDatabase();
  storeOneByOne(db, [answer, { id: 'b', references: ['q'] }]);
  expect(conversations(db)).toEqual([['a', 'b']]);
});

it('merges conversations when the message that connects them arrives late', () => {
  const db = sectionDatabase();
  storeOneByOne(db, [
    { id: 'x', references: [] },
    { id: 'y', references: [] },
    { id: 'z', references: ['x', 'y'] },
  ]);
  expect(conversations(db)).toEqual([['x', 'y', 'z']]);
});

it('gives the same conversations in whatever order the messages arrive', () => {
  const id = fc.integer({ min: 0, max: 14 }).map((number) => `m${number}`);
  const letter = fc.record({ id, references: fc.array(id, { maxLength: 3 }) });
  const ordered = fc
    .uniqueArray(letter, { maxLength: 14, selector: (one) => one.id })
    .chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
  fc.assert(
    fc.property(ordered, ([inOrder, shuffled]) => {
      const first = sectionDatabase();
      const second = sectionDatabase();
      storeOneByOne(first, inOrder);
      storeOneByOne(second, shuffled);
      expect(conversations(second)).toEqual(conversations(first));
    }),
    { numRuns: 25 },
  );
});

it('keeps both drafts as one text when two conversations merge', () => {
  const db = sectionDatabase();
  storeOneByOne(db, [
    { id: 'x', references: [] },
    { id: 'y', references: [] },
  ]);
  const ids = (
    db.prepare('SELECT id FROM conversation ORDER BY id').all() as { id: ConversationId }[]
  ).map(({ id }) => id);
  for (const [index, id] of ids.entries())
    saveDraft(db, replyDraft(id), plainLetter(`draft ${index}`), index);

  storeOneByOne(db, [{ id: 'z', references: ['x', 'y'] }]);

  const [kept] = ids;
  expect(kept === undefined ? null : findDraft(db, replyDraft(kept))?.text).toBe(
    'draft 0\n\ndraft 1',
  );
});

it('takes along what another program made of a reply, and what its copies said', () => {
  const db = sectionDatabase();
  storeOneByOne(db, [
    { id: 'x', references: [] },
    { id: 'y', references: [] },
  ]);
  db.exec(`
    INSERT INTO edited_draft (version, uid_validity, uid, conversation_id, message_id, staff_id,
      state, saved_at, text, has_files)
    SELECT header_message_id, '1', id, conversation_id, id, '', 'offered', 0, 'Edited', 0 FROM message;
    INSERT INTO copied_words SELECT conversation_id, '', 'same' FROM message;
    INSERT INTO copied_words SELECT conversation_id, '', header_message_id FROM message`);
  storeOneByOne(db, [{ id: 'z', references: ['x', 'y'] }]);
  const [only] = db.prepare('SELECT id FROM conversation').pluck().all();
  const rows = (columns: string, table: string) =>
    db.prepare(`SELECT ${columns} FROM ${table} ORDER BY 2`).raw().all();
  expect(rows('conversation_id, version', 'edited_draft')).toEqual([
    [only, 'x'],
    [only, 'y'],
  ]);
  expect(rows('conversation_id, digest', 'copied_words')).toEqual([
    [only, 'same'],
    [only, 'x'],
    [only, 'y'],
  ]);
});

it('has a merged draft answer a message only when both drafts did', () => {
  const db = sectionDatabase();
  const { conversationId, messageId } = storeLetter(db, { headerMessageId: 'x' });
  saveDraft(db, replyDraft(conversationId), plainLetter('to x'), 1, messageId);
  storeOneByOne(db, [{ id: 'y', references: [] }]);
  storeOneByOne(db, [{ id: 'z', references: ['x', 'y'] }]);
  expect(findDraft(db, replyDraft(conversationId))?.messageId).toBe(messageId);

  const w = storeLetter(db, { headerMessageId: 'w' });
  saveDraft(db, replyDraft(w.conversationId), plainLetter('to w'), 2, w.messageId);
  storeOneByOne(db, [{ id: 'v', references: ['x', 'w'] }]);
  expect(findDraft(db, replyDraft(conversationId))).toEqual({
    ...plainLetter('to x\n\nto w'),
    kind: 'reply',
    messageId: null,
    savedAt: 2,
  });
});

it('is not drowned by a message with ten thousand references', () => {
  const db = sectionDatabase();
  const references = Array.from({ length: 10_000 }, (_, index) => `r${index}`);
  storeOneByOne(db, [
    { id: 'many', references },
    { id: 'reply', references: ['r9999'] },
  ]);
  expect(conversations(db)).toEqual([['many', 'reply']]);
  const { known } = db.prepare('SELECT count(*) AS known FROM thread_reference').get() as {
    known: number;
  };
  expect(known).toBeLessThan(200);
});

it('follows a chain whose middle arrives last', () => {
  const db = sectionDatabase();
  storeOneByOne(db, [thanks, question, answer]);
  expect(conversations(db)).toEqual([['a', 'q', 't']]);
});

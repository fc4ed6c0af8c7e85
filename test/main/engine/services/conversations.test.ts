import { expect, it } from 'vitest';
import type { IngestedMessage } from '../../../../main/engine/mail/mime/ingest-message.ts';
import {
  keepDraft,
  markSeen,
  readConversation,
} from '../../../../main/engine/services/conversations.ts';
import type { SectionContext } from '../../../../main/engine/services/section-context.ts';
import { findConversations } from '../../../../main/engine/store/conversations.ts';
import { keepFolder } from '../../../../main/engine/store/folders.ts';
import { storeMessages } from '../../../../main/engine/store/store-messages.ts';
import { type ConversationId, MessageId } from '../../../../shared/ids.ts';
import { ingestedMessage } from '../../../support/ingested-message.ts';
import { plainLetter } from '../../../support/plain-letter.ts';
import { sectionContext } from '../../../support/section-context.ts';
import { sectionDatabase } from '../../../support/section-database.ts';

const sectionId = 'world-services';

/** A section with one unread letter, and what its window and its sync job were told. */
function sectionWithLetter(...later: readonly Partial<IngestedMessage>[]) {
  const db = sectionDatabase();
  const thread = [{ headerMessageId: 'letter' }, ...later];
  storeMessages(
    db,
    { folderId: keepFolder(db, 'inbox', 'inbox').id, ownAddress: 'world@minato.example' },
    thread.map((fields, index) => ({
      uid: index + 1,
      seen: false,
      arrivedAt: 0,
      ingested: ingestedMessage({
        references: index === 0 ? [] : ['letter'],
        sentAt: Date.UTC(2026, 10, 1 + index),
        ...fields,
      }),
    })),
  );
  const [letter] = findConversations(db, { view: 'all', search: null, offset: 0, limit: 1 }).items;
  if (letter === undefined) throw new Error('the letter was not stored');
  const told: ConversationId[][] = [];
  let pokes = 0;
  const idle = sectionContext(db);
  const section: SectionContext = {
    ...idle,
    changed: (ids) => told.push([...ids]),
    sync: {
      ...idle.sync,
      poke() {
        pokes += 1;
      },
    },
  };
  return { section, conversationId: letter.id, told, pokes: () => pokes };
}

it('tells the window at once that a conversation was read, and the sync that the server is to know', () => {
  const { section, conversationId, told, pokes } = sectionWithLetter();
  markSeen(section, { sectionId, conversationId, seen: true });
  expect(told).toEqual([[conversationId]]);
  expect(pokes()).toBe(1);
});

it('tells nobody of a read mark that changes nothing', () => {
  const { section, conversationId, told, pokes } = sectionWithLetter();
  markSeen(section, { sectionId, conversationId, seen: false });
  expect(told).toEqual([]);
  expect(pokes()).toBe(0);
});

it('tells the window when a draft begins and when it ends, not at each save', () => {
  const { section, conversationId, told } = sectionWithLetter();
  for (const text of ['D', 'Dear', 'Dear reader', '', ''])
    keepDraft(
      section,
      { sectionId, conversationId, kind: 'reply', content: plainLetter(text), messageId: null },
      0,
    );
  expect(told).toEqual([[conversationId], [conversationId]]);
});

function read(section: SectionContext, conversationId: ConversationId) {
  const result = readConversation(section, { sectionId, conversationId });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const ken = { name: 'Ken Abe', address: 'ken@example.com' };

it.each(['auto-replied', 'bounce'] as const)(
  'answers the reader, not the machine that wrote after (%s)',
  (automation) => {
    const { section, conversationId } = sectionWithLetter({ from: [ken], automation });
    const { messages, replyTo } = read(section, conversationId);
    expect(replyTo).toMatchObject({
      messageId: messages[0]?.id,
      recipient: { allowed: true, recipient: { address: 'hana@example.com' } },
    });
  },
);

it.each(['junk', 'trash'] as const)('answers the reader, not what went into %s', (role) => {
  const { section, conversationId } = sectionWithLetter({ from: [ken] });
  const [first, second] = read(section, conversationId).messages;
  section.db
    .prepare('UPDATE folder_message SET folder_id = ? WHERE message_id = ?')
    .run(keepFolder(section.db, role, role).id, second?.id);
  expect(read(section, conversationId).replyTo?.messageId).toBe(first?.id);
  section.db
    .prepare('UPDATE folder_message SET folder_id = ? WHERE message_id = ?')
    .run(keepFolder(section.db, role, role).id, first?.id);
  // There is nothing else to answer.
  expect(read(section, conversationId).replyTo?.messageId).toBe(second?.id);
});

it('says why nothing can be answered where only machines wrote', () => {
  const { section, conversationId } = sectionWithLetter();
  section.db.prepare("UPDATE message SET automation = 'bounce'").run();
  expect(read(section, conversationId).replyTo?.recipient).toEqual({
    allowed: false,
    reason: 'automatic',
  });
});

it('keeps a draft to the person that it was written for when another writes', () => {
  const { section, conversationId } = sectionWithLetter({ from: [ken] });
  const [first, second] = read(section, conversationId).messages;
  if (first === undefined || second === undefined) throw new Error('not both were stored');
  keepDraft(
    section,
    {
      sectionId,
      conversationId,
      kind: 'reply',
      content: plainLetter('Dear Hana'),
      messageId: first.id,
    },
    7,
  );
  expect(read(section, conversationId)).toMatchObject({
    drafts: [{ kind: 'reply', ...plainLetter('Dear Hana'), messageId: first.id, savedAt: 7 }],
    draftTarget: { messageId: first.id, recipient: { recipient: { name: 'Hana Sato' } } },
    replyTo: { messageId: second.id, recipient: { recipient: ken } },
  });
});

it('keeps a draft whose message is gone, and knows no more what it answers', () => {
  const { section, conversationId } = sectionWithLetter();
  const gone = MessageId.parse(999);
  keepDraft(
    section,
    { sectionId, conversationId, kind: 'reply', content: plainLetter('Dear'), messageId: gone },
    7,
  );
  expect(read(section, conversationId)).toMatchObject({
    drafts: [{ kind: 'reply', ...plainLetter('Dear'), messageId: null }],
    draftTarget: null,
  });
});

it('shows no conversation and keeps no draft when that cannot be recorded', () => {
  const { section, conversationId } = sectionWithLetter();
  section.db.exec(`CREATE TRIGGER full BEFORE INSERT ON chain_entry
    BEGIN SELECT RAISE(ABORT, 'full'); END`);
  expect(() => readConversation(section, { sectionId, conversationId })).toThrow('full');
  expect(() => readConversation(section, { sectionId, conversationId })).toThrow('full');
  expect(() =>
    keepDraft(
      section,
      { sectionId, conversationId, kind: 'reply', content: plainLetter('Dear'), messageId: null },
      7,
    ),
  ).toThrow('full');
  section.db.exec('DROP TRIGGER full');
  expect(read(section, conversationId).drafts).toEqual([]);
});
